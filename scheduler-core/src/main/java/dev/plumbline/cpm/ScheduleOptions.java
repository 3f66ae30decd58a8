package dev.plumbline.cpm;

import java.time.LocalDateTime;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a project is scheduled. Immutable; vary {@link #DEFAULT} with the {@code with} methods. What is left open is taken from
 * the project.
 *
 * @param profile whose rules hold
 * @param honourConstraints whether constraint dates win over relationships
 * @param criticalFloatDays up to how many working days of total float an activity is critical; absent for the project's
 * @param multipleCriticalPaths whether every open end is critical; absent for the project's
 * @param dataDate the data date; absent for the project's
 */
public record ScheduleOptions(
        Profile profile,
        boolean honourConstraints,
        @Nullable Integer criticalFloatDays,
        @Nullable Boolean multipleCriticalPaths,
        @Nullable LocalDateTime dataDate) {

    /** The rules of Microsoft Project, the project's own options. */
    public static final ScheduleOptions DEFAULT =
            new ScheduleOptions(Profile.MICROSOFT_PROJECT, true, null, null, null);

    /** Whose rules hold where tools differ. */
    public enum Profile {
        /** Microsoft Project. */
        MICROSOFT_PROJECT
    }

    /** Returns options in which constraint dates win over relationships, or only bound late dates. */
    public ScheduleOptions withHonourConstraints(boolean honour) {
        return new ScheduleOptions(profile, honour, criticalFloatDays, multipleCriticalPaths, dataDate);
    }

    /** Returns options with a limit of total float in working days. */
    public ScheduleOptions withCriticalFloatDays(int days) {
        return new ScheduleOptions(profile, honourConstraints, days, multipleCriticalPaths, dataDate);
    }

    /** Returns options in which every open end is critical, or not. */
    public ScheduleOptions withMultipleCriticalPaths(boolean multiple) {
        return new ScheduleOptions(profile, honourConstraints, criticalFloatDays, multiple, dataDate);
    }

    /** Returns options with a data date. */
    public ScheduleOptions withDataDate(LocalDateTime date) {
        return new ScheduleOptions(profile, honourConstraints, criticalFloatDays, multipleCriticalPaths, date);
    }

    /** Returns the limit of total float, if one is set here. */
    public OptionalInt criticalLimit() {
        return criticalFloatDays == null ? OptionalInt.empty() : OptionalInt.of(criticalFloatDays);
    }
}
