package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A levelled plan: the schedule, the delays that make it, and why. Immutable; prints as a table of the delays.
 *
 * <pre>{@code
 * levelled.schedule().finish();
 * levelled.delay("C");
 * levelled.why("C");
 * levelled.profile("crew");
 * levelled.overallocations();      // what could not be removed; findings() says why
 * }</pre>
 */
public final class Levelled {

    private final Schedule before;
    private final Schedule schedule;
    private final LevelResult result;
    private final int part;

    Levelled(Schedule before, Schedule schedule, LevelResult result, int part) {
        this.before = before;
        this.schedule = schedule;
        this.result = result;
        this.part = part;
    }

    /** Returns the project with the levelling delays. */
    public Project project() {
        return schedule.project();
    }

    /** Returns the schedule of that project. */
    public Schedule schedule() {
        return schedule;
    }

    /** Returns the schedule of the plan as it was. */
    public Schedule before() {
        return before;
    }

    /**
     * Returns the elapsed time by which levelling delays an activity, or what is left of it, beyond what its logic gives; it is
     * negative where the activity is as late as possible and levelling lets it finish earlier.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime delay(String id) {
        return why(id).delay();
    }

    /** Returns all delays other than none, in outline order. */
    public Map<String, WorkTime> delays() {
        Map<String, WorkTime> delays = new LinkedHashMap<>();
        for (int a = 0; a < project().activities().size(); a++) {
            long ticks = result.delay(part, a);
            if (ticks != 0) {
                delays.put(project().activities().get(a).id(), elapsed(ticks));
            }
        }
        return Collections.unmodifiableMap(delays);
    }

    /** Returns whether nothing had to be moved. */
    public boolean isUnchanged() {
        return project().equals(before.project());
    }

    /**
     * Returns why an activity is delayed: the resource, how much there is of it, and who holds it.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public DelayReason why(String id) {
        int a = project().indexOf(id);
        return result.reason(part, a);
    }

    /**
     * Returns all that levelling does to an activity, each with its reason: the delay, gaps, and assignments that begin later.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public List<DelayReason> reasons(String id) {
        return result.reasons(part, project().indexOf(id));
    }

    /** Returns all that levelling does, by activity in outline order; nothing for those it leaves alone. */
    public Map<String, List<DelayReason>> reasons() {
        Map<String, List<DelayReason>> all = new LinkedHashMap<>();
        for (int a = 0; a < project().activities().size(); a++) {
            List<DelayReason> reasons = result.isTouched(part, a) ? result.reasons(part, a) : List.of();
            if (!reasons.isEmpty()) {
                all.put(project().activities().get(a).id(), reasons);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * Returns what the levelled plan asks of a resource; where several projects share it, what all of them ask.
     *
     * @throws IllegalArgumentException if there is no such work resource
     */
    public ResourceProfile profile(String resource) {
        int number = result.pool().numberOf(resource);
        if (number < 0) {
            throw ResourceProfile.unknown(project().name(), resource);
        }
        return new ResourceProfile(result.loads().get(number));
    }

    /** Returns the profiles of all work resources. */
    public List<ResourceProfile> profiles() {
        return result.loads().stream().map(ResourceProfile::new).toList();
    }

    /** Returns what could not be removed, by resource, then by time; {@link #findings} says why. */
    public List<Overallocation> overallocations() {
        return profiles().stream()
                .flatMap(profile -> profile.overallocations().stream())
                .toList();
    }

    /** Returns what is odd but legal, and for each overallocation that is left, why it can't be removed. */
    public List<Problem> findings() {
        return result.findings();
    }

    /** Returns a table of the first so many delayed activities. */
    public String table(int rows) {
        TextTable table = new TextTable("ID", "Name", "Start", "Finish", ">Delay", "Held by");
        int delayed = 0;
        for (int a = 0; a < schedule.activities().size(); a++) {
            if (result.isTouched(part, a) && delayed++ < rows) {
                row(table, schedule.activities().get(a), result.reasons(part, a));
            }
        }
        return "%s: finish %s, before levelling %s, %s activities delayed, %s overallocations left\n%s"
                .formatted(
                        project().name(),
                        Amounts.minute(schedule.finish()),
                        Amounts.minute(before.finish()),
                        TextTable.grouped(delayed),
                        TextTable.grouped(overallocations().size()),
                        delayed == 0 ? "" : table.render(delayed));
    }

    private static void row(TextTable table, ActivityTimes times, List<DelayReason> reasons) {
        DelayReason first = reasons.get(0);
        boolean paused = reasons.stream().anyMatch(reason -> reason.kind() == DelayReason.Kind.GAP);
        String delay = first.kind() == DelayReason.Kind.GAP || first.kind() == DelayReason.Kind.ASSIGNMENT
                ? ""
                : first.delay().in(WorkUnit.ELAPSED_DAYS).toString();
        table.row(
                times.activity().id(),
                times.activity().name(),
                Amounts.minute(times.start()),
                Amounts.minute(times.finish()),
                paused ? (delay + " split").strip() : delay,
                first.resource() == null ? "" : first.resource() + ": " + Amounts.list(first.delayedBy()));
    }

    /** Returns a table of the first 20 delayed activities. */
    @Override
    public String toString() {
        return table(20);
    }

    static WorkTime elapsed(long ticks) {
        return new WorkTime(ticks, WorkUnit.ELAPSED_DAYS);
    }

    static java.time.LocalDateTime instant(long tick) {
        return Ticks.toDateTime(tick);
    }
}
