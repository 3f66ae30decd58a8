package dev.plumbline.io.report;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the demand of a schedule exceeds what its resources have: units of the assignments at work at one time against the
 * units available at that time.
 *
 * <p>An assignment asks for its units from the activity's start (and its own delay) to the activity's finish whenever its
 * calendars work: the resource's, and the activity's own where it has one; the activity's alone where it ignores resource
 * calendars. A resource has its units while its calendar works and none otherwise. Finished and inactive activities ask for
 * nothing; work, contours and reported hours don't change the units.
 */
final class ResourceLoad {

    /*
     * A sweep over the ends of the assignments' spans keeps the sum of units by combination of calendars. Between two ends
     * the sum is constant: where it fits, nothing is looked at; where only the resource's own calendar counts, the overload
     * is its working time, found without walking; only where calendars differ the days are walked (LoadWalk).
     * O(a log a) for a assignments, plus the walked days.
     */

    static final long TEN_THOUSANDTHS = 10_000;
    private static final double MOST_UNITS = 1e8;

    private final Project project;
    private final Resource resource;
    private final WorkCalendar calendar;
    private final List<Use> uses = new ArrayList<>();

    private ResourceLoad(Project project, Resource resource) {
        this.project = project;
        this.resource = resource;
        this.calendar = project.calendarOf(resource);
    }

    /** Returns the overloads of all work resources, by resource in order, then by time. */
    static List<Overload> overloads(Schedule plan) {
        Project project = plan.project();
        Map<String, ResourceLoad> loads = new LinkedHashMap<>();
        for (Resource resource : project.resources()) {
            if (resource.type() == ResourceType.WORK) {
                loads.put(resource.id(), new ResourceLoad(project, resource));
            }
        }
        for (Assignment assignment : project.assignments()) {
            ResourceLoad load = assignment.resource() == null ? null : loads.get(assignment.resource());
            if (load != null && assignment.units() > 0) {
                load.add(plan.of(assignment.activity()), assignment);
            }
        }
        List<Overload> found = new ArrayList<>();
        loads.values().forEach(load -> found.addAll(load.sweep()));
        return found;
    }

    private void add(ActivityTimes times, Assignment assignment) {
        Activity activity = times.activity();
        if (!activity.active() || activity.progress().isComplete()) {
            return;
        }
        Calendars calendars = calendarsOf(activity);
        LocalDateTime start = times.start();
        if (!assignment.delay().isZero() && calendars.first().hasWorkingTime()) {
            start = calendars.first().add(start, assignment.delay());
        }
        long from = Ticks.of(start) + assignment.levellingDelay().ticks();
        long to = Ticks.of(times.finish());
        if (from < to) {
            long rank = ((long) project.indexOf(activity.id()) << Integer.SIZE) + uses.size();
            uses.add(new Use(rank, from, to, tenThousandths(assignment.units()), calendars, activity.id()));
        }
    }

    /** Returns what an assignment on the activity works by. */
    private Calendars calendarsOf(Activity activity) {
        WorkCalendar own = project.calendarOf(activity);
        if (activity.ignoresResourceCalendars()) {
            return new Calendars(own, own);
        }
        return new Calendars(calendar, activity.calendar() == null ? calendar : own);
    }

    static long tenThousandths(double units) {
        return Math.round(Math.min(units, MOST_UNITS) * TEN_THOUSANDTHS);
    }

    private List<Overload> sweep() {
        uses.sort((a, b) -> Long.compare(a.from, b.from));
        List<Use> ends = new ArrayList<>(uses);
        ends.sort((a, b) -> Long.compare(a.to, b.to));
        LoadSpans spans = new LoadSpans(resource, calendar);
        Demand demand = new Demand(calendar);
        long[] cuts = cuts();
        int started = 0;
        int ended = 0;
        for (int i = 0; i + 1 < cuts.length; i++) {
            while (started < uses.size() && uses.get(started).from <= cuts[i]) {
                demand.add(uses.get(started++));
            }
            while (ended < ends.size() && ends.get(ended).to <= cuts[i]) {
                demand.remove(ends.get(ended++));
            }
            demand.overloads(cuts[i], cuts[i + 1], capacityAt(cuts[i]), spans);
        }
        return spans.finish();
    }

    /** Returns the instants at which demand or capacity may change, in order. */
    private long[] cuts() {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Use use : uses) {
            cuts.add(use.from);
            cuts.add(use.to);
        }
        if (!cuts.isEmpty()) {
            long first = cuts.first();
            long last = cuts.last();
            for (Availability row : resource.availability()) {
                addWithin(cuts, Ticks.of(row.from()), first, last);
                addWithin(cuts, Ticks.of(row.to()), first, last);
            }
        }
        return cuts.stream().mapToLong(Long::longValue).toArray();
    }

    private static void addWithin(Set<Long> cuts, long cut, long first, long last) {
        if (cut > first && cut < last) {
            cuts.add(cut);
        }
    }

    private long capacityAt(long tick) {
        if (resource.availability().isEmpty()) {
            return tenThousandths(resource.maxUnits());
        }
        for (Availability row : resource.availability()) {
            if (Ticks.of(row.from()) <= tick && tick < Ticks.of(row.to())) {
                return tenThousandths(row.units());
            }
        }
        return 0;
    }

    /**
     * The calendars that must both work; twice the same where one counts. Told apart by their ids.
     *
     * @param first the resource's calendar, or the activity's where it alone counts
     * @param second the activity's calendar, or the first again
     */
    record Calendars(WorkCalendar first, WorkCalendar second) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Calendars that
                    && first.id().equals(that.first.id())
                    && second.id().equals(that.second.id());
        }

        @Override
        public int hashCode() {
            return 31 * first.id().hashCode() + second.id().hashCode();
        }
    }

    /**
     * The span of an assignment.
     *
     * @param rank puts assignments in the outline order of their activities
     * @param from the first tick
     * @param to the end, not included
     * @param units what it asks for, in ten-thousandths
     * @param calendars what it works by
     * @param activity the id of the activity
     */
    record Use(long rank, long from, long to, long units, Calendars calendars, String activity) {}
}
