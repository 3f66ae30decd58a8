package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import java.util.List;
import java.util.function.Function;

/** Does the same to each of several plans; one that fails doesn't stop the others. */
final class Batch {

    private final Console console;
    private final MessageOptions messages;
    private final Outcome outcome;

    Batch(Console console, MessageOptions messages, Outcome outcome) {
        this.console = console;
        this.messages = messages;
        this.outcome = outcome;
    }

    /** Runs an action on each plan; it returns what it found odd. */
    void forEach(List<Source> sources, Function<Source, List<Problem>> action) {
        try (Progress progress = new Progress(console, messages, sources.size(), "plans")) {
            for (Source source : sources) {
                progress.begin(source.name());
                try {
                    List<Problem> findings = run(source, action);
                    progress.step();
                    outcome.findings(findings);
                } catch (Failure failure) {
                    progress.step();
                    outcome.failure(failure, source.name());
                    if (failure.exit() == Exit.CANCELLED) {
                        return;
                    }
                }
            }
        }
    }

    /** A mistake in this program that one plan brings to light is no reason to give up the others. */
    private static List<Problem> run(Source source, Function<Source, List<Problem>> action) {
        try {
            return action.apply(source);
        } catch (Failure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw Failure.internal(e);
        }
    }

    /** Runs a command up to its first failure and returns its exit code. */
    static int run(Outcome outcome, Runnable command) {
        try {
            command.run();
        } catch (Failure failure) {
            outcome.failure(failure, InputOptions.STANDARD_INPUT);
        }
        return outcome.exitCode();
    }
}
