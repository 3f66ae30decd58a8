package dev.plumbline.io.csv;

import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;

/**
 * A cell, or a whole row if the column is 0.
 *
 * @param file the file's name, possibly empty
 * @param line the physical line on which the record begins, from 1; 0 for the file as a whole
 * @param column the number of the field, from 1; 0 for the row
 * @param title the column's title, empty for the row
 */
record Place(String file, int line, int column, String title) {

    Problem problem(String code, Severity severity, String message, String hint) {
        String lead = line == 0 ? "" : title.isEmpty() ? "line " + line + ": " : "line " + line + ", " + title + ": ";
        return new Problem(code, severity, location(), lead + message, hint);
    }

    Location location() {
        return new Location(file, line, column, -1, title);
    }
}
