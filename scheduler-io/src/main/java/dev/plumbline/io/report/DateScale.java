package dev.plumbline.io.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Dates along an axis, with up to seven of them told. */
final class DateScale {

    private static final int MOST_TICKS = 6;
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12_000};

    private final LocalDateTime from;
    private final long seconds;

    /** Returns the scale from one instant to another, a little wider so that nothing touches the frame. */
    DateScale(LocalDateTime from, LocalDateTime to) {
        long span = Math.max(
                Duration.between(from, to).toSeconds(), Duration.ofDays(1).toSeconds());
        this.from = from.minusSeconds(span / 50);
        this.seconds = span + 2 * (span / 50);
    }

    /** A date that is told. */
    record Tick(double share, String label) {}

    /** Returns the position of an instant, 0 to 1 inside the scale. */
    double share(LocalDateTime instant) {
        return Duration.between(from, instant).toSeconds() / (double) seconds;
    }

    List<Tick> ticks() {
        LocalDate first = from.toLocalDate();
        LocalDateTime end = from.plusSeconds(seconds);
        for (int days : DAYS) {
            if (seconds / Duration.ofDays(days).toSeconds() <= MOST_TICKS) {
                LocalDate start =
                        days >= 7 ? first.minusDays(first.getDayOfWeek().getValue() - 1L) : first;
                return ticks(start, days, ChronoUnit.DAYS, end);
            }
        }
        LocalDate month = first.withDayOfMonth(1);
        for (int months : MONTHS) {
            if (seconds / Duration.ofDays(30L * months).toSeconds() <= MOST_TICKS) {
                LocalDate start = months >= 12 ? month.withDayOfYear(1) : month;
                return ticks(start, months, ChronoUnit.MONTHS, end);
            }
        }
        return List.of();
    }

    private List<Tick> ticks(LocalDate start, int step, ChronoUnit unit, LocalDateTime end) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = start; !day.atStartOfDay().isAfter(end); day = day.plus(step, unit)) {
            if (!day.atStartOfDay().isBefore(from)) {
                ticks.add(new Tick(share(day.atStartOfDay()), day.toString()));
            }
        }
        return ticks;
    }
}
