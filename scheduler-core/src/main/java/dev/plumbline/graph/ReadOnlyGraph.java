package dev.plumbline.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jspecify.annotations.Nullable;

/**
 * A directed graph of ids whose edges know their ends; refuses every edit.
 *
 * @param <E> the edges
 */
abstract class ReadOnlyGraph<E> extends AbstractGraph<String, E> {

    private final GraphType type;

    ReadOnlyGraph(GraphType type) {
        this.type = type.asUnmodifiable();
    }

    /** Returns the distinct edges out of a vertex, in order; an IllegalArgumentException if there is no such vertex. */
    abstract List<E> outgoing(String vertex);

    /** Returns the distinct edges into a vertex, in order; an IllegalArgumentException if there is no such vertex. */
    abstract List<E> incoming(String vertex);

    @Override
    public GraphType getType() {
        return type;
    }

    @Override
    public Set<E> outgoingEdgesOf(String vertex) {
        return new ListSet<>(outgoing(vertex));
    }

    @Override
    public Set<E> incomingEdgesOf(String vertex) {
        return new ListSet<>(incoming(vertex));
    }

    @Override
    public int outDegreeOf(String vertex) {
        return outgoing(vertex).size();
    }

    @Override
    public int inDegreeOf(String vertex) {
        return incoming(vertex).size();
    }

    @Override
    public int degreeOf(String vertex) {
        return outDegreeOf(vertex) + inDegreeOf(vertex);
    }

    @Override
    public Set<E> edgesOf(String vertex) {
        List<E> in = incoming(vertex);
        List<E> out = outgoing(vertex);
        List<E> all = new ArrayList<>(in.size() + out.size());
        all.addAll(in);
        for (E edge : out) {
            if (!vertex.equals(getEdgeTarget(edge))) {
                all.add(edge);
            }
        }
        return new ListSet<>(all);
    }

    @Override
    public @Nullable Set<E> getAllEdges(String source, String target) {
        return containsVertex(source) && containsVertex(target) ? new ListSet<>(between(source, target)) : null;
    }

    @Override
    public @Nullable E getEdge(String source, String target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        List<E> found = between(source, target);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public boolean containsEdge(String source, String target) {
        return getEdge(source, target) != null;
    }

    @Override
    public boolean containsEdge(E edge) {
        return edge != null
                && containsVertex(getEdgeSource(edge))
                && containsVertex(getEdgeTarget(edge))
                && between(getEdgeSource(edge), getEdgeTarget(edge)).contains(edge);
    }

    /** Looks through the shorter of the two lists, since one of them may be a hub's. */
    private List<E> between(String source, String target) {
        List<E> out = outgoing(source);
        List<E> in = incoming(target);
        List<E> found = new ArrayList<>(1);
        if (out.size() <= in.size()) {
            out.stream().filter(edge -> target.equals(getEdgeTarget(edge))).forEach(found::add);
        } else {
            in.stream().filter(edge -> source.equals(getEdgeSource(edge))).forEach(found::add);
        }
        return found;
    }

    @Override
    public double getEdgeWeight(E edge) {
        Objects.requireNonNull(edge, "edge");
        return Graph.DEFAULT_EDGE_WEIGHT;
    }

    @Override
    public @Nullable Supplier<String> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<E> getEdgeSupplier() {
        return null;
    }

    @Override
    public String addVertex() {
        throw readOnly();
    }

    @Override
    public boolean addVertex(String vertex) {
        throw readOnly();
    }

    @Override
    public E addEdge(String source, String target) {
        throw readOnly();
    }

    @Override
    public boolean addEdge(String source, String target, E edge) {
        throw readOnly();
    }

    @Override
    public boolean removeVertex(String vertex) {
        throw readOnly();
    }

    @Override
    public boolean removeAllVertices(Collection<? extends String> vertices) {
        throw readOnly();
    }

    @Override
    public E removeEdge(String source, String target) {
        throw readOnly();
    }

    @Override
    public boolean removeEdge(E edge) {
        throw readOnly();
    }

    @Override
    public boolean removeAllEdges(Collection<? extends E> edges) {
        throw readOnly();
    }

    @Override
    public Set<E> removeAllEdges(String source, String target) {
        throw readOnly();
    }

    @Override
    public void setEdgeWeight(E edge, double weight) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException(
                "this graph is a read-only view: change the project with toBuilder(), or copy the graph with"
                        + " Graphs.addGraph(new DirectedPseudograph<>(edgeClass), graph)");
    }
}
