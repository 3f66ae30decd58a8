package dev.plumbline.graph;

import dev.plumbline.internal.util.Loops;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;

/**
 * The graphs of a project: its network of activities and relationships, and its work breakdown structure.
 *
 * <p>All are read-only; every edit throws {@link UnsupportedOperationException}. To edit, copy:
 * {@code Graphs.addGraph(new DirectedMultigraph<>(Relationship.class), ProjectGraph.of(project))}. Vertices and edges come in
 * the project's order. Every edge weighs 1; {@code AsWeightedGraph} gives them other weights.
 */
public final class ProjectGraph {

    private ProjectGraph() {}

    /**
     * Returns the network: a view of all rows and of the relationships as they are written, those of a summary on the summary.
     * It has no loops. Several relationships may tie the same two activities; those that are equal in everything are one edge.
     */
    public static Graph<String, Relationship> of(Project project) {
        return new NetworkView(project);
    }

    /**
     * Returns the network of a project that isn't built yet and may hold loops. Relationships of unknown activities are left
     * out; {@link ProjectBuilder#build} reports them. Later changes of the builder don't show.
     */
    public static Graph<String, Relationship> of(ProjectBuilder draft) {
        return of(draft.activities().stream().map(Activity::id).toList(), draft.relationships());
    }

    /** Returns the network of any relationships, which may hold loops; those of unknown activities are left out. */
    public static Graph<String, Relationship> of(
            Collection<String> activities, Collection<Relationship> relationships) {
        return new DraftNetwork(activities, relationships);
    }

    /** Returns the work breakdown structure: a view of a tree for each row at the top, edges from summaries downwards. */
    public static Graph<String, WbsEdge> wbs(Project project) {
        return new WbsView(project);
    }

    /**
     * Returns one loop for each group of vertices that can all be reached from each other, a short one through the first of
     * them, as the vertices along it; the first is not repeated at the end. Linear in the size of the graph and without
     * recursion, so that neither a chain nor a loop of a million activities is a problem.
     *
     * @param <V> the vertices
     * @param <E> the edges
     * @param graph a directed graph
     */
    public static <V, E> List<List<V>> loops(Graph<V, E> graph) {
        List<V> vertices = new ArrayList<>(graph.vertexSet());
        Map<V, Integer> index = new HashMap<>(2 * vertices.size());
        for (int i = 0; i < vertices.size(); i++) {
            index.put(vertices.get(i), i);
        }
        int[] firstOut = new int[vertices.size() + 1];
        int[] head = new int[16];
        int edges = 0;
        for (int i = 0; i < vertices.size(); i++) {
            for (E edge : graph.outgoingEdgesOf(vertices.get(i))) {
                if (edges == head.length) {
                    head = Arrays.copyOf(head, 2 * edges);
                }
                head[edges++] = index.getOrDefault(graph.getEdgeTarget(edge), i);
            }
            firstOut[i + 1] = edges;
        }
        List<List<V>> loops = new ArrayList<>();
        for (int[] loop : Loops.find(firstOut, head)) {
            loops.add(Arrays.stream(loop).mapToObj(vertices::get).toList());
        }
        return loops;
    }
}
