package dev.plumbline.calendar;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When work is done: hours of the week, dated work weeks and exceptions, alone or derived from a base calendar. Immutable.
 *
 * <p>The hours of a date are, first hit wins: an exception of this calendar, an exception of its base and so on, a work week
 * of this calendar, then of its bases, the weekday of this calendar where it is set, then of its bases. What no calendar sets
 * is Monday to Friday 08:00-12:00 and 13:00-17:00.
 */
public final class WorkCalendar {

    static final DayHours OFFICE = DayHours.of(
            Shift.of(LocalTime.of(8, 0), LocalTime.of(12, 0)), Shift.of(LocalTime.of(13, 0), LocalTime.of(17, 0)));
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final long FIRST_TICK = Ticks.of(LocalDateTime.MIN);
    private static final long LAST_TICK = Ticks.of(LocalDateTime.MAX);

    private final String id;
    private final String name;
    private final @Nullable WorkCalendar base;
    private final Map<DayOfWeek, DayHours> week;
    private final List<WorkWeek> workWeeks;
    private final List<CalendarException> exceptions;
    private volatile @Nullable CompiledCalendar compiled;

    private WorkCalendar(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.base = builder.base;
        this.week = Collections.unmodifiableMap(new EnumMap<>(builder.week));
        this.workWeeks = List.copyOf(builder.workWeeks);
        this.exceptions = List.copyOf(builder.exceptions);
    }

    /** Returns Monday to Friday, 08:00-12:00 and 13:00-17:00, with the id and name {@code Standard}. */
    public static WorkCalendar standard() {
        return builder("Standard").workdays(OFFICE).build();
    }

    /** Returns a calendar that works every hour of every day. */
    public static WorkCalendar roundTheClock(String name) {
        return builder(name).everyDay(DayHours.ALL_DAY).build();
    }

    /** Returns Monday to Friday with one shift a day. */
    public static WorkCalendar weekdays(String name, LocalTime from, LocalTime to) {
        return builder(name).workdays(DayHours.of(Shift.of(from, to))).build();
    }

    /** Returns a builder for a calendar whose id and name are the same. */
    public static Builder builder(String name) {
        return new Builder(name, name);
    }

    /** Returns a builder for a calendar with an id and a name. */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** Returns a builder for a calendar that inherits from this one what it doesn't set. */
    public Builder derive(String derivedName) {
        return builder(derivedName).base(this);
    }

    /** Returns a builder that holds all that this calendar holds. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, name);
        builder.base = base;
        builder.week.putAll(week);
        builder.workWeeks.addAll(workWeeks);
        builder.exceptions.addAll(exceptions);
        return builder;
    }

    /** Returns the id that activities and resources refer to. */
    public String id() {
        return id;
    }

    /** Returns the name, for people. */
    public String name() {
        return name;
    }

    /** Returns the calendar it is derived from. */
    public Optional<WorkCalendar> base() {
        return Optional.ofNullable(base);
    }

    /** Returns the weekdays that this calendar itself sets, from Monday on; the others are inherited. */
    public Map<DayOfWeek, DayHours> week() {
        return week;
    }

    /** Returns the dated weeks of this calendar itself. */
    public List<WorkWeek> workWeeks() {
        return workWeeks;
    }

    /** Returns the exceptions of this calendar itself. */
    public List<CalendarException> exceptions() {
        return exceptions;
    }

    /** Returns the hours of a date. */
    public DayHours hoursOn(LocalDate date) {
        int[] ticks = compiled().hoursOn(date.toEpochDay());
        List<Shift> shifts = new ArrayList<>(ticks.length / 2);
        for (int i = 0; i < ticks.length; i += 2) {
            shifts.add(Shift.ofTicks(ticks[i], ticks[i + 1]));
        }
        return new DayHours(shifts);
    }

    /**
     * Returns the instant at which an amount of time has passed. A working amount ends at the earliest such instant (the end
     * of a shift, not the start of the next), a negative one at the latest; none leaves the instant as it is. Elapsed amounts
     * ignore the calendar.
     *
     * @throws DateTimeException if so much is never worked
     */
    public LocalDateTime add(LocalDateTime from, WorkTime amount) {
        long start = Ticks.of(from);
        if (amount.isElapsed() || amount.isZero()) {
            return toDateTime(Math.addExact(start, amount.ticks()), from);
        }
        return toDateTime(compiled().add(start, amount.ticks()), from);
    }

    /** Returns the working time from one instant to another, in hours; negative if the second is earlier. */
    public WorkTime workBetween(LocalDateTime from, LocalDateTime to) {
        return new WorkTime(compiled().work(Ticks.of(from), Ticks.of(to)), WorkUnit.HOURS);
    }

