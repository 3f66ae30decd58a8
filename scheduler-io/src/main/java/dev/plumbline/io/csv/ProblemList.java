package dev.plumbline.io.csv;

import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** The errors and findings of one reading: the first so many are kept, the others counted. */
final class ProblemList {

    private final int most;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();
    private int moreErrors;
    private int moreFindings;

    ProblemList(int most) {
        this.most = Math.max(1, most);
    }

    void add(Problem problem) {
        if (problem.severity() == Severity.ERROR) {
            moreErrors += keep(errors, problem);
        } else {
            moreFindings += keep(findings, problem);
        }
    }

    private int keep(List<Problem> kept, Problem problem) {
        if (kept.size() < most) {
            kept.add(problem);
            return 0;
        }
        return 1;
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<Problem> findings() {
        return withRest(findings, moreFindings, Severity.INFO);
    }

    /** Throws what was found if any of it is an error. */
    void throwIfAny() {
        if (hasErrors()) {
            throw new PlumblineException(withRest(errors, moreErrors, Severity.ERROR));
        }
    }

    /** Returns an exception with what was found so far and a problem that ends the reading. */
    PlumblineException fatal(Problem last) {
        List<Problem> all = withRest(errors, moreErrors, Severity.ERROR);
        all.add(last);
        return new PlumblineException(all);
    }

    private static List<Problem> withRest(List<Problem> kept, int more, Severity severity) {
        List<Problem> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(new Problem(
                    "MORE_PROBLEMS",
                    severity,
                    Location.NONE,
                    "%s more problems of %s are not listed".formatted(more, more + kept.size()),
                    "mend those that are listed and read the file again"));
        }
        return all;
    }
}
