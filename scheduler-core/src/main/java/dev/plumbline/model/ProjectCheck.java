package dev.plumbline.model;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.internal.util.IdIndex;
import dev.plumbline.internal.util.Loops;
import dev.plumbline.internal.util.Outline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that must hold of a project, checked once when it is built, all problems together. */
final class ProjectCheck {

    private static final int SHOWN_LOOP = 12;
    private static final long LONGEST_WAIT_YEARS = 50;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_FINDINGS = 10_000;

    final List<Problem> errors = new ArrayList<>();
    final List<Problem> findings = new ArrayList<>();
    final List<Activity> activities;
    final List<Assignment> assignments;
    final IdIndex index;

    /** The rows of the predecessors of relationships that can stand alone: of all, where there is no error. */
    final int[] tails;

    /** The rows of their successors. */
    final int[] heads;

    /** These relationships by successor. */
    final Adjacency incoming;

    /** The rows of the activities of assignments, where there is no error. */
    final int[] owners;

    private final ProjectBuilder builder;
    private final int[] parent;

    /** The row after the last one below each row. */
    private final int[] below;

    ProjectCheck(ProjectBuilder builder) {
        this.builder = builder;
        this.activities = numbered(builder.activities);
        this.assignments = builder.assignments;
        this.index = new IdIndex(activities.size());
        this.tails = new int[builder.relationships.size()];
        this.heads = new int[tails.length];
        this.owners = new int[assignments.size()];
        this.parent = Outline.parents(activities.size(), a -> activities.get(a).outlineLevel());
        this.below = below(parent);
        errors.addAll(builder.problems);
        checkActivities();
        checkCalendars();
        checkResources();
        checkAssignments();
        List<Relationship> sound = checkRelationships();
        this.incoming = Adjacency.of(activities.size(), sound.size(), heads);
        reportDuplicates(sound);
        if (errors.isEmpty() || !sound.isEmpty()) {
            checkLoops(sound.size());
        }
    }

    /** Rows without a number take the one that follows the row before. */
    private static List<Activity> numbered(List<Activity> rows) {
        List<Activity> result = new ArrayList<>(rows.size());
        int next = 1;
        for (Activity activity : rows) {
            int row = activity.row() == 0 ? next : activity.row();
            result.add(row == activity.row() ? activity : activity.with(a -> a.row(row)));
            next = row + 1;
        }
        return result;
    }

    private static int[] below(int[] parent) {
        int[] below = new int[parent.length];
        for (int a = parent.length - 1; a >= 0; a--) {
            below[a] = Math.max(below[a], a + 1);
            if (parent[a] >= 0) {
                below[parent[a]] = Math.max(below[parent[a]], below[a]);
            }
        }
        return below;
    }

    private void checkActivities() {
        for (int a = 0; a < activities.size(); a++) {
            Activity activity = activities.get(a);
            if (index.putIfAbsent(activity.id(), a) >= 0) {
                error(
                        "MODEL_DUPLICATE_UID",
                        "activity/" + activity.id(),
                        "two activities have the id %s".formatted(Problem.quote(activity.id())),
                        "give each activity an id of its own");
            }
            String own = activity.calendar();
            if (own != null && !builder.calendars.containsKey(own)) {
                error(
                        "MODEL_DANGLING_CALENDAR",
                        "activity/" + activity.id(),
                        "activity %s uses calendar %s, which does not exist"
                                .formatted(Problem.quote(activity.id()), Problem.quote(own)),
                        "add the calendar or drop the reference");
            }
        }
    }

    private void checkCalendars() {
        if (!builder.calendars.containsKey(builder.calendarId())) {
            error(
                    "MODEL_DANGLING_CALENDAR",
                    "project",
                    "the project uses calendar %s, which does not exist".formatted(Problem.quote(builder.calendarId())),
                    "add the calendar");
        }
        Set<String> used = new HashSet<>();
        used.add(builder.calendarId());
        activities.forEach(a -> addIfPresent(used, a.calendar()));
        Set<String> ofActivities = Set.copyOf(used);
        builder.resources.values().forEach(r -> addIfPresent(used, r.calendar()));
        for (WorkCalendar calendar : builder.calendars.values()) {
            if (used.contains(calendar.id()) && !calendar.hasWorkingTime()) {
                error(
                        "CAL_NO_WORKING_TIME",
                        "calendar/" + calendar.id(),
                        "calendar %s has no working time".formatted(Problem.quote(calendar.name())),
                        "give at least one weekday working hours");
            } else if (ofActivities.contains(calendar.id()) && beginsTooLate(calendar)) {
                error(
                        "CAL_NO_WORKING_TIME",
                        "calendar/" + calendar.id(),
                        "calendar %s has no working time in the %s years after the start of the project, %s"
                                .formatted(Problem.quote(calendar.name()), LONGEST_WAIT_YEARS, builder.start),
                        "look for an exception that covers decades, or correct the start");
            }
        }
    }

