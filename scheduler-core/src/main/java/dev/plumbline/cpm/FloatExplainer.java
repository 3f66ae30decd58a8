package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.kernel.BackwardPass;
import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows an activity's float along the successors that limit it. */
final class FloatExplainer {

    private final Schedule schedule;
    private final Network g;
    private final Times t;
    private final StepFactory names;
    private final List<WhyNotCritical.Gap> gaps = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    FloatExplainer(Schedule schedule) {
        this.schedule = schedule;
        this.g = schedule.network();
        this.t = schedule.times();
        this.names = new StepFactory(schedule.project(), g);
    }

    WhyNotCritical explain(int a) {
        long total = Floats.total(g, t, a);
        WorkTime limit = new WorkTime(schedule.criticalLimit(), WorkUnit.DAYS);
        boolean critical = schedule.isCritical(a);
        int from = critical ? -1 : begin(a, total, limit);
        if (critical) {
            sentences.add(
                    g.summary[a]
                            ? "%s is critical: a row below it is".formatted(names.name(a))
                            : "%s is critical: its total float of %s is not more than %s"
                                    .formatted(names.name(a), amount(a, total), format(limit)));
        }
        while (from >= 0) {
            from = next(from);
        }
        return new WhyNotCritical(names.activity(a).id(), critical, schedule.amount(a, total), limit, gaps, sentences);
    }

    /** Says how much float there is; returns the activity whose float is to be followed, or -1. */
    private int begin(int a, long total, WorkTime limit) {
        if (!g.active[a]) {
            sentences.add("%s is inactive: it takes no part".formatted(names.name(a)));
            return -1;
        }
        if (g.summary[a]) {
            int least = leastBelow(a);
            sentences.add("%s is not critical: no row below it is".formatted(names.name(a)));
            if (least >= 0) {
                sentences.add("%s has the least total float below it: %s"
                        .formatted(names.name(least), amount(least, Floats.total(g, t, least))));
            }
            return least;
        }
        if (g.state[a] == Network.COMPLETE) {
            sentences.add("%s is not critical: it is finished".formatted(names.name(a)));
            return -1;
        }
        sentences.add("%s is not critical: its total float of %s is more than %s"
                .formatted(names.name(a), amount(a, total), format(limit)));
        return a;
    }

    private int leastBelow(int s) {
        int least = -1;
        for (int a = s + 1; a < g.size && g.parent[a] >= s; a++) {
            boolean counts = !g.summary[a] && g.active[a] && g.state[a] != Network.COMPLETE;
            if (counts && (least < 0 || Floats.total(g, t, a) < Floats.total(g, t, least))) {
                least = a;
            }
        }
        return least;
    }

    /** Adds the step from an activity to what limits its late finish; returns where to go on, or -1. */
    private int next(int a) {
        int e = BackwardPass.holder(g, schedule.options().honourConstraints(), t, a);
        int row = e < 0 ? -1 : lateRow(e);
        if (row < 0) {
            end(a, e);
            return -1;
        }
        Relationship relationship = schedule.relationship(e);
        long gap = Floats.gap(g, t, e, row, ForwardPass.bound(g, t, e));
        gaps.add(new WhyNotCritical.Gap(
                names.activity(a).id(),
                Optional.of(relationship),
                Optional.of(names.activity(row).id()),
                schedule.amount(a, gap)));
        sentences.add(
                gap > 0
                        ? "%s can slip %s before it moves %s (%s), whose start is decided by: %s"
                                .formatted(
                                        names.name(a),
                                        amount(a, gap),
                                        names.name(row),
                                        relationship,
                                        schedule.of(names.activity(row).id()).driver())
                        : "%s moves %s as soon as it slips (%s)"
                                .formatted(names.name(a), names.name(row), relationship));
        boolean critical = schedule.isCritical(row);
        sentences.add("%s %s: its total float is %s"
                .formatted(
                        names.name(row),
                        critical ? "is critical" : "is not critical either",
                        amount(row, Floats.total(g, t, row))));
        return critical ? -1 : row;
    }

    /** The late finish doesn't come from a successor. */
    private void end(int a, int reason) {
        long gap = g.between(a, t.earlyFinish[a], t.lateFinish[a]);
        gaps.add(new WhyNotCritical.Gap(
                names.activity(a).id(), Optional.empty(), Optional.empty(), schedule.amount(a, gap)));
        String what = switch (reason) {
            case BackwardPass.CONSTRAINT -> "its constraint";
            case BackwardPass.DEADLINE -> "its deadline";
            case BackwardPass.SUMMARY -> "the constraint of a summary above it";
            default -> "the finish of the project";
        };
        sentences.add("%s can slip %s before it passes %s: it may finish until %s"
                .formatted(names.name(a), amount(a, gap), what, StepFactory.date(t.lateFinish[a])));
    }

    /** The successor of an edge; of a summary, the row below that gives it the late date. */
    private int lateRow(int e) {
        int row = g.head[e];
        boolean start = g.type[e] == Network.FS || g.type[e] == Network.SS;
        while (row >= 0 && g.summary[row]) {
            row = lateBelow(row, start);
        }
        return row;
    }

    private int lateBelow(int s, boolean start) {
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            boolean counts = g.active[a] && g.state[a] != Network.EXTERNAL && !(g.summary[a] && t.firstLeaf[a] < 0);
            if (counts && (start ? t.lateStart[a] == t.lateStart[s] : t.lateFinish[a] == t.lateFinish[s])) {
                return a;
            }
        }
        return -1;
    }

    private String amount(int a, long ticks) {
        return format(schedule.amount(a, ticks));
    }

    private String format(WorkTime time) {
        return time.format(schedule.project().settings().conversion());
    }
}
