package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why levelling moves or interrupts an activity. Immutable; prints as a sentence.
 *
 * @param activity the id of the activity
 * @param kind what levelling does
 * @param delay the elapsed time from where logic puts it to where it is; negative where levelling lets it finish earlier
 * @param logicStart where logic puts it: its start, or that of what is left or of one assignment; where a gap begins
 * @param start where it is instead; where a gap ends
 * @param resource the id of the resource that holds it back; absent where it isn't delayed, or not by a resource
 * @param wanted the units it asks for
 * @param capacity the units there are
 * @param at an instant from which on too few are left: before the start, or after the finish of one that is to finish earlier
 * @param holders who has them from then to the start, in order of time
 */
public record DelayReason(
        String activity,
        Kind kind,
        WorkTime delay,
        LocalDateTime logicStart,
        LocalDateTime start,
        @Nullable String resource,
        double wanted,
        double capacity,
        @Nullable LocalDateTime at,
        List<Holder> holders) {

    /** What levelling does to an activity. */
    public enum Kind {
        /** Nothing. */
        NONE("starts"),
        /** It starts later. */
        START("starts"),
        /** It is as late as possible and starts, and finishes, earlier. */
        EARLIER("starts"),
        /** What is left of it goes on later. */
        REMAINDER("goes on"),
        /** It pauses. */
        GAP("goes on"),
        /** One of its assignments begins later than the others. */
        ASSIGNMENT("is joined");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }

    /** Copies the holders. */
    public DelayReason {
        holders = List.copyOf(holders);
    }

    /**
     * An activity that uses a resource.
     *
     * @param project the name of its project
     * @param activity its id
     * @param units how much it uses
     * @param since since when
     * @param until the end of that
     */
    public record Holder(String project, String activity, double units, LocalDateTime since, LocalDateTime until) {

        /** Returns id, units and span. */
        @Override
        public String toString() {
            return "%s (%s from %s to %s)"
                    .formatted(activity, Amounts.units(units), Amounts.minute(since), Amounts.minute(until));
        }
    }

    /** Returns whether a resource holds the activity back. */
    public boolean isByResource() {
        return resource != null;
    }

    /** Returns the ids of the activities that hold the resource, without repetition. */
    public List<String> delayedBy() {
        return holders.stream().map(Holder::activity).distinct().toList();
    }

    /** Returns the reason as a sentence. */
    @Override
    public String toString() {
        if (kind == Kind.NONE) {
            return "%s is not delayed by levelling: it starts %s, as its relationships, constraints and calendar say"
                    .formatted(activity, Amounts.minute(start));
        }
        String moved = "%s %s %s instead of %s (%s)"
                .formatted(activity, kind.verb, Amounts.minute(start), Amounts.minute(logicStart), delay);
        if (resource == null || at == null) {
            return moved
                    + ": a levelling delay that the plan held before, or that a later step has overtaken; no resource needs it";
        }
        String held = holders.isEmpty()
                ? "nobody holds it, there is too little of it"
                : "held by " + holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
        return "%s: it asks for %s of %s, of which there are %s; %s too few are left: %s"
                .formatted(
                        moved,
                        Amounts.units(wanted),
                        resource,
                        Amounts.units(capacity),
                        (kind == Kind.EARLIER ? "at %s" : "from %s on").formatted(Amounts.minute(at)),
                        held);
    }
}
