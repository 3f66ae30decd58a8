package dev.plumbline.io;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows. Immutable; vary {@link #DEFAULT}:
 *
 * <pre>{@code
 * ReportOptions.DEFAULT.withFrom(LocalDate.of(2026, 3, 1)).withTo(LocalDate.of(2026, 5, 31))
 * }</pre>
 *
 * @param from the first day of the chart; absent for the plan's
 * @param to the last day of the chart; absent for the plan's
 * @param rows how many rows a chart or list may have, 0 for what suits the report
 * @param width how many columns a text may have, at least 60
 * @param characters what a text is drawn with
 * @param colour whether a text is coloured
 */
public record ReportOptions(
        @Nullable LocalDate from, @Nullable LocalDate to, int rows, int width, Characters characters, Colour colour) {

    /** As many rows as suit the report: 2,000 on a page, 60 in a text chart, 20 in a text list. */
    public static final int FITTING_ROWS = 0;

    /** Every row. */
    public static final int ALL_ROWS = Integer.MAX_VALUE;

    /** The whole plan; texts of 100 columns without colour. */
    public static final ReportOptions DEFAULT =
            new ReportOptions(null, null, FITTING_ROWS, 100, Characters.UNICODE, Colour.NONE);

    /** Checks dates, rows and width. */
    public ReportOptions {
        Objects.requireNonNull(characters, "characters");
        Objects.requireNonNull(colour, "colour");
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the chart ends (%s) before it begins (%s)".formatted(to, from));
        }
        if (rows < 0) {
            throw new IllegalArgumentException("a report has 0 rows (as many as fit) or more: " + rows);
        }
        if (width < 60 || width > 1000) {
            throw new IllegalArgumentException("a text has 60 to 1000 columns: " + width);
        }
    }

    /** What a text is drawn with. */
    public enum Characters {
        /** Blocks and diamonds. */
        UNICODE,
        /** Letters and signs that every terminal and font has. */
        ASCII
    }

    /** Whether a text is coloured. */
    public enum Colour {
        /** Plain text. */
        NONE,
        /** The escape sequences of ECMA-48, which terminals understand. */
        ANSI
    }

    /** Returns options with a first day of the chart. */
    public ReportOptions withFrom(@Nullable LocalDate value) {
        return new ReportOptions(value, to, rows, width, characters, colour);
    }

    /** Returns options with a last day of the chart. */
    public ReportOptions withTo(@Nullable LocalDate value) {
        return new ReportOptions(from, value, rows, width, characters, colour);
    }

    /** Returns options with at most so many rows in a chart or list. */
    public ReportOptions withRows(int value) {
        return new ReportOptions(from, to, value, width, characters, colour);
    }

    /** Returns options with every row. */
    public ReportOptions withAllRows() {
        return withRows(ALL_ROWS);
    }

    /** Returns options with so many columns of text. */
    public ReportOptions withWidth(int value) {
        return new ReportOptions(from, to, rows, value, characters, colour);
    }

    /** Returns options with other characters. */
    public ReportOptions withCharacters(Characters value) {
        return new ReportOptions(from, to, rows, width, value, colour);
    }

    /** Returns options with or without colour. */
    public ReportOptions withColour(Colour value) {
        return new ReportOptions(from, to, rows, width, characters, value);
    }

    /** Returns the number of rows: that set here, else what suits the report. */
    int rowsOr(int fitting) {
        return rows == FITTING_ROWS ? fitting : rows;
    }
}
