package dev.plumbline.io.report;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Baseline;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of a chart, and where an instant lies between them.
 *
 * @param from the first day
 * @param to the day after the last
 */
record TimeScale(LocalDate from, LocalDate to) {

    private static final long PARTS = 1_000_000;
    private static final long PER_PERCENT = PARTS / 100;
    private static final long BEYOND = PARTS / 2;

    TimeScale {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an axis must span a day at least: %s to %s".formatted(from, to));
        }
    }

    /**
     * Returns the scale of a plan: from its start to its finish, with room for labels, and late dates, deadlines, baselines and
     * the data date as far as they lie within a quarter of the plan's length around it.
     */
    static TimeScale of(PlanFacts facts, Window window) {
        long first = Ticks.of(facts.start());
        long last = Math.max(Ticks.of(facts.finish()), first + 1);
        long reach = Math.max((last - first) / 4, 2 * WorkTime.TICKS_PER_DAY);
        Extent extent = new Extent(first, last, first - reach, last + reach);
        for (ActivityTimes row : facts.rows()) {
            if (row.activity().active()) {
                extent.add(row.start());
                extent.add(row.finish());
                extent.add(row.lateFinish());
                extent.add(row.activity().deadline());
                Baseline baseline = baseline(row.activity().baselines());
                extent.add(baseline == null ? null : baseline.start());
                extent.add(baseline == null ? null : baseline.finish());
            }
        }
        facts.dataDate().ifPresent(extent::add);
        long span = extent.last - extent.first;
        LocalDate from = day(extent.first - span / 100);
        LocalDate to = day(extent.last + span / 25).plusDays(1);
        from = window.from() == null ? from : window.from();
        to = window.to() == null ? to : window.to().plusDays(1);
        return new TimeScale(from, from.isBefore(to) ? to : from.plusDays(1));
    }

    static @Nullable Baseline baseline(List<Baseline> baselines) {
        return baselines.stream().filter(b -> b.number() == 0).findFirst().orElse(null);
    }

    private static LocalDate day(long tick) {
        return LocalDate.ofEpochDay(Math.floorDiv(tick, WorkTime.TICKS_PER_DAY));
    }

    long days() {
        return to.toEpochDay() - from.toEpochDay();
    }

    /** Returns the place of an instant in millionths of the width; far outside it is drawn half a width beyond the end. */
    long place(LocalDateTime instant) {
        return Math.max(-BEYOND, Math.min(offset(instant) * PARTS / span(), PARTS + BEYOND));
    }

    /** Returns in which of so many equal parts of the width an instant lies, from 0; outside it lies beyond either end. */
    int part(LocalDateTime instant, int parts) {
        return (int) Math.floorDiv(offset(instant) * parts, span());
    }

    private long span() {
        return days() * WorkTime.TICKS_PER_DAY;
    }

    /** Returns how far an instant lies behind the beginning, at most one width before it and two behind it. */
    private long offset(LocalDateTime instant) {
        return Math.max(-span(), Math.min(Ticks.of(instant) - Ticks.of(from), 2 * span()));
    }

    /** Returns the place of a midnight. */
    long place(LocalDate day) {
        return place(day.atStartOfDay());
    }

    /** Returns the place of an instant in percent, such as {@code 12.5%}. */
    String x(LocalDateTime instant) {
        return percent(place(instant));
    }

    /** Returns millionths as percent with at most four decimals; a page holds very many of them. */
    static String percent(long millionths) {
        StringBuilder text = new StringBuilder(12);
        long size = Math.abs(millionths);
        text.append(millionths < 0 ? "-" : "").append(size / PER_PERCENT);
        long rest = size % PER_PERCENT;
        if (rest > 0) {
            text.append('.');
            for (long unit = PER_PERCENT / 10; rest > 0; unit /= 10) {
                text.append((char) ('0' + rest / unit));
                rest %= unit;
            }
        }
        return text.append('%').toString();
    }

    /** Returns whether some of a span is shown. */
    boolean shows(LocalDateTime start, LocalDateTime finish) {
        return start.isBefore(to.atStartOfDay()) && !finish.isBefore(from.atStartOfDay());
    }

    /** Grows with what lies within its reach. */
    private static final class Extent {
        private long first;
        private long last;
        private final long earliest;
        private final long latest;

        Extent(long first, long last, long earliest, long latest) {
            this.first = first;
            this.last = last;
            this.earliest = earliest;
            this.latest = latest;
        }

        void add(@Nullable LocalDateTime instant) {
            if (instant != null) {
                long tick = Ticks.of(instant);
                first = tick < earliest ? first : Math.min(first, tick);
                last = tick > latest ? last : Math.max(last, tick);
            }
        }
    }
}
