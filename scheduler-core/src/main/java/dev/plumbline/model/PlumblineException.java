package dev.plumbline.model;

import java.util.List;
import java.util.stream.Collectors;

/** A project or a file that won't do, with all of its problems. */
public final class PlumblineException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /** Carries the problems, at least one. */
    public PlumblineException(List<Problem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /** Carries one problem. */
    public PlumblineException(Problem problem) {
        this(List.of(problem));
    }

    /** Returns the problems in the order they were found. */
    public List<Problem> problems() {
        return problems;
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs at least one problem");
        }
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        return problems.size() <= SHOWN ? shown : shown + "\n... " + (problems.size() - SHOWN) + " more";
    }
}
