package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * An activity with its assignments: that on which work = duration x units holds. Immutable; each verb returns what follows
 * from one edit, by the activity's {@link EffortRule}.
 *
 * <p>The verbs of {@link Project} are these, one at a time. Take the effort itself for several edits, or many:
 *
 * <pre>{@code
 * var effort = project.effort("B").withDuration(days(3)).withUnits("crew", 2);
 * project.toBuilder().replaceAll(List.of(effort)).build();
 * }</pre>
 *
 * <p>Edits act on what is left: actual work and actual duration stay. Material and cost resources have no work. The result
 * always gives the work, also where it followed from the duration before.
 */
public final class Effort {

    private final Project project;
    private final Activity activity;
    private final List<Assignment> assignments;

    private Effort(Project project, Activity activity, List<Assignment> assignments) {
        this.project = project;
        this.activity = activity;
        this.assignments = List.copyOf(assignments);
    }

    /**
     * Returns an activity of a project with its assignments.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public static Effort of(Project project, String id) {
        return new Effort(project, project.activity(id), project.assignmentsOf(id));
    }

    /** Returns the activity. */
    public Activity activity() {
        return activity;
    }

    /** Returns its assignments, in order. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Returns another state of the same activity and its assignments, as given; no rule is applied. */
    public Effort with(Activity newActivity, List<Assignment> newAssignments) {
        if (!newActivity.id().equals(activity.id())) {
            throw new IllegalArgumentException(
                    "activity '%s' can't stand in for '%s'".formatted(newActivity.id(), activity.id()));
        }
        for (Assignment assignment : newAssignments) {
            if (!assignment.activity().equals(activity.id())) {
                throw new IllegalArgumentException("assignment '%s' is on activity '%s', not on '%s'"
                        .formatted(assignment.id(), assignment.activity(), activity.id()));
            }
        }
        return new Effort(project, newActivity, newAssignments);
    }

    /** Returns the work of an assignment: as given, else as its units and contour make it over the duration. */
    public WorkTime work(Assignment assignment) {
        return isWork(assignment)
                ? assignment.work().withTicks(Booking.givenOrDerived(activity, assignment))
                : assignment.work();
    }

    /** Returns what of the work of an assignment is done: as reported, else in proportion to the duration. */
    public WorkTime actualWork(Assignment assignment) {
        return isWork(assignment)
                ? assignment.work().withTicks(Booking.of(activity, assignment).actual())
                : assignment.actualWork();
    }

    /** Returns another duration, as {@link Project#withDuration} does. */
    public Effort withDuration(WorkTime duration) {
        if (Objects.requireNonNull(duration, "duration").isNegative()) {
            throw new IllegalArgumentException(
                    "activity '%s' can't take %s; use 0 or more".formatted(activity.id(), duration));
        }
        if (project.wbs().isSummary(activity.id())) {
            throw new IllegalArgumentException(
                    "activity '%s' is a summary, whose duration follows from the rows below; edit those"
                            .formatted(activity.id()));
        }
        return new EffortEdit(this).duration(duration);
    }

    /** Returns other units of a resource, as {@link Project#withUnits} does. */
    public Effort withUnits(String resource, double units) {
        return new EffortEdit(this).units(assignment(resource), units);
    }

    /** Returns another amount of work of a resource, as {@link Project#withWork(String, String, WorkTime)} does. */
    public Effort withWork(String resource, WorkTime work) {
        return new EffortEdit(this).work(assignment(resource), work);
    }

    /** Returns another amount of work of all resources, as {@link Project#withWork(String, WorkTime)} does. */
    public Effort withWork(WorkTime work) {
        return new EffortEdit(this).work(work);
    }

    /** Returns a part of a resource's work in overtime, as {@link Project#withOvertime} does. */
    public Effort withOvertime(String resource, WorkTime overtime) {
        return new EffortEdit(this).overtime(assignment(resource), overtime);
    }

    /** Returns the work of a resource spread otherwise, as {@link Project#withContour} does. */
    public Effort withContour(String resource, Contour contour) {
        return new EffortEdit(this).contour(assignment(resource), contour);
    }

    /** Returns one more resource, as {@link Project#assign(String, String, double)} does. */
    public Effort assign(String resource, double units) {
        if (project.findResource(resource).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no resource '%s' in project '%s'; add it first".formatted(resource, project.name()));
        }
        if (assignments.stream().anyMatch(a -> resource.equals(a.resource()))) {
            throw new IllegalArgumentException("resource '%s' is assigned to activity '%s' already; change its units"
                    .formatted(resource, activity.id()));
        }
        if (!(units >= 0 && units < 1e12)) {
            throw new IllegalArgumentException(
                    "resource '%s' can't be assigned with %s units; use 0 or more".formatted(resource, units));
        }
        return new Team(this)
                .join(Assignment.builder(freeId(resource), activity.id(), resource)
                        .units(units)
                        .build());
    }

    /** Returns one resource less, as {@link Project#unassign} does. */
    public Effort unassign(String resource) {
        return new Team(this).leave(assignment(resource));
    }

    @Override
    public String toString() {
        return "%s with %s".formatted(activity, assignments);
    }

    private String freeId(String resource) {
        String wanted = activity.id() + "/" + resource;
        String id = wanted;
        for (int i = 2; isTaken(id); i++) {
            id = wanted + "#" + i;
        }
        return id;
    }

    private boolean isTaken(String id) {
        return project.assignments().stream().anyMatch(a -> a.id().equals(id));
    }

    private Assignment assignment(String resource) {
        List<Assignment> found =
                assignments.stream().filter(a -> resource.equals(a.resource())).toList();
        if (found.size() != 1 && assignments.stream().anyMatch(a -> resource.equals(a.id()))) {
            found = assignments.stream().filter(a -> resource.equals(a.id())).toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("resource '%s' is not assigned to activity '%s'; assigned are %s"
                    .formatted(
                            resource,
                            activity.id(),
                            assignments.stream().map(Assignment::resource).toList()));
        }
        throw new IllegalArgumentException("resource '%s' is assigned to activity '%s' more than once; name one of %s"
                .formatted(
                        resource,
                        activity.id(),
                        found.stream().map(Assignment::id).toList()));
    }

    boolean isWork(Assignment assignment) {
        String resource = assignment.resource();
        return resource != null
                && project.findResource(resource)
                        .map(r -> r.type() == ResourceType.WORK)
                        .orElse(false);
    }

    List<Booking> bookings() {
        return assignments.stream()
                .filter(this::isWork)
                .map(a -> Booking.of(activity, a))
                .toList();
    }

    Effort replaced(Assignment assignment, UnaryOperator<AssignmentBuilder> change) {
        return with(
                activity,
                assignments.stream()
                        .map(a -> a.id().equals(assignment.id()) ? a.with(change) : a)
                        .toList());
    }

    TimephasedShape shape() {
        return new TimephasedShape(
                project.calendarOf(activity), activity.duration().isElapsed());
    }
}
