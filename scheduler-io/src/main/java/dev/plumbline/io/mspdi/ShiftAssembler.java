package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.mspdi.CalendarDraft.DayDraft;
import dev.plumbline.io.mspdi.CalendarDraft.ShiftDraft;
import dev.plumbline.model.Problem;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the working times of a day into hours: in order, without overlap, on whole tenths of a minute. */
final class ShiftAssembler {

    private static final int SECONDS_PER_TICK = 6;
    private static final DayHours OFFICE = DayHours.of(
            Shift.of(LocalTime.of(8, 0), LocalTime.of(12, 0)), Shift.of(LocalTime.of(13, 0), LocalTime.of(17, 0)));

    private final ProblemLog log;

    ShiftAssembler(ProblemLog log) {
        this.log = log;
    }

    /** Returns the hours of a day. */
    DayHours hours(DayDraft day) {
        if (!day.working) {
            return DayHours.OFF;
        }
        List<int[]> spans = new ArrayList<>();
        List<ShiftDraft> given = new ArrayList<>(day.shifts);
        given.removeIf(s -> s.from == null && s.to == null);
        for (ShiftDraft shift : given) {
            int[] span = span(shift);
            if (span != null) {
                spans.add(span);
            }
        }
        if (given.isEmpty()) {
            warn("CAL_NO_HOURS", day.spot, "a working day has no WorkingTime", "08:00-12:00 and 13:00-17:00 are used");
            return OFFICE;
        }
        spans.sort(Comparator.comparingInt(s -> s[0]));
        return new DayHours(merged(spans));
    }

    private int @Nullable [] span(ShiftDraft shift) {
        if (shift.from == null || shift.to == null) {
            warn("CAL_NO_HOURS", shift.spot, "a WorkingTime lacks FromTime or ToTime", "it is left out");
            return null;
        }
        int from = tick(shift.from);
        int to = shift.to.equals(LocalTime.MIDNIGHT) ? (int) WorkTime.TICKS_PER_DAY : tick(shift.to);
        if (from > to) {
            log.add(Problem.error(
                            "CAL_REVERSED",
                            "the WorkingTime %s-%s ends before it begins".formatted(shift.from, shift.to),
                            "write a night shift as two: up to 00:00 and, on the next day, from 00:00")
                    .at(Spot.location(shift.spot)));
            return null;
        }
        if (from == to) {
            warn(
                    "CAL_EMPTY_SHIFT",
                    shift.spot,
                    "the WorkingTime %s-%s is empty".formatted(shift.from, shift.to),
                    "it is left out");
            return null;
        }
        return new int[] {from, to, (int) (shift.spot >> 32), (int) shift.spot};
    }

    private List<Shift> merged(List<int[]> spans) {
        List<Shift> result = new ArrayList<>(spans.size());
        int from = -1;
        int to = -1;
        for (int[] span : spans) {
            if (span[0] < to) {
                warn(
                        "CAL_OVERLAP",
                        Spot.of(span[2], span[3]),
                        "the WorkingTime %s overlaps %s".formatted(shift(span[0], span[1]), shift(from, to)),
                        "the hours in common count once");
                to = Math.max(to, span[1]);
                continue;
            }
            if (from >= 0) {
                result.add(shift(from, to));
            }
            from = span[0];
            to = span[1];
        }
        if (from >= 0) {
            result.add(shift(from, to));
        }
        return result;
    }

    private static Shift shift(int from, int to) {
        return Shift.of(
                LocalTime.ofSecondOfDay((long) from * SECONDS_PER_TICK),
                to == WorkTime.TICKS_PER_DAY
                        ? LocalTime.MIDNIGHT
                        : LocalTime.ofSecondOfDay((long) to * SECONDS_PER_TICK));
    }

    private static int tick(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_PER_TICK;
    }

    private void warn(String code, long spot, String message, String hint) {
        log.add(Problem.warning(code, message, hint).at(Spot.location(spot)));
    }
}
