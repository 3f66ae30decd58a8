package dev.plumbline.graph;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jgrapht.Graph;
import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Which finish-to-start relationships follow from chains of others. */
final class Implications {

    /*
     * The edges are the finish-to-start relationships without leads. A node that a chain may not pass through is two nodes, one
     * that edges lead into and one that they leave.
     *
     * The transitive reduction of an acyclic graph is unique [1] and drops exactly the edges beside a longer path. JGraphT's
     * takes n^2 bits and up to n^3 steps: 0.05 s for 1,000 nodes. In larger graphs each node's successors are taken in
     * topological order, and what can be reached from one is marked, never beyond the last of them: a successor that is already
     * marked is implied. That is exact, too, until a budget of steps is spent.
     *
     * [1] A. Aho, M. Garey, J. Ullman: The Transitive Reduction of a Directed Graph. SIAM J. Comput. 1(2), 1972, pp. 131-137.
     */

    private static final int MOST_FOR_REDUCTION = 1_000;
    private static final int STEPS_FROM_ONE = 20_000;
    private static final int STEPS_OF_CHAIN = 500;
    private static final long STEPS_IN_ALL = 200_000_000;

    private final int[] firstOut;
    private final int[] head;

    /** The position of an edge's relationship in the project. */
    private final int[] relationship;

    /** The edge of a relationship and the position of its predecessor, -1 if it is no edge. */
    private final int[] edgeOf;

    private final int[] tail;

    /** Whether an edge has no lag and so can follow from others. */
    private final boolean[] candidate;

    private final boolean[] passable;
    private final int relationships;

    private Implications(Project project) {
        int n = project.activities().size();
        this.relationships = project.relationships().size();
        this.firstOut = new int[n + 1];
        this.head = new int[relationships];
        this.relationship = new int[relationships];
        this.candidate = new boolean[relationships];
        this.passable = new boolean[n];
        this.tail = new int[relationships];
        this.edgeOf = new int[relationships];
        for (int r = 0; r < relationships; r++) {
            tail[r] = -1;
            if (isEdge(project.relationships().get(r))) {
                tail[r] = project.indexOf(project.relationships().get(r).predecessor());
                firstOut[tail[r] + 1]++;
            }
        }
        for (int a = 0; a < n; a++) {
            firstOut[a + 1] += firstOut[a];
            Activity activity = project.activities().get(a);
            passable[a] = isMovedByPredecessors(activity) && !project.wbs().isSummary(activity.id());
        }
        int[] next = firstOut.clone();
        for (int r = 0; r < relationships; r++) {
            if (tail[r] >= 0) {
                int edge = next[tail[r]]++;
                head[edge] = project.indexOf(project.relationships().get(r).successor());
                relationship[edge] = r;
                edgeOf[r] = edge;
                candidate[edge] = project.relationships().get(r).lag().isZero();
            }
        }
    }

    static Implications of(Project project) {
        return new Implications(project);
    }

    private static boolean isEdge(Relationship relationship) {
        return relationship.type() == RelationshipType.FS && !relationship.lag().isNegative();
    }

    private static boolean isMovedByPredecessors(Activity activity) {
        boolean movable = activity.isAutomatic() && activity.progress().actualStart() == null;
        Constraint.Type type = activity.constraint().type();
        return movable
                && switch (type) {
                    case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE, START_NO_EARLIER_THAN, FINISH_NO_EARLIER_THAN ->
                        true;
                    case MUST_START_ON, MUST_FINISH_ON, START_NO_LATER_THAN, FINISH_NO_LATER_THAN -> false;
                };
    }

    /** Returns for every relationship of the project whether it can be left out. */
    boolean[] redundant() {
        return passable.length <= MOST_FOR_REDUCTION ? redundantByReduction() : redundantBySearch(STEPS_FROM_ONE);
    }

    /** Edges beside another of the same two ends follow from it; of those without lag the first is kept, if any. */
    private boolean[] redundantBeside() {
        boolean[] redundant = new boolean[relationships];
        int[] kept = new int[passable.length];
        Arrays.fill(kept, -1);
        for (int a = 0; a < passable.length; a++) {
            for (int e = firstOut[a]; e < firstOut[a + 1]; e++) {
                int other = kept[head[e]];
                if (other < firstOut[a]) {
                    kept[head[e]] = e;
                } else if (candidate[e]) {
                    redundant[relationship[e]] = true;
                } else {
                    redundant[relationship[other]] |= candidate[other];
                    kept[head[e]] = e;
                }
            }
        }
        return redundant;
    }

