package dev.plumbline.model;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.util.IdIndex;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A plan: activities in outline order with relationships, calendars, resources and assignments. Immutable and checked when
 * built; see {@link #builder}.
 */
public final class Project {

    private final String name;
    private final LocalDateTime start;
    private final @Nullable LocalDateTime finish;
    private final ScheduleFrom scheduleFrom;
    private final @Nullable LocalDateTime dataDate;
    private final WorkCalendar calendar;
    private final ProjectSettings settings;
    private final List<WorkCalendar> calendars;
    private final List<Activity> activities;
    private final List<Relationship> relationships;
    private final List<Resource> resources;
    private final List<Assignment> assignments;
    private final List<Problem> findings;
    private final IdIndex activityIndex;
    private final Map<String, WorkCalendar> calendarById = new HashMap<>();
    private final Map<String, Resource> resourceById = new HashMap<>();
    private final Wbs wbs;
    private final int[] tails;
    private final int[] heads;
    private final Adjacency incoming;
    private final Adjacency outgoing;
    private final Adjacency assigned;

    Project(ProjectBuilder builder, ProjectCheck check) {
        this.name = builder.name;
        this.start = builder.start;
        this.finish = builder.finish;
        this.scheduleFrom = builder.scheduleFrom;
        this.dataDate = builder.dataDate;
        this.settings = builder.settings;
        this.calendars = List.copyOf(builder.calendars.values());
        this.activities = List.copyOf(check.activities);
        this.relationships = List.copyOf(builder.relationships);
        this.resources = List.copyOf(builder.resources.values());
        this.assignments = List.copyOf(check.assignments);
        this.findings = List.copyOf(check.findings);
        this.activityIndex = check.index;
        builder.calendars.values().forEach(c -> calendarById.put(c.id(), c));
        resources.forEach(r -> resourceById.put(r.id(), r));
        this.calendar = Objects.requireNonNull(calendarById.get(builder.calendarId()));
        this.wbs = new Wbs(this, activities);
        this.tails = check.tails;
        this.heads = check.heads;
        this.incoming = check.incoming;
        this.outgoing = Adjacency.of(activities.size(), tails.length, tails);
        this.assigned = Adjacency.of(activities.size(), assignments.size(), check.owners);
    }

    /** Returns a builder with a standard calendar and no activities. */
    public static ProjectBuilder builder(String name) {
        return new ProjectBuilder(name);
    }

    /** Returns a builder that holds all that this project holds. */
    public ProjectBuilder toBuilder() {
        return new ProjectBuilder(this);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the start; where the finish is given, the start that was written with it. */
    public LocalDateTime start() {
        return start;
    }

    /** Returns the finish, if one is given. */
    public Optional<LocalDateTime> finish() {
        return Optional.ofNullable(finish);
    }

    /** Returns which end of the project is given. */
    public ScheduleFrom scheduleFrom() {
        return scheduleFrom;
    }

    /** Returns the data date (status date): what lies before it is actual. */
    public Optional<LocalDateTime> dataDate() {
        return Optional.ofNullable(dataDate);
    }

    /** Returns the calendar of every activity that has none of its own. */
    public WorkCalendar calendar() {
        return calendar;
    }

    /** Returns the project's options. */
    public ProjectSettings settings() {
        return settings;
    }

    /** Returns all calendars, in order. */
    public List<WorkCalendar> calendars() {
        return calendars;
    }

    /** Returns all rows, summaries included, in outline order. */
    public List<Activity> activities() {
        return activities;
    }

    /** Returns all relationships, in order. */
    public List<Relationship> relationships() {
        return relationships;
    }

    /** Returns all resources, in order. */
    public List<Resource> resources() {
        return resources;
    }

    /** Returns all assignments, in order. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Returns what is odd but legal in the project, found when it was built. */
    public List<Problem> findings() {
        return findings;
    }

    /** Returns the work breakdown structure. */
    public Wbs wbs() {
        return wbs;
    }

    /**
     * Returns an activity by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Activity activity(String id) {
        return activities.get(indexOf(id));
    }

    /** Returns an activity by its id, if there is one. */
    public Optional<Activity> findActivity(String id) {
        int index = activityIndex.get(id);
        return index < 0 ? Optional.empty() : Optional.of(activities.get(index));
    }

    /** Returns a resource by its id, if there is one. */
    public Optional<Resource> findResource(String id) {
        return Optional.ofNullable(resourceById.get(id));
    }

    /** Returns a calendar by its id, if there is one. */
    public Optional<WorkCalendar> findCalendar(String id) {
        return Optional.ofNullable(calendarById.get(id));
    }

    /** Returns the calendar of an activity: its own, else the project's. */
    public WorkCalendar calendarOf(Activity activity) {
        String own = activity.calendar();
        WorkCalendar found = own == null ? calendar : calendarById.get(own);
        return found == null ? calendar : found;
    }

    /** Returns the calendar of a resource: its own, else the project's. */
    public WorkCalendar calendarOf(Resource resource) {
        String own = resource.calendar();
        WorkCalendar found = own == null ? calendar : calendarById.get(own);
        return found == null ? calendar : found;
    }

    /** Returns the relationships into an activity, in order. */
    public List<Relationship> predecessorsOf(String id) {
        return view(relationships, incoming, indexOf(id));
    }

    /** Returns the relationships out of an activity, in order. */
    public List<Relationship> successorsOf(String id) {
        return view(relationships, outgoing, indexOf(id));
    }

    /** Returns the assignments on an activity, in order. */
    public List<Assignment> assignmentsOf(String id) {
        return view(assignments, assigned, indexOf(id));
    }

    /** Returns the position in {@link #activities()} of the predecessor of a relationship, given by its own position. */
    public int predecessorIndex(int relationship) {
        return tails[relationship];
    }

    /** Returns the position in {@link #activities()} of the successor of a relationship, given by its own position. */
    public int successorIndex(int relationship) {
        return heads[relationship];
    }

    /** Returns the assignments on the activity at a position in {@link #activities()}, in order. */
    public List<Assignment> assignmentsAt(int activity) {
        return view(assignments, assigned, Objects.checkIndex(activity, activities.size()));
    }

    /**
     * Returns the position of an activity in {@link #activities()}.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public int indexOf(String id) {
        int index = activityIndex.get(Objects.requireNonNull(id, "id"));
        if (index < 0) {
            throw new IllegalArgumentException("there is no activity '%s' in project '%s'".formatted(id, name));
        }
        return index;
    }

    private static <T> List<T> view(List<T> all, Adjacency adjacency, int activity) {
        int from = adjacency.first[activity];
        int to = adjacency.first[activity + 1];
        if (from == to) {
            return List.of();
        }
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                return all.get(adjacency.item[from + Objects.checkIndex(index, to - from)]);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }

    /**
     * Returns the project with an activity that differs in what the function sets. No rule is applied: to keep work = duration
     * x units, use the verbs below, such as {@link #withDuration}.
     *
     * <pre>{@code
     * project.with("B", b -> b.effortRule(EffortRule.FIXED_WORK).deadline(date))
     * }</pre>
     */
    public Project with(String id, UnaryOperator<ActivityBuilder> change) {
        return toBuilder().replace(activity(id).with(change)).build();
    }

    /**
     * Returns the project with another duration of an activity: work follows, or units where the work is fixed. What is done
     * stays; the rest is made longer or shorter.
     *
     * @throws IllegalArgumentException if more than that is done already, or if the row is a summary
     */
    public Project withDuration(String id, WorkTime duration) {
        return edited(effort(id).withDuration(duration));
    }

    /**
     * Returns the project with other units of a resource on an activity: the duration follows, or the work where the duration
     * is fixed.
     *
     * @param resource the id of the resource, or of the assignment where the resource has several on the activity
     */
    public Project withUnits(String id, String resource, double units) {
        return edited(effort(id).withUnits(resource, units));
    }

    /**
     * Returns the project with another amount of work of a resource on an activity: the duration follows, or units where the
     * duration is fixed. What is done stays.
     *
     * @param resource the id of the resource, or of the assignment where the resource has several on the activity
     */
    public Project withWork(String id, String resource, WorkTime work) {
        return edited(effort(id).withWork(resource, work));
    }

    /** Returns the project with another amount of work on an activity, spread over its resources as it is now. */
    public Project withWork(String id, WorkTime work) {
        return edited(effort(id).withWork(work));
    }

    /** Returns the project with a part of a resource's work done in overtime, which takes no time. */
    public Project withOvertime(String id, String resource, WorkTime overtime) {
        return edited(effort(id).withOvertime(resource, overtime));
    }

    /** Returns the project with the work of a resource spread otherwise: it takes longer, or is less where the duration is fixed. */
    public Project withContour(String id, String resource, Contour contour) {
        return edited(effort(id).withContour(resource, contour));
    }

    /** Returns the project with one unit of a resource at work on an activity; see {@link #assign(String, String, double)}. */
    public Project assign(String id, String resource) {
        return assign(id, resource, 1);
    }

    /**
     * Returns the project with so many units of a resource at work on an activity. The first work resource makes the work;
     * later ones share it where the activity is effort-driven or its work is fixed, else they add theirs.
     *
     * @throws IllegalArgumentException if there is no such resource, or if it is assigned already
     */
    public Project assign(String id, String resource, double units) {
        return edited(effort(id).assign(resource, units));
    }

    /**
     * Returns the project with a resource taken off an activity. Where the activity is effort-driven or its work is fixed, the
     * others take over. An assignment with actual work stays, without anything left to do.
     */
    public Project unassign(String id, String resource) {
        return edited(effort(id).unassign(resource));
    }

    /** Returns an activity with its assignments, to edit several of its values before {@link ProjectBuilder#replaceAll}. */
    public Effort effort(String id) {
        return Effort.of(this, id);
    }

    private Project edited(Effort effort) {
        return toBuilder().replaceAll(List.of(effort)).build();
    }

    /** Returns the work on an activity by work resources; for a summary, of all active rows below it too. */
    public WorkTime work(String id) {
        return RollUp.of(this, id).work();
    }

    /**
     * Returns the share of an activity's duration that is done, 0 to 100; for a summary, of the sum of all durations below it,
     * so that milestones don't count.
     */
    public double percentComplete(String id) {
        return RollUp.of(this, id).percentComplete();
    }

    /** Returns the share of an activity's work that is done, 0 to 100; for a summary, of all work below it too. */
    public double percentWorkComplete(String id) {
        return RollUp.of(this, id).percentWorkComplete();
    }

    /** Returns whether the other project holds equal parts in the same order; findings don't count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Project that && hasFrameOf(that) && hasPartsOf(that));
    }

    private boolean hasFrameOf(Project that) {
        return name.equals(that.name)
                && start.equals(that.start)
                && Objects.equals(finish, that.finish)
                && scheduleFrom == that.scheduleFrom
                && Objects.equals(dataDate, that.dataDate)
                && calendar.equals(that.calendar)
                && settings.equals(that.settings);
    }

    private boolean hasPartsOf(Project that) {
        return calendars.equals(that.calendars)
                && activities.equals(that.activities)
                && relationships.equals(that.relationships)
                && resources.equals(that.resources)
                && assignments.equals(that.assignments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, start, activities, relationships);
    }

    @Override
    public String toString() {
        return "project '%s': %s activities, %s relationships, %s resources, %s assignments, start %s"
                .formatted(name, activities.size(), relationships.size(), resources.size(), assignments.size(), start);
    }
}
