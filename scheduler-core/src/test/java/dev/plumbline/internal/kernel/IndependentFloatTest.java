package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IndependentFloatTest {

    @Test
    void liesBetweenLateRowsBeforeAndEarlyRowsAfterAlsoAcrossSummaries() {
        RandomOutlines.plain(500).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            Passes.byRules(g, true, false, t);
            SlowOutline early = SlowOutline.forward(g);
            SlowOutline late =
                    new SlowOutline(early, late(t.earlyStart, t.lateStart), late(t.earlyFinish, t.lateFinish));
            long[] all = IndependentFloat.all(g, true, t);

            for (int a = 0; a < g.size; a++) {
                assertThat(all[a])
                        .as("A%d of %s", a, project.name())
                        .isEqualTo(g.summary[a] || !g.active[a] ? 0 : slowly(g, t, early, late, a));
            }
        });
    }

    private static long[] late(long[] early, long[] late) {
        long[] later = new long[early.length];
        for (int a = 0; a < later.length; a++) {
            later[a] = Math.max(early[a], late[a]);
        }
        return later;
    }

    private static long slowly(Network g, Times t, SlowOutline early, SlowOutline late, int a) {
        long start = late.place(a);
        long finish = start + g.span[a];
        long least = Math.min(Floats.free(g, t, a, Floats.total(g, t, a)), t.lateFinish[a] - finish);
        for (int e = 0; e < g.head.length; e++) {
            if (g.tail[e] == a && g.active[g.head[e]]) {
                long demanded = early.lagged(e, early.fromFinish(e) ? finish : start, g.span[a]);
                int after = g.head[e];
                least = Math.min(least, (early.toStart(e) ? t.earlyStart[after] : t.earlyFinish[after]) - demanded);
            }
        }
        return Math.max(0, least);
    }

    /** X takes 4 hours and waits for what the plan says; Y beside it ends after 20 hours and holds nothing back. */
    private static long independentFloat(UnaryOperator<ProjectBuilder> plan) {
        ProjectBuilder builder = Project.builder("float")
                .start(RandomOutlines.START)
                .calendar(WorkCalendar.roundTheClock("always"))
                .activity("Y", "Beside", WorkTime.hours(20));
        Project project = plan.apply(builder).build();
        Network g = NetworkCompiler.compile(project);
        Times t = new Times(g);
        Passes.byRules(g, true, false, t);
        return IndependentFloat.all(g, true, t)[project.indexOf("X")] / 600;
    }

    private static ActivityBuilder typed(ActivityBuilder row, int from, int to) {
        return row.mode(SchedulingMode.MANUAL)
                .manual(new ManualDates(
                        RandomOutlines.START.plusHours(from), RandomOutlines.START.plusHours(to), null));
    }

    @Test
    void startsWhereTypedDatesOfTheSummaryAbovePutTheRow() {
        assertThat(independentFloat(plan -> plan.activity("S", "Typed", WorkTime.ZERO, s -> typed(s, 6, 9))
                        .activity("X", "X", WorkTime.hours(4), x -> x.outlineLevel(2))))
                .isEqualTo(10);
        assertThat(independentFloat(plan -> plan.activity("P", "Before", WorkTime.hours(2))
                        .activity("S", "Typed", WorkTime.ZERO, s -> typed(s, 6, 9))
                        .activity("T", "Below", WorkTime.ZERO, t -> t.outlineLevel(2))
                        .activity("X", "X", WorkTime.hours(4), x -> x.outlineLevel(3))
                        .finishToStart("P", "S")))
                .isEqualTo(10); // typed dates wait for nobody
        assertThat(independentFloat(plan -> plan.activity("S", "Typed", WorkTime.ZERO, s -> typed(s, 6, 9))
                        .activity(
                                "X",
                                "X",
                                WorkTime.hours(4),
                                x -> x.outlineLevel(2)
                                        .constraint(Constraint.startNoEarlierThan(RandomOutlines.START.plusHours(2))))))
                .isEqualTo(14); // a date of its own wins
    }

    @Test
    void typedDatesOfASummaryBeforeAreNeverLate() {
        assertThat(independentFloat(plan -> plan.activity("S", "Typed", WorkTime.ZERO, s -> typed(s, 2, 5))
                        .activity("A", "Row", WorkTime.hours(1), a -> a.outlineLevel(2))
                        .activity("X", "X", WorkTime.hours(4))
                        .finishToStart("S", "X")))
                .isEqualTo(11);
    }

    @Test
    void aSummaryTiedFinishToFinishNeverBeginsBeforeTheProject() { // 3.1.1
        assertThat(independentFloat(plan -> plan.activity(
                                "P",
                                "Before",
                                WorkTime.hours(1),
                                p -> p.constraint(Constraint.finishNoLaterThan(RandomOutlines.START.plusHours(1))))
                        .activity("S", "Summary", WorkTime.ZERO)
                        .activity("X", "X", WorkTime.hours(4), x -> x.outlineLevel(2))
                        .finishToFinish("P", "S", WorkTime.ZERO)))
                .isEqualTo(16);
    }

    @Test
    void whatHasBegunHasItsFreeFloat() {
        assertThat(independentFloat(plan -> plan.activity("P", "Before", WorkTime.hours(3))
                        .activity(
                                "X",
                                "X",
                                WorkTime.hours(4),
                                x -> x.progress(new Progress(
                                        RandomOutlines.START.plusHours(1), null, null, null, 0, 0, null, null)))
                        .finishToStart("P", "X")))
                .isEqualTo(15);
    }
}
