package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.risk.Draws;
import dev.plumbline.internal.risk.LaneReplicator;
import dev.plumbline.internal.risk.Tally;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each replicate has the dates and the critical activities of the project with its durations, scheduled for itself. */
class ReplicateOracleTest {

    private static final int ITERATIONS = 24;
    /** How many plans of each kind; fewer where mutants are judged. */
    private static final int SEEDS = Math.min(60, Integer.getInteger("plumbline.tries", 60));

    enum Kind {
        ONE_CALENDAR(new RandomRiskPlans.Flavour(1, false, false, false, false)),
        CONSTRAINTS(new RandomRiskPlans.Flavour(1, true, false, false, false)),
        PROGRESS(new RandomRiskPlans.Flavour(1, true, true, false, false)),
        FOUR_CALENDARS(new RandomRiskPlans.Flavour(4, false, false, false, false)),
        ELAPSED(new RandomRiskPlans.Flavour(4, true, false, true, false)),
        ALL(new RandomRiskPlans.Flavour(4, true, true, true, false)),
        SUMMARIES(new RandomRiskPlans.Flavour(4, true, true, true, true));

        private final RandomRiskPlans.Flavour flavour;

        Kind(RandomRiskPlans.Flavour flavour) {
            this.flavour = flavour;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyReplicateIsScheduledAsTheCriticalPathMethodWould(Kind kind) {
        int sideBySide = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = RandomRiskPlans.plan(seed, kind.flavour);
            RiskAnalysis risk = RiskAnalysis.of(project).defaultRange(-0.4, 0.9).batch(16);
            if (seed % 3 == 0) {
                risk = risk.branch("fork", Branch.of(0.5, "A1"))
                        .risk(Risk.of("R", "r", 0.5).delays("A0", Distribution.uniform(hours(0), hours(30))));
            }
            sideBySide += check(kind + " " + seed, risk) ? 1 : 0;
        }
        assertThat(sideBySide).isGreaterThanOrEqualTo(kind == Kind.SUMMARIES ? 1 : SEEDS * 9 / 10);
    }

    private static boolean check(String name, RiskAnalysis risk) {
        Engine engine = new Engine(risk, 7);
        Network g = engine.compiled().model().g;
        int[] tracked = IntStream.range(0, g.size).filter(a -> !g.summary[a]).toArray();
        Engine.Run run = engine.complete(engine.prepare(ITERATIONS, tracked, Engine.Detail.ALL));
        Engine.Run simple =
                engine.complete(engine.oneByOne(engine.compiled().model(), ITERATIONS, tracked, Engine.Detail.ALL));
        Tally tally = run.tally();
        Tally simply = simple.tally();
        int[] critical = new int[g.size];
        for (int i = 0; i < ITERATIONS; i++) {
            Schedule schedule = CriticalPath.schedule(replicate(risk, engine, i));
            assertThat(Ticks.toDateTime(engine.origin() + run.outcome().finish[i]))
                    .as("finish in replicate %s of %s", i, name)
                    .isEqualTo(schedule.finish());
            for (int k = 0; k < tracked.length; k++) {
                ActivityTimes times = schedule.activities().get(tracked[k]);
                assertThat(Ticks.toDateTime(engine.origin() + run.outcome().trackedFinish[k][i]))
                        .as("finish of %s in replicate %s of %s", times.activity(), i, name)
                        .isEqualTo(times.finish());
                boolean open = g.state[tracked[k]] != Network.COMPLETE;
                critical[tracked[k]] += open && times.totalFloat().ticks() <= 0 ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(tally.critical).mapToInt(c -> (int) c).toArray())
                .as("critical in %s", name)
                .isEqualTo(critical);
        assertThat(tally.criticalEdge).as("critical relationships in %s", name).isEqualTo(simply.criticalEdge);
        assertThat(tally.significance).as("significance in %s", name).isEqualTo(simply.significance);
        return run.workers().get(0) instanceof LaneReplicator;
    }

    /** The project with the durations of one replicate, put there by hand. */
    private static Project replicate(RiskAnalysis risk, Engine engine, int iteration) {
        Draws draws = engine.draws(2);
        draws.begin(iteration & ~1, 2);
        ProjectBuilder builder = risk.project().toBuilder();
        int[] out = new int[2];
        for (int d = 0; d < engine.compiled().model().durations(); d++) {
            draws.duration(d, out);
            WorkTime time = WorkTime.ofTicks(out[iteration & 1]);
            Activity activity =
                    risk.project().activities().get(engine.compiled().model().activity(d));
            builder.replace(activity.with(a -> activity.progress().isStarted()
                    ? a.progress(withRemaining(activity, time))
                    : a.duration(activity.duration().withTicks(time.ticks()))));
        }
        return builder.build();
    }

    private static Progress withRemaining(Activity activity, WorkTime remaining) {
        Progress p = activity.progress();
        return new Progress(
                p.actualStart(),
                null,
                activity.actualDuration(),
                remaining,
                p.percentComplete(),
                0,
                p.stop(),
                p.resume());
    }
}
