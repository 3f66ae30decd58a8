package dev.plumbline.cli;

import dev.plumbline.model.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said on standard error, and which findings fail the run; every command has these options. */
final class MessageOptions {

    /** From which severity on findings make the exit code 1. */
    enum FailOn {
        /** Errors. */
        ERROR,
        /** Warnings and errors. */
        WARNING,
        /** Any finding. */
        INFO,
        /** No finding. */
        NEVER;

        boolean isMetBy(Severity severity) {
            return switch (this) {
                case ERROR -> severity == Severity.ERROR;
                case WARNING -> severity != Severity.INFO;
                case INFO -> true;
                case NEVER -> false;
            };
        }
    }

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning|info|never",
            description = "Exit with 1 if there are findings of this severity or worse (default: never; check: error).")
    private @Nullable FailOn failOn;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no findings on standard error, only errors.")
    private boolean quiet;

    @Option(names = "--debug", description = "Print stack traces of errors.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // its presence makes the parser show the help
    private boolean help;

    FailOn failOn(FailOn otherwise) {
        return failOn == null ? otherwise : failOn;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isDebug() {
        return debug;
    }
}
