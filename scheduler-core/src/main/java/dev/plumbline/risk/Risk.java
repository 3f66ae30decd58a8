package dev.plumbline.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the risk register: an event that may occur, what it does, and what mitigation would make of it. Immutable; vary
 * it with the methods that return a changed copy.
 *
 * <pre>{@code
 * Risk.of("R1", "Pumps delivered late", 0.3)
 *     .delays("C", Distribution.triangular(days(2), days(5), days(15)))
 *     .costs("C", Distribution.uniform(5_000, 20_000))
 *     .mitigatedTo(0.1, 4_000)
 * }</pre>
 *
 * <p>It occurs once for all of its impacts; how large each impact is is drawn for itself. Delays of several risks add up, and
 * so do their costs; stretches multiply.
 *
 * @param id the identity
 * @param name the name
 * @param probability that it occurs, 0 to 1
 * @param impacts what it does when it occurs
 * @param mitigation what mitigation makes of it; null if none is known
 */
public record Risk(
        String id,
        String name,
        double probability,
        List<Impact> impacts,
        @Nullable Mitigation mitigation) {

    /**
     * A risk after mitigation.
     *
     * @param probability that it still occurs
     * @param impacts what it then does
     * @param cost what mitigation costs, whether or not the risk occurs
     */
    public record Mitigation(double probability, List<Impact> impacts, BigDecimal cost) {

        /** Checks the probability and that the cost isn't negative. */
        public Mitigation {
            Amount.probability(probability);
            impacts = List.copyOf(impacts);
            if (cost.signum() < 0) {
                throw new IllegalArgumentException("mitigation costs %s; use 0 or more".formatted(cost));
            }
        }
    }

    /** Checks the probability. */
    public Risk {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("risk '%s' has probability %s; use 0 to 1".formatted(id, probability));
        }
        impacts = List.copyOf(impacts);
    }

    /** Returns a risk without impacts. */
    public static Risk of(String id, String name, double probability) {
        return new Risk(id, name, probability, List.of(), null);
    }

    /** Returns the risk with a delay of an activity, a distribution of times. */
    public Risk delays(String activity, Distribution time) {
        return with(new Impact(Impact.Kind.DELAY, activity, time));
    }

    /** Returns the risk with a stretch of an activity's duration, by a share such as 0.2 for 20 % more. */
    public Risk stretches(String activity, Distribution share) {
        return with(new Impact(Impact.Kind.STRETCH, activity, share));
    }

    /** Returns the risk with a cost of an activity, in the project's currency. */
    public Risk costs(String activity, Distribution amount) {
        return with(new Impact(Impact.Kind.COST, activity, amount));
    }

    private Risk with(Impact impact) {
        List<Impact> more = new ArrayList<>(impacts);
        more.add(impact);
        return new Risk(id, name, probability, more, mitigation);
    }

    /** Returns the risk with mitigation that makes it less likely but not smaller. */
    public Risk mitigatedTo(double lowered, double cost) {
        return new Risk(id, name, probability, impacts, new Mitigation(lowered, impacts, BigDecimal.valueOf(cost)));
    }

    /** Returns the risk with mitigation after which it is like another: its probability and its impacts. */
    public Risk mitigatedTo(Risk after, double cost) {
        Mitigation other = new Mitigation(after.probability, after.impacts, BigDecimal.valueOf(cost));
        return new Risk(id, name, probability, impacts, other);
    }

    /** Returns what mitigation makes of it, if known. */
    public Optional<Mitigation> afterMitigation() {
        return Optional.ofNullable(mitigation);
    }

    /** Returns id, name, probability and impacts. */
    @Override
    public String toString() {
        return "%s %s, %s %%: %s"
                .formatted(
                        id,
                        name,
                        Amount.text(100 * probability, null),
                        impacts.isEmpty()
                                ? "no impact"
                                : String.join(
                                        "; ",
                                        impacts.stream().map(Impact::toString).toList()));
    }
}