    /**
     * Returns the instant itself if work goes on after it, else the start of the next shift.
     *
     * @throws DateTimeException if nothing is worked any more
     */
    public LocalDateTime nextStart(LocalDateTime instant) {
        return toDateTime(compiled().nextStart(Ticks.of(instant)), instant);
    }

    /**
     * Returns the instant itself if work goes on before it, else the end of the last shift.
     *
     * @throws DateTimeException if nothing was worked before
     */
    public LocalDateTime previousFinish(LocalDateTime instant) {
        return toDateTime(compiled().previousFinish(Ticks.of(instant)), instant);
    }

    private LocalDateTime toDateTime(long tick, LocalDateTime from) {
        if (tick < FIRST_TICK || tick > LAST_TICK) {
            throw new DateTimeException(
                    "calendar '%s' has no such working time before or after %s; give it working days"
                            .formatted(name, from));
        }
        return Ticks.toDateTime(tick);
    }

    /** Returns whether any time is worked from one instant to another. */
    public boolean hasWorkingTime(LocalDateTime from, LocalDateTime to) {
        return compiled().nextStart(Ticks.of(from)) < Ticks.of(to);
    }

    /** Returns whether any time at all is worked. */
    public boolean hasWorkingTime() {
        return compiled().hasWorkingTime();
    }

    /**
     * Returns the compiled form, for the engine.
     *
     * @hidden
     */
    @SuppressWarnings("InvalidBlockTag") // Error Prone 2 does not know @hidden, javadoc does
    public CompiledCalendar compiled() {
        CompiledCalendar result = compiled;
        if (result == null) {
            result = base != null && week.isEmpty() && workWeeks.isEmpty() && exceptions.isEmpty()
                    ? base.compiled()
                    : CalendarCompiler.compile(this);
            compiled = result;
        }
        return result;
    }

    /** Returns whether the other calendar has the same id, name, base, weeks and exceptions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof WorkCalendar that
                        && id.equals(that.id)
                        && name.equals(that.name)
                        && Objects.equals(base, that.base)
                        && week.equals(that.week)
                        && workWeeks.equals(that.workWeeks)
                        && exceptions.equals(that.exceptions));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, week, workWeeks, exceptions);
    }

    @Override
    public String toString() {
        return "calendar '%s'%s %s, %s exceptions"
                .formatted(name, base == null ? "" : " on '" + base.name + "'", week, exceptions.size());
    }

    /** Collects the parts of a calendar. */
    public static final class Builder {

        private final String id;
        private String name;
        private @Nullable WorkCalendar base;
        private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        private final List<WorkWeek> workWeeks = new ArrayList<>();
        private final List<CalendarException> exceptions = new ArrayList<>();

        private Builder(String id, String name) {
            this.id = Objects.requireNonNull(id, "id");
            this.name = Objects.requireNonNull(name, "name");
        }

        /** Sets the name for people. */
        public Builder name(String newName) {
            name = Objects.requireNonNull(newName, "name");
            return this;
        }

        /** Sets the calendar that fills in what this one doesn't set. */
        public Builder base(@Nullable WorkCalendar newBase) {
            base = newBase;
            return this;
        }

        /** Sets the hours of one weekday. */
        public Builder day(DayOfWeek day, DayHours hours) {
            week.put(day, Objects.requireNonNull(hours, "hours"));
            return this;
        }

        /** Sets Monday to Friday, and Saturday and Sunday off. */
        public Builder workdays(DayHours hours) {
            for (DayOfWeek day : DayOfWeek.values()) {
                day(day, WORKDAYS.contains(day) ? hours : DayHours.OFF);
            }
            return this;
        }

        /** Sets the same hours for all seven days. */
        public Builder everyDay(DayHours hours) {
            for (DayOfWeek day : DayOfWeek.values()) {
                day(day, hours);
            }
            return this;
        }

        /** Adds a dated week; the first that covers a date wins. */
        public Builder workWeek(WorkWeek newWeek) {
            workWeeks.add(Objects.requireNonNull(newWeek, "workWeek"));
            return this;
        }

        /** Adds an exception. */
        public Builder exception(CalendarException exception) {
            exceptions.add(Objects.requireNonNull(exception, "exception"));
            return this;
        }

        /** Adds a day off. */
        public Builder dayOff(String exceptionName, LocalDate day) {
            return exception(CalendarException.dayOff(exceptionName, day));
        }

        /** Returns the calendar. */
        public WorkCalendar build() {
            return new WorkCalendar(this);
        }
    }
}
