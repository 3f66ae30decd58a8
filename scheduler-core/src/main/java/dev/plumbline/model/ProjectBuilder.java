package dev.plumbline.model;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a project. Nothing is checked before {@link #build()}, which reports all problems together.
 *
 * <p>Activities are rows in the order in which they are added; {@link #summary} puts rows below another one.
 */
public final class ProjectBuilder {

    String name;
    LocalDateTime start = LocalDateTime.of(2000, 1, 3, 8, 0);

    @Nullable
    LocalDateTime finish;

    ScheduleFrom scheduleFrom = ScheduleFrom.START;

    @Nullable
    LocalDateTime dataDate;

    ProjectSettings settings = ProjectSettings.DEFAULT;
    private @Nullable String calendar;
    final Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
    final List<Activity> activities = new ArrayList<>();
    final List<Relationship> relationships = new ArrayList<>();
    final Map<String, Resource> resources = new LinkedHashMap<>();
    final List<Assignment> assignments = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    private int level = 1;

    ProjectBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    ProjectBuilder(Project project) {
        name = project.name();
        start = project.start();
        finish = project.finish().orElse(null);
        scheduleFrom = project.scheduleFrom();
        dataDate = project.dataDate().orElse(null);
        settings = project.settings();
        calendar = project.calendar().id();
        project.calendars().forEach(c -> calendars.put(c.id(), c));
        activities.addAll(project.activities());
        relationships.addAll(project.relationships());
        project.resources().forEach(r -> resources.put(r.id(), r));
        assignments.addAll(project.assignments());
    }

    /** Sets the name. */
    public ProjectBuilder name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /** Sets the start of the project. */
    public ProjectBuilder start(LocalDateTime value) {
        start = Objects.requireNonNull(value, "start");
        return this;
    }

    /** Sets the finish of the project, which counts where the project is scheduled from its finish. */
    public ProjectBuilder finish(@Nullable LocalDateTime value) {
        finish = value;
        return this;
    }

    /** Sets which end of the project is given. */
    public ProjectBuilder scheduleFrom(ScheduleFrom value) {
        scheduleFrom = Objects.requireNonNull(value, "scheduleFrom");
        return this;
    }

    /** Sets the data date (status date). */
    public ProjectBuilder dataDate(@Nullable LocalDateTime value) {
        dataDate = value;
        return this;
    }

    /** Sets the project's options. */
    public ProjectBuilder settings(ProjectSettings value) {
        settings = Objects.requireNonNull(value, "settings");
        return this;
    }

    /** Adds a calendar and makes it the project's. */
    public ProjectBuilder calendar(WorkCalendar value) {
        addCalendar(value);
        calendar = value.id();
        return this;
    }

    /** Makes an added calendar the project's, by its id. */
    public ProjectBuilder calendar(String id) {
        calendar = Objects.requireNonNull(id, "id");
        return this;
    }

    /** Adds a calendar for activities and resources. A calendar with the same id is replaced. */
    public ProjectBuilder addCalendar(WorkCalendar value) {
        calendars.put(value.id(), value);
        return this;
    }

    /** Adds an activity below the current summary. */
    public ProjectBuilder activity(String id, String activityName, WorkTime duration) {
        return activity(id, activityName, duration, a -> a);
    }

    /** Adds an activity below the current summary, with whatever the function sets. */
    public ProjectBuilder activity(
            String id, String activityName, WorkTime duration, UnaryOperator<ActivityBuilder> details) {
        activities.add(
                details.apply(Activity.builder(id, activityName, duration).outlineLevel(level))
                        .build());
        return this;
    }

    /** Adds a milestone below the current summary. */
    public ProjectBuilder milestone(String id, String milestoneName) {
        return activity(id, milestoneName, WorkTime.ZERO, a -> a.milestone(true));
    }

    /** Adds a summary and, below it, what the function adds. */
    public ProjectBuilder summary(String id, String summaryName, Consumer<ProjectBuilder> below) {
        activity(id, summaryName, WorkTime.ZERO);
        level++;
        try {
            below.accept(this);
        } finally {
            level--;
        }
        return this;
    }

    /** Returns the activities added so far, in order. */
    public List<Activity> activities() {
        return List.copyOf(activities);
    }

    /** Returns the relationships added so far, in order. */
    public List<Relationship> relationships() {
        return List.copyOf(relationships);
    }

    /** Adds a complete activity, at its own outline level. */
    public ProjectBuilder add(Activity activity) {
        activities.add(Objects.requireNonNull(activity, "activity"));
        return this;
    }

    /** Replaces the activity of the same id; without one, {@link #build()} reports it. */
    public ProjectBuilder replace(Activity activity) {
        for (int i = 0; i < activities.size(); i++) {
            if (activities.get(i).id().equals(activity.id())) {
                activities.set(i, activity);
                return this;
            }
        }
        problems.add(Problem.error(
                "MODEL_UNKNOWN_ACTIVITY",
                "there is no activity %s to replace".formatted(Problem.quote(activity.id())),
                "add it instead"));
        return this;
    }

    /** Replaces every activity by what the function returns for it, which must have the same id. */
    public ProjectBuilder replaceEach(UnaryOperator<Activity> change) {
        activities.replaceAll(change);
        return this;
    }

    /** Replaces every assignment by what the function returns for it, which must have the same id and activity. */
    public ProjectBuilder replaceEachAssignment(UnaryOperator<Assignment> change) {
        assignments.replaceAll(change);
        return this;
    }

    /** Removes an activity with its relationships and assignments; the rows below it stay. */
    public ProjectBuilder removeActivity(String id) {
        activities.removeIf(a -> a.id().equals(id));
        relationships.removeIf(r -> r.predecessor().equals(id) || r.successor().equals(id));
        assignments.removeIf(a -> a.activity().equals(id));
        return this;
    }

    /** Adds a relationship. */
    public ProjectBuilder add(Relationship relationship) {
        relationships.add(Objects.requireNonNull(relationship, "relationship"));
        return this;
    }

    /** Removes all relationships from one activity to another. */
    public ProjectBuilder removeRelationship(String predecessor, String successor) {
        relationships.removeIf(
                r -> r.predecessor().equals(predecessor) && r.successor().equals(successor));
        return this;
    }

    /** Replaces every relationship by what the function makes of it, in order. */
    public ProjectBuilder replaceEachRelationship(UnaryOperator<Relationship> change) {
        relationships.replaceAll(change);
        return this;
    }

    /** Adds a finish-to-start relationship. */
    public ProjectBuilder finishToStart(String predecessor, String successor) {
        return relate(predecessor, successor, RelationshipType.FS, WorkTime.ZERO);
    }

    /** Adds a finish-to-start relationship with a lag. */
    public ProjectBuilder finishToStart(String predecessor, String successor, WorkTime lag) {
        return relate(predecessor, successor, RelationshipType.FS, lag);
    }

    /** Adds a start-to-start relationship. */
    public ProjectBuilder startToStart(String predecessor, String successor) {
        return relate(predecessor, successor, RelationshipType.SS, WorkTime.ZERO);
    }

    /** Adds a start-to-start relationship with a lag. */
    public ProjectBuilder startToStart(String predecessor, String successor, WorkTime lag) {
        return relate(predecessor, successor, RelationshipType.SS, lag);
    }

    /** Adds a finish-to-finish relationship. */
    public ProjectBuilder finishToFinish(String predecessor, String successor) {
        return relate(predecessor, successor, RelationshipType.FF, WorkTime.ZERO);
    }

    /** Adds a finish-to-finish relationship with a lag. */
    public ProjectBuilder finishToFinish(String predecessor, String successor, WorkTime lag) {
        return relate(predecessor, successor, RelationshipType.FF, lag);
    }

    /** Adds a start-to-finish relationship. */
    public ProjectBuilder startToFinish(String predecessor, String successor) {
        return relate(predecessor, successor, RelationshipType.SF, WorkTime.ZERO);
    }

    /** Adds a start-to-finish relationship with a lag. */
    public ProjectBuilder startToFinish(String predecessor, String successor, WorkTime lag) {
        return relate(predecessor, successor, RelationshipType.SF, lag);
    }

    private ProjectBuilder relate(String predecessor, String successor, RelationshipType type, WorkTime lag) {
        return add(new Relationship(predecessor, successor, type, Lag.of(lag)));
    }

    /** Adds a work resource whose id and name are the same, of so many units, 1.0 for one person full time. */
    public ProjectBuilder resource(String id, double maxUnits) {
        return add(Resource.work(id, id, maxUnits));
    }

    /** Adds a complete resource. */
    public ProjectBuilder add(Resource resource) {
        if (resources.putIfAbsent(resource.id(), resource) != null) {
            problems.add(Problem.error(
                            "MODEL_DUPLICATE_UID",
                            "two resources have the id %s".formatted(Problem.quote(resource.id())),
                            "give each resource an id of its own")
                    .at(Location.NONE.withPath("resource/" + resource.id())));
        }
        return this;
    }

    /** Replaces the resource of the same id, or adds it. */
    public ProjectBuilder replace(Resource resource) {
        resources.put(resource.id(), resource);
        return this;
    }

    /** Assigns so many units of a resource to an activity; the work follows from the duration. */
    public ProjectBuilder assign(String activity, String resource, double units) {
        return add(Assignment.builder(activity + "/" + resource, activity, resource)
                .units(units)
                .build());
    }

    /** Adds a complete assignment. */
    public ProjectBuilder add(Assignment assignment) {
        assignments.add(Objects.requireNonNull(assignment, "assignment"));
        return this;
    }

    /** Removes the assignments of a resource on an activity. */
    public ProjectBuilder unassign(String activity, String resource) {
        assignments.removeIf(a -> a.activity().equals(activity) && resource.equals(a.resource()));
        return this;
    }

    /** Replaces activities and all their assignments at once; unknown ones are reported by {@link #build()}. */
    public ProjectBuilder replaceAll(Collection<Effort> efforts) {
        Map<String, Activity> edited = new LinkedHashMap<>();
        Map<String, Assignment> kept = new LinkedHashMap<>();
        for (Effort effort : efforts) {
            edited.put(effort.activity().id(), effort.activity());
            effort.assignments().forEach(a -> kept.put(a.id(), a));
        }
        Set<String> owners = Set.copyOf(edited.keySet());
        activities.replaceAll(a -> {
            Activity replacement = edited.remove(a.id());
            return replacement == null ? a : replacement;
        });
        assignments.removeIf(a -> owners.contains(a.activity()) && !kept.containsKey(a.id()));
        assignments.replaceAll(a -> {
            Assignment replacement = owners.contains(a.activity()) ? kept.remove(a.id()) : null;
            return replacement == null ? a : replacement;
        });
        assignments.addAll(kept.values());
        edited.values().forEach(this::replace); // reports them as unknown
        return this;
    }

    String calendarId() {
        return calendar == null ? calendars.keySet().iterator().next() : calendar;
    }

    /**
     * Returns the project.
     *
     * @throws PlumblineException with every problem: unknown or duplicate ids, loops, bad values, calendars without work
     */
    public Project build() {
        if (calendars.isEmpty() && calendar == null) {
            addCalendar(WorkCalendar.standard());
        }
        ProjectCheck check = new ProjectCheck(this);
        if (!check.errors.isEmpty()) {
            throw new PlumblineException(check.errors);
        }
        return new Project(this, check);
    }
}
