package dev.plumbline.io;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a random plan may have, and which formats hold all of it. */
public enum Trait {
    OUTLINE(Format.CSV, Format.MSPDI),
    NAMES(Format.CSV, Format.MSPDI),
    NOTES(Format.CSV, Format.MSPDI),
    UNITS(Format.CSV, Format.MSPDI),
    CONSTRAINTS(Format.CSV, Format.MSPDI),
    DEADLINES(Format.CSV, Format.MSPDI),
    MANUAL(Format.CSV, Format.MSPDI),
    INACTIVE(Format.CSV, Format.MSPDI),
    MARKS(Format.CSV, Format.MSPDI),
    LEVELLING(Format.CSV, Format.MSPDI),
    EFFORT(Format.CSV, Format.MSPDI),
    PROGRESS(Format.CSV, Format.MSPDI),
    COSTS(Format.CSV, Format.MSPDI),
    ESTIMATES(Format.CSV, Format.MSPDI),
    ROWS(Format.CSV, Format.MSPDI),
    TYPES(Format.CSV, Format.MSPDI),
    LAGS(Format.CSV, Format.MSPDI),
    CALENDARS(Format.CSV, Format.MSPDI),
    EXCEPTIONS(Format.CSV, Format.MSPDI),
    WORK_WEEKS(Format.CSV, Format.MSPDI),
    DERIVED(Format.CSV, Format.MSPDI),
    RESOURCES(Format.CSV, Format.MSPDI),
    RESOURCE_DETAILS(Format.CSV, Format.MSPDI),
    ASSIGNMENTS(Format.CSV, Format.MSPDI),
    SETTINGS(Format.CSV, Format.MSPDI),
    FROM_FINISH(Format.CSV, Format.MSPDI),
    BASELINES(Format.MSPDI),
    UNLEVELLED(Format.MSPDI),
    AVAILABILITY(Format.MSPDI),
    RATE_TABLES(Format.MSPDI),
    ASSIGNMENT_DETAILS(Format.MSPDI),
    TEXT_IDS(Format.CSV),
    PARTIAL_WEEKS(Format.CSV),
    FRACTIONS(Format.CSV),
    FREE_PROGRESS(Format.CSV),
    FREE_DATES(Format.CSV),
    MIXED_ORDER(Format.CSV),
    DEEP_CALENDARS(Format.CSV),
    CHARACTERS,
    HUGE_AMOUNTS,
    FREE_UNITS,
    FREE_ORDER,
    FREE_CALENDARS;

    private final Set<Format> formats;

    Trait(Format... formats) {
        this.formats = Set.of(formats);
    }

    /** Returns the traits that all of these formats hold. */
    public static Set<Trait> heldBy(Format... formats) {
        return EnumSet.allOf(Trait.class).stream()
                .filter(trait -> trait.formats.containsAll(Set.of(formats)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }
}
