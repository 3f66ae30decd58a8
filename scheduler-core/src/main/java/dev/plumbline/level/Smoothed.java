package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Project;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A smoothed plan: the schedule, the delays that make it, and what is asked of resources before and after. Immutable; prints as a
 * table of the resources.
 */
public final class Smoothed {

    private static final int ROWS = 20;

    private final Schedule before;
    private final Schedule schedule;
    private final Smoothing how;
    private final List<ResourceProfile> profilesBefore;
    private final List<ResourceProfile> profiles;

    /** Makes the result of smoothing that came to nothing. */
    Smoothed(Schedule before, List<ResourceProfile> profilesBefore, Smoothing how) {
        this(before, profilesBefore, before, profilesBefore, how);
    }

    Smoothed(
            Schedule before,
            List<ResourceProfile> profilesBefore,
            Schedule schedule,
            List<ResourceProfile> profiles,
            Smoothing how) {
        this.before = before;
        this.profilesBefore = profilesBefore;
        this.schedule = schedule;
        this.profiles = profiles;
        this.how = how;
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

    /** Returns whether nothing more even was found. */
    public boolean isUnchanged() {
        return schedule.equals(before);
    }

    /**
     * Returns the elapsed time by which an activity is delayed beyond what its logic gives.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime delay(String id) {
        return project().activity(id).levellingDelay();
    }

    /** Returns all delays other than none, in outline order. */
    public Map<String, WorkTime> delays() {
        Map<String, WorkTime> delays = new LinkedHashMap<>();
        project().activities().forEach(activity -> {
            if (!activity.levellingDelay().isZero()) {
                delays.put(activity.id(), activity.levellingDelay());
            }
        });
        return Collections.unmodifiableMap(delays);
    }

    /** Returns what is asked of all work resources afterwards. */
    public List<ResourceProfile> profiles() {
        return profiles;
    }

    /** Returns what was asked of all work resources before. */
    public List<ResourceProfile> profilesBefore() {
        return profilesBefore;
    }

    /**
     * Returns what is asked of a resource afterwards.
     *
     * @throws IllegalArgumentException if there is no such work resource
     */
    public ResourceProfile profile(String resource) {
        return find(profiles, resource);
    }

    /**
     * Returns what was asked of a resource before.
     *
     * @throws IllegalArgumentException if there is no such work resource
     */
    public ResourceProfile profileBefore(String resource) {
        return find(profilesBefore, resource);
    }

    private ResourceProfile find(List<ResourceProfile> all, String resource) {
        return all.stream()
                .filter(profile -> profile.resource().id().equals(resource))
                .findFirst()
                .orElseThrow(() -> ResourceProfile.unknown(project().name(), resource));
    }

    /** Returns the moment afterwards, summed over the resources by their weights, in squared units times hours. */
    public double moment() {
        return moment(profiles);
    }

    /** Returns the moment before. */
    public double momentBefore() {
        return moment(profilesBefore);
    }

    private double moment(List<ResourceProfile> all) {
        return all.stream()
                .filter(profile -> profile.resource().canLevel())
                .mapToDouble(profile -> how.weight(profile.resource().id()) * profile.moment())
                .sum();
    }

    /** Returns a table of at most so many resources, those with the greatest moment first. */
    public String table(int rows) {
        TextTable table = new TextTable("Resource", ">Peak before", ">Peak", ">Moment before", ">Moment", ">Change");
        List<ResourceProfile> busy = profiles.stream()
                .filter(profile -> profile.moment() > 0)
                .sorted((a, b) -> Double.compare(b.moment(), a.moment()))
                .limit(rows)
                .toList();
        for (ResourceProfile profile : busy) {
            ResourceProfile was = profileBefore(profile.resource().id());
            table.row(
                    profile.resource().name(),
                    Amounts.units(was.peak()),
                    Amounts.units(profile.peak()),
                    hours(was.moment()),
                    hours(profile.moment()),
                    change(was.moment(), profile.moment()));
        }
        return "%s: finish %s as before, %s activities delayed, moment %s instead of %s (%s)\n%s"
                .formatted(
                        project().name(),
                        Amounts.minute(schedule.finish()),
                        TextTable.grouped(delays().size()),
                        hours(moment()),
                        hours(momentBefore()),
                        change(momentBefore(), moment()),
                        busy.isEmpty() ? "" : table.render(busy.size()));
    }

    private static String hours(double moment) {
        return TextTable.grouped(Math.round(moment));
    }

    private static String change(double from, double to) {
        return from == 0 ? "0.0%" : String.format(Locale.ROOT, "%+.1f%%", 100 * (to - from) / from);
    }

    /** Returns a table of at most 20 resources. */
    @Override
    public String toString() {
        return table(ROWS);
    }
}
