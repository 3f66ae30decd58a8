package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.PercentLags;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DragTest {

    private static final long TICKS_PER_HOUR = 600;

    @Test
    void isWhatThePlanGainsWhenTheActivityTakesNoTime() {
        RandomOutlines.rich(300).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Drag drag = new Drag(g, true, percentOfActivities(project, g));
            long finish = finish(g);
            for (int a = 0; a < g.size; a++) {
                if (g.summary[a] || !g.active[a] || g.state[a] >= Network.COMPLETE) {
                    continue;
                }
                long without = finish(NetworkCompiler.compile(
                        without(project, project.activities().get(a))));
                assertThat(drag.of(a))
                        .as("%s: A%d", project.name(), a)
                        .isEqualTo(g.projectCalendar.work(without, finish));
            }
        });
    }

    private static boolean[] percentOfActivities(Project project, Network g) {
        boolean[] percent = new boolean[g.head.length];
        PercentLags lags = PercentLags.of(project, g);
        for (int i = 0; i < lags.size(); i++) {
            percent[lags.edge(i)] = true;
        }
        return percent;
    }

    private static long finish(Network g) {
        Times t = new Times(g);
        ForwardPass.run(g, true, t);
        return t.projectFinish;
    }

    private static Project without(Project project, Activity activity) {
        Progress p = activity.progress();
        return project.toBuilder()
                .replace(activity.with(row -> {
                    row.duration(activity.duration().withTicks(0));
                    return p.isStarted()
                            ? row.progress(new Progress(
                                    p.actualStart(), null, p.actualDuration(), WorkTime.ZERO, 0, 0, null, null))
                            : row;
                }))
                .build();
    }

    private static long drag(ProjectBuilder builder, String id) {
        Project project = builder.build();
        Network g = NetworkCompiler.compile(project);
        return new Drag(g, true, percentOfActivities(project, g)).of(project.indexOf(id)) / TICKS_PER_HOUR;
    }

    /** A takes 40 hours, and B, which starts with it, 80. C beside them takes 88: B is not on the longest path. */
    private static ProjectBuilder startToStart(UnaryOperator<ActivityBuilder> ofA) {
        return Project.builder("reverse")
                .start(RandomOutlines.START)
                .activity("S", "Summary", WorkTime.ZERO)
                .activity("A", "A", WorkTime.hours(40), a -> ofA.apply(a.outlineLevel(2)))
                .activity("B", "B", WorkTime.hours(80))
                .activity("C", "C", WorkTime.hours(88))
                .startToStart("A", "B", WorkTime.ZERO);
    }

    @Test // Wiest 1981: reverse critical
    void anActivityBoundByItsFinishStartsLaterWhenShorter() {
        LocalDateTime friday = RandomOutlines.START.plusDays(4).withHour(17);
        for (Constraint bound : List.of(Constraint.mustFinishOn(friday), Constraint.finishNoEarlierThan(friday))) {
            assertThat(drag(startToStart(a -> a.constraint(bound)), "A")).isEqualTo(-32);
        }
        assertThat(drag(startToStart(a -> a), "A")).isZero();
        ProjectBuilder work = startToStart(a -> a).activity("P", "P", WorkTime.hours(40));
        assertThat(drag(work.finishToFinish("P", "A", WorkTime.ZERO), "A")).isEqualTo(-32);
        work.removeRelationship("P", "A").finishToFinish("P", "S", WorkTime.ZERO);
        assertThat(drag(work, "A")).isEqualTo(-32);
    }

    @Test
    void anActivityHeldOnAnEarlierDateComesForwardOnceNothingDemandsALaterOne() {
        LocalDateTime friday = RandomOutlines.START.plusDays(4);
        ProjectBuilder held = Project.builder("held")
                .start(RandomOutlines.START)
                .activity("A", "A", WorkTime.hours(80))
                .activity("B", "B", WorkTime.hours(80), b -> b.constraint(Constraint.startNoLaterThan(friday)))
                .finishToStart("A", "B");

        assertThat(drag(held, "A")).isEqualTo(32);
    }

    @Test
    void aSummaryMayStartWithAnotherRowOnceThatIsNotHeldBack() {
        ProjectBuilder rows = Project.builder("rows")
                .start(RandomOutlines.START)
                .activity("P", "Wait", WorkTime.hours(80))
                .activity("S", "Summary", WorkTime.ZERO)
                .activity("T", "Below", WorkTime.ZERO, t -> t.outlineLevel(2))
                .activity("A", "A", WorkTime.hours(8), a -> a.outlineLevel(3))
                .activity(
                        "B",
                        "B",
                        WorkTime.hours(8),
                        b -> b.outlineLevel(2)
                                .constraint(Constraint.startNoEarlierThan(RandomOutlines.START.plusDays(3))))
                .activity("X", "X", WorkTime.hours(200))
                .finishToStart("P", "A")
                .startToStart("S", "X", WorkTime.ZERO);

        assertThat(drag(rows, "P")).isEqualTo(24);
    }

    @Test
    void aShareOfNoDurationIsNoLag() {
        ProjectBuilder share = Project.builder("share")
                .start(RandomOutlines.START)
                .activity("A", "A", WorkTime.hours(16))
                .activity("B", "B", WorkTime.hours(8))
                .add(new Relationship("A", "B", RelationshipType.SS, Lag.percent(50)));

        assertThat(drag(share, "A")).isEqualTo(8);
    }
}
