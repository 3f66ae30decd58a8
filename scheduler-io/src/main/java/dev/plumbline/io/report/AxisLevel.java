package dev.plumbline.io.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How finely a time axis is divided, from coarse to fine: the unit of its lower line, and of its upper line. */
enum AxisLevel {
    CENTURIES("Centuries", Unit.CENTURY, Unit.NONE, 40),
    DECADES("Decades", Unit.DECADE, Unit.NONE, 40),
    YEARS("Years", Unit.YEAR, Unit.NONE, 40),
    QUARTERS("Quarters", Unit.QUARTER, Unit.YEAR, 28),
    MONTHS("Months", Unit.MONTH, Unit.YEAR, 32),
    WEEKS("Weeks", Unit.WEEK, Unit.MONTH, 24),
    DAYS("Days", Unit.DAY, Unit.WEEK, 20),
    HOURS("Hours", Unit.SIX_HOURS, Unit.DAY_OF_WEEK, 26);

    private static final String[] MONTH_NAMES = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final String[] DAY_NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private final String title;
    private final Unit minor;
    private final Unit major;
    private final int pixels;

    AxisLevel(String title, Unit minor, Unit major, int pixels) {
        this.title = title;
        this.minor = minor;
        this.major = major;
        this.pixels = pixels;
    }

    /** Returns the name on the button. */
    String title() {
        return title;
    }

    /** Returns the unit of the lower line. */
    Unit minor() {
        return minor;
    }

    /** Returns the unit of the upper line. */
    Unit major() {
        return major;
    }

    /** Returns how many units of the lower line there are, rounded up. */
    long units(TimeScale scale) {
        return (scale.days() * 24 + minor.hours - 1) / minor.hours;
    }

    /** Returns the width in pixels from which the labels of the lower line are legible. */
    long width(TimeScale scale) {
        return units(scale) * pixels;
    }

    /** A unit of time on an axis. */
    enum Unit {
        NONE(1),
        CENTURY(876_600),
        DECADE(87_660),
        YEAR(8766),
        QUARTER(2190),
        MONTH(730),
        WEEK(168),
        DAY(24),
        DAY_OF_WEEK(24),
        SIX_HOURS(6);

        private final int hours;

        Unit(int hours) {
            this.hours = hours;
        }

        /** Returns the start of the unit that an instant lies in. */
        LocalDateTime floor(LocalDateTime instant) {
            LocalDate day = instant.toLocalDate();
            return switch (this) {
                case NONE -> instant;
                case CENTURY ->
                    LocalDate.of(Math.floorDiv(day.getYear(), 100) * 100, 1, 1).atStartOfDay();
                case DECADE ->
                    LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1).atStartOfDay();
                case YEAR -> day.withDayOfYear(1).atStartOfDay();
                case QUARTER ->
                    LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                            .atStartOfDay();
                case MONTH -> day.withDayOfMonth(1).atStartOfDay();
                case WEEK ->
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
                case DAY, DAY_OF_WEEK -> day.atStartOfDay();
                case SIX_HOURS -> day.atStartOfDay().plusHours(instant.getHour() / 6 * 6L);
            };
        }

        /** Returns the start of the next unit. */
        LocalDateTime next(LocalDateTime start) {
            return switch (this) {
                case NONE -> start;
                case CENTURY -> start.plusYears(100);
                case DECADE -> start.plusYears(10);
                case YEAR -> start.plusYears(1);
                case QUARTER -> start.plusMonths(3);
                case MONTH -> start.plusMonths(1);
                case WEEK -> start.plusWeeks(1);
                case DAY, DAY_OF_WEEK -> start.plusDays(1);
                case SIX_HOURS -> start.plusHours(6);
            };
        }

        /** Returns the label on the lower line. */
        String shortLabel(LocalDateTime start) {
            return switch (this) {
                case NONE -> "";
                case CENTURY, DECADE, YEAR -> Integer.toString(start.getYear());
                case QUARTER -> "Q" + (start.getMonthValue() / 3 + 1);
                case MONTH -> MONTH_NAMES[start.getMonthValue() - 1];
                case WEEK, DAY, DAY_OF_WEEK -> Integer.toString(start.getDayOfMonth());
                case SIX_HOURS -> String.format(Locale.ROOT, "%02d", start.getHour());
            };
        }

        /** Returns the label on the upper line. */
        String longLabel(LocalDateTime start) {
            return switch (this) {
                case MONTH -> MONTH_NAMES[start.getMonthValue() - 1] + " " + start.getYear();
                case WEEK ->
                    start.getDayOfMonth() + " " + MONTH_NAMES[start.getMonthValue() - 1] + " " + start.getYear();
                case DAY_OF_WEEK ->
                    DAY_NAMES[start.getDayOfWeek().getValue() - 1] + " " + start.getDayOfMonth() + " "
                            + MONTH_NAMES[start.getMonthValue() - 1];
                default -> shortLabel(start);
            };
        }
    }
}
