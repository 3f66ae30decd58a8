package dev.plumbline.io.csv;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans as texts, for tests. */
final class CsvPlans {

    static final String HEADER = "ID,Name,Duration,Predecessors,Resources,Start\n";

    /** Where cells stand that are read alone. */
    static final Place PLACE = new Place("", 1, 1, "");

    private CsvPlans() {}

    /** Returns a cell that is read alone, by the usual options. */
    static Cell cell(String text) {
        return new Cell(
                text,
                PLACE,
                Companions.context(
                        NumberStyle.POINT, ProjectSettings.DEFAULT, ReadOptions.DEFAULT, new ProblemList(1)));
    }

    static CsvRead read(String text) {
        return read(text, Map.of(), ReadOptions.DEFAULT);
    }

    static CsvRead read(String text, ReadOptions options) {
        return read(text, Map.of(), options);
    }

    static CsvRead read(String text, Map<String, String> companions, ReadOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), companions, options);
    }

    static CsvRead read(byte[] bytes, Map<String, String> companions, ReadOptions options) {
        try {
            return CsvPlanReader.read(
                    new ByteArrayInputStream(bytes),
                    "plan.csv",
                    part -> companions.containsKey(part)
                            ? new ByteArrayInputStream(companions.get(part).getBytes(StandardCharsets.UTF_8))
                            : null,
                    options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a plan of rows below the usual header. */
    static Project rows(String... rows) {
        return read(HEADER + String.join("\n", rows) + "\n").project();
    }

    /** Returns the problems of rows below the usual header; none if they are accepted. */
    static List<Problem> problems(String... rows) {
        return problemsOf(HEADER + String.join("\n", rows) + "\n");
    }

    static List<Problem> problemsOf(String text) {
        return problemsOf(text, ReadOptions.DEFAULT);
    }

    static List<Problem> problemsOf(String text, ReadOptions options) {
        try {
            read(text, options);
            return List.of();
        } catch (PlumblineException e) {
            return e.problems();
        }
    }

    /** A plan with its companions as texts, and what was lost. */
    record Written(String plan, Map<String, String> companions, List<Problem> findings) {

        /** Returns all texts. */
        List<Object> files() {
            return List.of(plan, companions);
        }

        CsvRead read() {
            return CsvPlans.read(
                    plan, companions, ReadOptions.DEFAULT.withLimits(dev.plumbline.io.ReadLimits.trusted()));
        }
    }

    static Written write(Project project, @Nullable Schedule schedule) {
        try {
            CsvPlanWriter writer = CsvPlanWriter.of(project, schedule, "plan.csv");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.writePlan(out);
            Map<String, String> companions = new HashMap<>();
            for (String part : CsvPlanWriter.COMPANIONS) {
                if (writer.needs(part)) {
                    ByteArrayOutputStream companion = new ByteArrayOutputStream();
                    writer.writeCompanion(part, companion);
                    companions.put(part, companion.toString(StandardCharsets.UTF_8));
                }
            }
            return new Written(out.toString(StandardCharsets.UTF_8), companions, writer.findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