    boolean[] redundantByReduction() {
        boolean[] redundant = redundantBeside();
        int n = passable.length;
        Graph<Integer, DefaultEdge> copy = new SimpleDirectedGraph<>(DefaultEdge.class);
        for (int a = 0; a < n; a++) {
            for (int e = firstOut[a]; e < firstOut[a + 1]; e++) {
                copy.addVertex(outNode(a));
                copy.addVertex(head[e]);
                copy.addEdge(outNode(a), head[e]);
            }
        }
        TransitiveReduction.INSTANCE.reduce(copy);
        for (int a = 0; a < n; a++) {
            for (int e = firstOut[a]; e < firstOut[a + 1]; e++) {
                redundant[relationship[e]] |= candidate[e] && !copy.containsEdge(outNode(a), head[e]);
            }
        }
        return redundant;
    }

    private int outNode(int activity) {
        return passable[activity] ? activity : passable.length + activity;
    }

    boolean[] redundantBySearch(int stepsFromOne) {
        boolean[] redundant = redundantBeside();
        int[] position = topologicalPositions();
        int[] mark = new int[passable.length];
        int[] stack = new int[passable.length];
        long stepsLeft = STEPS_IN_ALL;
        for (int a = 0; a < passable.length && stepsLeft > 0; a++) {
            if (firstOut[a + 1] - firstOut[a] > 1) {
                stepsLeft -= searchFrom(a, stepsFromOne, position, mark, stack, redundant);
            }
        }
        return redundant;
    }

    private int searchFrom(int a, int most, int[] position, int[] mark, int[] stack, boolean[] redundant) {
        long[] heads = new long[firstOut[a + 1] - firstOut[a]];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = ((long) position[head[firstOut[a] + i]] << 32) | (firstOut[a] + i);
        }
        Arrays.sort(heads);
        int last = (int) (heads[heads.length - 1] >>> 32);
        int steps = 0;
        for (long entry : heads) {
            int edge = (int) entry;
            if (mark[head[edge]] == a + 1) {
                redundant[relationship[edge]] |= candidate[edge];
                continue;
            }
            int depth = 0;
            if (passable[head[edge]] && steps < most) {
                stack[depth++] = head[edge];
            }
            while (depth > 0) {
                int node = stack[--depth];
                for (int e = firstOut[node]; e < firstOut[node + 1] && ++steps < most; e++) {
                    int next = head[e];
                    if (mark[next] != a + 1 && position[next] <= last) {
                        mark[next] = a + 1;
                        if (passable[next]) {
                            stack[depth++] = next;
                        }
                    }
                }
            }
        }
        return steps;
    }

    /** The first in the project first among those that are free, so that the search is the same wherever it runs. */
    private int[] topologicalPositions() {
        int n = passable.length;
        int[] open = new int[n];
        for (int e = 0; e < firstOut[n]; e++) {
            open[head[e]]++;
        }
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (int a = 0; a < n; a++) {
            if (open[a] == 0) {
                free.add(a);
            }
        }
        int[] position = new int[n];
        for (int count = 0; !free.isEmpty(); count++) {
            int a = free.remove();
            position[a] = count;
            for (int e = firstOut[a]; e < firstOut[a + 1]; e++) {
                if (--open[head[e]] == 0) {
                    free.add(head[e]);
                }
            }
        }
        return position;
    }

    /**
     * Returns a shortest chain of activities that implies a redundant relationship; its two ends alone if another relationship
     * between them does or if the chain is too far to seek.
     */
    int[] chain(int redundant) {
        int from = tail[redundant];
        int to = head[edgeOf[redundant]];
        Map<Integer, Integer> before = new HashMap<>();
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        int steps = 0;
        while (!queue.isEmpty() && !before.containsKey(to)) {
            int node = queue.remove();
            for (int e = firstOut[node]; e < firstOut[node + 1] && ++steps < STEPS_OF_CHAIN; e++) {
                boolean direct = node == from && head[e] == to;
                if (!direct && before.putIfAbsent(head[e], node) == null && passable[head[e]]) {
                    queue.add(head[e]);
                }
            }
        }
        List<Integer> path = new ArrayList<>(List.of(to));
        for (Integer node = before.get(to); node != null && node != from; node = before.get(node)) {
            path.add(node);
        }
        path.add(from);
        Collections.reverse(path);
        return path.stream().mapToInt(Integer::intValue).toArray();
    }
}
