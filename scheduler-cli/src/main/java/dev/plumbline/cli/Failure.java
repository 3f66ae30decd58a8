package dev.plumbline.cli;

import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of work on one input: how it ends and why. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<Problem> problems;

    private Failure(Exit exit, List<Problem> problems, @Nullable Throwable cause) {
        super(problems.get(0).message(), cause);
        this.exit = exit;
        this.problems = List.copyOf(problems);
    }

    /** The command can't be carried out as it is written. */
    static Failure usage(String message, String hint) {
        return new Failure(Exit.USAGE, List.of(Problem.error("USAGE", message, hint)), null);
    }

    /** A plan won't do; a cancelled run is told from other reasons by its code. */
    static Failure of(Exit exit, PlumblineException cause) {
        boolean cancelled = cause.problems().stream().anyMatch(p -> p.code().equals("CANCELLED"));
        return new Failure(cancelled ? Exit.CANCELLED : exit, cause.problems(), cause);
    }

    /** An input can't be read from the disk or a stream. */
    static Failure unreadable(IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return cancelled();
        }
        Problem problem;
        if (cause instanceof NoSuchFileException) {
            problem = Problem.error("NOT_FOUND", "there is no such file", "check the path");
        } else if (cause instanceof AccessDeniedException) {
            problem = Problem.error("NOT_READABLE", "the file may not be read", "check its permissions");
        } else if (cause instanceof CharacterCodingException) {
            problem = Problem.error("NOT_READABLE", "the text is not in the encoding", "name it with --encoding");
        } else {
            problem = Problem.error("NOT_READABLE", "reading failed: " + reason(cause), "check the file");
        }
        return new Failure(Exit.INPUT, List.of(problem), cause);
    }

    /** An output can't be written. */
    static Failure unwritable(String name, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return cancelled();
        }
        String message;
        if (cause instanceof NoSuchFileException) {
            message = "can't write %s: its folder does not exist".formatted(Problem.quote(name));
        } else if (cause instanceof AccessDeniedException || cause instanceof FileAlreadyExistsException) {
            message = "can't write %s: not allowed there".formatted(Problem.quote(name));
        } else {
            message = "can't write %s: %s".formatted(Problem.quote(name), reason(cause));
        }
        return new Failure(
                Exit.USAGE, List.of(Problem.error("NOT_WRITTEN", message, "name another place for it")), cause);
    }

    /** A mistake in this program. */
    static Failure internal(Throwable cause) {
        String what = cause.toString().lines().findFirst().orElse("");
        Problem problem = Problem.error("INTERNAL", what, "please report it, with the output of --debug");
        return new Failure(Exit.INTERNAL, List.of(problem), cause);
    }

    static Failure cancelled() {
        return new Failure(
                Exit.CANCELLED,
                List.of(Problem.error("CANCELLED", "stopped before the end", "nothing was written for this input")),
                null);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    Exit exit() {
        return exit;
    }

    List<Problem> problems() {
        return problems;
    }
}
