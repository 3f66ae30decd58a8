package dev.plumbline.cli;

import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.List;

/** What a run came to: says each problem in a line on standard error, and remembers the exit code. */
final class Outcome {

    private final Console console;
    private final MessageOptions messages;
    private final MessageOptions.FailOn failOn;
    private Exit exit = Exit.OK;

    Outcome(Console console, MessageOptions messages, MessageOptions.FailOn otherwise) {
        this.console = console;
        this.messages = messages;
        this.failOn = messages.failOn(otherwise);
    }

    /** Says what is odd in an input. */
    void findings(List<Problem> findings) {
        for (Problem finding : findings) {
            if (!messages.isQuiet() || finding.severity() == Severity.ERROR) {
                console.err().println(finding);
            }
            if (failOn.isMetBy(finding.severity())) {
                worsen(Exit.FINDINGS);
            }
        }
    }

    /** Says why an input is given up. */
    void failure(Failure failure, String name) {
        for (Problem problem : failure.problems()) {
            console.err().println(failure.exit() == Exit.USAGE ? problem : in(name, problem));
        }
        if (messages.isDebug()) {
            failure.printStackTrace(console.err());
        }
        worsen(failure.exit());
    }

    int exitCode() {
        return exit.code();
    }

    private void worsen(Exit other) {
        if (other.code() > exit.code()) {
            exit = other;
        }
    }

    /** Returns the problem, placed in the named input unless it knows its file itself. */
    static Problem in(String name, Problem problem) {
        Location location = problem.location();
        return location.file().isEmpty() ? problem.at(location.withFile(name)) : problem;
    }
}
