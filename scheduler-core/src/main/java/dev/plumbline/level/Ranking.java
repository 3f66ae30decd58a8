package dev.plumbline.level;

import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.Successors;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.model.Project;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the activities of one or several projects by a rule; the project's own priority comes first. */
final class Ranking {

    private final List<LevelPart> parts;
    private final long[][] keys;
    private final int[] base;

    private Ranking(List<LevelPart> parts, PriorityRule rule) {
        this.parts = parts;
        this.base = new int[parts.size() + 1];
        for (int p = 0; p < parts.size(); p++) {
            base[p + 1] = base[p] + parts.get(p).network().size;
        }
        this.keys = new long[rule.keys().size() + 1][base[parts.size()]];
        for (int p = 0; p < parts.size(); p++) {
            LevelPart part = parts.get(p);
            Arrays.fill(keys[0], base[p], base[p + 1], -part.priority());
            for (int k = 0; k < rule.keys().size(); k++) {
                measure(part, rule.keys().get(k), keys[k + 1], base[p]);
            }
        }
    }

    /** Fills in the ranks of all parts. */
    static void rank(List<LevelPart> parts, PriorityRule rule) {
        new Ranking(parts, rule).run();
    }

    private void run() {
        Comparator<Integer> order = (left, right) -> 0;
        for (long[] key : keys) {
            order = order.thenComparingLong(i -> key[i]);
        }
        int[] sorted = IntStream.range(0, base[parts.size()])
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
        }
        for (int p = 0; p < parts.size(); p++) {
            Leveller.Part part = parts.get(p).kernel();
            System.arraycopy(rank, base[p], part.rank, 0, base[p + 1] - base[p]);
        }
    }

    private static void measure(LevelPart part, PriorityRule.Key key, long[] into, int at) {
        Network g = part.network();
        int[] successors =
                key.measure() == PriorityRule.Measure.TOTAL_SUCCESSORS ? Successors.count(g) : new int[g.size];
        for (int a = 0; a < g.size; a++) {
            long value = value(part, key.measure(), a, successors);
            into[at + a] = key.greatestFirst() ? -value : value;
        }
    }

    private static long value(LevelPart part, PriorityRule.Measure measure, int a, int[] successors) {
        Network g = part.network();
        Times t = part.unlevelled();
        Project project = part.project();
        return switch (measure) {
            case LATEST_FINISH -> t.lateFinish[a];
            case LATEST_START -> t.lateStart[a];
            case EARLIEST_START -> t.earlyStart[a];
            case EARLIEST_FINISH -> t.earlyFinish[a];
            case TOTAL_FLOAT -> Floats.total(g, t, a);
            case POSITIONAL_WEIGHT -> positionalWeight(g, a);
            case TOTAL_SUCCESSORS -> successors[a];
            case DURATION -> g.duration[a];
            case WORK -> work(part.kernel().requirements(), a);
            case PRIORITY -> project.activities().get(a).priority();
            case ROW -> a;
        };
    }

    private static long positionalWeight(Network g, int a) {
        long sum = g.duration[a];
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            sum += g.duration[g.head[g.outEdge[i]]];
        }
        return sum;
    }

    private static long work(Requirements q, int a) {
        long sum = 0;
        for (int piece = q.firstPiece[q.firstUse[a]]; piece < q.firstPiece[q.firstUse[a + 1]]; piece++) {
            sum += (long) ((double) (q.end[piece] - q.begin[piece]) * q.units[piece]);
        }
        return sum;
    }
}
