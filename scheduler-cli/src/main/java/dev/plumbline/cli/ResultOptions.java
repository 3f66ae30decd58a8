package dev.plumbline.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** What all commands have that read plans and tell a result: how plans are read and scheduled, where the result goes, messages. */
final class ResultOptions {

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    /** Runs a command up to its first failure and returns its exit code; no finding makes it fail unless that is asked for. */
    int run(Console console, Consumer<PlanRun> command) {
        return run(console, MessageOptions.FailOn.NEVER, command);
    }

    /** Runs a command up to its first failure and returns its exit code. */
    int run(Console console, MessageOptions.FailOn otherwise, Consumer<PlanRun> command) {
        Outcome outcome = new Outcome(console, messages, otherwise);
        PlanRun run = new PlanRun(console, plans, output, messages, outcome);
        return Batch.run(outcome, () -> command.accept(run));
    }
}
