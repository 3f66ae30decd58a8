package dev.plumbline.graph;

import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Relationships that say nothing new: what they ask for follows from others, so no date changes without them.
 *
 * <p>Such is a finish-to-start relationship without lag, from A to C, where finish-to-start relationships without leads also lead
 * from A over other activities to C, or tie A to C a second time. Those activities must be moved by their predecessors: a chain
 * is not followed through a summary, through an activity that is inactive, external, manually scheduled or started, or through
 * one whose constraint can pull it before its predecessors (must start or finish on, start or finish no later than). Other
 * relationships are never reported, since what they ask for depends on durations and calendars. All that are found may be removed
 * together.
 */
public final class RedundantRelationships {

    private static final int MOST_SHOWN = 12;

    private RedundantRelationships() {}

    /**
     * Returns the redundant relationships of a project, in its order. Up to 1,000 activities all are found, by transitive
     * reduction; beyond that the search from each activity is bounded, and what it doesn't reach is taken for needed.
     */
    public static List<Relationship> find(Project project) {
        boolean[] redundant = Implications.of(project).redundant();
        List<Relationship> found = new ArrayList<>();
        for (int r = 0; r < redundant.length; r++) {
            if (redundant[r]) {
                found.add(project.relationships().get(r));
            }
        }
        return found;
    }

    /** Returns a remark with the code {@code MODEL_REDUNDANT_LINK} for each redundant relationship, naming what implies it. */
    public static List<Problem> findings(Project project) {
        Implications implications = Implications.of(project);
        boolean[] redundant = implications.redundant();
        List<Problem> findings = new ArrayList<>();
        for (int r = 0; r < redundant.length; r++) {
            if (redundant[r]) {
                findings.add(finding(project, project.relationships().get(r), implications.chain(r)));
            }
        }
        return findings;
    }

    private static Problem finding(Project project, Relationship relationship, int[] chain) {
        List<String> ids = new ArrayList<>();
        for (int activity : chain) {
            ids.add(Problem.shown(project.activities().get(activity).id()));
        }
        String reason = "by others";
        if (ids.size() > MOST_SHOWN) {
            reason = "by " + ids.stream().limit(MOST_SHOWN - 2).collect(Collectors.joining(" -> "))
                    + " -> ... %s more ... -> ".formatted(ids.size() - MOST_SHOWN + 1) + ids.get(ids.size() - 1);
        } else if (ids.size() > 2) {
            reason = "by " + String.join(" -> ", ids);
        }
        return Problem.info(
                        "MODEL_REDUNDANT_LINK",
                        "relationship %s is implied %s".formatted(Problem.shown(relationship), reason),
                        "remove it; no date changes")
                .at(Location.NONE.withPath(
                        "relationship/" + relationship.predecessor() + "->" + relationship.successor()));
    }
}
