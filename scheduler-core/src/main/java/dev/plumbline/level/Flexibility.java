package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.util.List;

/** Decides which activities may be split, and of which the assignments may be delayed one by one. */
final class Flexibility {

    private final LevelPart part;
    private final Freedom freedom;

    private Flexibility(LevelPart part, Freedom freedom) {
        this.part = part;
        this.freedom = freedom;
    }

    /** Decides for all activities of a project that may be moved. */
    static void decide(LevelPart part, Freedom freedom) {
        WorkTime piece = freedom.leastPiece();
        LevellerPart kernel = part.kernel();
        kernel.extraPercent = freedom.extraPercent();
        kernel.leastPiece = piece == null ? 1 : Math.max(1, piece.ticks());
        if (part.isBackward() || (piece == null && !freedom.assignments())) {
            return;
        }
        Flexibility flexibility = new Flexibility(part, freedom);
        for (int a = 0; a < part.network().size; a++) {
            boolean open = part.immovable(a) == null && part.uses(a) && part.network().state[a] == Network.UNSTARTED;
            if (open && flexibility.isWhole(a)) {
                kernel.splittable[a] = flexibility.maySplit(a);
                kernel.separate[a] = flexibility.maySeparate(a);
            }
        }
    }

    /** Whether all that works on an activity is known to levelling, and each resource once. */
    private boolean isWhole(int a) {
        Requirements q = part.requirements();
        int expected = 0;
        for (Assignment assignment : assignments(a)) {
            if (isWork(assignment)) {
                expected++;
            } else if (!assignment.timephased().isEmpty()) {
                return false;
            }
        }
        return !part.network().elapsed[a] && !q.repeated[a] && expected == q.firstUse[a + 1] - q.firstUse[a];
    }

    private List<Assignment> assignments(int a) {
        return part.project().assignmentsOf(part.id(a));
    }

    private boolean isWork(Assignment assignment) {
        Project project = part.project();
        String id = assignment.resource();
        Resource resource = id == null ? null : project.findResource(id).orElse(null);
        return resource != null && resource.type() == ResourceType.WORK && assignment.units() > 0;
    }

    /** Whether it may, and its resources share its working time: a pause of one is then a pause of all. */
    private boolean maySplit(int a) {
        Network g = part.network();
        Requirements q = part.requirements();
        boolean may = freedom.splits()
                && activity(a).levellingMaySplit()
                && g.placement[a] == null
                && g.span[a] >= 2 * part.kernel().leastPiece;
        for (int u = q.firstUse[a]; may && u < q.firstUse[a + 1]; u++) {
            may = q.calendar[u].equals(g.calendar[a]);
        }
        return may;
    }

    private boolean maySeparate(int a) {
        Requirements q = part.requirements();
        Network g = part.network();
        boolean may = freedom.assignments()
                && activity(a).levelAssignments()
                && activity(a).effortRule() != EffortRule.FIXED_DURATION
                && g.span[a] == g.duration[a]
                && q.firstUse[a + 1] - q.firstUse[a] > 1;
        for (int u = q.firstUse[a]; may && u < q.firstUse[a + 1]; u++) {
            Assignment assignment = part.project().assignments().get(q.assignment[u]);
            long regular = assignment.work().ticks() - assignment.overtimeWork().ticks();
            long span = q.end[q.endPiece[u] - 1] - q.begin[q.firstPiece[u]];
            boolean lasting = regular > 0 && assignment.contour() == Contour.FLAT;
            long expected = lasting ? Math.round(regular / assignment.units()) : g.duration[a];
            may = span == expected && assignment.timephased().isEmpty();
        }
        return may;
    }

    private Activity activity(int a) {
        return part.project().activities().get(a);
    }
}
