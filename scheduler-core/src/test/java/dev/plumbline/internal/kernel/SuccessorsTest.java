package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessorsTest {

    @Test
    void countsWhatFollowsDirectlyOrNotOncePerActivity() {
        Network g = NetworkCompiler.compile(Project.builder("diamond")
                .activity("A", "A", WorkTime.days(1))
                .activity("B", "B", WorkTime.days(1))
                .activity("C", "C", WorkTime.days(1))
                .activity("D", "D", WorkTime.days(1))
                .finishToStart("A", "B")
                .finishToStart("A", "C")
                .finishToStart("B", "D")
                .finishToStart("C", "D")
                .build());

        assertThat(Successors.count(g)).containsExactly(3, 1, 1, 0);
    }

    @Test
    void rowsBelowASummaryAndWhatFollowsItFollow() {
        RandomOutlines.plain(150).forEach(project -> {
            Network g = NetworkCompiler.compile(project);

            assertThat(Successors.count(g)).as("%s", project.name()).isEqualTo(oneByOne(g));
        });
    }

    @Test
    void everyActivityOfALargePlanCountsOnce() {
        Random random = new Random(7);
        ProjectBuilder builder = Project.builder("large");
        int size = 1_300;
        for (int a = 0; a < size; a++) {
            int level = a % 10 == 0 ? 1 : 2;
            builder.activity("A" + a, "A", WorkTime.hours(1), row -> row.outlineLevel(level));
        }
        for (int i = 0; i < 400; i++) {
            int tail = random.nextInt(size - 10);
            int after = (tail / 10 + 1) * 10;
            builder.finishToStart("A" + tail, "A" + Math.min(size - 1, after + random.nextInt(300)));
        }
        Network g = NetworkCompiler.compile(builder.build());

        assertThat(Successors.count(g)).isEqualTo(oneByOne(g));
    }

    private static int[] oneByOne(Network g) {
        return IntStream.range(0, g.size).map(a -> reachedFrom(g, a)).toArray();
    }

    /** Walks from the finish of a row: over relationships to rows and all rows below them, and up to the finish of summaries. */
    private static int reachedFrom(Network g, int from) {
        boolean[] finished = new boolean[g.size];
        boolean[] begun = new boolean[g.size];
        Deque<Integer> finishes = new ArrayDeque<>();
        finishes.add(from);
        int leaves = 0;
        while (!finishes.isEmpty()) {
            int a = finishes.remove();
            if (a < 0 || finished[a]) {
                continue;
            }
            finished[a] = true;
            leaves += g.summary[a] || a == from ? 0 : 1;
            finishes.add(g.parent[a]);
            for (int e = 0; e < g.head.length; e++) {
                if (g.tail[e] == a) {
                    begin(g, g.head[e], begun, finishes);
                }
            }
        }
        return leaves;
    }

    private static void begin(Network g, int row, boolean[] begun, Deque<Integer> finishes) {
        for (int a = 0; a < g.size; a++) {
            int up = a;
            while (up >= 0 && up != row) {
                up = g.parent[up];
            }
            if (up == row && !begun[a] && !g.summary[a]) {
                begun[a] = true;
                finishes.add(a);
            }
        }
    }
}
