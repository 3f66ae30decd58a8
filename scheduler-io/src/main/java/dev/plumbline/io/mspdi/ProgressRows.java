package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;

/** Microsoft Project forgets the progress of an activity without assignments, so one without resource is made to carry it. */
final class ProgressRows {

    private ProgressRows() {}

    static boolean needsRow(Project project, Activity activity) {
        Progress progress = activity.progress();
        return (progress.isStarted() || progress.percentComplete() > 0)
                && project.assignmentsOf(activity.id()).isEmpty()
                && !project.wbs().isSummary(activity.id());
    }

    static Assignment row(Activity activity, String id) {
        Progress progress = activity.progress();
        long total = activity.duration().ticks();
        long done = progress.isComplete() ? total : done(progress, total);
        return Assignment.builder(id, activity.id(), null)
                .work(new WorkTime(total, WorkUnit.HOURS))
                .actualWork(new WorkTime(done, WorkUnit.HOURS))
                .remainingWork(new WorkTime(total - done, WorkUnit.HOURS))
                .actualStart(progress.actualStart())
                .actualFinish(progress.actualFinish())
                .stop(progress.stop())
                .resume(progress.resume())
                .build();
    }

    private static long done(Progress progress, long total) {
        WorkTime actual = progress.actualDuration();
        long done = actual == null ? Math.round(total * (progress.percentComplete() / 100)) : actual.ticks();
        return Math.min(total, done);
    }
}
