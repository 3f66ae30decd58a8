package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackwardPassTest {

    @ParameterizedTest(name = "every open end is critical: {0}")
    @ValueSource(booleans = {false, true})
    void rowsAreHeldBackByWhatFollowsThemAndTheSummariesAbove(boolean openEndsCritical) {
        RandomOutlines.plain(400).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            Passes.byRules(g, true, openEndsCritical, t);
            Slow slow = new Slow(g, t, openEndsCritical);

            for (int a = 0; a < g.size; a++) {
                if (g.active[a]) {
                    assertThat(t.lateFinish[a])
                            .as("A%d of %s", a, project.name())
                            .isEqualTo(slow.finish[a]);
                    assertThat(t.lateStart[a])
                            .as("A%d of %s", a, project.name())
                            .isEqualTo(slow.start[a]);
                }
            }
        });
    }

    @Test
    void theReasonOfALateFinishIsTheRelationshipThatGivesIt() {
        RandomOutlines.plain(400).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            Passes.byRules(g, true, false, t);
            Slow slow = new Slow(g, t, false);

            for (int a = 0; a < g.size; a++) {
                int row = a;
                if (g.active[a] && !g.summary[a]) {
                    int reason = BackwardPass.holder(g, true, t, a);
                    int expected = IntStream.iterate(a, up -> up >= 0, up -> g.parent[up])
                            .flatMap(owner -> IntStream.range(0, g.head.length).filter(e -> g.tail[e] == owner))
                            .filter(e -> slow.bound(row, e) == t.lateFinish[row])
                            .findFirst()
                            .orElse(BackwardPass.PROJECT_FINISH);
                    assertThat(reason).as("A%d of %s", a, project.name()).isEqualTo(expected);
                }
            }
        });
    }

    @ParameterizedTest(name = "summary until {0}, deadline {1}, own date {2}")
    @CsvSource({
        ", , , -1",
        "10, , , -1",
        "8, , , -4", // the summary
        ", 10, , -1",
        ", 8, , -3", // the deadline
        ", , 10, -1",
        ", , 8, -2", // its own constraint
        "8, 8, , -4",
        "8, , 8, -4",
        ", 8, 8, -2",
        "8, 7, , -3",
        "8, , 7, -2",
    })
    void ofDatesThatAgreeTheOneThatComesFirstIsTheReason(
            @Nullable Integer summary, @Nullable Integer deadline, @Nullable Integer own, int reason) {
        Network g = NetworkCompiler.compile(Project.builder("reasons")
                .start(RandomOutlines.START)
                .calendar(WorkCalendar.roundTheClock("always"))
                .activity("S", "Summary", WorkTime.ZERO, s -> s.constraint(until(summary)))
                .activity(
                        "A",
                        "A",
                        WorkTime.hours(4),
                        a -> a.outlineLevel(2)
                                .constraint(until(own))
                                .deadline(deadline == null ? null : RandomOutlines.START.plusHours(deadline)))
                .activity("B", "B", WorkTime.hours(10))
                .build());
        Times t = new Times(g);
        Passes.byRules(g, true, false, t);

        assertThat(BackwardPass.holder(g, true, t, 1)).isEqualTo(reason);
    }

    private static Constraint until(@Nullable Integer hour) {
        return hour == null ? Constraint.NONE : Constraint.finishNoLaterThan(RandomOutlines.START.plusHours(hour));
    }

    /** By the definition, on a calendar that works round the clock, from the rows that nothing follows to those before them. */
    private static final class Slow {

        private final Network g;
        private final Times t;
        private final SlowOutline rows;
        private final long[] start;
        private final long[] finish;

        Slow(Network g, Times t, boolean openEndsCritical) {
            this.g = g;
            this.t = t;
            this.rows = SlowOutline.forward(g);
            this.start = new long[g.size];
            this.finish = new long[g.size];
            boolean down = g.head.length == 0 || g.tail[0] < g.head[0];
            for (int i = 0; i < g.size; i++) {
                int row = down ? g.size - 1 - i : i;
                if (!g.summary[row]) {
                    long bound = bound(row);
                    long open = openEndsCritical ? t.earlyFinish[row] : t.projectFinish;
                    finish[row] = bound == Network.AFTER ? open : Math.min(bound, t.projectFinish);
                    start[row] = finish[row] - g.span[row];
                }
                for (int s = row; s >= 0; s = g.parent[s]) {
                    if (g.summary[s]) {
                        span(s);
                    }
                }
            }
        }

        private void span(int s) {
            int[] below = rows.leaves(s);
            start[s] = Arrays.stream(below).mapToLong(a -> start[a]).min().orElse(t.earlyStart[s]);
            finish[s] = Arrays.stream(below)
                    .mapToLong(a -> finish[a])
                    .max()
                    .orElse(Math.max(t.earlyFinish[s], t.projectFinish));
        }

        private long bound(int row) {
            long least = Network.AFTER;
            for (int e = 0; e < g.head.length; e++) {
                least = Math.min(least, bound(row, e));
            }
            return least;
        }

        /** What an edge allows the finish of a row: the start of a summary is that of the row that starts first. */
        long bound(int row, int e) {
            int p = g.tail[e];
            boolean ties =
                    rows.fromFinish(e) ? rows.isBelow(row, p) : row == p || (g.summary[p] && t.firstLeaf[p] == row);
            if (!ties || !g.active[g.head[e]]) {
                return Network.AFTER;
            }
            long late = rows.toStart(e) ? start[g.head[e]] : finish[g.head[e]];
            long lag = rows.lagged(e, 0, rows.finish[p] - rows.start[p]);
            return late - lag + (rows.fromFinish(e) ? 0 : g.span[row]);
        }
    }
}
