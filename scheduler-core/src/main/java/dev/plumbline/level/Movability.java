package dev.plumbline.level;

import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.level.Sweep.Excess;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which activities may be moved, which resources are levelled, and what can be improved. */
final class Movability {

    private static final int NEVER_DELAYED = 1000;

    private final Levelling how;
    private final ResourcePool pool;
    private final boolean unmarked;

    Movability(Levelling how, ResourcePool pool, List<LevelPart> parts) {
        this.how = how;
        this.pool = pool;
        this.unmarked = isUnmarked(pool, parts);
    }

    /** Whether resources are used, and none of them may level: a mark that all bear tells nothing. */
    private static boolean isUnmarked(ResourcePool pool, List<LevelPart> parts) {
        boolean used = false;
        for (LevelPart part : parts) {
            Requirements q = part.requirements();
            for (int u = 0; u < q.firstUse[part.network().size]; u++) {
                if (pool.resource(q.resource[u]).canLevel()) {
                    return false;
                }
                used = true;
            }
        }
        return used;
    }

    /** Whether resources are levelled although none is marked as one that may. */
    boolean ignoresMarks() {
        return unmarked;
    }

    boolean isLevelled(int resource) {
        Resource owner = pool.resource(resource);
        return (owner.canLevel() || unmarked)
                && (how.scope().resources().isEmpty() || how.scope().resources().contains(owner.id()));
    }

    /** Decides for each activity of a project. */
    void decide(LevelPart part) {
        for (int a = 0; a < part.network().size; a++) {
            part.keep(a, reason(part, a));
        }
    }

    /** Whether levelling may touch an activity at all. */
    boolean isOpen(LevelPart part, int a) {
        return part.immovable(a) == null && part.uses(a);
    }

    private @Nullable Immovable reason(LevelPart part, int a) {
        Activity activity = part.project().activities().get(a);
        Immovable state = byState(part, a, activity);
        if (state != null) {
            return state;
        }
        if (activity.priority() >= NEVER_DELAYED) {
            return Immovable.PRIORITY;
        }
        boolean unstarted = part.network().state[a] == Network.UNSTARTED;
        Immovable bound = unstarted ? byConstraint(part, activity.constraint().type()) : null;
        if (bound != null) {
            return bound;
        }
        return isInRange(part, a) ? aboveCapacity(part, a) : Immovable.OUT_OF_RANGE;
    }

    private @Nullable Immovable byState(LevelPart part, int a, Activity activity) {
        return switch (part.network().state[a]) {
            case Network.COMPLETE -> Immovable.COMPLETE;
            case Network.IN_PROGRESS -> mayGoOnLater(part, activity) ? null : Immovable.IN_PROGRESS;
            case Network.MANUAL -> how.freedom().manual() && !part.isBackward() ? null : Immovable.MANUAL;
            case Network.EXTERNAL -> Immovable.EXTERNAL;
            default -> null;
        };
    }

    /** What is done stays; what is left may wait if plan, activity and levelling allow to interrupt it. */
    private boolean mayGoOnLater(LevelPart part, Activity activity) {
        return how.freedom().splits()
                && activity.levellingMaySplit()
                && part.project().settings().splitsInProgress()
                && !part.isBackward();
    }

    private static @Nullable Immovable byConstraint(LevelPart part, Constraint.Type type) {
        return switch (type) {
            case MUST_START_ON, MUST_FINISH_ON -> Immovable.CONSTRAINT;
            case AS_LATE_AS_POSSIBLE -> part.isBackward() ? null : Immovable.AS_LATE_AS_POSSIBLE;
            case AS_SOON_AS_POSSIBLE -> part.isBackward() ? Immovable.AS_SOON_AS_POSSIBLE : null;
            default -> part.isBackward() ? Immovable.CONSTRAINT : null;
        };
    }

    private boolean isInRange(LevelPart part, int a) {
        Times t = part.unlevelled();
        return t.earlyStart[a] < LevelRun.tick(how.scope().to(), Long.MAX_VALUE)
                && t.earlyFinish[a] > LevelRun.tick(how.scope().from(), Long.MIN_VALUE);
    }

    private @Nullable Immovable aboveCapacity(LevelPart part, int a) {
        Requirements q = part.requirements();
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                if (isLevelled(q.resource[u]) && !q.done[p] && q.units[p] > mostUnits(q.resource[u])) {
                    return Immovable.ABOVE_CAPACITY;
                }
            }
        }
        return null;
    }

    /** The most units there ever are of a resource. */
    long mostUnits(int resource) {
        long most = 0;
        for (long from : pool.capacityFrom(resource)) {
            most = Math.max(most, pool.capacityAt(resource, from));
        }
        return most;
    }

    /** Whether some overallocation has an activity that could be moved out of it. */
    boolean isImprovable(List<Load> loads) {
        for (int r = 0; r < loads.size(); r++) {
            if (isLevelled(r)) {
                Load load = loads.get(r);
                if (Sweep.of(load).excesses().stream().anyMatch(excess -> isImprovable(load, excess))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isImprovable(Load load, Excess excess) {
        return excess.demand() > load.units(excess.from())
                && overlapsRange(excess)
                && competes(excess)
                && excess.who().stream()
                        .anyMatch(booking -> !booking.done() && booking.part().immovable(booking.a()) == null);
    }

    boolean overlapsRange(Excess excess) {
        return excess.from() < LevelRun.tick(how.scope().to(), Long.MAX_VALUE)
                && excess.to() > LevelRun.tick(how.scope().from(), Long.MIN_VALUE);
    }

    /** Whether more is asked than there is also over the spans of time that are compared. */
    boolean counts(Load load, List<Excess> group) {
        ConflictRules rules = how.conflicts().orElse(null);
        if (rules == null) {
            return true;
        }
        BucketTest test = new BucketTest(load, rules);
        return group.stream().anyMatch(excess -> !test.over(excess).isEmpty());
    }

    /** Whether at least two activities ask. */
    private static boolean competes(Excess excess) {
        Booking first = excess.who().get(0);
        return excess.who().stream()
                .anyMatch(b -> b.a() != first.a() || !b.part().equals(first.part()));
    }
}
