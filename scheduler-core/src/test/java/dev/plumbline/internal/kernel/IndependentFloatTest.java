package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import org.junit.jupiter.api.Test;

class IndependentFloatTest {

    @Test
    void liesBetweenLateRowsBeforeAndEarlyRowsAfterAlsoAcrossSummaries() {
        RandomOutlines.plain(500).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            Passes.byRules(g, true, false, t);
            SlowOutline early = SlowOutline.forward(g);
            SlowOutline late =
                    new SlowOutline(early, late(t.earlyStart, t.lateStart), late(t.earlyFinish, t.lateFinish));
            long[] all = IndependentFloat.all(g, true, t);

            for (int a = 0; a < g.size; a++) {
                assertThat(all[a])
                        .as("A%d of %s", a, project.name())
                        .isEqualTo(g.summary[a] || !g.active[a] ? 0 : slowly(g, t, early, late, a));
            }
        });
    }

    private static long[] late(long[] early, long[] late) {
        long[] later = new long[early.length];
        for (int a = 0; a < later.length; a++) {
            later[a] = Math.max(early[a], late[a]);
        }
        return later;
    }

    private static long slowly(Network g, Times t, SlowOutline early, SlowOutline late, int a) {
        long start = late.place(a);
        long finish = start + g.span[a];
        long least = Math.min(Floats.free(g, t, a, Floats.total(g, t, a)), t.lateFinish[a] - finish);
        for (int e = 0; e < g.head.length; e++) {
            if (g.tail[e] == a && g.active[g.head[e]]) {
                long demanded = early.lagged(e, early.fromFinish(e) ? finish : start, g.span[a]);
                int after = g.head[e];
                least = Math.min(least, (early.toStart(e) ? t.earlyStart[after] : t.earlyFinish[after]) - demanded);
            }
        }
        return Math.max(0, least);
    }
}
