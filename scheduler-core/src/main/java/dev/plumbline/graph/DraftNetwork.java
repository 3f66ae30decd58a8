package dev.plumbline.graph;

import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.graph.DefaultGraphType;

/** Activities and relationships that no project holds yet: loops, also of one activity, are possible. */
final class DraftNetwork extends ReadOnlyGraph<Relationship> {

    private final Map<String, List<Relationship>> out = new LinkedHashMap<>();
    private final Map<String, List<Relationship>> in = new HashMap<>();
    private final Set<Relationship> edges = new LinkedHashSet<>();

    DraftNetwork(Collection<String> activities, Collection<Relationship> relationships) {
        super(DefaultGraphType.directedPseudograph());
        for (String activity : activities) {
            out.put(activity, new ArrayList<>(2));
            in.put(activity, new ArrayList<>(2));
        }
        for (Relationship relationship : relationships) {
            List<Relationship> from = out.get(relationship.predecessor());
            List<Relationship> to = in.get(relationship.successor());
            if (from != null && to != null && edges.add(relationship)) {
                from.add(relationship);
                to.add(relationship);
            }
        }
    }

    @Override
    List<Relationship> outgoing(String vertex) {
        return known(out, vertex);
    }

    @Override
    List<Relationship> incoming(String vertex) {
        return known(in, vertex);
    }

    private static List<Relationship> known(Map<String, List<Relationship>> edges, String vertex) {
        List<Relationship> found = edges.get(vertex);
        if (found == null) {
            throw new IllegalArgumentException("there is no activity '%s'".formatted(vertex));
        }
        return found;
    }

    @Override
    public boolean containsVertex(String vertex) {
        return out.containsKey(vertex);
    }

    @Override
    public Set<String> vertexSet() {
        return Collections.unmodifiableSet(out.keySet());
    }

    @Override
    public Set<Relationship> edgeSet() {
        return Collections.unmodifiableSet(edges);
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
