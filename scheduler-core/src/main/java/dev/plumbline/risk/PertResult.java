package dev.plumbline.risk;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.cpm.Schedule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What PERT says of a project. Immutable; prints as a table.
 *
 * <p>The project's finish is taken as normal, with the schedule by expected durations as mean and the variance of the critical
 * path. Times are working time on the project's calendar. See {@link Pert} for the bias of this.
 */
public final class PertResult {

    /** The sentence that goes with every figure. */
    static final String BIAS =
            "One path counts: where paths meet, true probabilities are lower and dates later (merge bias).";

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** Paths whose lengths are correlated at least so much stand for one another. */
    private static final double REPRESENTED = 0.5;

    private final PertMethod method;
    private final Schedule schedule;
    private final Map<String, PertTimes> times;
    private final List<Path> paths;

    /**
     * A path with what is not shown of it.
     *
     * @param shown the path
     * @param deviation its standard deviation in ticks, not rounded
     * @param parts the standard deviations that make it, with signs, by activity
     */
    record Path(PertPath shown, double deviation, Map<String, Double> parts) {}

    PertResult(PertMethod method, Schedule schedule, Map<String, PertTimes> times, List<Path> paths) {
        this.method = method;
        this.schedule = schedule;
        this.times = Map.copyOf(times);
        this.paths = List.copyOf(paths);
    }

    /** Returns the rule by which estimates were read. */
    public PertMethod method() {
        return method;
    }

    /** Returns the schedule by expected durations. */
    public Schedule schedule() {
        return schedule;
    }

    /** Returns the finish by expected durations: the mean and, being normal, P50. */
    public LocalDateTime finish() {
        return schedule.finish();
    }

    /** Returns the standard deviation of the finish, in days of the project's calendar, rounded half up to a tenth of a minute. */
    public WorkTime standardDeviation() {
        return new WorkTime(Math.round(deviation()), WorkUnit.DAYS);
    }

    private double deviation() {
        return paths.isEmpty() ? 0 : paths.get(0).deviation();
    }

    /** Returns whether any activity on the critical path is uncertain; if not, every date is certain. */
    public boolean isUncertain() {
        return deviation() > 0;
    }

    /**
     * Returns the moments of an activity's duration.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public PertTimes of(String id) {
        schedule.project().activity(id);
        PertTimes found = times.get(id);
        if (found == null) {
            throw new IllegalStateException("no moments of activity '%s'".formatted(id));
        }
        return found;
    }

    /** Returns the moments of all rows in outline order. */
    public List<PertTimes> activities() {
        return schedule.project().activities().stream().map(a -> of(a.id())).toList();
    }

    /** Returns the longest paths by expected durations, the critical one first. */
    public List<PertPath> paths() {
        return paths.stream().map(Path::shown).toList();
    }

    /** Returns the probability, 0 to 1, that the critical path is done by an instant. */
    public double probability(LocalDateTime date) {
        return probability(finish(), deviation(), date);
    }

    private double probability(LocalDateTime mean, double deviation, LocalDateTime date) {
        if (deviation == 0) {
            return date.isBefore(mean) ? 0 : 1;
        }
        double ticks = calendar().workBetween(mean, date).ticks();
        return NORMAL.cumulativeProbability(ticks / deviation);
    }

    /**
     * Returns the probability, 0 to 1, that all of {@link #paths} are done by an instant. Of paths that share much of their
     * uncertainty (correlation 0.5 or more) the longest stands for the others, and those that are left are taken as independent
     * (PNET: A. H-S. Ang, J. Abdelnour, A. A. Chaker: Analysis of activity networks under uncertainty. J. Eng. Mech. Div. ASCE
     * 101(4), 1975, pp. 373-387). Where they share some, it is a little too low, as
     * {@link #probability} is too high.
     */
    public double probabilityOfAllPaths(LocalDateTime date) {
        double result = 1;
        List<Path> representatives = new ArrayList<>();
        for (Path path : paths) {
            if (representatives.stream().noneMatch(r -> correlation(r, path) >= REPRESENTED)) {
                representatives.add(path);
                result *= probability(path.shown().finish(), path.deviation(), date);
            }
        }
        return result;
    }

    private static double correlation(Path one, Path other) {
        if (one.deviation() == 0 || other.deviation() == 0) {
            return one.shown().finish().isBefore(other.shown().finish()) ? 0 : 1;
        }
        double shared = 0;
        for (Map.Entry<String, Double> part : one.parts().entrySet()) {
            shared += part.getValue() * other.parts().getOrDefault(part.getKey(), 0.0);
        }
        return shared / (one.deviation() * other.deviation());
    }

    /**
     * Returns the instant by which the critical path is done with a probability, to the minute.
     *
     * @param probability more than 0 and less than 1, such as 0.8 for P80
     * @throws IllegalArgumentException if it isn't
     */
    public LocalDateTime date(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "%s is no probability of a date; use more than 0 and less than 1, such as 0.8"
                            .formatted(probability));
        }
        double minutes = NORMAL.inverseCumulativeProbability(probability) * deviation() / WorkTime.TICKS_PER_MINUTE;
        return calendar().add(finish(), WorkTime.minutes(Math.round(minutes)));
    }

    /**
     * Returns by how much this is earlier than a simulation of the same plan: working time from the finish by expected durations to
     * the simulated mean. Mostly merge bias, where both know the same estimates.
     */
    public WorkTime bias(RiskResult simulated) {
        WorkTime bias = calendar().workBetween(finish(), simulated.finish().mean());
        return bias.in(WorkUnit.DAYS);
    }

    /** Returns this beside a simulation of the same plan, as a sentence or two. */
    public String compare(RiskResult simulated) {
        LocalDateTime plan = simulated.finish().deterministic();
        return ("The simulated mean is %s after that of PERT. The plan's finish has a probability of %s along the critical path,"
                        + " of %s along all of its %s longest paths, and of %s in the simulation.")
                .formatted(
                        Figures.days(bias(simulated).ticks(), schedule.project().settings()),
                        Figures.percent(probability(plan)),
                        Figures.percent(probabilityOfAllPaths(plan)),
                        paths.size(),
                        Figures.percent(simulated.finish().deterministicProbability()));
    }

    private WorkCalendar calendar() {
        return schedule.project().calendar();
    }

    /** Returns a table of the first rows. */
    public String table(int rows) {
        return PertTable.render(this, rows);
    }

    /** Returns a table of the first 20 rows. */
    @Override
    public String toString() {
        return table(20);
    }
}
