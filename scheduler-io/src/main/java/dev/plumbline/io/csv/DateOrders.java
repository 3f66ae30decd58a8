package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions.DateOrder;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides the order of day and month from all date cells of a file: one value above 12, or one weekday that only fits one
 * way, settles it for all. Where nothing does, dates that could be read both ways are errors, never guesses.
 */
final class DateOrders {

    private final @Nullable DateOrder given;
    private final int firstYear;
    private final int lastYear;
    private final IsoDate iso = new IsoDate();
    private EnumSet<DateOrder> possible = EnumSet.of(DateOrder.DMY, DateOrder.MDY);
    private @Nullable Place unsettled;
    private String unsettledText = "";
    private int unsettledCount;

    DateOrders(@Nullable DateOrder given, int firstYear, int lastYear) {
        this.given = given;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** Takes notice of a cell; cells that are no dates are left for reading. */
    void vote(char[] cell, int from, int to) {
        if (from == to || IsoDate.isLikely(cell, from, to)) {
            return;
        }
        DateText text = quietly(new String(cell, from, to - from));
        if (text == null || text.fixed() || given != null) {
            return;
        }
        EnumSet<DateOrder> narrowed = EnumSet.copyOf(possible);
        narrowed.retainAll(text.likelyOrders());
        if (!narrowed.isEmpty()) {
            possible = narrowed;
        }
    }

    private static @Nullable DateText quietly(String cell) {
        try {
            return DateText.parse(cell);
        } catch (CellProblem e) {
            return null;
        }
    }

    /** Returns the instant of a cell that holds a date in the form that nearly all of them have; else null. */
    @Nullable
    LocalDateTime plain(char[] cell, int from, int to, LocalTime defaultTime) {
        LocalDateTime plain = iso.read(cell, from, to, defaultTime);
        return plain != null && plain.getYear() >= firstYear && plain.getYear() < lastYear ? plain : null;
    }

    /**
     * Returns the instant that a cell stands for, null for none.
     *
     * @param defaultTime the time of day where the cell has none
     */
    @Nullable
    LocalDateTime read(String cell, LocalTime defaultTime, Place place, ProblemList problems) throws CellProblem {
        DateText text = DateText.parse(cell);
        if (text == null) {
            return null;
        }
        DateOrder order = order(text, cell, place);
        if (order == null) {
            return null;
        }
        LocalDate day = Objects.requireNonNull(text.day(order));
        if (day.getYear() < firstYear || day.getYear() >= lastYear) {
            throw new CellProblem(
                    "CSV_DATE",
                    Problem.quote(cell) + " lies outside the years " + firstYear + " to " + (lastYear - 1),
                    "correct the year");
        }
        if (!text.weekdayFits(order)) {
            problems.add(place.problem(
                    "CSV_DATE",
                    Severity.WARNING,
                    Problem.quote(cell) + " is not the weekday it says; it was read as " + day,
                    "correct the weekday or the date"));
        }
        LocalTime time = text.time();
        return day.atTime(time == null ? defaultTime : time);
    }

    private @Nullable DateOrder order(DateText text, String cell, Place place) throws CellProblem {
        if (text.fixed()) {
            return DateOrder.YMD;
        }
        if (given != null) {
            if (!text.orders().contains(given)) {
                throw new CellProblem(
                        "CSV_DATE", Problem.quote(cell) + " is no date in the order " + given, "correct --date-order");
            }
            return given;
        }
        EnumSet<DateOrder> left = EnumSet.copyOf(text.likelyOrders());
        if (left.size() == 1 && left.contains(DateOrder.YMD)) {
            return DateOrder.YMD;
        }
        left.retainAll(possible);
        if (left.isEmpty()) {
            throw new CellProblem(
                    "CSV_DATE",
                    Problem.quote(cell) + " has day and month in another order than other dates of this file",
                    "write dates as 2026-03-31");
        }
        DateOrder first = left.iterator().next();
        if (left.size() == 1 || left.stream().allMatch(o -> Objects.equals(text.day(o), text.day(first)))) {
            return first;
        }
        if (unsettled == null) {
            unsettled = place;
            unsettledText = cell;
        }
        unsettledCount++;
        return null;
    }

    /** Reports the first date that can be read both ways, with the number of the others. */
    void reportUnsettled(ProblemList problems) {
        Place place = unsettled;
        if (place != null) {
            String others = unsettledCount == 1 ? "" : " (and " + (unsettledCount - 1) + " more dates)";
            problems.add(place.problem(
                    "CSV_DATE",
                    Severity.ERROR,
                    Problem.quote(unsettledText) + others + " can be read day first or month first",
                    "give --date-order dmy or --date-order mdy"));
        }
    }
}
