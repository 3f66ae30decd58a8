package dev.plumbline.io.fuzz;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What any bytes at all must lead to: a plan whose schedule makes sense, or problems that say what is wrong. */
public final class PlanFuzzer {

    private static final int LONGEST_MESSAGE = 300;

    private PlanFuzzer() {}

    /** Returns the plan, nothing if there are problems instead; throws an error if the bytes lead to anything else. */
    public static Optional<Project> check(byte[] bytes, Format format) {
        try {
            ReadResult read = ProjectFiles.read(new ByteArrayInputStream(bytes), format, ReadOptions.DEFAULT);
            read.findings().forEach(PlanFuzzer::check);
            for (ActivityTimes times : CriticalPath.schedule(read.project()).activities()) {
                if (times.finish().isBefore(times.start())) {
                    throw new AssertionError("an activity finishes before it starts: " + times);
                }
            }
            return Optional.of(read.project());
        } catch (PlumblineException e) {
            List<Problem> problems = e.problems();
            if (problems.isEmpty()) {
                throw new AssertionError("an exception without problems", e);
            }
            problems.forEach(PlanFuzzer::check);
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("an array of bytes can be read", e);
        }
    }

    private static void check(Problem problem) {
        boolean complete = problem.code().matches("[A-Z_]+")
                && !problem.message().isBlank()
                && !problem.hint().isBlank()
                && problem.message().length() <= LONGEST_MESSAGE
                && problem.toString().chars().noneMatch(Character::isISOControl);
        if (!complete) {
            throw new AssertionError("a problem that can't be shown: " + problem);
        }
    }
}
