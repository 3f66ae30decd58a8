package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the cells that problems of a project come from, by the path that the project gives them. */
final class ProblemLocator {

    private static final String RELATIONSHIP = "relationship/";
    private static final String ARROW = "->";

    private final Map<String, Place> rows;
    private final UnaryOperator<Place> predecessors;
    private final Map<String, Relationship> relationships;
    private final CalendarTable calendars;
    private final ResourceTable resources;

    /**
     * Locates among rows by id.
     *
     * @param predecessors turns the place of a row into that of its cell of predecessors
     */
    ProblemLocator(
            Map<String, Place> rows,
            UnaryOperator<Place> predecessors,
            Map<String, Relationship> relationships,
            CalendarTable calendars,
            ResourceTable resources) {
        this.rows = rows;
        this.predecessors = predecessors;
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
        for (Relationship r : paths.isEmpty() ? List.<Relationship>of() : known) {
            String successor = r.successor();
            int arrow = successor.lastIndexOf(ARROW);
            String end = arrow < 0 ? successor : successor.substring(arrow + ARROW.length());
            if (successors.contains(end)) {
                String path = RELATIONSHIP + r.predecessor() + ARROW + successor;
                if (paths.contains(path)) {
                    named.putIfAbsent(path, r);
                }
            }
        }
        return named;
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
            Place successor = rows.get(relationship.successor());
            Place predecessor = rows.get(relationship.predecessor());
            boolean loop = problem.code().endsWith("CYCLE");
            Place first = loop && predecessor != null && successor != null && predecessor.line() < successor.line()
                    ? predecessor
                    : successor;
            return first == null ? null : predecessors.apply(first);
        }
        int slash = path.indexOf('/');
        String id = path.substring(slash + 1);
        return switch (slash < 0 ? "" : path.substring(0, slash)) {
            case "activity" -> rows.get(id);
            case "calendar" -> calendars.placeOf(id);
            case "resource" -> resources.placeOf(id);
            default -> null;
        };
    }
}
