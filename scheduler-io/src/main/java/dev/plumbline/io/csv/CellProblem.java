package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;

/** What is wrong with one cell; caught where the cell's place is known. */
final class CellProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    CellProblem(String code, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    String code() {
        return code;
    }

    /** Returns the problem, its message led by line and column title. */
    Problem located(Place place) {
        return place.problem(code, Severity.ERROR, String.valueOf(getMessage()), hint);
    }
}
