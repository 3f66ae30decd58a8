package dev.plumbline.graph;

import dev.plumbline.model.Project;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/** The rows of a project and what lies below them, read from the project itself. */
final class WbsView extends ProjectView<WbsEdge> {

    private final Set<WbsEdge> edges = new Edges();

    WbsView(Project project) {
        super(
                project,
                new DefaultGraphType.Builder(DefaultGraphType.dag())
                        .allowMultipleEdges(false)
                        .build());
    }

    @Override
    List<WbsEdge> outgoing(String vertex) {
        return new ListView<>(project().wbs().children(vertex), child -> new WbsEdge(vertex, child.id()));
    }

    @Override
    List<WbsEdge> incoming(String vertex) {
        return project().wbs().parent(vertex).stream()
                .map(parent -> new WbsEdge(parent.id(), vertex))
                .toList();
    }

    @Override
    public Set<WbsEdge> edgeSet() {
        return edges;
    }

    @Override
    public String getEdgeSource(WbsEdge edge) {
        return edge.summary();
    }

    @Override
    public String getEdgeTarget(WbsEdge edge) {
        return edge.activity();
    }

    /** Every row below another has one edge. */
    private final class Edges extends AbstractSet<WbsEdge> {

        @Override
        public Iterator<WbsEdge> iterator() {
            Stream<WbsEdge> all = project().activities().stream().flatMap(row -> incoming(row.id()).stream());
            return all.iterator();
        }

        @Override
        public int size() {
            return project().activities().size() - project().wbs().roots().size();
        }

        @Override
        public boolean contains(@Nullable Object edge) {
            return edge instanceof WbsEdge known && containsEdge(known);
        }
    }
}
