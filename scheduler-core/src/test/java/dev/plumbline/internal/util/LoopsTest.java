package dev.plumbline.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LoopsTest {

    /** Compresses pairs of nodes, tail and head. */
    private static List<int[]> find(int nodes, int[][] edges) {
        int[] first = new int[nodes + 1];
        for (int[] edge : edges) {
            first[edge[0] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            first[i + 1] += first[i];
        }
        int[] next = first.clone();
        int[] head = new int[edges.length];
        for (int[] edge : edges) {
            head[next[edge[0]]++] = edge[1];
        }
        return Loops.find(first, head);
    }

    @Test
    void aChainOfAMillionHasNoLoop() {
        int n = 1_000_000;
        int[] first = new int[n + 1];
        int[] head = new int[n - 1];
        for (int i = 0; i < n - 1; i++) {
            first[i + 1] = i + 1;
            head[i] = i + 1;
        }
        first[n] = n - 1;

        assertThat(Loops.find(first, head)).isEmpty();
    }

    @Test
    void aLoopOfAMillionIsReportedAsAWhole() {
        int n = 1_000_000;
        int[] first = new int[n + 1];
        int[] head = new int[n];
        for (int i = 0; i < n; i++) {
            first[i + 1] = i + 1;
            head[i] = (i + 1) % n;
        }

        List<int[]> loops = Loops.find(first, head);

        assertThat(loops).hasSize(1);
        assertThat(loops.get(0)).hasSize(n).startsWith(0, 1, 2).endsWith(n - 1);
    }

    @Test
    void aSelfLoopIsALoopOfOne() {
        assertThat(find(3, new int[][] {{0, 1}, {1, 1}, {1, 2}})).containsExactly(new int[] {1});
    }

    @Test
    void eachGroupHasOneLoop() {
        int[][] edges = {{0, 1}, {1, 0}, {2, 3}, {3, 4}, {4, 2}, {4, 3}, {1, 2}, {5, 0}};

        assertThat(find(6, edges)).containsExactly(new int[] {0, 1}, new int[] {2, 3, 4});
    }

    @Test
    void theLoopIsAShortOne() {
        int[][] edges = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 0}};

        assertThat(find(4, edges)).containsExactly(new int[] {0, 1});
    }

    @Test
    void noNodesHaveNoLoop() {
        assertThat(find(0, new int[0][])).isEmpty();
    }

    @Property(tries = 500)
    void aLoopIsFoundExactlyWhereANodeReachesItself(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(12);
        int[][] edges = new int[random.nextInt(2 * n)][];
        boolean[][] edge = new boolean[n][n];
        boolean[][] reach = new boolean[n][n];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new int[] {random.nextInt(n), random.nextInt(n)};
            edge[edges[i][0]][edges[i][1]] = true;
            reach[edges[i][0]][edges[i][1]] = true;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        boolean[] covered = new boolean[n];

        for (int[] loop : find(n, edges)) {
            for (int i = 0; i < loop.length; i++) {
                assertThat(edge[loop[i]][loop[(i + 1) % loop.length]])
                        .as("step %d", i)
                        .isTrue();
            }
            for (int node = 0; node < n; node++) {
                boolean together = node == loop[0] || (reach[loop[0]][node] && reach[node][loop[0]]);
                assertThat(covered[node] && together).as("one loop a group").isFalse();
                covered[node] |= together;
            }
        }
        for (int node = 0; node < n; node++) {
            assertThat(covered[node]).as("node %d", node).isEqualTo(reach[node][node]);
        }
    }
}
