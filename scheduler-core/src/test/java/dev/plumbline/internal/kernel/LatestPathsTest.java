package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths through outlines, in which relationships of summaries tie the rows below, against all paths that there are. */
class LatestPathsTest {

    private static final int MOST = 60;

    private static Times forward(Network g) {
        Times t = new Times(g);
        ForwardPass.run(g, true, t);
        return t;
    }

    /** All rows have a date of their own, so that none begins before the project. */
    private static Project dated(Project project) {
        var builder = project.toBuilder();
        project.activities().stream()
                .filter(a -> a.constraint().date() == null)
                .forEach(a -> builder.replace(
                        a.with(row -> row.constraint(Constraint.startNoEarlierThan(RandomOutlines.START)))));
        return builder.build();
    }

    @Test
    void areAllPathsThroughSummariesLatestFirst() {
        int[] compared = {0};
        RandomOutlines.plain(300).map(LatestPathsTest::dated).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = forward(g);
            Set<String> expected = new AllPaths(g, t).told();
            for (int a = 0; a < g.size; a++) {
                if (g.summary[a] && t.firstLeaf[a] < 0) {
                    return; // paths through summaries without rows have nothing to tell there
                }
            }
            if (expected.size() >= MOST / 2) {
                return;
            }
            compared[0]++;

            LatestPaths paths = new LatestPaths(g, true, t, MOST);

            Set<String> actual = new TreeSet<>();
            for (int i = 0; i < paths.size(); i++) {
                actual.add(told(g, paths.start(i), paths.activities(i), paths.finish(i)));
                assertThat(paths.finish(i)).isLessThanOrEqualTo(paths.finish(Math.max(0, i - 1)));
            }
            assertThat(actual).as("%s", project.name()).isEqualTo(expected);

            LatestPaths few = new LatestPaths(g, true, t, 3);
            assertThat(few.size()).isEqualTo(Math.min(3, paths.size()));
            for (int i = 0; i < few.size(); i++) {
                assertThat(few.finish(i)).as("%s", project.name()).isEqualTo(paths.finish(i));
            }
        });
        assertThat(compared[0]).isGreaterThan(150);
    }

    private static String told(Network g, long start, int[] activities, long finish) {
        StringBuilder path = new StringBuilder();
        for (int a : activities) {
            path.append(' ').append(a);
        }
        return "%d:%s: %d".formatted((start - g.start) / 600, path, (finish - g.start) / 600);
    }

    private static ProjectBuilder hours(int... durations) {
        ProjectBuilder builder =
                Project.builder("hours").start(RandomOutlines.START).calendar(WorkCalendar.roundTheClock("always"));
        for (int a = 0; a < durations.length; a++) {
            builder.activity("A" + a, "A", WorkTime.hours(durations[a]));
        }
        return builder;
    }

    private static List<String> paths(ProjectBuilder builder, int count) {
        Network g = NetworkCompiler.compile(builder.build());
        LatestPaths paths = new LatestPaths(g, true, forward(g), count);
        return IntStream.range(0, paths.size())
                .mapToObj(i -> told(g, paths.start(i), paths.activities(i), paths.finish(i)))
                .toList();
    }

    @Test
    void ofPathsThatFinishTogetherThatOfTheHigherRowsComesFirst() {
        ProjectBuilder tied = hours(2, 2, 2, 1);
        for (int a : new int[] {2, 0, 1}) {
            tied.finishToStart("A" + a, "A3");
        }

        assertThat(paths(tied, 2)).containsExactly("0: 0 3: 3", "0: 1 3: 3");
    }

    @Test
    void aPathMayHaveManyActivities() {
        ProjectBuilder chain = hours(new int[40]);
        for (int a = 1; a < 40; a++) {
            chain.finishToStart("A" + (a - 1), "A" + a);
        }

        assertThat(paths(chain, 2).get(0)).startsWith("0: 0 1 2").endsWith(" 38 39: 0");
    }

    @Test
    void typedDatesOfASummaryBeginAPathBesideThoseThroughItsRows() {
        ProjectBuilder typed = hours().activity("T", "Above", WorkTime.ZERO)
                .activity(
                        "S",
                        "Typed",
                        WorkTime.ZERO,
                        s -> s.outlineLevel(2)
                                .mode(SchedulingMode.MANUAL)
                                .manual(new ManualDates(RandomOutlines.START, RandomOutlines.START.plusHours(4), null)))
                .activity("A", "Row", WorkTime.hours(6), a -> a.outlineLevel(3))
                .activity("B", "After all", WorkTime.hours(1))
                .finishToStart("T", "B");

        assertThat(paths(typed, 9)).startsWith("0: 2 3: 7").contains("0: 3: 5");

        typed.removeRelationship("T", "B").finishToStart("S", "B");
        assertThat(paths(typed, 9)).containsExactly("0: 2: 6", "0: 3: 5");
    }

    @Test
    void aSummaryWithoutRowsPassesOnWhatItWaitsFor() {
        ProjectBuilder empty = hours(3, 2)
                .activity("S", "Summary", WorkTime.ZERO)
                .activity(
                        "I",
                        "Inactive",
                        WorkTime.hours(9),
                        i -> i.outlineLevel(2).active(false))
                .activity("B", "After", WorkTime.hours(2))
                .finishToStart("S", "B");
        assertThat(paths(empty, 9)).containsExactly("0: 0: 3", "0: 1: 2", "0: 4: 2");

        empty.finishToStart("A0", "S").finishToStart("A1", "S");

        assertThat(paths(empty, 9)).contains("0: 0 4: 5", "0: 1 4: 4");
    }

    @ParameterizedTest(name = "started after {0} hours")
    @CsvSource({"3, 0: 0 2: 13", "4, 4: 2: 14"})
    void reportedDatesGoOnWithAPathThatAsksForThem(int hours, String path) {
        ProjectBuilder reported = hours(3, 1)
                .activity(
                        "X",
                        "Begun",
                        WorkTime.hours(10),
                        x -> x.progress(new Progress(
                                RandomOutlines.START.plusHours(hours), null, null, null, 0, 0, null, null)))
                .finishToStart("A0", "X")
                .finishToStart("A1", "X");

        assertThat(paths(reported, 9)).startsWith(path);
    }

    @Test
    void reportedFinishesGoOnWithAPathThatAsksForThem() {
        ProjectBuilder reported = hours(13, 1)
                .activity(
                        "X",
                        "Begun",
                        WorkTime.hours(10),
                        x -> x.progress(
                                new Progress(RandomOutlines.START.plusHours(3), null, null, null, 0, 0, null, null)))
                .finishToFinish("A0", "X", WorkTime.ZERO)
                .finishToFinish("A1", "X", WorkTime.ZERO);

        assertThat(paths(reported, 9)).containsExactly("0: 0: 13", "0: 0 2: 13", "3: 2: 13", "0: 1: 1");
    }

    /** Every way along relationships from row to row, each scheduled alone. */
    private static final class AllPaths {

        private final Network g;
        private final Times t;
        private final SlowOutline rows;
        private final Set<String> found = new TreeSet<>();

        AllPaths(Network g, Times t) {
            this.g = g;
            this.t = t;
            this.rows = SlowOutline.forward(g);
        }

        Set<String> told() {
            for (int a = 0; a < g.size; a++) {
                if (!g.summary[a] && g.active[a] && isRoot(a)) {
                    extend(List.of(a), own(a), own(a));
                }
            }
            return found;
        }

        private boolean isRoot(int a) {
            for (int e = 0; e < g.head.length; e++) {
                if (rows.isBelow(a, g.head[e])) {
                    return false;
                }
            }
            return true;
        }

        /** The date that a row has by itself and by the summaries above. */
        private long own(int a) {
            long own = g.start;
            for (int up = a; up >= 0; up = g.parent[up]) {
                own = Math.max(own, g.constraintDate[up]);
            }
            return own;
        }

        private void extend(List<Integer> path, long first, long start) {
            int last = path.get(path.size() - 1);
            if (found.size() >= MOST) {
                return;
            }
            if (!goesOn(last)) {
                int[] activities = path.stream().mapToInt(a -> a).toArray();
                found.add(LatestPathsTest.told(g, first, activities, start + g.span[last]));
            }
            for (int next = 0; next < g.size; next++) {
                if (g.summary[next] || !g.active[next]) {
                    continue;
                }
                for (long date : dates(last, start, next)) {
                    if (date < own(next)) {
                        extend(List.of(next), own(next), own(next));
                    } else {
                        List<Integer> longer = new ArrayList<>(path);
                        longer.add(next);
                        extend(longer, first, date);
                    }
                }
            }
        }

        /** What each relationship of a row, or of a summary that the row finishes or starts, asks of another; those between both count as one. */
        private List<Long> dates(int last, long start, int next) {
            List<Long> dates = new ArrayList<>();
            long direct = Network.BEFORE;
            for (int e = 0; e < g.head.length; e++) {
                int p = g.tail[e];
                boolean from = rows.fromFinish(e)
                        ? java.util.Arrays.stream(rows.leaves(p)).anyMatch(a -> a == last)
                        : p == last || t.firstLeaf[p] == last && g.summary[p];
                if (from && rows.isBelow(next, g.head[e])) {
                    long finish = start + g.span[last];
                    long bound = rows.lagged(e, rows.fromFinish(e) ? finish : start, rows.finish[p] - rows.start[p]);
                    long date = rows.toStart(e) ? bound : bound - g.span[next];
                    if (p == last && g.head[e] == next) {
                        direct = Math.max(direct, date);
                    } else {
                        dates.add(date);
                    }
                }
            }
            if (direct != Network.BEFORE) {
                dates.add(direct);
            }
            return dates;
        }

        /** Whether a successor, of the row or of a summary above it, never finishes before it. */
        private boolean goesOn(int row) {
            for (int e = 0; e < g.head.length; e++) {
                boolean after = rows.isBelow(row, g.tail[e]) && rows.fromFinish(e) && g.lag[e] >= 0;
                boolean counted =
                        t.earlyFinish[g.tail[e]] >= t.earlyFinish[row]; // not where a summary between takes no part
                if (after && counted && g.active[g.head[e]] && t.earlyFinish[g.head[e]] >= t.earlyFinish[g.tail[e]]) {
                    return true;
                }
            }
            return false;
        }
    }
}
