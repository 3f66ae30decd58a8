package dev.plumbline.internal.network;

import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Turns relationships into edges, sorted by successor. */
final class EdgeCompiler {

    /*
     * An inactive activity takes no part, yet what follows it must not fall back to the start of the project: its predecessors
     * are tied to its successors, finish to start without lag. Chains of inactive activities are bridged by walking through
     * them; each edge into an inactive activity is followed once from each active end.
     */

    private final Project project;
    private final Network g;
    private int[] tail = {};
    private int[] head = {};
    private byte[] type = {};
    private int[] relationship = {};
    private int count;

    private EdgeCompiler(Project project, Network g) {
        this.project = project;
        this.g = g;
    }

    static void compile(Project project, Network g) {
        EdgeCompiler compiler = new EdgeCompiler(project, g);
        compiler.collect();
        compiler.sort();
    }

    private static byte code(RelationshipType type) {
        return switch (type) {
            case FS -> Network.FS;
            case SS -> Network.SS;
            case FF -> Network.FF;
            case SF -> Network.SF;
        };
    }

    /**
     * Computes the percent lags out of an activity anew, after its duration was edited.
     *
     * @param relationships what the edges of the network are numbered by
     */
    static void recompileLags(Project project, List<Relationship> relationships, Network g, int a) {
        EdgeCompiler compiler = new EdgeCompiler(project, g);
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            Relationship origin = relationships.get(g.relationship[e]);
            if (g.lagKind[e] != Network.CUT
                    && hasLag(g, project.indexOf(origin.successor()), a)
                    && origin.lag() instanceof Lag.Percent percent) {
                compiler.compilePercent(e, percent);
            }
        }
    }

    private void collect() {
        List<Relationship> relationships = project.relationships();
        int m = relationships.size();
        tail = new int[m];
        head = new int[m];
        type = new byte[m];
        relationship = new int[m];
        boolean bridges = false;
        for (int r = 0; r < relationships.size(); r++) {
            Relationship each = relationships.get(r);
            int from = project.predecessorIndex(r);
            int to = project.successorIndex(r);
            if (g.active[from] && g.active[to]) {
                add(from, to, code(each.type()), r);
            } else if (g.active[from]) {
                bridges = true;
            } else if (!g.active[to]
                    && !g.summary[to]) { // keeps the dates of inactive rows in order; moves no active one
                add(from, to, code(each.type()), r);
            }
        }
        if (bridges) {
            bridge();
        }
    }

    /** Ties the neighbours of inactive activities. */
    private void bridge() {
        int[] seen = new int[g.size];
        int[] stack = new int[g.size];
        for (int r = 0; r < project.relationships().size(); r++) {
            int from = project.predecessorIndex(r);
            int to = project.successorIndex(r);
            if (g.active[from] && !g.active[to]) {
                follow(from, to, r, seen, stack);
            }
        }
    }

    private void follow(int from, int inactive, int r, int[] seen, int[] stack) {
        int depth = 0;
        stack[depth++] = inactive;
        while (depth > 0) {
            int through = stack[--depth];
            for (Relationship next :
                    project.successorsOf(project.activities().get(through).id())) {
                int to = project.indexOf(next.successor());
                if (seen[to] == r + 1) {
                    continue;
                }
                seen[to] = r + 1;
                if (g.active[to]) {
                    add(from, to, Network.FS, r);
                } else {
                    stack[depth++] = to;
                }
            }
        }
    }

    private void add(int from, int to, byte kind, int r) {
        if (count == tail.length) {
            int size = Math.max(16, 2 * count);
            tail = Arrays.copyOf(tail, size);
            head = Arrays.copyOf(head, size);
            type = Arrays.copyOf(type, size);
            relationship = Arrays.copyOf(relationship, size);
        }
        tail[count] = from;
        head[count] = to;
        type[count] = kind;
        relationship[count++] = r;
    }

    private void sort() {
        g.firstIn = starts(head);
        g.firstOut = starts(tail);
        g.tail = new int[count];
        g.head = new int[count];
        g.type = new byte[count];
        g.lag = new long[count];
        g.lagKind = new byte[count];
        g.relationship = new int[count];
        int[] next = g.firstIn.clone();
        for (int e = 0; e < count; e++) {
            int at = next[head[e]]++;
            g.tail[at] = tail[e];
            g.head[at] = head[e];
            g.type[at] = type[e];
            g.relationship[at] = relationship[e];
            Relationship origin = project.relationships().get(relationship[e]);
            if (hasLag(g, project.successorIndex(relationship[e]), tail[e])) {
                compileLag(at, origin.lag());
            }
        }
        g.outEdge = new int[count];
        int[] nextOut = g.firstOut.clone();
        for (int e = 0; e < count; e++) {
            g.outEdge[nextOut[g.tail[e]]++] = e;
            g.startTied |= g.summary[g.tail[e]] && (g.type[e] == Network.SS || g.type[e] == Network.SF);
        }
    }

    /** Whether an edge has the lag of the relationship it comes from: one that bridges inactive activities has none. */
    private static boolean hasLag(Network g, int successor, int predecessor) {
        return g.active[successor] || !g.active[predecessor];
    }

    private int[] starts(int[] owner) {
        int[] first = new int[g.size + 1];
        for (int e = 0; e < count; e++) {
            first[owner[e] + 1]++;
        }
        for (int a = 0; a < g.size; a++) {
            first[a + 1] += first[a];
        }
        return first;
    }

    private void compileLag(int e, Lag lag) {
        if (lag instanceof Lag.Time time) {
            g.lag[e] = time.time().ticks();
            g.lagKind[e] = time.time().isElapsed() ? Network.ELAPSED : Network.WORKING;
        } else if (lag instanceof Lag.Percent percent) {
            compilePercent(e, percent);
        }
    }

    private void compilePercent(int e, Lag.Percent percent) {
        int p = g.tail[e];
        boolean wallClock = percent.elapsed() || g.elapsed[p];
        if (g.summary[p]) {
            g.lag[e] = percent.percent().movePointRight(2).longValue();
            g.lagKind[e] = percent.elapsed() ? Network.ELAPSED_PERCENT : Network.PERCENT;
            return;
        }
        g.lag[e] = percent.percent()
                .multiply(BigDecimal.valueOf(g.duration[p]))
                .movePointLeft(2)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        g.lagKind[e] = wallClock ? Network.ELAPSED : Network.WORKING;
    }
}
