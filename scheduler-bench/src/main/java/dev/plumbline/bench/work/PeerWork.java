package dev.plumbline.bench.work;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.cpm.CpmException;
import org.mpxj.cpm.MicrosoftScheduler;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.mspdi.MSPDIWriter;

/** The same work done by other tools, and by what one writes in an afternoon. */
final class PeerWork {

    private static final int SEED = 42;
    private static final int ITERATIONS = 10;

    private PeerWork() {}

    static List<Workload> all() {
        return List.of(
                new Workload("peer-mpxj-schedule", 10_000, 0, PeerWork::mpxjSchedule),
                new Workload("peer-mpxj-xml-read", 100_000, 0, PeerWork::mpxjRead),
                new Workload("peer-mpxj-xml-write", 100_000, 0, PeerWork::mpxjWrite),
                new Workload("peer-jgrapht-passes", 100_000, 0, n -> new ObjectGraph(n)::passes),
                new Workload("peer-commons-math-10-iterations", 10_000, 0, PeerWork::simulate),
                new Workload("peer-choco-search", 1000, 0, ChocoSearch::prepare));
    }

    /** MPXJ schedules the file that we wrote for it, from where it stood. */
    private static Workload.Run mpxjSchedule(int activities) throws IOException {
        Project project = Workloads.plan(activities, 1);
        Path file = Files.createTempFile("plumbline-bench", ".xml");
        file.toFile().deleteOnExit();
        ProjectFiles.write(project, file);
        ProjectFile plan = read(Files.readAllBytes(file));
        return () -> {
            try {
                new MicrosoftScheduler().schedule(plan, project.start());
            } catch (CpmException e) {
                throw new IOException(e);
            }
            return plan;
        };
    }

    private static Workload.Run mpxjRead(int activities) throws IOException {
        byte[] bytes = Files.readAllBytes(FileWork.written(activities, ".xml"));
        return () -> read(bytes);
    }

    private static Workload.Run mpxjWrite(int activities) throws IOException {
        ProjectFile plan = read(Files.readAllBytes(FileWork.written(activities, ".xml")));
        return () -> {
            new MSPDIWriter().write(plan, OutputStream.nullOutputStream());
            return plan;
        };
    }

    private static ProjectFile read(byte[] bytes) throws IOException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return new MSPDIReader().read(in);
        } catch (MPXJException e) {
            throw new IOException(e);
        }
    }

    /** Beta.sample for each duration and a walk through the object graph, ten times. */
    private static Workload.Run simulate(int activities) {
        ObjectGraph graph = new ObjectGraph(activities);
        BetaDistribution beta = new BetaDistribution(new Well19937c(SEED), 2.2, 3.8);
        return () -> {
            double latest = 0;
            for (int i = 0; i < ITERATIONS; i++) {
                graph.sample(beta);
                latest += graph.forward();
            }
            return latest;
        };
    }

    /** Activities as vertices of a JGraphT graph, relationships as its edges, passes in topological order. */
    private static final class ObjectGraph {

        private final SimpleDirectedWeightedGraph<Node, DefaultWeightedEdge> graph =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        private final List<Node> order;

        private ObjectGraph(int activities) {
            Network network = NetworkCompiler.compile(Workloads.plan(activities, 1));
            Node[] nodes = new Node[network.size];
            for (int a = 0; a < network.size; a++) {
                nodes[a] = new Node(network.duration[a]);
                graph.addVertex(nodes[a]);
            }
            for (int e = 0; e < network.tail.length; e++) {
                DefaultWeightedEdge edge = graph.addEdge(nodes[network.tail[e]], nodes[network.head[e]]);
                if (edge != null) {
                    graph.setEdgeWeight(edge, network.lag[e]);
                }
            }
            this.order = List.of(nodes);
        }

        private void sample(BetaDistribution beta) {
            for (Node node : order) {
                node.duration = node.likely * (0.8 + 0.7 * beta.sample());
            }
        }

        private double forward() {
            double finish = 0;
            TopologicalOrderIterator<Node, DefaultWeightedEdge> nodes = new TopologicalOrderIterator<>(graph);
            while (nodes.hasNext()) {
                Node node = nodes.next();
                node.early = 0;
                for (DefaultWeightedEdge edge : graph.incomingEdgesOf(node)) {
                    Node before = graph.getEdgeSource(edge);
                    node.early = Math.max(node.early, before.early + before.duration + graph.getEdgeWeight(edge));
                }
                finish = Math.max(finish, node.early + node.duration);
            }
            return finish;
        }

        private Object passes() {
            double finish = forward();
            for (int i = order.size() - 1; i >= 0; i--) {
                Node node = order.get(i);
                node.late = finish;
                for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(node)) {
                    Node after = graph.getEdgeTarget(edge);
                    node.late = Math.min(node.late, after.late - after.duration - graph.getEdgeWeight(edge));
                }
            }
            return finish;
        }
    }

    /** An activity. */
    private static final class Node {

        private final double likely;
        private double duration;
        private double early;
        private double late;

        private Node(double likely) {
            this.likely = likely;
            this.duration = likely;
        }
    }
}
