package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.kernel.Incremental;
import dev.plumbline.internal.kernel.Snapshot;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.NetworkEdits;
import dev.plumbline.internal.util.Lazy;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A working copy of a schedule on which edits are tried, one at a time, and taken back. */
final class WhatIfSession {

    private final Schedule base;
    private final Network network;
    private final Times times;
    private final Incremental incremental;
    private final boolean plain;

    WhatIfSession(Schedule base) {
        this.base = base;
        this.network = base.network().copy();
        this.times = base.times().copy();
        this.incremental = new Incremental(
                network,
                times,
                base.options().honourConstraints(),
                CriticalPath.openEndsCritical(base.project(), base.options()));
        this.plain = isPlain();
    }

    /** Whether single events can be recomputed: no activity waits for a first pass to know its late dates. */
    private boolean isPlain() {
        boolean result = network.finish == Network.AFTER;
        for (int a = 0; a < network.size; a++) {
            result &= !times.late[a];
        }
        return result;
    }

    synchronized WhatIfResult apply(WhatIf edit) {
        if (!plain || !edit.added().isEmpty() || changesStructure(edit)) {
            return recompute(edit);
        }
        List<Activity> originals = new ArrayList<>();
        int[] cut = cutEdges(edit);
        NetworkEdits.Cut undoCut = NetworkEdits.cut(network, cut);
        try {
            for (Activity activity : edit.edited().values()) {
                originals.add(base.project().activity(activity.id()));
                recompile(network, activity);
            }
            incremental.run(markForward(edit, cut), markBackward(edit, cut));
            if (times.outOfRange >= 0) {
                return recompute(edit);
            }
            return result(edit, cut);
        } finally {
            incremental.undo();
            for (Activity original : originals) {
                recompile(network, original);
            }
            undoCut.restore();
        }
    }

    private void recompile(Network edited, Activity activity) {
        int a = base.project().indexOf(activity.id());
        NetworkCompiler.recompile(base.project(), base.relationships(), edited, a, activity);
    }

    /** Whether the edit touches what the network's shape is made of. */
    private boolean changesStructure(WhatIf edit) {
        for (Activity after : edit.edited().values()) {
            Activity before = base.project().activity(after.id());
            if (before.active() != after.active()
                    || before.external() != after.external()
                    || before.outlineLevel() != after.outlineLevel()
                    || before.constraint().type() == dev.plumbline.model.Constraint.Type.AS_LATE_AS_POSSIBLE
                    || after.constraint().type() == dev.plumbline.model.Constraint.Type.AS_LATE_AS_POSSIBLE
                    || !base.project()
                            .findCalendar(
                                    after.calendar() == null
                                            ? base.project().calendar().id()
                                            : after.calendar())
                            .isPresent()) {
                return true;
            }
        }
        for (Relationship relationship : edit.removed()) {
            if (!base.project().activity(relationship.predecessor()).active()
                    || !base.project().activity(relationship.successor()).active()) {
                return true;
            }
        }
        return false;
    }

    private int[] cutEdges(WhatIf edit) {
        List<Integer> edges = new ArrayList<>();
        for (Relationship relationship : edit.removed()) {
            int tail = base.project().indexOf(relationship.predecessor());
            for (int i = network.firstOut[tail]; i < network.firstOut[tail + 1]; i++) {
                int e = network.outEdge[i];
                if (base.relationship(e).equals(relationship) && !edges.contains(e)) {
                    edges.add(e);
                }
            }
        }
        return edges.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where the forward pass begins: edited activities, heads of edges that changed. */
    private int[] markForward(WhatIf edit, int[] cut) {
        Set<Integer> seeds = new LinkedHashSet<>();
        for (String id : edit.edited().keySet()) {
            int a = base.project().indexOf(id);
            seeds.add(a);
            for (int i = network.firstOut[a]; i < network.firstOut[a + 1]; i++) {
                seeds.add(network.head[network.outEdge[i]]);
            }
        }
        for (int e : cut) {
            seeds.add(network.head[e]);
        }
        return seeds.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where the backward pass begins: edited activities, those before them, tails of edges that changed. */
    private int[] markBackward(WhatIf edit, int[] cut) {
        Set<Integer> seeds = new LinkedHashSet<>();
        for (String id : edit.edited().keySet()) {
            int a = base.project().indexOf(id);
            seeds.add(a);
            for (int e = network.firstIn[a]; e < network.firstIn[a + 1]; e++) {
                seeds.add(network.tail[e]);
            }
        }
        for (int e : cut) {
            seeds.add(network.tail[e]);
        }
        return seeds.stream().mapToInt(Integer::intValue).toArray();
    }

    private WhatIfResult result(WhatIf edit, int[] cut) {
        Snapshot before = incremental.snapshot();
        Snapshot after = before.now(times);
        int[] changed = before.changed(times);
        long start = times.projectStart;
        long finish = times.projectFinish;
        Lazy<Project> project = Lazy.of(edit::editedProject);
        Lazy<Schedule.Solved> solved = Lazy.of(() -> {
            Network copy = base.network().copy();
            NetworkEdits.cut(copy, cut);
            for (Activity activity : edit.edited().values()) {
                recompile(copy, activity);
            }
            Times dates = base.times().copy();
            after.writeTo(dates);
            return new Schedule.Solved(copy, dates, base.relationships());
        });
        Schedule schedule = new Schedule(project, base.options(), solved, start, finish);
        return new WhatIfResult(base, schedule, Lazy.of(() -> changes(schedule, before, after, changed)));
    }

    private List<Change> changes(Schedule schedule, Snapshot before, Snapshot after, int[] changed) {
        List<Change> result = new ArrayList<>(changed.length);
        for (int at : changed) {
            result.add(change(schedule, before, after, at));
        }
        return List.copyOf(result);
    }

    private Change change(Schedule schedule, Snapshot before, Snapshot after, int at) {
        int a = before.activity(at);
        long moved = schedule.network().between(a, before.earlyFinish(at), after.earlyFinish(at));
        return new Change(
                base.project().activities().get(a).id(),
                Ticks.toDateTime(before.earlyStart(at)),
                Ticks.toDateTime(after.earlyStart(at)),
                Ticks.toDateTime(before.earlyFinish(at)),
                Ticks.toDateTime(after.earlyFinish(at)),
                Ticks.toDateTime(before.lateFinish(at)),
                Ticks.toDateTime(after.lateFinish(at)),
                new WorkTime(
                        moved, base.project().activities().get(a).duration().unit()),
                schedule.driver(a));
    }

    /** The whole schedule anew, for edits that change the shape of the network. */
    private WhatIfResult recompute(WhatIf edit) {
        Schedule schedule = CriticalPath.schedule(edit.editedProject(), base.options());
        return new WhatIfResult(base, schedule, Lazy.of(() -> compare(schedule)));
    }

    private List<Change> compare(Schedule schedule) {
        Snapshot before = Snapshot.ofAll(base.times(), network.size);
        Snapshot after = Snapshot.ofAll(schedule.times(), network.size);
        return changes(schedule, before, after, before.changed(schedule.times()));
    }
}
