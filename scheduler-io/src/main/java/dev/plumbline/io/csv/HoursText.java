package dev.plumbline.io.csv;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.model.Problem;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hours of a day: {@code 08:00-12:00 13:00-17:00}, {@code 00:00-24:00} or {@code off}. */
final class HoursText {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");
    private static final int MOST_SHIFTS = 1000;

    private HoursText() {}

    static DayHours parse(String cell) throws CellProblem {
        String text = cell.strip();
        if (text.equalsIgnoreCase("off")) {
            return DayHours.OFF;
        }
        List<Shift> shifts = new ArrayList<>();
        for (String part : text.split("[\\s;,]+", MOST_SHIFTS)) {
            String[] ends = part.split("-", -1);
            LocalTime from = ends.length == 2 ? time(ends[0]) : null;
            LocalTime to = ends.length != 2 ? null : ends[1].equals("24:00") ? LocalTime.MIDNIGHT : time(ends[1]);
            if (from == null || to == null) {
                throw new CellProblem(
                        "CSV_CALENDAR",
                        Problem.quote(cell) + " are no working hours",
                        "write them like 08:00-12:00 13:00-17:00, or off");
            }
            try {
                shifts.add(Shift.of(from, to));
            } catch (IllegalArgumentException e) {
                throw new CellProblem(
                        "CAL_REVERSED",
                        Problem.quote(part) + " doesn't end after it begins",
                        "split a night shift at midnight, onto two days");
            }
        }
        try {
            return new DayHours(shifts);
        } catch (IllegalArgumentException e) {
            throw new CellProblem("CAL_OVERLAP", "hours overlap in " + Problem.quote(cell), "keep shifts apart");
        }
    }

    /** Returns a time of day in whole tenths of a minute; null if the text is none. */
    static @Nullable LocalTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        try {
            int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            if (second % 6 != 0) {
                return null;
            }
            return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
