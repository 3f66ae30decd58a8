package dev.plumbline.rcpsp;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.DelayReason;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.LevellingSearch;
import dev.plumbline.level.ResourceProfile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The levelled plan with the earliest finish that a search found, and how good it is. Immutable.
 *
 * <pre>{@code
 * best.finish();
 * best.lowerBound();
 * best.gap();
 * best.why("C");           // as of every levelled plan
 * }</pre>
 */
public final class ImprovedPlan {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final List<Levelled> plans;
    private final LocalDateTime finish;
    private final LocalDateTime lowerBound;
    private final long schedules;
    private final List<LevellingSearch.Step> incumbents;
    private final StoppedBy stoppedBy;

    ImprovedPlan(LevellingSearch.Found found, StoppedBy stoppedBy) {
        this.plans = found.plans();
        this.finish = latest(plans);
        this.lowerBound = found.lowerBound();
        this.schedules = found.schedules();
        this.incumbents = found.steps();
        this.stoppedBy = isOptimal() ? StoppedBy.OPTIMUM : stoppedBy;
    }

    private static LocalDateTime latest(List<Levelled> plans) {
        LocalDateTime latest = plans.get(0).schedule().finish();
        for (Levelled plan : plans) {
            latest = plan.schedule().finish().isAfter(latest) ? plan.schedule().finish() : latest;
        }
        return latest;
    }

    /** Returns the levelled plan; of several projects, that of the first. */
    public Levelled levelled() {
        return plans.get(0);
    }

    /** Returns the levelled plans of all projects, in the order in which they were given. */
    public List<Levelled> plans() {
        return plans;
    }

    /** Returns the schedule of the levelled plan. */
    public Schedule schedule() {
        return levelled().schedule();
    }

    /** Returns when all is finished. */
    public LocalDateTime finish() {
        return finish;
    }

    /** Returns a finish that no levelled plan can go below. */
    public LocalDateTime lowerBound() {
        return lowerBound;
    }

    /**
     * Returns how much earlier a plan might still finish: elapsed time from the lower bound to the finish, as a fraction of that
     * from the first start to the finish; 0 if it is proved optimal.
     */
    public double gap() {
        LocalDateTime start = plans.stream()
                .map(plan -> plan.schedule().start())
                .min(LocalDateTime::compareTo)
                .orElse(finish);
        long whole = Duration.between(start, finish).toSeconds();
        return whole <= 0 ? 0 : Duration.between(lowerBound, finish).toSeconds() / (double) whole;
    }

    /** Returns whether no levelled plan can finish earlier. */
    public boolean isOptimal() {
        return !finish.isAfter(lowerBound);
    }

    /** Returns how many schedules were generated. */
    public long schedules() {
        return schedules;
    }

    /** Returns the finishes that were the earliest when they were found, each earlier than the one before. */
    public List<LevellingSearch.Step> incumbents() {
        return incumbents;
    }

    /** Returns why the search ended. */
    public StoppedBy stoppedBy() {
        return stoppedBy;
    }

    /**
     * Returns the elapsed time by which levelling delays an activity of the first project.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime delay(String id) {
        return levelled().delay(id);
    }

    /**
     * Returns why an activity of the first project is delayed.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public DelayReason why(String id) {
        return levelled().why(id);
    }

    /**
     * Returns what is asked of a resource.
     *
     * @throws IllegalArgumentException if there is no such work resource
     */
    public ResourceProfile profile(String resource) {
        return levelled().profile(resource);
    }

    /** Returns finish, lower bound and effort in one line. */
    public String summary() {
        String quality = isOptimal()
                ? "proved optimal"
                : String.format(Locale.ROOT, "lower bound %s, gap %.1f%%", MINUTE.format(lowerBound), 100 * gap());
        return "finish %s, %s after %s schedule%s"
                .formatted(MINUTE.format(finish), quality, schedules, schedules == 1 ? "" : "s");
    }

    /** Returns the summary, and the delays of the first project. */
    @Override
    public String toString() {
        return summary() + "\n" + levelled();
    }
}
