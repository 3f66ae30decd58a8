package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the cells that problems of a project come from, by the path that the project gives them. */
final class ProblemLocator {

    private static final String RELATIONSHIP = "relationship/";
    private static final String ARROW = "->";

    private final Rows rows;
    private final Map<String, Relationship> relationships;
    private final CalendarTable calendars;
    private final ResourceTable resources;

    /** Where the rows are. */
    interface Rows {

        /** Returns the place of an activity's row; null if there is none. */
        @Nullable
        Place row(String id);

        /** Returns the place of the predecessors in a row. */
        Place predecessors(Place row);
    }

    /** Locates among rows and companions. */
    ProblemLocator(
            Rows rows, Map<String, Relationship> relationships, CalendarTable calendars, ResourceTable resources) {
        this.rows = rows;
        this.calendars = calendars;
        this.resources = resources;
        this.relationships = relationships;
    }

    /** Returns those relationships that problems name, by the paths that the project gives them. */
    static Map<String, Relationship> named(List<Problem> problems, List<Relationship> known) {
        Map<String, Relationship> named = new HashMap<>();
        Set<String> paths = new HashSet<>();
        Set<String> successors = new HashSet<>();
        for (Problem problem : problems) {
            String path = problem.location().path();
            int arrow = path.lastIndexOf(ARROW);
            if (path.startsWith(RELATIONSHIP) && arrow >= 0) {
                paths.add(path);
                successors.add(path.substring(arrow + ARROW.length()));
            }
        }
        String before = "";
        boolean wanted = false;
        for (Relationship r : paths.isEmpty() ? List.<Relationship>of() : known) {
            String successor = r.successor();
            if (!successor.equals(before)) { // those of a row lie together
                before = successor;
                wanted = successors.contains(ending(successor));
            }
            if (wanted) {
                String path = RELATIONSHIP + r.predecessor() + ARROW + successor;
                if (paths.contains(path)) {
                    named.putIfAbsent(path, r);
                }
            }
        }
        return named;
    }

    /** Returns what stands behind the last arrow, as in a path. */
    private static String ending(String id) {
        int arrow = id.lastIndexOf(ARROW);
        return arrow < 0 ? id : id.substring(arrow + ARROW.length());
    }

    Problem locate(Problem problem) {
        Place place = place(problem);
        if (place == null) {
            return problem;
        }
        boolean twice = problem.code().equals("MODEL_DUPLICATE_LINK");
        return place.problem(
                twice ? "CSV_PREDECESSOR" : problem.code(), problem.severity(), problem.message(), problem.hint());
    }

    private @Nullable Place place(Problem problem) {
        String path = problem.location().path();
        Relationship relationship = relationships.get(path);
        if (relationship != null) {
            Place successor = rows.row(relationship.successor());
            Place predecessor = rows.row(relationship.predecessor());
            boolean loop = problem.code().endsWith("CYCLE");
            Place first = loop && predecessor != null && successor != null && predecessor.line() < successor.line()
                    ? predecessor
                    : successor;
            return first == null ? null : rows.predecessors(first);
        }
        int slash = path.indexOf('/');
        String id = path.substring(slash + 1);
        return switch (slash < 0 ? "" : path.substring(0, slash)) {
            case "activity" -> rows.row(id);
            case "calendar" -> calendars.placeOf(id);
            case "resource" -> resources.placeOf(id);
            default -> null;
        };
    }
}
