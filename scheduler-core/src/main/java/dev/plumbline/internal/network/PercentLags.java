package dev.plumbline.internal.network;

import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** The lags of a network that are a share of a duration, so that they can follow a duration that varies. Immutable. */
public final class PercentLags {

    /** The edges with such a lag, in order of their number. */
    private final int[] edge;

    private final BigDecimal[] share;

    /** The shares in hundredths of a percent where they have no finer part, else 0. */
    private final long[] hundredths;

    private PercentLags(int[] edge, BigDecimal[] share) {
        this.edge = edge;
        this.share = share;
        this.hundredths = new long[edge.length];
        for (int i = 0; i < edge.length; i++) {
            boolean plain = share[i].scale() <= 2 && share[i].precision() - share[i].scale() < 7;
            hundredths[i] = plain ? share[i].movePointRight(2).longValueExact() : 0;
        }
    }

    /** Returns the lags of a network compiled from a project that are a share of the duration of an activity, no summary. */
    public static PercentLags of(Project project, Network g) {
        int[] edge = new int[g.head.length];
        BigDecimal[] share = new BigDecimal[g.head.length];
        int count = 0;
        for (int e = 0; e < edge.length; e++) {
            Relationship origin = project.relationships().get(g.relationship[e]);
            boolean direct = project.indexOf(origin.successor()) == g.head[e];
            if (direct && !g.summary[g.tail[e]] && origin.lag() instanceof Lag.Percent percent) {
                edge[count] = e;
                share[count++] = percent.percent();
            }
        }
        return new PercentLags(Arrays.copyOf(edge, count), Arrays.copyOf(share, count));
    }

    /** Returns the number of such lags. */
    public int size() {
        return edge.length;
    }

    /** Returns the edge of such a lag. */
    public int edge(int number) {
        return edge[number];
    }

    /** Returns the lag in ticks for a duration in ticks, halves rounded away from zero. */
    public long ticks(int number, long duration) {
        if (hundredths[number] == 0) {
            return share[number]
                    .multiply(BigDecimal.valueOf(duration))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
        }
        long product = Math.abs(hundredths[number]) * duration;
        long rounded = (product + 5_000) / 10_000;
        return hundredths[number] < 0 ? -rounded : rounded;
    }
}
