package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.Gaps;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Project;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.Unlevelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what levelling decided into the project. */
final class Amendment {

    private final LevelPart part;
    private final LevellerPart kernel;
    private final Network g;
    private final Requirements q;
    private final Map<Integer, Integer> useOf = new HashMap<>();

    private Amendment(LevelPart part) {
        this.part = part;
        this.kernel = part.kernel();
        this.g = part.network();
        this.q = part.requirements();
    }

    /** Returns the project as it was levelled. */
    static Project of(LevelPart part) {
        return new Amendment(part).run();
    }

    private Project run() {
        boolean assignments = false;
        for (int a = 0; a < g.size; a++) {
            boolean moved = kernel.moved(a) != 0 || kernel.gaps[a] != null;
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                if (moved || q.shift[u] != shiftBefore(u)) {
                    useOf.put(q.assignment[u], u);
                    assignments = true;
                }
            }
        }
        int[] next = {0};
        var builder = part.project().toBuilder().replaceEach(activity -> amended(next[0]++, activity));
        if (assignments) {
            int[] number = {0};
            builder.replaceEachAssignment(assignment -> {
                Integer use = useOf.get(number[0]++);
                return use == null ? assignment : amended(use, assignment);
            });
        }
        return builder.build();
    }

    private long shiftBefore(int use) {
        return g.state[part.project().indexOf(assignment(use).activity())] == Network.UNSTARTED
                ? assignment(use).levellingDelay().ticks()
                : q.shift[use];
    }

    private Assignment assignment(int use) {
        return part.project().assignments().get(q.assignment[use]);
    }

    private Activity amended(int a, Activity activity) {
        if (!part.uses(a)) {
            return activity;
        }
        if (g.state[a] == Network.UNSTARTED) {
            boolean delayed = activity.levellingDelay().ticks() != g.delay[a];
            boolean changed = delayed || kernel.gaps[a] != null || isShifted(a);
            return !changed
                    ? activity
                    : activity.with(
                            builder -> (delayed ? builder.levellingDelay(Levelled.elapsed(g.delay[a])) : builder)
                                    .unlevelled(isMoved(a) ? before(a) : null));
        }
        if (kernel.moved(a) == 0) {
            return activity;
        }
        return activity.with(builder -> builder.unlevelled(before(a))
                .progress(
                        g.state[a] == Network.MANUAL
                                ? activity.progress()
                                : activity.progress().withResume(Ticks.toDateTime(g.resume[a])))
                .levellingDelay(
                        g.state[a] == Network.MANUAL ? Levelled.elapsed(kernel.moved(a)) : activity.levellingDelay())
                .manual(g.state[a] == Network.MANUAL ? typed(activity.manual(), a) : activity.manual()));
    }

    private boolean isMoved(int a) {
        return g.delay[a] != 0 || kernel.gaps[a] != null || isShifted(a);
    }

    private boolean isShifted(int a) {
        boolean shifted = false;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            shifted |= q.shift[u] != shiftBefore(u);
        }
        return shifted;
    }

    private Unlevelled before(int a) {
        return new Unlevelled(
                Ticks.toDateTime(part.unlevelled().earlyStart[a]), Ticks.toDateTime(part.unlevelled().earlyFinish[a]));
    }

    private ManualDates typed(ManualDates dates, int a) {
        return new ManualDates(
                dates.start() == null ? null : Ticks.toDateTime(g.fixedStart[a]),
                dates.finish() == null ? null : Ticks.toDateTime(g.fixedFinish[a]),
                dates.duration());
    }

    private Assignment amended(int use, Assignment assignment) {
        int a = part.project().indexOf(assignment.activity());
        if (g.state[a] == Network.UNSTARTED) {
            List<TimephasedWork> blocks = kernel.gaps[a] == null ? assignment.timephased() : split(use, a, assignment);
            return assignment.with(builder -> builder.timephased(blocks)
                    .levellingDelay(new WorkTime(
                            q.shift[use], assignment.levellingDelay().unit())));
        }
        if (g.state[a] != Network.IN_PROGRESS) {
            return assignment;
        }
        long from = q.anchor[a] - kernel.moved(a);
        return assignment.with(builder -> builder.timephased(later(use, a, assignment, from))
                .resume(
                        assignment.resume() == null
                                ? null
                                : Ticks.toDateTime(later(use, a, from, Ticks.of(assignment.resume())))));
    }

    /** The instant as long after the remaining work goes on as it was before levelling. */
    private long later(int use, int a, long from, long instant) {
        CompiledCalendar calendar = q.calendar[use];
        return calendar.nextStart(calendar.add(q.anchor[a], calendar.work(from, instant)));
    }

    private List<TimephasedWork> later(int use, int a, Assignment assignment, long from) {
        CompiledCalendar calendar = q.calendar[use];
        List<TimephasedWork> blocks = new ArrayList<>();
        for (TimephasedWork block : assignment.timephased()) {
            if (block.kind() != TimephasedWork.Kind.REMAINING) {
                blocks.add(block);
                continue;
            }
            long begin = later(use, a, from, Ticks.of(block.from()));
            long length = calendar.work(Ticks.of(block.from()), Ticks.of(block.to()));
            blocks.add(new TimephasedWork(
                    block.kind(),
                    Ticks.toDateTime(begin),
                    Ticks.toDateTime(calendar.add(begin, length)),
                    block.work()));
        }
        return blocks;
    }

    /** The work of an activity that was split, piece by piece, and the gaps between them as work of none. */
    private List<TimephasedWork> split(int use, int a, Assignment assignment) {
        long start = part.times().earlyStart[a];
        CompiledCalendar calendar = q.calendar[use];
        long total = assignment.work().ticks();
        double asked = 0;
        for (int p = q.firstPiece[use]; p < q.endPiece[use]; p++) {
            asked += work(p);
        }
        List<TimephasedWork> blocks = new ArrayList<>();
        double soFar = 0;
        long told = 0;
        long last = -1;
        for (int p = q.firstPiece[use]; p < q.endPiece[use]; p++) {
            long from = calendar.nextStart(calendar.add(start, q.begin[p]));
            long to = calendar.add(start, q.end[p]);
            if (last >= 0 && calendar.work(last, from) > 0) {
                blocks.add(block(calendar.nextStart(last), calendar.previousFinish(from), 0));
            }
            soFar += work(p);
            long share = Math.round(total > 0 ? total * (soFar / asked) : soFar) - told;
            told += share;
            blocks.add(block(from, to, share));
            last = to;
        }
        return blocks;
    }

    private double work(int piece) {
        return (double) (q.end[piece] - q.begin[piece]) * q.units[piece] / ResourcePool.UNIT;
    }

    private static TimephasedWork block(long from, long to, long work) {
        return new TimephasedWork(
                TimephasedWork.Kind.REMAINING,
                Ticks.toDateTime(from),
                Ticks.toDateTime(to),
                new WorkTime(work, WorkUnit.HOURS));
    }

    /** Whether levelling did more than delay activities. */
    static boolean isDeep(LevelPart part) {
        LevellerPart kernel = part.kernel();
        for (int a = 0; a < part.network().size; a++) {
            Gaps gaps = kernel.gaps[a];
            if (gaps != null || kernel.moved(a) != 0) {
                return true;
            }
        }
        for (long shift : part.requirements().shift) {
            if (shift != 0) {
                return true;
            }
        }
        return false;
    }
}
