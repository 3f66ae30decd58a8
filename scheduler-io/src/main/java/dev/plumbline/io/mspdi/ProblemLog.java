package dev.plumbline.io.mspdi;

import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong or odd in one input: the first so many in full, the others as a count. */
final class ProblemLog {

    private final String file;
    private final int kept;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();
    private int errorCount;
    private int findingCount;
    private boolean incomplete;

    ProblemLog(String file, int kept) {
        this.file = file;
        this.kept = kept;
    }

    String file() {
        return file;
    }

    void add(Problem problem) {
        Problem located = problem.at(problem.location().withFile(file));
        if (problem.severity() == Severity.ERROR) {
            if (errorCount++ < kept) {
                errors.add(located);
            }
        } else if (findingCount++ < kept) {
            findings.add(located);
        }
    }

    /** Returns whether another problem would be listed; if not, it is counted, and need not be told. */
    boolean takes(Severity severity) {
        boolean error = severity == Severity.ERROR;
        if ((error ? errorCount : findingCount) < kept) {
            return true;
        }
        if (error) {
            errorCount++;
        } else {
            findingCount++;
        }
        return false;
    }

    /** Notes that a part had to be left out, so that what refers to it must not be reported too. */
    void partLeftOut() {
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    boolean hasErrors() {
        return errorCount > 0;
    }

    PlumblineException failure() {
        return new PlumblineException(withCount(errors, errorCount, Severity.ERROR));
    }

    /** Returns an exception that carries what was found so far and then the problem that ends the reading. */
    PlumblineException failure(Problem last) {
        add(last);
        if (errorCount > kept) {
            errors.set(errors.size() - 1, last.at(last.location().withFile(file)));
        }
        return failure();
    }

    List<Problem> findings() {
        return withCount(findings, findingCount, Severity.INFO);
    }

    private List<Problem> withCount(List<Problem> list, int count, Severity severity) {
        List<Problem> result = new ArrayList<>(list);
        if (count > list.size()) {
            result.add(new Problem(
                    "MORE_PROBLEMS",
                    severity,
                    Location.of(file, 0, 0),
                    "%s more problems of %s are not listed".formatted(count - list.size(), count),
                    "mend those that are listed and read the file again"));
        }
        return result;
    }
}
