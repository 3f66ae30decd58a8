package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest path in outlines, and what the finish could depend on, against their definitions. */
class LongestPathTest {

    private static Times forward(Network g) {
        Times t = new Times(g);
        ForwardPass.run(g, true, t);
        return t;
    }

    @Test // 17.10
    void runsBackThroughSummariesToTheRowsThatDecideTheirDates() {
        RandomOutlines.plain(400).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = forward(g);

            boolean[] path = LongestPath.driving(g, t);

            assertThat(Arrays.copyOf(path, g.size)).as("%s", project.name()).isEqualTo(new Slow(g, t).path());
        });
    }

    @Test
    void theFinishCanDependOnlyOnTheLongestPathWhereNothingIsBoundButByActivities() {
        RandomOutlines.plain(200).map(LongestPathTest::withoutOutline).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = forward(g);

            assertThat(LongestPath.sensitive(g, t)).as("%s", project.name()).isEqualTo(LongestPath.driving(g, t));
        });
    }

    @ParameterizedTest(name = "started after {0} hours")
    @CsvSource({"8, false", "9, true", "24, true", "25, false"}) // a day of work ends after nine hours
    void runsThroughReportedDatesWherePredecessorsAskForThem(int hours, boolean through) {
        Network g = NetworkCompiler.compile(Project.builder("reported")
                .start(RandomOutlines.START)
                .activity("A", "A", WorkTime.hours(8))
                .activity(
                        "B",
                        "B",
                        WorkTime.hours(40),
                        row -> row.progress(new Progress(
                                RandomOutlines.START.plusHours(hours), null, null, null, 0, 0, null, null)))
                .finishToStart("A", "B")
                .build());

        assertThat(LongestPath.driving(g, forward(g))).startsWith(through, true, false);
    }

    @Test
    void everyOneOfManyPredecessorsMayDrive() {
        ProjectBuilder builder = Project.builder("many");
        for (int a = 0; a < 200; a++) {
            builder.activity("A" + a, "A", WorkTime.hours(8));
        }
        builder.activity("END", "End", WorkTime.hours(1));
        for (int a = 0; a < 200; a++) {
            builder.finishToStart("A" + a, "END");
        }
        Network g = NetworkCompiler.compile(builder.build());

        assertThat(LongestPath.driving(g, forward(g))).startsWith(onlyTrue(201));
    }

    private static boolean[] onlyTrue(int size) {
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return all;
    }

    @Test
    void bothEndsOfABreakAreOneDateToItsSuccessor() {
        Network g = NetworkCompiler.compile(Project.builder("weekend")
                .start(RandomOutlines.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.roundTheClock("24h"))
                .activity("FRIDAY", "Ends on Friday evening", WorkTime.hours(40))
                .activity("SUNDAY", "Ends on Sunday", WorkTime.hours(6 * 24), a -> a.calendar("24h"))
                .activity("THURSDAY", "Ends on Thursday", WorkTime.hours(32))
                .activity("M", "Milestone", WorkTime.ZERO)
                .finishToStart("FRIDAY", "M")
                .finishToStart("SUNDAY", "M")
                .finishToStart("THURSDAY", "M")
                .build());

        assertThat(LongestPath.driving(g, forward(g))).startsWith(true, true, false, true);
    }

    @Test
    void typedDatesOfASummaryBeginThePath() {
        Network g = NetworkCompiler.compile(Project.builder("typed")
                .start(RandomOutlines.START)
                .activity("P", "Before", WorkTime.hours(8))
                .activity(
                        "S",
                        "Typed",
                        WorkTime.ZERO,
                        s -> s.mode(SchedulingMode.MANUAL)
                                .manual(new ManualDates(RandomOutlines.START, RandomOutlines.START.plusDays(7), null)))
                .activity("A", "Row", WorkTime.hours(8), a -> a.outlineLevel(2))
                .activity("B", "After", WorkTime.hours(8))
                .finishToStart("P", "S")
                .finishToStart("S", "B")
                .build());

        assertThat(LongestPath.driving(g, forward(g))).startsWith(false, false, false, true);
    }

    private static Project withoutOutline(Project project) {
        var builder = project.toBuilder();
        project.activities().forEach(a -> builder.replace(a.with(row -> row.outlineLevel(1))));
        return builder.build();
    }

    @Test
    void theFinishDependsOnWhateverBringsItForwardWhenShorter() {
        RandomOutlines.rich(400).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = forward(g);
            boolean[] sensitive = LongestPath.sensitive(g, t);

            for (int a = 0; a < g.size; a++) {
                if (g.state[a] == Network.UNSTARTED && !g.summary[a] && !sensitive[a]) {
                    Network shorter = g.copy();
                    shorter.span[a] /= 2;
                    shorter.placement[a] = null;
                    assertThat(forward(shorter).projectFinish)
                            .as("%s: A%d", project.name(), a)
                            .isGreaterThanOrEqualTo(t.projectFinish);
                }
            }
        });
    }

    /** By the definition, row by row, on a calendar that works round the clock: of relationships no later than a date, those that give it. */
    private static final class Slow {

        private final Network g;
        private final Times t;
        private final SlowOutline rows;
        private final boolean[] path;

        Slow(Network g, Times t) {
            this.rows = SlowOutline.forward(g);
            this.g = g;
            this.t = t;
            this.path = new boolean[g.size];
        }

        boolean[] path() {
            for (int a = 0; a < g.size; a++) {
                if (!g.summary[a] && g.active[a] && t.earlyFinish[a] == t.projectFinish) {
                    leaf(a);
                }
            }
            return path;
        }

        private void leaf(int a) {
            if (!path[a]) {
                path[a] = true;
                for (int e = 0; e < g.head.length; e++) {
                    if (rows.isBelow(a, g.head[e])
                            && rows.bound(e) == (rows.toStart(e) ? t.earlyStart[a] : t.earlyFinish[a])) {
                        follow(e);
                    }
                }
            }
        }

        private void follow(int e) {
            int p = g.tail[e];
            int[] below = rows.leaves(p);
            for (int a : below) {
                boolean decides =
                        rows.fromFinish(e) ? t.earlyFinish[a] == t.earlyFinish[p] : t.earlyStart[a] == t.earlyStart[p];
                if (decides) {
                    leaf(a);
                }
                for (int up = g.parent[a]; decides && rows.fromFinish(e) && rows.isBelow(up, p); up = g.parent[up]) {
                    path[up] = true;
                }
            }
            if (below.length == 0 && g.summary[p]) {
                path[p] |= rows.fromFinish(e);
                for (int into = 0; into < g.head.length; into++) {
                    if (rows.isBelow(p, g.head[into]) && rows.toStart(into) && rows.bound(into) == t.earlyStart[p]) {
                        follow(into);
                    }
                }
            }
        }
    }
}
