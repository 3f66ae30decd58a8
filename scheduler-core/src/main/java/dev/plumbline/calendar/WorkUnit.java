package dev.plumbline.calendar;

/** The unit an amount of time is written in. Elapsed units run on the wall clock and ignore every calendar. */
public enum WorkUnit {
    /** Working minutes, written {@code m}. */
    MINUTES("m", false),
    /** Working hours, written {@code h}. */
    HOURS("h", false),
    /** Working days of the project's minutes per day, written {@code d}. */
    DAYS("d", false),
    /** Working weeks of the project's minutes per week, written {@code w}. */
    WEEKS("w", false),
    /** Working months of the project's days per month, written {@code mo}. */
    MONTHS("mo", false),
    /** Elapsed minutes, written {@code em}. */
    ELAPSED_MINUTES("em", true),
    /** Elapsed hours, written {@code eh}. */
    ELAPSED_HOURS("eh", true),
    /** Elapsed days of 24 hours, written {@code ed}. */
    ELAPSED_DAYS("ed", true),
    /** Elapsed weeks of 7 days, written {@code ew}. */
    ELAPSED_WEEKS("ew", true),
    /** Elapsed months of 30 days, written {@code emo}. */
    ELAPSED_MONTHS("emo", true);

    private final String symbol;
    private final boolean elapsed;

    WorkUnit(String symbol, boolean elapsed) {
        this.symbol = symbol;
        this.elapsed = elapsed;
    }

    /** Returns the short form, such as {@code d} or {@code ed}. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether the unit runs on the wall clock. */
    public boolean isElapsed() {
        return elapsed;
    }

    /** Returns the length of one unit in ticks, a working unit by the given conversion. */
    public long ticks(UnitConversion conversion) {
        return switch (this) {
            case MINUTES, ELAPSED_MINUTES -> WorkTime.TICKS_PER_MINUTE;
            case HOURS, ELAPSED_HOURS -> 60L * WorkTime.TICKS_PER_MINUTE;
            case DAYS -> (long) conversion.minutesPerDay() * WorkTime.TICKS_PER_MINUTE;
            case WEEKS -> (long) conversion.minutesPerWeek() * WorkTime.TICKS_PER_MINUTE;
            case MONTHS -> (long) conversion.daysPerMonth() * conversion.minutesPerDay() * WorkTime.TICKS_PER_MINUTE;
            case ELAPSED_DAYS -> WorkTime.TICKS_PER_DAY;
            case ELAPSED_WEEKS -> 7 * WorkTime.TICKS_PER_DAY;
            case ELAPSED_MONTHS -> 30 * WorkTime.TICKS_PER_DAY;
        };
    }
}
