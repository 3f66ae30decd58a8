package dev.plumbline.graph;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.graph.DefaultGraphType;

/** The activities and relationships of a project, read from the project itself. */
final class NetworkView extends ProjectView<Relationship> {

    /** Up to here, comparing each with each is faster than hashing. */
    private static final int SHORT = 8;

    private final Set<Relationship> edges;

    /** Activities with equal relationships beside each other. An edge is told by equality, so equal ones are one edge. */
    private final Set<String> repeating = new HashSet<>();

    NetworkView(Project project) {
        super(project, DefaultGraphType.dag());
        for (Activity activity : project.activities()) {
            List<Relationship> out = project.successorsOf(activity.id());
            if (repeats(out)) {
                repeating.add(activity.id());
                out.forEach(relationship -> repeating.add(relationship.successor()));
            }
        }
        this.edges = new LookupSet<>(
                repeating.isEmpty() ? project.relationships() : distinct(project.relationships()),
                edge -> edge instanceof Relationship relationship && containsEdge(relationship));
    }

    private static boolean repeats(List<Relationship> relationships) {
        if (relationships.size() > SHORT) {
            return new HashSet<>(relationships).size() < relationships.size();
        }
        for (int i = 1; i < relationships.size(); i++) {
            if (relationships.subList(0, i).contains(relationships.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    List<Relationship> outgoing(String vertex) {
        List<Relationship> all = project().successorsOf(vertex);
        return repeating.contains(vertex) ? distinct(all) : all;
    }

    @Override
    List<Relationship> incoming(String vertex) {
        List<Relationship> all = project().predecessorsOf(vertex);
        return repeating.contains(vertex) ? distinct(all) : all;
    }

    private static List<Relationship> distinct(List<Relationship> all) {
        return all.stream().distinct().toList();
    }

    @Override
    public Set<Relationship> edgeSet() {
        return edges;
    }

    @Override
    public String getEdgeSource(Relationship edge) {
        return edge.predecessor();
    }

    @Override
    public String getEdgeTarget(Relationship edge) {
        return edge.successor();
    }
}
