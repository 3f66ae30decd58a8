package dev.plumbline.graph;

import static dev.plumbline.model.Relationship.finishToStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.GraphTests;
import org.jgrapht.Graphs;
import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.lca.NaiveLCAFinder;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.junit.jupiter.api.Test;

class ProjectGraphTest {

    private static final WorkTime DAY = WorkTime.hours(8);
    private static final Relationship A_TO_C =
            new Relationship("A", "C", RelationshipType.SS, Lag.of(WorkTime.hours(4)));

    /** A -> B -> C, A -SS-> C, D beside them. */
    private static ProjectBuilder plan() {
        return Project.builder("plan")
                .activity("A", "Excavate", DAY)
                .activity("B", "Pour", DAY)
                .activity("C", "Cure", DAY)
                .activity("D", "Paint", DAY)
                .finishToStart("A", "B")
                .finishToStart("B", "C")
                .add(A_TO_C);
    }

    private static Project outline() {
        return Project.builder("outline")
                .summary(
                        "S",
                        "Site",
                        site -> site.activity("A", "Excavate", DAY)
                                .summary("T", "Tank", tank -> tank.activity("B", "Pour", DAY)))
                .activity("C", "Paint", DAY)
                .build();
    }

    @Test
    void theNetworkShowsActivitiesAndRelationshipsInTheirOrder() {
        Graph<String, Relationship> network = ProjectGraph.of(plan().build());

        assertThat(network.vertexSet()).containsExactly("A", "B", "C", "D");
        assertThat(network.edgeSet()).containsExactly(finishToStart("A", "B"), finishToStart("B", "C"), A_TO_C);
        assertThat(network.outgoingEdgesOf("A")).containsExactly(finishToStart("A", "B"), A_TO_C);
        assertThat(network.incomingEdgesOf("C")).containsExactly(finishToStart("B", "C"), A_TO_C);
        assertThat(network.edgesOf("B")).containsExactly(finishToStart("A", "B"), finishToStart("B", "C"));
        assertThat(network.degreeOf("A")).isEqualTo(2);
        assertThat(network.inDegreeOf("A")).isZero();
        assertThat(network.getEdge("A", "C")).isEqualTo(A_TO_C);
        assertThat(network.getEdge("C", "A")).isNull();
        assertThat(network.getAllEdges("A", "?")).isNull();
        assertThat(network.containsEdge(finishToStart("A", "C"))).isFalse();
        assertThat(network.edgeSet()).contains(A_TO_C).doesNotContain(finishToStart("A", "C"));
        assertThat(network.getEdgeSource(A_TO_C)).isEqualTo("A");
        assertThat(network.getEdgeTarget(A_TO_C)).isEqualTo("C");
        assertThatThrownBy(() -> network.outgoingEdgesOf("?")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theViewIsDirectedMayHoldParallelEdgesAndCantBeEdited() {
        Graph<String, Relationship> network = ProjectGraph.of(plan().build());

        assertThat(GraphTests.requireDirected(network)).isSameAs(network);
        assertThat(network.getType().isAllowingMultipleEdges()).isTrue();
        assertThat(network.getType().isAllowingCycles()).isFalse();
        assertThat(network.getType().isModifiable()).isFalse();
        for (Runnable edit : List.<Runnable>of(
                () -> network.addVertex("E"),
                () -> network.addVertex(),
                () -> network.addEdge("A", "D"),
                () -> network.addEdge("A", "D", finishToStart("A", "D")),
                () -> network.removeVertex("A"),
                () -> network.removeAllVertices(List.of("A")),
                () -> network.removeEdge("A", "B"),
                () -> network.removeEdge(A_TO_C),
                () -> network.removeAllEdges(List.of(A_TO_C)),
                () -> network.removeAllEdges("A", "B"),
                () -> network.setEdgeWeight(A_TO_C, 2),
                () -> network.vertexSet().remove("A"),
                () -> network.edgeSet().clear(),
                () -> network.outgoingEdgesOf("A").clear())) {
            assertThatThrownBy(edit::run).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThatThrownBy(() -> network.addVertex("E")).hasMessageContaining("toBuilder()");
    }

    @Test
    void equalRelationshipsAreOneEdgeAndDifferentOnesAreSeveral() {
        Project project = plan().finishToStart("A", "B").startToStart("A", "B").build();
        Graph<String, Relationship> network = ProjectGraph.of(project);

        assertThat(project.relationships()).hasSize(5);
        assertThat(network.edgeSet()).hasSize(4);
        assertThat(network.getAllEdges("A", "B")).hasSize(2);
        assertThat(network.outDegreeOf("A")).isEqualTo(3);
        assertThat(network.inDegreeOf("B")).isEqualTo(2);
        assertThat(network.vertexSet().stream().mapToInt(network::inDegreeOf).sum())
                .isEqualTo(network.edgeSet().size());
    }

    @Test
    void algorithmsRunOnTheNetwork() {
        Graph<String, Relationship> network = ProjectGraph.of(plan().build());

        assertThat(new ConnectivityInspector<>(network).connectedSets())
                .containsExactlyInAnyOrder(Set.of("A", "B", "C"), Set.of("D"));
        assertThat(new KosarajuStrongConnectivityInspector<>(network).stronglyConnectedSets())
                .hasSize(4);
        assertThat(new TopologicalOrderIterator<>(network)).toIterable().containsSubsequence("A", "B", "C");
        assertThat(new BreadthFirstIterator<>(network, "A")).toIterable().containsExactly("A", "B", "C");
        assertThat(DijkstraShortestPath.findPathBetween(network, "A", "C").getEdgeList())
                .containsExactly(A_TO_C);
        Graph<String, Relationship> weighted =
                new AsWeightedGraph<>(network, e -> e.type() == RelationshipType.FS ? 1.0 : 5.0, false, false);
        assertThat(DijkstraShortestPath.findPathBetween(weighted, "A", "C").getVertexList())
                .containsExactly("A", "B", "C");
        assertThat(GraphTests.isWeaklyConnected(network)).isFalse();
        assertThat(new NaiveLCAFinder<>(network).getLCA("B", "C")).isEqualTo("B");
    }

    @Test
    void aCopyCanBeReducedAndEqualsTheViewBefore() {
        Graph<String, Relationship> network = ProjectGraph.of(plan().build());
        Graph<String, Relationship> same = new DirectedMultigraph<>(Relationship.class);
        Graph<String, Relationship> reduced = new SimpleDirectedGraph<>(Relationship.class);
        Graphs.addGraph(same, network);
        Graphs.addGraph(reduced, network);

        TransitiveReduction.INSTANCE.reduce(reduced);

        assertThat(same.vertexSet()).isEqualTo(network.vertexSet());
        assertThat(same.edgeSet()).isEqualTo(network.edgeSet());
        assertThat(reduced.edgeSet()).containsExactly(finishToStart("A", "B"), finishToStart("B", "C"));
    }

    @Test
    void theWorkBreakdownStructureIsATreeForEachTop() {
        Graph<String, WbsEdge> wbs = ProjectGraph.wbs(outline());

        assertThat(wbs.vertexSet()).containsExactly("S", "A", "T", "B", "C");
        assertThat(wbs.edgeSet()).containsExactly(new WbsEdge("S", "A"), new WbsEdge("S", "T"), new WbsEdge("T", "B"));
        assertThat(wbs.edgeSet()).contains(new WbsEdge("T", "B")).doesNotContain(new WbsEdge("S", "B"));
        assertThat(wbs.outgoingEdgesOf("S")).containsExactly(new WbsEdge("S", "A"), new WbsEdge("S", "T"));
        assertThat(wbs.incomingEdgesOf("C")).isEmpty();
        assertThat(new BreadthFirstIterator<>(wbs, "S")).toIterable().containsExactly("S", "A", "T", "B");
        assertThat(new NaiveLCAFinder<>(wbs).getLCA("A", "B")).isEqualTo("S");
        assertThat(GraphTests.isForest(new org.jgrapht.graph.AsUndirectedGraph<>(wbs)))
                .isTrue();
        assertThatThrownBy(() -> wbs.removeVertex("S")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theNetworkOfADraftShowsItsLoopsAndLeavesOutWhatIsUnknown() {
        ProjectBuilder draft =
                plan().finishToStart("C", "A").finishToStart("D", "D").finishToStart("D", "?");

        assertThatThrownBy(draft::build).isInstanceOf(PlumblineException.class);
        Graph<String, Relationship> network = ProjectGraph.of(draft);
        assertThat(ProjectGraph.loops(network)).containsExactly(List.of("A", "C"), List.of("D"));
        assertThat(network.edgeSet()).hasSize(5);
        assertThat(network.degreeOf("D")).isEqualTo(2);
        assertThat(network.edgesOf("D")).hasSize(1);
        assertThat(new KosarajuStrongConnectivityInspector<>(network).stronglyConnectedSets())
                .containsExactlyInAnyOrder(Set.of("A", "B", "C"), Set.of("D"));
        assertThat(ProjectGraph.loops(ProjectGraph.of(plan().build()))).isEmpty();
    }

    @Test
    void aLoopOfManyActivitiesIsFoundWithoutRecursion() {
        int n = 200_000;
        List<String> ids = new ArrayList<>(n);
        List<Relationship> relationships = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            ids.add("A" + i);
            relationships.add(finishToStart("A" + i, "A" + (i + 1) % n));
        }

        assertThat(ProjectGraph.loops(ProjectGraph.of(ids, relationships))).containsExactly(ids);
    }
}