    /** A gap of decades is a slip in an exception, not a plan. */
    private boolean beginsTooLate(WorkCalendar calendar) {
        return builder.scheduleFrom == ScheduleFrom.START
                && builder.start.getYear() <= LAST_YEAR
                && !calendar.hasWorkingTime(builder.start, builder.start.plusYears(LONGEST_WAIT_YEARS));
    }

    private static void addIfPresent(Set<String> used, @Nullable String id) {
        if (id != null) {
            used.add(id);
        }
    }

    private void checkResources() {
        for (Resource resource : builder.resources.values()) {
            String own = resource.calendar();
            if (own != null && !builder.calendars.containsKey(own)) {
                error(
                        "MODEL_DANGLING_CALENDAR",
                        "resource/" + resource.id(),
                        "resource %s uses calendar %s, which does not exist"
                                .formatted(Problem.quote(resource.name()), Problem.quote(own)),
                        "add the calendar or drop the reference");
            }
        }
    }

    private void checkAssignments() {
        IdIndex ids = new IdIndex(assignments.size());
        for (int a = 0; a < owners.length; a++) {
            Assignment assignment = assignments.get(a);
            if (ids.putIfAbsent(assignment.id(), a) >= 0) {
                error(
                        "MODEL_DUPLICATE_UID",
                        pathOf(assignment),
                        "two assignments have the id %s".formatted(Problem.quote(assignment.id())),
                        "give each assignment an id of its own");
            }
            owners[a] = index.get(assignment.activity());
            if (owners[a] < 0) {
                error(
                        "MODEL_DANGLING_ASSIGNMENT",
                        pathOf(assignment),
                        "assignment %s is on activity %s, which does not exist"
                                .formatted(Problem.quote(assignment.id()), Problem.quote(assignment.activity())),
                        "add the activity or remove the assignment");
            }
            String resource = assignment.resource();
            if (resource != null && !builder.resources.containsKey(resource)) {
                error(
                        "MODEL_DANGLING_ASSIGNMENT",
                        pathOf(assignment),
                        "activity %s is assigned resource %s, which does not exist"
                                .formatted(Problem.quote(assignment.activity()), Problem.quote(resource)),
                        "add the resource or remove the assignment");
            }
        }
    }

    /** Reports what can't stand alone and returns the relationships among which loops are looked for. */
    private List<Relationship> checkRelationships() {
        List<Relationship> sound = new ArrayList<>(builder.relationships.size());
        for (Relationship relationship : builder.relationships) {
            int tail = index.get(relationship.predecessor());
            int head = index.get(relationship.successor());
            if (tail < 0 || head < 0) {
                error(
                        "MODEL_DANGLING_LINK",
                        pathOf(relationship),
                        "relationship %s: there is no activity %s"
                                .formatted(
                                        Problem.shown(relationship),
                                        Problem.quote(
                                                tail < 0 ? relationship.predecessor() : relationship.successor())),
                        "add the activity or remove the relationship");
            } else if (tail == head) {
                error(
                        "MODEL_CYCLE",
                        pathOf(relationship),
                        "activity %s is its own predecessor (%s)".formatted(label(tail), relationship.type()),
                        "remove the relationship");
            } else if (isAbove(tail, head) || isAbove(head, tail)) {
                error(
                        "MODEL_SUMMARY_CYCLE",
                        pathOf(relationship),
                        "relationship %s ties summary %s to an activity below it, %s"
                                .formatted(
                                        Problem.shown(relationship),
                                        label(isAbove(tail, head) ? tail : head),
                                        label(isAbove(tail, head) ? head : tail)),
                        "remove the relationship");
            } else {
                tails[sound.size()] = tail;
                heads[sound.size()] = head;
                sound.add(relationship);
            }
        }
        return sound;
    }

    private void reportDuplicates(List<Relationship> sound) {
        boolean[] again = repeated(sound.size());
        int more = 0;
        for (int r = 0; r < again.length; r++) {
            if (again[r] && findings.size() >= MOST_FINDINGS) {
                more++;
            } else if (again[r]) {
                Relationship relationship = sound.get(r);
                findings.add(Problem.warning(
                                "MODEL_DUPLICATE_LINK",
                                "activities %s and %s are tied more than once: %s"
                                        .formatted(
                                                Problem.shown(relationship.predecessor()),
                                                Problem.shown(relationship.successor()),
                                                Problem.shown(relationship)),
                                "all of these relationships count; keep one if that was not meant")
                        .at(Location.NONE.withPath(pathOf(relationship))));
            }
        }
        if (more > 0) {
            findings.add(Problem.warning(
                    "MODEL_DUPLICATE_LINK",
                    "%s more relationships tie activities that are tied before; they are not listed".formatted(more),
                    "all of these relationships count; keep one of each if that was not meant"));
        }
    }

