package dev.plumbline.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {

    @Property(tries = 300)
    void ofAllThatIsReadyTheRowHighestInThePlanComesFirst(@ForAll long seed, @ForAll boolean upwardToo) {
        Network network = NetworkCompiler.compile(plan(new Random(seed), upwardToo));

        assertThat(network.order).containsExactly(slowly(network));
        for (int i = 0; i < network.order.length; i++) {
            assertThat(network.position[network.order[i]]).isEqualTo(i);
        }
    }

    @Test
    void aLongChainUpThePlanIsInOrder() {
        ProjectBuilder builder = Project.builder("up");
        for (int a = 0; a < 300; a++) {
            builder.activity("A" + a, "A", WorkTime.hours(8));
        }
        for (int a = 1; a < 300; a++) {
            builder.finishToStart("A" + a, "A" + (a - 1));
        }

        int[] order = NetworkCompiler.compile(builder.build()).order;

        assertThat(order)
                .containsExactly(IntStream.range(0, 300).map(i -> 299 - i).toArray());
    }

    /** Leaves at the top and below summaries; relationships upward only between leaves at the top, so that there is no loop. */
    private static Project plan(Random random, boolean upwardToo) {
        ProjectBuilder builder = Project.builder("order");
        List<Integer> top = new ArrayList<>();
        int level = 1;
        for (int a = 0; a < 24; a++) {
            int own = level;
            builder.activity("A" + a, "A", WorkTime.hours(8), x -> x.outlineLevel(own));
            level = Math.max(1, level + random.nextInt(3) - 1);
            if (own == 1 && level == 1) {
                top.add(a);
            }
        }
        for (int i = 1; i < top.size(); i++) {
            int from = random.nextInt(i);
            boolean up = upwardToo;
            builder.finishToStart("A" + top.get(up ? i : from), "A" + top.get(up ? from : i));
        }
        return builder.build();
    }

    private static int[] slowly(Network g) {
        Set<Integer> done = new HashSet<>();
        List<Integer> order = new ArrayList<>();
        while (order.size() < g.order.length) {
            for (int rank = 0; rank < 2 * g.size; rank++) {
                int a = rank / 2;
                boolean begins = rank % 2 == 0;
                int event = begins ? g.size + a : a;
                if ((!begins || g.summary[a]) && !done.contains(event) && isReady(g, done, a, begins)) {
                    done.add(event);
                    order.add(event);
                    break;
                }
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isReady(Network g, Set<Integer> done, int a, boolean begins) {
        if (g.summary[a] && !begins) {
            boolean ready = done.contains(g.size + a);
            for (int child = g.firstChild[a]; child >= 0; child = g.nextSibling[child]) {
                ready &= done.contains(child);
            }
            return ready;
        }
        boolean ready = g.parent[a] < 0 || done.contains(g.size + g.parent[a]);
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            ready &= done.contains(g.tail[e]);
        }
        return ready;
    }
}
