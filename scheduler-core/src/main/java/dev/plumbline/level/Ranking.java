package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.Successors;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Baseline;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
                if (!rule.keys().get(k).measure().isText()) {
                    measure(part, rule.keys().get(k), keys[k + 1], base[p]);
                }
            }
        }
        for (int k = 0; k < rule.keys().size(); k++) {
            if (rule.keys().get(k).measure().isText()) {
                compareTexts(rule.keys().get(k), keys[k + 1]);
            }
        }
    }

    /** Numbers texts in their order, equal ones alike. */
    private void compareTexts(PriorityRule.Key key, long[] into) {
        String[] texts = new String[into.length];
        int at = 0;
        for (LevelPart part : parts) {
            for (Activity activity : part.project().activities()) {
                texts[at++] = key.measure() == PriorityRule.Measure.WBS ? activity.wbs() : activity.id();
            }
        }
        TreeSet<String> order = new TreeSet<>(TextOrder.INSTANCE);
        order.addAll(Arrays.asList(texts));
        Map<String, Integer> numbers = new TreeMap<>(TextOrder.INSTANCE);
        order.forEach(text -> numbers.put(text, numbers.size()));
        for (int i = 0; i < into.length; i++) {
            int number = numbers.getOrDefault(texts[i], 0);
            into[i] = key.greatestFirst() ? -number : number;
        }
    }

    /** Returns what a rule says of the priority of activities before anything else. */
    static Optional<PriorityRule> prioritiesOf(PriorityRule rule) {
        return rule.keys().get(0).measure() == PriorityRule.Measure.PRIORITY
                ? Optional.of(
                        rule.keys().get(0).greatestFirst() ? PriorityRule.PRIORITY : PriorityRule.PRIORITY.reversed())
                : Optional.empty();
    }

    /** Whether all activities and projects have the same priority. */
    static boolean arePrioritiesEqual(List<LevelPart> parts) {
        long project = parts.get(0).priority();
        int priority = -1;
        for (LevelPart part : parts) {
            for (int a = 0; a < part.network().size; a++) {
                int own = part.project().activities().get(a).priority();
                if (part.immovable(a) == null && part.uses(a)) {
                    if (part.priority() != project || (priority >= 0 && own != priority)) {
                        return false;
                    }
                    priority = own;
                }
            }
        }
        return true;
    }

    /** Ranks by dates, the earliest first. */
    static void byDates(List<LevelPart> parts, List<long[]> dates) {
        int size = dates.stream().mapToInt(each -> each.length).sum();
        long[] key = new long[size];
        int at = 0;
        for (long[] each : dates) {
            System.arraycopy(each, 0, key, at, each.length);
            at += each.length;
        }
        int[] rank = ranks(size, Comparator.comparingLong(i -> key[i]));
        at = 0;
        for (int p = 0; p < dates.size(); p++) {
            System.arraycopy(rank, at, parts.get(p).kernel().rank, 0, dates.get(p).length);
            at += dates.get(p).length;
        }
    }

    /** Ranks in the opposite order of dates, or of ranks where there are no dates. */
    static void reverse(LevellerPart part, long @Nullable [] dates, int[] ranks) {
        Comparator<Integer> order = Comparator.comparingInt(i -> -ranks[i]);
        int[] rank = ranks(
                ranks.length,
                dates == null
                        ? order
                        : Comparator.<Integer>comparingLong(i -> -dates[i]).thenComparing(order));
        System.arraycopy(rank, 0, part.rank, 0, rank.length);
    }

    private static int[] ranks(int size, Comparator<Integer> order) {
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[size];
        for (int i = 0; i < size; i++) {
            rank[sorted[i]] = i;
        }
        return rank;
    }

    /** Fills in the ranks of all parts. */
    static void rank(List<LevelPart> parts, PriorityRule rule) {
        new Ranking(parts, rule).run();
    }

    private void run() {
        Comparator<Integer> order = Arrays.stream(keys)
                .map(key -> Comparator.comparingLong((Integer i) -> key[i]))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        int[] rank = ranks(base[parts.size()], order);
        for (int p = 0; p < parts.size(); p++) {
            LevellerPart part = parts.get(p).kernel();
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
        return switch (measure) {
            case TOTAL_FLOAT, FREE_FLOAT, DURATION, REMAINING_DURATION, POSITIONAL_WEIGHT -> time(part, measure, a);
            case TOTAL_SUCCESSORS -> successors[a];
            case WORK -> work(part.kernel().requirements(), a);
            case PRIORITY -> part.project().activities().get(a).priority();
            case ACTIVITY_ID, WBS, ROW -> a;
            default -> date(part, measure, a);
        };
    }

    private static long time(LevelPart part, PriorityRule.Measure measure, int a) {
        Network g = part.network();
        Times t = part.unlevelled();
        return switch (measure) {
            case TOTAL_FLOAT -> Floats.total(g, t, a);
            case FREE_FLOAT -> Floats.free(g, t, a, Floats.total(g, t, a));
            case REMAINING_DURATION -> g.state[a] == Network.IN_PROGRESS ? g.remaining[a] : g.duration[a];
            case POSITIONAL_WEIGHT -> positionalWeight(g, a);
            default -> g.duration[a];
        };
    }

    private static long date(LevelPart part, PriorityRule.Measure measure, int a) {
        Times t = part.unlevelled();
        return switch (measure) {
            case LATEST_FINISH -> t.lateFinish[a];
            case LATEST_START -> t.lateStart[a];
            case EARLIEST_FINISH -> t.earlyFinish[a];
            case PLANNED_START -> planned(part, a, Baseline::start, t.earlyStart[a]);
            case PLANNED_FINISH -> planned(part, a, Baseline::finish, t.earlyFinish[a]);
            case PROJECT_START -> t.projectStart;
            default -> t.earlyStart[a];
        };
    }

    private static long planned(
            LevelPart part, int a, Function<Baseline, @Nullable LocalDateTime> date, long otherwise) {
        for (Baseline baseline : part.project().activities().get(a).baselines()) {
            LocalDateTime saved = baseline.number() == 0 ? date.apply(baseline) : null;
            if (saved != null) {
                return Ticks.of(saved);
            }
        }
        return otherwise;
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
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            for (int piece = q.firstPiece[u]; piece < q.endPiece[u]; piece++) {
                sum += (long) ((double) (q.end[piece] - q.begin[piece]) * q.units[piece]);
            }
        }
        return sum;
    }
}
