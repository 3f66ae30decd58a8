package dev.plumbline.internal.util;

import java.util.ArrayList;
import java.util.List;

/** Finds loops in a directed graph given as compressed rows. */
public final class Loops {

    /*
     * Tarjan's strongly connected components with an explicit stack, so that a chain or loop of a million nodes needs no deep
     * call stack; then, in every component of more than one node, the shortest loop through its first node by breadth-first
     * search. O(n + m) for the components, O(component) for each loop.
     *
     * [1] R. Tarjan: Depth-First Search and Linear Graph Algorithms. SIAM J. Comput. 1(2), 1972, pp. 146-160.
     */

    private Loops() {}

    /** Returns one loop of each component that has one, each as the nodes along it, the first not repeated at the end. */
    public static List<int[]> find(int[] firstOut, int[] head) {
        int n = firstOut.length - 1;
        int[] component = components(firstOut, head);
        int[] size = new int[n];
        for (int node = 0; node < n; node++) {
            size[component[node]]++;
        }
        List<int[]> loops = new ArrayList<>();
        boolean[] done = new boolean[n];
        int[] from = new int[n];
        java.util.Arrays.fill(from, -1);
        for (int node = 0; node < n; node++) {
            boolean selfLoop = hasEdge(firstOut, head, node, node);
            if ((size[component[node]] > 1 || selfLoop) && !done[component[node]]) {
                done[component[node]] = true;
                loops.add(selfLoop ? new int[] {node} : shortestLoop(firstOut, head, component, node, from));
            }
        }
        return loops;
    }

    private static boolean hasEdge(int[] firstOut, int[] head, int tail, int to) {
        for (int e = firstOut[tail]; e < firstOut[tail + 1]; e++) {
            if (head[e] == to) {
                return true;
            }
        }
        return false;
    }

    private static int[] shortestLoop(int[] firstOut, int[] head, int[] component, int root, int[] from) {
        int[] queue = new int[64];
        int read = 0;
        int write = 0;
        queue[write++] = root;
        while (read < write) {
            int node = queue[read++];
            for (int e = firstOut[node]; e < firstOut[node + 1]; e++) {
                int next = head[e];
                if (next == root) {
                    return pathTo(from, root, node);
                }
                if (component[next] == component[root] && from[next] < 0) {
                    from[next] = node;
                    if (write == queue.length) {
                        queue = java.util.Arrays.copyOf(queue, 2 * write);
                    }
                    queue[write++] = next;
                }
            }
        }
        throw new IllegalStateException("a component without a loop");
    }

    private static int[] pathTo(int[] from, int root, int last) {
        int length = 1;
        for (int node = last; node != root; node = from[node]) {
            length++;
        }
        int[] path = new int[length];
        int node = last;
        for (int i = length - 1; i > 0; i--) {
            path[i] = node;
            node = from[node];
        }
        path[0] = root;
        return path;
    }

    /** Returns the number of the strongly connected component of every node. */
    static int[] components(int[] firstOut, int[] head) {
        int n = firstOut.length - 1;
        int[] low = new int[n];
        int[] order = new int[n];
        int[] edge = new int[n];
        int[] component = new int[n];
        int[] open = new int[n];
        int[] calls = new int[n];
        int openCount = 0;
        int counter = 0;
        int components = 0;
        for (int root = 0; root < n; root++) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            calls[depth++] = root;
            order[root] = low[root] = ++counter;
            edge[root] = firstOut[root];
            open[openCount++] = root;
            while (depth > 0) {
                int node = calls[depth - 1];
                if (edge[node] < firstOut[node + 1]) {
                    int next = head[edge[node]++];
                    if (order[next] == 0) {
                        order[next] = low[next] = ++counter;
                        edge[next] = firstOut[next];
                        open[openCount++] = next;
                        calls[depth++] = next;
                    } else if (order[next] > 0) {
                        low[node] = Math.min(low[node], order[next]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    int caller = calls[depth - 1];
                    low[caller] = Math.min(low[caller], low[node]);
                }
                if (low[node] == order[node]) {
                    int member;
                    do {
                        member = open[--openCount];
                        component[member] = components;
                        order[member] = -1;
                    } while (member != node);
                    components++;
                }
            }
        }
        return component;
    }
}
