package dev.plumbline.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of two activities is placed first. Immutable; rules combine:
 *
 * <pre>{@code
 * PriorityRule.PRIORITY.then(PriorityRule.MIN_SLACK).then(PriorityRule.SHORTEST)
 * }</pre>
 *
 * <p>What a rule leaves open is decided by the order of rows. Dates and floats are those before levelling.
 */
public final class PriorityRule {

    /** The earliest late finish first. */
    public static final PriorityRule LATEST_FINISH = new PriorityRule(Measure.LATEST_FINISH, false);

    /** The earliest late start first. */
    public static final PriorityRule LATEST_START = new PriorityRule(Measure.LATEST_START, false);

    /** The earliest early start first. */
    public static final PriorityRule EARLIEST_START = new PriorityRule(Measure.EARLIEST_START, false);

    /** The earliest early finish first. */
    public static final PriorityRule EARLIEST_FINISH = new PriorityRule(Measure.EARLIEST_FINISH, false);

    /** The least total float first. */
    public static final PriorityRule MIN_SLACK = new PriorityRule(Measure.TOTAL_FLOAT, false);

    /** The greatest sum of its own duration and those of its direct successors first. */
    public static final PriorityRule GREATEST_RANK_POSITIONAL_WEIGHT =
            new PriorityRule(Measure.POSITIONAL_WEIGHT, true);

    /** The greatest number of direct and indirect successors first. */
    public static final PriorityRule MOST_TOTAL_SUCCESSORS = new PriorityRule(Measure.TOTAL_SUCCESSORS, true);

    /** The shortest duration first. */
    public static final PriorityRule SHORTEST = new PriorityRule(Measure.DURATION, false);

    /** The longest duration first. */
    public static final PriorityRule LONGEST = new PriorityRule(Measure.DURATION, true);

    /** The most work asked of resources first. */
    public static final PriorityRule MOST_WORK = new PriorityRule(Measure.WORK, true);

    /** The highest priority of the activity first. */
    public static final PriorityRule PRIORITY = new PriorityRule(Measure.PRIORITY, true);

    /** The least free float first. */
    public static final PriorityRule FREE_FLOAT = new PriorityRule(Measure.FREE_FLOAT, false);

    /** The least that is left of the duration first. */
    public static final PriorityRule REMAINING_DURATION = new PriorityRule(Measure.REMAINING_DURATION, false);

    /** The earliest start of the first saved plan first; the early start where none is saved. */
    public static final PriorityRule PLANNED_START = new PriorityRule(Measure.PLANNED_START, false);

    /** The earliest finish of the first saved plan first; the early finish where none is saved. */
    public static final PriorityRule PLANNED_FINISH = new PriorityRule(Measure.PLANNED_FINISH, false);

    /** The activities of the project that starts first. */
    public static final PriorityRule PROJECT_START = new PriorityRule(Measure.PROJECT_START, false);

    /** The order of ids as text: digits, then letters of either case, then the rest, and blanks last. */
    public static final PriorityRule ACTIVITY_ID = new PriorityRule(Measure.ACTIVITY_ID, false);

    /** The order of codes in the work breakdown structure, as text. */
    public static final PriorityRule WBS = new PriorityRule(Measure.WBS, false);

    /** The order of rows. */
    public static final PriorityRule ID = new PriorityRule(Measure.ROW, false);

    private final List<Key> keys;

    /** What an activity is measured by. */
    enum Measure {
        LATEST_FINISH,
        LATEST_START,
        EARLIEST_START,
        EARLIEST_FINISH,
        TOTAL_FLOAT("min slack"),
        POSITIONAL_WEIGHT("greatest rank positional weight"),
        TOTAL_SUCCESSORS("most total successors"),
        DURATION,
        WORK("most work"),
        PRIORITY,
        FREE_FLOAT,
        REMAINING_DURATION,
        PLANNED_START,
        PLANNED_FINISH,
        PROJECT_START,
        ACTIVITY_ID,
        WBS("wbs"),
        ROW("id");

        private final @Nullable String words;

