package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.PathAnalysis;
import dev.plumbline.cpm.RankedPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of PERT: moments of each duration, the schedule by means, and the moments of its longest paths. */
final class PertAnalysis {

    private final Project project;
    private final Map<String, Estimate> estimates;
    private final PertMethod method;
    private final ScheduleOptions options;

    PertAnalysis(Project project, Map<String, Estimate> estimates, PertMethod method, ScheduleOptions options) {
        this.project = project;
        this.estimates = estimates;
        this.method = method;
        this.options = options;
    }

    PertResult run(int count) {
        Map<String, PertTimes> times = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        List<Effort> efforts = new ArrayList<>();
        for (Activity activity : project.activities()) {
            Estimate estimate = isUncertain(activity) ? estimates.get(activity.id()) : null;
            if (estimate == null) {
                times.put(activity.id(), certain(activity));
            } else {
                double left = remainingShare(activity);
                double deviation = left * method.standardDeviation(estimate);
                PertTimes moments = moments(activity, estimate, left, deviation);
                times.put(activity.id(), moments);
                deviations.put(activity.id(), deviation);
                efforts.add(project.effort(activity.id()).withDuration(moments.expected()));
            }
        }
        Project expected = project.toBuilder().replaceAll(efforts).build();
        Schedule schedule = CriticalPath.schedule(expected, options);
        return new PertResult(method, schedule, times, paths(schedule, deviations, count));
    }

    private boolean isUncertain(Activity activity) {
        return activity.isAutomatic()
                && !activity.progress().isComplete()
                && !project.wbs().isSummary(activity.id());
    }

    private static PertTimes certain(Activity activity) {
        return new PertTimes(
                activity, null, activity.duration(), activity.duration().withTicks(0), 0);
    }

    private static double remainingShare(Activity activity) {
        long whole = activity.duration().ticks();
        return whole == 0 ? 1 : activity.remainingDuration().ticks() / (double) whole;
    }

    private PertTimes moments(Activity activity, Estimate estimate, double left, double deviation) {
        WorkUnit unit = estimate.mostLikely().unit();
        double mean = activity.actualDuration().ticks() + left * method.mean(estimate);
        double perUnit = unit.ticks(project.settings().conversion());
        return new PertTimes(
                activity,
                estimate,
                new WorkTime(toMinute(mean), unit),
                new WorkTime(Math.round(deviation), unit),
                deviation / perUnit * (deviation / perUnit));
    }

    /** Simulations round to minutes too. */
    private static long toMinute(double ticks) {
        return Math.round(ticks / WorkTime.TICKS_PER_MINUTE) * WorkTime.TICKS_PER_MINUTE;
    }

    /** Of paths that finish together the one that varies most comes first: it is the most likely to be late. */
    private List<PertResult.Path> paths(Schedule schedule, Map<String, Double> deviations, int count) {
        List<PertResult.Path> found = unranked(schedule, deviations, count);
        found.sort(Comparator.comparing((PertResult.Path p) -> p.shown().finish())
                .thenComparingDouble(PertResult.Path::deviation)
                .reversed()
                .thenComparing(p -> p.shown().rank()));
        List<PertResult.Path> ranked = new ArrayList<>();
        for (PertResult.Path path : found) {
            PertPath shown = path.shown();
            ranked.add(new PertResult.Path(
                    new PertPath(
                            ranked.size() + 1,
                            shown.finish(),
                            shown.mean(),
                            shown.standardDeviation(),
                            shown.activities()),
                    path.deviation(),
                    path.parts()));
        }
        return ranked;
    }

    private List<PertResult.Path> unranked(Schedule schedule, Map<String, Double> deviations, int count) {
        List<PertResult.Path> result = new ArrayList<>();
        PathShares shares = new PathShares(schedule);
        Map<String, Double> projectTime = new LinkedHashMap<>();
        for (RankedPath path : PathAnalysis.of(schedule).longestPaths(count)) {
            double[] along = shares.along(path.activities());
            Map<String, Double> parts = new LinkedHashMap<>();
            double variance = 0;
            for (int i = 0; i < along.length; i++) {
                String id = path.activities().get(i).id();
                double deviation = deviations.getOrDefault(id, 0.0);
                double part = along[i] * projectTime.computeIfAbsent(id, k -> deviation * density(schedule, k));
                parts.put(id, part);
                variance += part * part;
            }
            PertPath shown = new PertPath(
                    path.rank(),
                    path.finish(),
                    path.length(),
                    new WorkTime(Math.round(Math.sqrt(variance)), path.length().unit()),
                    path.activities());
            result.add(new PertResult.Path(shown, Math.sqrt(variance), parts));
        }
        return result;
    }

    /** How much working time of the project's calendar passes in a tick of an activity's duration. */
    private double density(Schedule schedule, String id) {
        Activity activity = schedule.project().activity(id);
        boolean own = !activity.duration().isElapsed()
                && project.calendarOf(activity).equals(project.calendar())
                && project.assignmentsOf(id).isEmpty();
        if (own || activity.duration().isZero()) {
            return 1;
        }
        ActivityTimes times = schedule.of(id);
        WorkTime span = project.calendar().workBetween(times.start(), times.finish());
        return span.ticks() / (double) activity.duration().ticks();
    }
}
