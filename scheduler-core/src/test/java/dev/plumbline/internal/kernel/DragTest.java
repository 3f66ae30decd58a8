package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.PercentLags;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import org.junit.jupiter.api.Test;

class DragTest {

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
}