        Measure() {
            this.words = null;
        }

        Measure(String words) {
            this.words = words;
        }

        /** Whether it compares texts. */
        boolean isText() {
            return this == ACTIVITY_ID || this == WBS;
        }

        String words(boolean greatestFirst) {
            if (this == DURATION) {
                return greatestFirst ? "longest" : "shortest";
            }
            return words != null ? words : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A measure and its direction.
     *
     * @param measure what is measured
     * @param greatestFirst whether the greatest value comes first
     */
    record Key(Measure measure, boolean greatestFirst) {}

    private PriorityRule(Measure measure, boolean greatestFirst) {
        this(List.of(new Key(measure, greatestFirst)));
    }

    private PriorityRule(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Returns all rules that have a name. */
    public static List<PriorityRule> all() {
        return List.of(
                LATEST_FINISH,
                LATEST_START,
                EARLIEST_START,
                EARLIEST_FINISH,
                MIN_SLACK,
                GREATEST_RANK_POSITIONAL_WEIGHT,
                MOST_TOTAL_SUCCESSORS,
                SHORTEST,
                LONGEST,
                MOST_WORK,
                PRIORITY,
                FREE_FLOAT,
                REMAINING_DURATION,
                PLANNED_START,
                PLANNED_FINISH,
                PROJECT_START,
                ACTIVITY_ID,
                WBS,
                ID);
    }

    /**
     * Returns a rule by its name, such as {@code latest-finish} or {@code LATEST_FINISH}; with {@code :asc} or {@code :desc}
     * behind it the least or the greatest of what it compares comes first, such as {@code priority:asc} or {@code
     * total-float:desc}.
     */
    public static Optional<PriorityRule> named(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .strip();
        int colon = words.indexOf(':');
        String direction = colon < 0 ? "" : words.substring(colon + 1).strip();
        String rule = colon < 0 ? words : words.substring(0, colon).strip();
        if (!direction.isEmpty() || colon < 0) {
            return all().stream()
                    .filter(each -> each.toString().equals(rule) || each.alias().equals(rule))
                    .findFirst()
                    .flatMap(each -> each.directed(direction));
        }
        return Optional.empty();
    }

    /** What is compared, where the name of the rule says more: {@code total float}, {@code late start}, {@code duration}. */
    private String alias() {
        return switch (keys.get(0).measure()) {
            case LATEST_FINISH -> "late finish";
            case LATEST_START -> "late start";
            case EARLIEST_START -> "early start";
            case EARLIEST_FINISH -> "early finish";
            default -> keys.get(0).measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private Optional<PriorityRule> directed(String direction) {
        return switch (direction) {
            case "" -> Optional.of(this);
            case "asc" -> Optional.of(new PriorityRule(keys.get(0).measure(), false));
            case "desc" -> Optional.of(new PriorityRule(keys.get(0).measure(), true));
            default -> Optional.empty();
        };
    }

    /** Returns a rule that asks the other where this one leaves the order open. */
    public PriorityRule then(PriorityRule other) {
        List<Key> both = new ArrayList<>(keys);
        both.addAll(other.keys);
        return new PriorityRule(both);
    }

    /** Returns the opposite order. */
    public PriorityRule reversed() {
        return new PriorityRule(keys.stream()
                .map(key -> new Key(key.measure(), !key.greatestFirst()))
                .toList());
    }

    static PriorityRule combined(PriorityRule first, PriorityRule... rest) {
        PriorityRule result = Objects.requireNonNull(first, "rule");
        for (PriorityRule rule : rest) {
            result = result.then(rule);
        }
        return result;
    }

    List<Key> keys() {
        return keys;
    }

    /** Returns whether the other rule compares by the same measures. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriorityRule that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** Returns the name in words, such as {@code latest finish, min slack}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            boolean usual = all().stream().anyMatch(rule -> rule.keys.equals(List.of(key)));
            text.append(text.isEmpty() ? "" : ", ")
                    .append(usual ? "" : "reversed ")
                    .append(key.measure().words(key.greatestFirst()));
        }
        return text.toString();
    }
}
