package dev.plumbline.internal.calendar;

import dev.plumbline.calendar.DayHours;
import java.time.LocalDate;

/** Being written. All instants are ticks since 1970-01-01T00:00; all amounts are working ticks. */
public abstract class CompiledCalendar {
    /** Hours of a date. */
    public abstract DayHours hoursOn(LocalDate date);

    /** Whether any time is worked, ever. Where it is false, no other method may be called. */
    public abstract boolean hasWorkingTime();

    /** Whether every instant is worked. */
    public abstract boolean isRoundTheClock();

    /** Working ticks in [from, to); negative if to is earlier: work(a, b) = -work(b, a). */
    public abstract long work(long from, long to);

    /** amount > 0: earliest t with work(from, t) = amount; amount < 0: latest t with work(t, from) = -amount; 0: from. Long.MAX_VALUE / MIN_VALUE when there is no such instant (only some last days are worked). */
    public abstract long add(long from, long amount);

    /** t itself if work goes on right after it, else the start of the next period. */
    public abstract long nextStart(long t);

    /** t itself if work goes on right before it, else the end of the last period. */
    public abstract long previousFinish(long t);

    /** The calendar that works when both do. */
    public abstract CompiledCalendar intersect(CompiledCalendar other);
}
