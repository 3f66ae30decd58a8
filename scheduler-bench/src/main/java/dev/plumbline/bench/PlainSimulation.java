package dev.plumbline.bench;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.jgrapht.graph.DirectedAcyclicGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * A simulation as it is written in an afternoon: an object graph in topological order, a beta distribution for each activity, a
 * map from activity to finish; on one calendar, dates only.
 */
final class PlainSimulation {

    private final DirectedAcyclicGraph<Node, Link> graph = new DirectedAcyclicGraph<>(Link.class);

    /**
     * An activity.
     *
     * @param id the identity
     * @param law the distribution of its share between least and greatest duration
     * @param least the least duration
     * @param range from the least to the greatest
     */
    private record Node(String id, BetaDistribution law, double least, double range) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** A relationship. */
    private static final class Link {

        private final RelationshipType type;
        private final double lag;

        private Link(RelationshipType type, double lag) {
            this.type = type;
            this.lag = lag;
        }
    }

    PlainSimulation(Project project, long seed) {
        Well19937c random = new Well19937c(seed);
        Map<String, Node> nodes = new HashMap<>();
        for (Activity activity : project.activities()) {
            Estimate estimate = activity.estimate();
            double ticks = activity.duration().ticks();
            double least = estimate == null ? ticks : estimate.optimistic().ticks();
            double range = estimate == null ? 0 : estimate.pessimistic().ticks() - least;
            double mode = range == 0 ? 0.5 : (ticks - least) / range;
            Node node = new Node(
                    activity.id(), new BetaDistribution(random, 1 + 4 * mode, 1 + 4 * (1 - mode)), least, range);
            nodes.put(activity.id(), node);
            graph.addVertex(node);
        }
        for (Relationship each : project.relationships()) {
            double lag = each.lag() instanceof Lag.Time time ? time.time().ticks() : 0;
            graph.addEdge(nodes.get(each.predecessor()), nodes.get(each.successor()), new Link(each.type(), lag));
        }
    }

    /** Returns the length of the project in one iteration. */
    double iterate() {
        Map<Node, Double> start = new HashMap<>();
        Map<Node, Double> finish = new HashMap<>();
        double length = 0;
        TopologicalOrderIterator<Node, Link> order = new TopologicalOrderIterator<>(graph);
        while (order.hasNext()) {
            Node node = order.next();
            double duration = node.least + node.range * (node.range == 0 ? 0 : node.law.sample());
            double begin = 0;
            for (Link link : graph.incomingEdgesOf(node)) {
                Node before = graph.getEdgeSource(link);
                boolean fromFinish = link.type == RelationshipType.FS || link.type == RelationshipType.FF;
                double demanded = (fromFinish ? finish : start).getOrDefault(before, 0.0) + link.lag;
                boolean toFinish = link.type == RelationshipType.FF || link.type == RelationshipType.SF;
                begin = Math.max(begin, toFinish ? demanded - duration : demanded);
            }
            start.put(node, begin);
            finish.put(node, begin + duration);
            length = Math.max(length, begin + duration);
        }
        return length;
    }
}