    /** Marks relationships between two activities that are tied before: each successor in turn stamps its predecessors. */
    private boolean[] repeated(int relationships) {
        boolean[] again = new boolean[relationships];
        int[] stamp = new int[activities.size()];
        for (int r : incoming.item) {
            int mark = heads[r] + 1;
            again[r] = stamp[tails[r]] == mark;
            stamp[tails[r]] = mark;
        }
        return again;
    }

    /** Rows below a summary follow it up to the next row that is not deeper. */
    private boolean isAbove(int summary, int activity) {
        return summary < activity && activity < below[summary];
    }

    /*
     * A summary takes two nodes, its begin and its end: begin -> rows below -> end. A relationship runs from the end of its
     * predecessor to the begin of its successor, so that a relationship on a summary ties all that lies below it without being
     * written out for every pair. Where all relationships run down the plan there is nothing to look for.
     */
    private void checkLoops(int relationships) {
        if (runDown(relationships)) {
            return;
        }
        int n = activities.size();
        int[] tail = new int[relationships + 2 * n];
        int[] head = new int[tail.length];
        int edges = 0;
        boolean[] summary = summaries();
        for (int a = 0; a < n; a++) {
            if (parent[a] >= 0) {
                tail[edges] = parent[a];
                head[edges++] = a;
                tail[edges] = summary[a] ? n + a : a;
                head[edges++] = n + parent[a];
            }
        }
        for (int r = 0; r < relationships; r++) {
            tail[edges] = summary[tails[r]] ? n + tails[r] : tails[r];
            head[edges++] = heads[r];
        }
        reportLoops(tail, head, edges);
    }

    private boolean[] summaries() {
        boolean[] summary = new boolean[activities.size()];
        for (int above : parent) {
            if (above >= 0) {
                summary[above] = true;
            }
        }
        return summary;
    }

    /** Sorts edges by their tails and reports the loops among them. */
    private void reportLoops(int[] tail, int[] head, int edges) {
        int n = activities.size();
        int[] first = new int[2 * n + 1];
        for (int e = 0; e < edges; e++) {
            first[tail[e] + 1]++;
        }
        for (int i = 0; i < 2 * n; i++) {
            first[i + 1] += first[i];
        }
        int[] next = first.clone();
        int[] ordered = new int[edges];
        for (int e = 0; e < edges; e++) {
            ordered[next[tail[e]]++] = head[e];
        }
        for (int[] loop : Loops.find(first, ordered)) {
            reportLoop(loop, n);
        }
    }

    private boolean runDown(int relationships) {
        boolean down = true;
        for (int r = 0; r < relationships; r++) {
            down &= tails[r] < heads[r];
        }
        return down;
    }

    private void reportLoop(int[] nodes, int n) {
        List<Integer> path = new ArrayList<>();
        for (int node : nodes) {
            int activity = node < n ? node : node - n;
            if (path.isEmpty() || path.get(path.size() - 1) != activity) {
                path.add(activity);
            }
        }
        path.add(path.get(0));
        String shown;
        if (path.size() <= SHOWN_LOOP) {
            shown = path.stream().map(this::label).collect(Collectors.joining(" -> "));
        } else {
            shown = path.stream().limit(SHOWN_LOOP - 2).map(this::label).collect(Collectors.joining(" -> "))
                    + " -> ... " + (path.size() - SHOWN_LOOP + 1) + " more ... -> " + label(path.get(path.size() - 1));
        }
        error(
                "MODEL_CYCLE",
                "relationship/" + activities.get(path.get(0)).id() + "->"
                        + activities.get(path.get(1)).id(),
                "activities form a loop: " + shown,
                "remove one of these relationships");
    }

    private String label(int activity) {
        Activity found = activities.get(activity);
        return found.id().equals(found.name()) || found.name().isEmpty()
                ? Problem.shown(found.id())
                : Problem.shown(found.id()) + " '"
                        + (found.name().length() > 20 ? found.name().substring(0, 20) + "..." : found.name()) + "'";
    }

    private static String pathOf(Assignment assignment) {
        return "assignment/" + assignment.id();
    }

    private static String pathOf(Relationship relationship) {
        return "relationship/" + relationship.predecessor() + "->" + relationship.successor();
    }

    private void error(String code, String path, String message, String hint) {
        errors.add(Problem.error(code, message, hint).at(Location.NONE.withPath(path)));
    }
}
