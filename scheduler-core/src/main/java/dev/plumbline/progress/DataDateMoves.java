package dev.plumbline.progress;

import dev.plumbline.model.ProjectSettings;

/**
 * The four options of a project for progress that doesn't end at the data date. They act when progress is entered, on the
 * activity of which it is entered.
 *
 * <pre>
 * the finished part ends    option                      what happens
 * after the data date       moveCompletedEndsBack       it is moved back to end there; what is left stays, apart
 *                           + moveRemainingStartsBack   what is left follows it
 * before the data date      moveRemainingStartsForward  what is left is moved forward to begin there, apart
 *                           + moveCompletedEndsForward  the finished part is moved forward too, to end there
 * </pre>
 *
 * <p>Nothing is moved apart where the project doesn't split work in progress.
 */
final class DataDateMoves {

    private final ProjectSettings settings;
    private final long dataDate;
    private final Axis axis;

    DataDateMoves(ProjectSettings settings, long dataDate, Axis axis) {
        this.settings = settings;
        this.dataDate = dataDate;
        this.axis = axis;
    }

    Report apply(Report report) {
        if (report.head().isNone()) {
            return report;
        }
        if (axis.between(dataDate, report.head().finish()) > 0) {
            return settings.moveCompletedEndsBack() ? back(report) : report;
        }
        boolean early = !report.tail().isNone() && axis.between(report.tail().start(), dataDate) > 0;
        return early && settings.moveRemainingStartsForward() ? forward(report) : report;
    }

    private Report back(Report report) {
        if (report.tail().isNone()) {
            return report.withHead(completed(report));
        }
        if (settings.moveRemainingStartsBack()) {
            return report.withHead(completed(report)).withTail(remaining(report));
        }
        return settings.splitsInProgress() ? report.withHead(completed(report)) : report;
    }

    private Report forward(Report report) {
        if (settings.moveCompletedEndsForward()) {
            return report.withHead(completed(report)).withTail(remaining(report));
        }
        return settings.splitsInProgress() ? report.withTail(remaining(report)) : report;
    }

    private Bar completed(Report report) {
        long finish = axis.finish(dataDate);
        return Bar.of(axis, axis.add(finish, -report.head().length()), finish);
    }

    private Bar remaining(Report report) {
        return report.tail().tail(0, axis.nextStart(dataDate));
    }
}
