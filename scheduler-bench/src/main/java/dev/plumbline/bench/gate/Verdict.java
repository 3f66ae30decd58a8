package dev.plumbline.bench.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a comparison.
 *
 * @param name the workload
 * @param before its estimate in the baseline; null if it is new
 * @param now its estimate now; null if it wasn't measured
 */
public record Verdict(
        String name, @Nullable Estimate before, @Nullable Estimate now) {

    /** How much slower is too slow. */
    public static final double LIMIT = 1.25;

    /** Kinds of outcome. */
    public enum Outcome {
        /** Slower by more than the limit, and the confidence intervals lie apart: fails. */
        SLOWER,
        /** Faster by more than the limit. */
        FASTER,
        /** Within the limit, or too uncertain to tell. */
        SAME,
        /** Not in the baseline. */
        NEW,
        /** In the baseline, not measured any more. */
        GONE
    }

    /**
     * Returns the outcome.
     *
     * @return its kind
     */
    public Outcome outcome() {
        if (before == null) {
            return Outcome.NEW;
        }
        if (now == null) {
            return Outcome.GONE;
        }
        if (now.ratio() > LIMIT * before.ratio() && now.low() > before.high()) {
            return Outcome.SLOWER;
        }
        boolean faster = now.ratio() * LIMIT < before.ratio() && now.high() < before.low();
        return faster ? Outcome.FASTER : Outcome.SAME;
    }

    /** Returns a line of the table. */
    @Override
    public String toString() {
        String change =
                before == null || now == null ? "-" : String.format(Locale.ROOT, "%.2f", now.ratio() / before.ratio());
        return String.format(
                Locale.ROOT, "%-30s %26s %26s %7s  %s", name, text(before), text(now), change, words(outcome()));
    }

    private static String text(@Nullable Estimate e) {
        return e == null ? "-" : String.format(Locale.ROOT, "%.3g [%.3g, %.3g]", e.ratio(), e.low(), e.high());
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case SLOWER -> "SLOWER";
            case FASTER -> "faster: record a new baseline";
            case SAME -> "ok";
            case NEW -> "not in the baseline: record a new one";
            case GONE -> "not measured any more";
        };
    }
}
