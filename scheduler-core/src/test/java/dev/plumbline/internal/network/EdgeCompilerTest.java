package dev.plumbline.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeCompilerTest {

    private static final int SIZE = 12;

    private static List<String> edges(Network g) {
        List<String> edges = new ArrayList<>();
        for (int e = 0; e < g.head.length; e++) {
            edges.add("%d -%d+%d-> %d".formatted(g.tail[e], g.type[e], g.lag[e], g.head[e]));
        }
        return edges;
    }

    /** Half of the activities are inactive; relationships lead from lower to higher rows. */
    private static Project halfInactive(Random random) {
        ProjectBuilder builder = Project.builder("half");
        for (int a = 0; a < SIZE; a++) {
            boolean active = random.nextBoolean();
            builder.activity("A" + a, "A", WorkTime.hours(1), x -> x.active(active));
        }
        for (int i = random.nextInt(3 * SIZE); i > 0; i--) {
            int tail = random.nextInt(SIZE - 1);
            int head = tail + 1 + random.nextInt(SIZE - tail - 1);
            RelationshipType type = RelationshipType.values()[random.nextInt(4)];
            builder.add(new Relationship("A" + tail, "A" + head, type, Lag.of(WorkTime.hours(random.nextInt(3)))));
        }
        return builder.build();
    }

    @Test // 2.4.1
    void whatFollowsInactiveActivitiesIsTiedToWhatTheyFollow() {
        for (int seed = 0; seed < 300; seed++) {
            Project project = halfInactive(new Random(seed));
            Network g = NetworkCompiler.compile(project);
            List<String> expected = new ArrayList<>();
            for (Relationship each : project.relationships()) {
                int tail = project.indexOf(each.predecessor());
                int head = project.indexOf(each.successor());
                if (g.active[tail] == g.active[head]) {
                    long lag = each.lag() instanceof Lag.Time time ? time.time().ticks() : 0;
                    expected.add("%d -%d+%d-> %d".formatted(tail, each.type().ordinal(), lag, head));
                } else if (g.active[tail]) {
                    beyond(project, g, head)
                            .forEach(to -> expected.add("%d -%d+0-> %d".formatted(tail, Network.FS, to)));
                }
            }

            assertThat(edges(g)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(g.head).isSorted();
        }
    }

    /** The first active activities on all ways from an inactive one. */
    private static TreeSet<Integer> beyond(Project project, Network g, int inactive) {
        TreeSet<Integer> found = new TreeSet<>();
        Deque<Integer> through = new ArrayDeque<>(List.of(inactive));
        while (!through.isEmpty()) {
            for (Relationship next : project.successorsOf("A" + through.remove())) {
                int to = project.indexOf(next.successor());
                if (g.active[to]) {
                    found.add(to);
                } else {
                    through.add(to);
                }
            }
        }
        return found;
    }

    @Test
    void anInactiveActivityAmongManyTiesEachBeforeItToEachAfterIt() {
        ProjectBuilder builder =
                Project.builder("hub").activity("HUB", "Inactive", WorkTime.hours(1), hub -> hub.active(false));
        for (int i = 0; i < 9; i++) {
            builder.activity("B" + i, "Before", WorkTime.hours(1)).activity("C" + i, "After", WorkTime.hours(1));
            builder.finishToStart("B" + i, "HUB").finishToStart("HUB", "C" + i);
        }

        assertThat(edges(NetworkCompiler.compile(builder.build()))).hasSize(81).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} % of {1} in {2}, elapsed {3}: {4} ticks of kind {5}")
    @CsvSource({
        "50, 4800, HOURS, false, 2400, 0",
        "50, 4800, HOURS, true, 2400, 1",
        "50, 4800, ELAPSED_HOURS, false, 2400, 1",
        "50, 4800, ELAPSED_HOURS, true, 2400, 1",
        "-25, 4800, HOURS, false, -1200, 0",
        "0.25, 600, HOURS, false, 2, 0", // half a tick is rounded away from zero
        "-0.25, 600, HOURS, false, -2, 0",
        "0.24, 600, HOURS, false, 1, 0",
    })
    void aShareOfADurationIsALagInTicks(
            BigDecimal percent, long duration, WorkUnit unit, boolean elapsed, long ticks, byte kind) {
        Network g = NetworkCompiler.compile(Project.builder("share")
                .activity("A", "A", new WorkTime(duration, unit))
                .activity("B", "B", WorkTime.hours(1))
                .add(new Relationship("A", "B", RelationshipType.FS, new Lag.Percent(percent, elapsed)))
                .build());

        assertThat(g.lag).containsExactly(ticks);
        assertThat(g.lagKind).containsExactly(kind);
    }

    @ParameterizedTest(name = "a row that is elapsed {0}, lag elapsed {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void theShareOfASummaryStaysAShareUntilItsLengthIsKnown(boolean elapsedRow, boolean elapsedLag) {
        WorkTime none = elapsedRow ? WorkTime.elapsedHours(0) : WorkTime.ZERO;
        Network g = NetworkCompiler.compile(Project.builder("summary")
                .activity("S", "S", none)
                .activity("A", "A", WorkTime.hours(8), a -> a.outlineLevel(2))
                .activity("B", "B", WorkTime.hours(1))
                .add(new Relationship(
                        "S", "B", RelationshipType.FS, new Lag.Percent(new BigDecimal("12.5"), elapsedLag)))
                .build());

        assertThat(g.lag).containsExactly(1_250);
        assertThat(g.lagKind).containsExactly(elapsedLag ? Network.ELAPSED_PERCENT : Network.PERCENT);
    }

    @ParameterizedTest(name = "{0} of a summary")
    @CsvSource({"FS, false", "SS, true", "FF, false", "SF, true"})
    void relationshipsFromTheStartOfASummaryAreKnown(RelationshipType type, boolean tied) {
        ProjectBuilder builder = Project.builder("tied")
                .activity("S", "S", WorkTime.ZERO)
                .activity("A", "A", WorkTime.hours(8), a -> a.outlineLevel(2))
                .activity("B", "B", WorkTime.hours(1))
                .activity("C", "C", WorkTime.hours(1))
                .add(new Relationship("B", "C", type, Lag.NONE));
        assertThat(NetworkCompiler.compile(builder.build()).startTied).isFalse();

        builder.add(new Relationship("S", "B", type, Lag.NONE)).finishToStart("S", "C");

        assertThat(NetworkCompiler.compile(builder.build()).startTied).isEqualTo(tied);
    }
}
