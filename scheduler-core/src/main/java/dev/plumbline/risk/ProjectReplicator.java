package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.risk.Draws;
import dev.plumbline.internal.risk.Model;
import dev.plumbline.internal.risk.Outcome;
import dev.plumbline.internal.risk.Scribe;
import dev.plumbline.internal.risk.SingleReplicator;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a project of every replicate: for weather, which changes calendars, and for levelling. */
final class ProjectReplicator extends SingleReplicator {

    private static final long MOST_DAYS = 100_000;

    private final Setting setting;
    private final Model model;
    private final Outcome outcome;

    /**
     * What all workers share.
     *
     * @param analysis the analysis
     * @param engine its engine
     * @param model the inputs that are drawn
     * @param weather the days lost
     * @param counts whether criticality is counted
     */
    record Setting(RiskAnalysis analysis, Engine engine, Model model, Weather weather, boolean counts) {

        Project project() {
            return analysis.project();
        }

        Draft draft() {
            return analysis.draft();
        }
    }

    ProjectReplicator(Setting setting, Draws draws, int capacity, Outcome outcome, Scribe scribe) {
        super(draws, capacity, outcome, scribe);
        this.setting = setting;
        this.model = setting.model;
        this.outcome = outcome;
    }

    /** Weather is drawn up to a horizon, which moves out if the plan gets there. */
    @Override
    protected void replicate(int iteration, int lane) {
        LocalDate start = setting.engine.compiled().schedule().start().toLocalDate();
        LocalDate planned = setting.engine.compiled().schedule().finish().toLocalDate();
        long days = 366 + 2 * (planned.toEpochDay() - start.toEpochDay());
        Project drawn = drawn(lane);
        while (true) {
            LocalDate horizon = start.plusDays(days);
            Project weathered = drawn;
            if (!setting.weather.isNone()) {
                ProjectBuilder builder = drawn.toBuilder();
                setting.weather.calendars(iteration, start, horizon).forEach(builder::addCalendar);
                weathered = builder.build();
            }
            Schedule schedule = schedule(weathered);
            boolean beyond =
                    !setting.weather.isNone() && schedule.finish().toLocalDate().isAfter(horizon) && days < MOST_DAYS;
            if (!beyond) {
                write(iteration, schedule);
                return;
            }
            days *= 2;
        }
    }

    private Schedule schedule(Project project) {
        Levelling levelling = setting.draft().levelling;
        return levelling == null
                ? CriticalPath.schedule(project, setting.draft().options)
                : levelling.level(project, setting.draft().options).schedule();
    }

    private void write(int iteration, Schedule schedule) {
        if (!setting.counts) {
            long[] tracked = new long[outcome.tracked.length];
            for (int k = 0; k < tracked.length; k++) {
                tracked[k] =
                        Ticks.of(schedule.activities().get(outcome.tracked[k]).earlyFinish());
            }
            scribe().write(iteration, Ticks.of(schedule.finish()), tracked);
            return;
        }
        Network network = NetworkCompiler.compile(schedule.project());
        Times times = new Times(network);
        Passes.run(
                network,
                setting.draft().options.honourConstraints(),
                Engine.openEndsCritical(setting.project(), setting.draft()),
                times);
        scribe().write(iteration, network, times);
    }

    /** The project with the durations and lags of a replicate. */
    private Project drawn(int lane) {
        Project project = setting.project();
        ProjectBuilder builder = project.toBuilder();
        List<Effort> efforts = new ArrayList<>();
        Activity[] replacement = new Activity[project.activities().size()];
        for (int d = 0; d < model.durations(); d++) {
            int a = model.activity(d);
            Activity activity = project.activities().get(a);
            if (activity.progress().isStarted()) {
                replacement[a] = remaining(activity, duration(d, lane));
            } else if (project.assignmentsOf(activity.id()).isEmpty()) {
                WorkTime time = activity.duration().withTicks(duration(d, lane));
                replacement[a] = activity.with(b -> b.duration(time));
            } else {
                efforts.add(project.effort(activity.id())
                        .withDuration(activity.duration().withTicks(duration(d, lane))));
            }
        }
        int[] next = {0};
        builder.replaceEach(activity -> {
            Activity other = replacement[next[0]++];
            return other == null ? activity : other;
        });
        builder.replaceAll(efforts);
        replaceLags(builder, lane);
        return builder.build();
    }

    private static Activity remaining(Activity activity, int ticks) {
        Progress p = activity.progress();
        WorkTime done = activity.actualDuration();
        Progress other = new Progress(
                p.actualStart(),
                p.actualFinish(),
                done,
                done.withTicks(ticks),
                Math.min(p.percentComplete(), 99.99),
                p.physicalPercentComplete(),
                p.stop(),
                p.resume());
        return activity.with(b -> b.progress(other).duration(done.withTicks(done.ticks() + ticks)));
    }

    private void replaceLags(ProjectBuilder builder, int lane) {
        if (model.lags() == 0) {
            return;
        }
        @Nullable
        WorkTime[] times = new WorkTime[setting.project().relationships().size()];
        Network g = model.g;
        for (int l = 0; l < model.lags(); l++) {
            int e = model.edge(l);
            WorkTime time = g.lagKind[e] == Network.ELAPSED
                    ? WorkTime.elapsedHours(0).withTicks(lag(l, lane))
                    : WorkTime.ofTicks(lag(l, lane));
            times[g.relationship[e]] = time;
        }
        int[] next = {0};
        builder.replaceEachRelationship(each -> {
            WorkTime time = times[next[0]++];
            return time == null
                    ? each
                    : new Relationship(each.predecessor(), each.successor(), each.type(), Lag.of(time));
        });
    }
}
