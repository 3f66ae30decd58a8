package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;

/** Sums over a row and, for a summary, the active rows below it. */
final class RollUp {

    private final Project project;
    private long actualDuration;
    private long duration;
    private long actualWork;
    private long work;
    private int leaves;
    private int complete;

    private RollUp(Project project) {
        this.project = project;
    }

    static RollUp of(Project project, String id) {
        RollUp sums = new RollUp(project);
        int first = project.indexOf(id);
        int level = project.activities().get(first).outlineLevel();
        sums.add(first, true);
        for (int a = first + 1; a < project.activities().size(); a++) {
            if (project.activities().get(a).outlineLevel() <= level) {
                break;
            }
            sums.add(a, false);
        }
        return sums;
    }

    private void add(int a, boolean asked) {
        Activity activity = project.activities().get(a);
        if (!asked && (!activity.active() || activity.external())) {
            return;
        }
        if (!project.wbs().isSummary(a)) {
            long done = activity.actualDuration().ticks();
            actualDuration += done;
            duration += done + activity.remainingDuration().ticks();
            leaves++;
            complete += activity.progress().isComplete() ? 1 : 0;
        }
        for (Booking booking : Effort.of(project, activity.id()).bookings()) {
            actualWork += booking.actual();
            work += booking.actual() + booking.remaining();
        }
    }

    WorkTime work() {
        return new WorkTime(work, WorkUnit.HOURS);
    }

    /** Nothing but milestones is complete when all of them are. */
    double percentComplete() {
        return duration == 0 ? (leaves > 0 && complete == leaves ? 100 : 0) : 100.0 * actualDuration / duration;
    }

    double percentWorkComplete() {
        return work == 0 ? 0 : 100.0 * actualWork / work;
    }
}
