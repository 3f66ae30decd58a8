package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Paths, floats and drag against their definitions, by enumeration, on a calendar that works round the clock. */
@Domain(Nets.class)
@Domain(DomainContext.Global.class)
class PathOracleTest {

    private static final int TRIES = 300;

    private static PathAnalysis analyse(Net net) {
        return PathAnalysis.of(CriticalPath.schedule(net.project()));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    @Property(tries = TRIES)
    void dragIsWhatTheProjectGainsWithoutTheDuration(@ForAll Net net) {
        PathAnalysis paths = analyse(net);
        int finish = PlainOracle.solve(net).finish();

        for (int i = 0; i < net.size(); i++) {
            int without = PlainOracle.solve(net.withDuration(i, 0)).finish();
            assertThat(Dates.hours(paths.drag(Net.id(i)))).as(Net.id(i)).isEqualTo(finish - without);
        }
    }

    @Property(tries = TRIES) // 17.10
    void longestPathIsReachedBackwardAlongTightRelationships(
            @ForAll Net plain, @ForAll @IntRange(max = 7) int some, @ForAll @IntRange(max = 12) int bound) {
        Net net = plain.withNotBefore(some % plain.size(), bound);
        Dated dated = PlainOracle.solve(net);
        Set<Integer> expected = new TreeSet<>();
        for (int i = 0; i < net.size(); i++) {
            if (dated.earlyFinish().get(i) == dated.finish()) {
                expected.add(i);
            }
        }
        int before;
        do {
            before = expected.size();
            for (Link link : net.links()) {
                if (expected.contains(link.to())
                        && PlainOracle.gap(link, dated.earlyStart(), dated.earlyFinish()) == 0) {
                    expected.add(link.from());
                }
            }
        } while (expected.size() > before);

        PathAnalysis paths = analyse(net);

        assertThat(paths.longestPath()).extracting(a -> number(a.id())).containsExactlyInAnyOrderElementsOf(expected);
        for (int i = 0; i < net.size(); i++) {
            assertThat(paths.isOnLongestPath(Net.id(i))).isEqualTo(expected.contains(i));
        }
    }

    @Property(tries = TRIES)
    void longestPathsAreTheLatestOfAllPaths(
            @ForAll Net plain, @ForAll @IntRange(min = 1, max = 9) int count, @ForAll @IntRange(max = 12) int bound) {
        Net net = plain.withNotBefore(count % plain.size(), bound);
        Map<List<Integer>, Integer> all = new HashMap<>();
        Dated dated = PlainOracle.solve(net);
        for (int i = 0; i < net.size(); i++) {
            int root = i;
            if (net.links().stream().noneMatch(link -> link.to() == root)) {
                extend(net, dated, List.of(i), net.notBefore().getOrDefault(i, 0), all);
            }
        }
        List<Integer> finishes = all.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .toList();

        List<RankedPath> paths = analyse(net).longestPaths(count);

        assertThat(paths).extracting(path -> hour(path)).isEqualTo(finishes);
        assertThat(paths.get(0).behind().isZero()).isTrue();
        for (RankedPath path : paths) {
            List<Integer> numbers =
                    path.activities().stream().map(a -> number(a.id())).toList();
            assertThat(all).containsEntry(numbers, hour(path));
        }
        assertThat(paths.stream().map(RankedPath::activities).distinct()).hasSameSizeAs(paths);
    }

    private static int hour(RankedPath path) {
        return (int) java.time.Duration.between(Net.ORIGIN, path.finish()).toHours();
    }

    private static void extend(Net net, Dated dated, List<Integer> path, int start, Map<List<Integer>, Integer> all) {
        int last = path.get(path.size() - 1);
        int finish = start + net.durations().get(last);
        boolean carriedOn = net.links().stream()
                .anyMatch(link -> link.from() == last
                        && link.type().fromFinish()
                        && link.lag() >= 0
                        && dated.earlyFinish().get(link.to())
                                >= dated.earlyFinish().get(last));
        if (!carriedOn) {
            all.put(path, finish);
        }
        for (int next = 0; next < net.size(); next++) {
            int date = Integer.MIN_VALUE;
            for (Link link : net.links()) {
                if (link.from() == last && link.to() == next) {
                    date = Math.max(date, bound(net, link, start));
                }
            }
            if (date != Integer.MIN_VALUE) {
                boolean begins = date < earliest(net, path, next);
                List<Integer> longer = new ArrayList<>(begins ? List.of() : path);
                longer.add(next);
                extend(net, dated, longer, Math.max(date, earliest(net, path, next)), all);
            }
        }
    }

    private static int bound(Net net, Link link, int start) {
        int from = link.type().fromFinish() ? start + net.durations().get(link.from()) : start;
        int to = link.type().toFinish() ? net.durations().get(link.to()) : 0;
        int date = from + link.lag() - to;
        return date;
    }

    /** The earliest start that an activity has by itself: its bound, finish to finish the start of the project (3.1.1). */
    private static int earliest(Net net, List<Integer> path, int next) {
        boolean clamped = net.links().stream()
                .anyMatch(link -> link.from() == path.get(path.size() - 1)
                        && link.to() == next
                        && link.type() == RelationshipType.FF);
        int bound = net.notBefore().getOrDefault(next, Integer.MIN_VALUE);
        return clamped ? Math.max(bound, 0) : bound;
    }

    @Property(tries = TRIES)
    void independentFloatLiesBetweenLateAndEarlyNeighbours(@ForAll Net net) {
        Dated dated = PlainOracle.solve(net);
        PathAnalysis paths = analyse(net);

        for (int i = 0; i < net.size(); i++) {
            int start = Integer.MIN_VALUE;
            for (Link link : net.links()) {
                if (link.to() == i) {
                    int late = Math.max(
                            dated.lateStart().get(link.from()),
                            dated.earlyStart().get(link.from()));
                    int date = bound(net, link, late);
                    start = Math.max(start, link.type() == RelationshipType.FF ? Math.max(date, 0) : date); // 3.1.1
                }
            }
            start = start == Integer.MIN_VALUE ? 0 : start;
            int finish = start + net.durations().get(i);
            int independent = dated.lateFinish().get(i) - finish;
            for (Link link : net.links()) {
                if (link.from() == i) {
                    int from = link.type().fromFinish() ? finish : start;
                    int to = (link.type().toFinish() ? dated.earlyFinish() : dated.earlyStart()).get(link.to());
                    independent = Math.min(independent, to - from - link.lag());
                }
            }
            String id = Net.id(i);
            int free = dated.freeFloat().get(i);
            assertThat(Dates.hours(paths.independentFloat(id)))
                    .as(id)
                    .isEqualTo(Math.max(0, Math.min(independent, free)));
            assertThat(Dates.hours(paths.interferingFloat(id)))
                    .as(id)
                    .isEqualTo(dated.totalFloat().get(i) - free);
        }
    }

    @Property(tries = TRIES) // 4.2.5
    void floatPathsAreChainsOfLeastFloat(
            @ForAll Net net, @ForAll FloatPath.By by, @ForAll @IntRange(max = 7) int some) {
        Dated dated = PlainOracle.solve(net);
        int end = some % net.size();
        List<List<Integer>> expected = new ArrayList<>();
        int[] key = new int[net.size()];
        Set<Integer> taken = new TreeSet<>(Set.of(end));
        key[end] = by == FloatPath.By.TOTAL_FLOAT ? dated.totalFloat().get(end) : 0;
        int at = end;
        while (at >= 0) {
            List<Integer> chain = new ArrayList<>();
            while (at >= 0) {
                chain.add(at);
                at = least(net, dated, by, Set.of(at), key, taken);
            }
            Collections.reverse(chain);
            expected.add(chain);
            at = least(net, dated, by, Set.copyOf(taken), key, taken);
        }

        List<FloatPath> paths = analyse(net).floatPaths(Net.id(end), Integer.MAX_VALUE, by);

        assertThat(paths)
                .extracting(path ->
                        path.activities().stream().map(a -> number(a.id())).toList())
                .isEqualTo(expected);
        assertThat(paths)
                .extracting(path -> (int) Dates.hours(path.pathFloat()))
                .isEqualTo(expected.stream()
                        .map(chain -> key[chain.get(chain.size() - 1)])
                        .toList());
    }

    /** The predecessor of some activities that has least float and no path, or -1; it is given its key and taken. */
    private static int least(
            Net net, Dated dated, FloatPath.By by, Set<Integer> successors, int[] key, Set<Integer> taken) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int p = 0; p < net.size(); p++) {
            for (Link link : net.links()) {
                if (link.from() != p || taken.contains(p) || !successors.contains(link.to())) {
                    continue;
                }
                int gap = Math.max(0, PlainOracle.gap(link, dated.earlyStart(), dated.earlyFinish()));
                int value = by == FloatPath.By.TOTAL_FLOAT ? dated.totalFloat().get(p) : key[link.to()] + gap;
                if (value < least) {
                    least = value;
                    best = p;
                }
            }
        }
        if (best >= 0) {
            key[best] = least;
            taken.add(best);
        }
        return best;
    }

    @Property(tries = TRIES)
    void gapsAddUpToTotalFloat(@ForAll Net plain) {
        Net net = plain.fromZero();
        PathAnalysis paths = analyse(net);

        for (int i = 0; i < net.size(); i++) {
            WhyNotCritical why = paths.whyNotCritical(Net.id(i));
            long sum = 0;
            for (WhyNotCritical.Gap gap : why.gaps()) {
                sum += Dates.hours(gap.gap());
            }
            long total = PlainOracle.solve(net).totalFloat().get(i);
            assertThat(why.critical()).isEqualTo(total <= 0);
            assertThat(why.critical() ? total : sum).as(why.toString()).isEqualTo(total);
        }
    }
}
