package dev.plumbline.io.mspdi;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ScheduleFrom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as it is written: its numbers, its ledger and, if it was scheduled, its dates. */
final class PlanOut {

    private static final String UNASSIGNED = "-65535";

    private final Project project;
    private final @Nullable Schedule schedule;
    private final MspdiLedger ledger;
    private final TaskWork work;
    private final Numbers activities;
    private final Numbers resources;
    private final Numbers assignments;
    private final CalendarRows calendars;
    private final EstimateFields estimates;

    PlanOut(Project project, @Nullable Schedule schedule, MspdiLedger ledger, LossCounts losses) {
        this.project = project;
        this.schedule = schedule;
        this.ledger = ledger;
        this.work = new TaskWork(project);
        this.activities =
                new Numbers(project.activities().stream().map(Activity::id).toList(), 1);
        this.resources =
                new Numbers(project.resources().stream().map(Resource::id).toList(), leastResource(project));
        this.assignments =
                new Numbers(project.assignments().stream().map(Assignment::id).toList(), 0);
        this.calendars = new CalendarRows(project, resources, ledger, losses);
        boolean needed = ledger.estimateFields().isNone()
                && project.activities().stream().anyMatch(a -> a.estimate() != null);
        this.estimates = needed ? EstimateFields.free(ledger.usedFields()) : ledger.estimateFields();
    }

    /** A resource without a name must not have the number 0, which would make it a placeholder. */
    private static int leastResource(Project project) {
        return project.findResource("0").filter(r -> r.name().isBlank()).isPresent() ? 1 : 0;
    }

    /** Returns what was kept of the project, with definitions of the fields that were chosen to hold estimates. */
    Kept kept() {
        return estimates.equals(ledger.estimateFields())
                ? ledger.project()
                : estimates.withDefinitions(ledger.project());
    }

    /** Returns whether the file has a place for three-point estimates. */
    boolean holdsEstimates() {
        return !estimates.isNone();
    }

    Project project() {
        return project;
    }

    @Nullable
    Schedule schedule() {
        return schedule;
    }

    MspdiLedger ledger() {
        return ledger;
    }

    TaskWork work() {
        return work;
    }

    ProjectSettings settings() {
        return project.settings();
    }

    CalendarRows calendars() {
        return calendars;
    }

    /** Returns how many ids are not written as they are. */
    int renumbered() {
        return activities.renumbered() + resources.renumbered() + assignments.renumbered() + calendars.renumbered();
    }

    String uid(Activity activity) {
        return Texts.code(activities.of(activity.id()));
    }

    String calendarUid(String id) {
        return calendars.uid(id);
    }

    String calendarUid() {
        return calendars.uid(project.calendar().id());
    }

    @Nullable
    ActivityTimes times(String id) {
        return schedule == null ? null : schedule.of(id);
    }

    String fileName() {
        String kept = ledger.fileName(project.name());
        return kept == null ? project.name() : kept;
    }

    @Nullable
    String title() {
        String kept = ledger.title(project.name());
        return Texts.text(kept == null ? project.name() : kept);
    }

    String fromStart() {
        return Texts.bit(project.scheduleFrom() == ScheduleFrom.START);
    }

    /** The given finish, else the computed one. */
    @Nullable
    String finishDate() {
        if (project.scheduleFrom() == ScheduleFrom.FINISH && project.finish().isPresent()) {
            return DateText.of(project.finish().get());
        }
        return schedule == null ? null : DateText.of(schedule.finish());
    }

    void writeCalendars(XmlOut out) throws IOException {
        out.start("Calendars");
        for (CalendarRow row : calendars.rows()) {
            out.start("Calendar");
            EntityWriter.write(CalendarTable.TABLE, row, ledger.calendar(row.id()), out);
            out.end("Calendar");
        }
        out.end("Calendars");
    }

    void writeTasks(XmlOut out) throws IOException {
        out.start("Tasks");
        OutlineNumbers numbers = new OutlineNumbers();
        List<MspdiLedger.ExtraTask> extras = new ArrayList<>(ledger.extraTasks());
        extras.removeIf(e -> activities.isUsed(Integer.parseInt(e.activity().id())));
        boolean inOrder = isInOrder(project.activities());
        int next = 0;
        int row = 0;
        for (Activity activity : project.activities()) {
            while (next < extras.size() && extras.get(next).activity().row() < activity.row()) {
                MspdiLedger.ExtraTask extra = extras.get(next++);
                write(extra, inOrder ? extra.activity().row() : row, out);
            }
            row = inOrder ? activity.row() : row + 1;
            TaskRow task = new TaskRow(this, activity, row, numbers.next(activity.outlineLevel()));
            out.start("Task");
            Kept kept = estimates.withEstimate(
                    activity, ledger.task(activity.id()), settings().conversion());
            EntityWriter.write(TaskTable.TABLE, task, kept, out);
            out.end("Task");
        }
        for (MspdiLedger.ExtraTask extra : extras.subList(next, extras.size())) {
            write(extra, Math.max(row, extra.activity().row()), out);
        }
        out.end("Tasks");
    }

    /** Returns whether the numbers of rows rise, so that reading, which sorts by them, leaves the rows where they are. */
    static boolean isInOrder(List<Activity> activities) {
        int last = 0;
        for (Activity activity : activities) {
            if (activity.row() < last) {
                return false;
            }
            last = activity.row();
        }
        return true;
    }

    private void write(MspdiLedger.ExtraTask extra, int row, XmlOut out) throws IOException {
        out.start("Task");
        EntityWriter.write(TaskTable.TABLE, new TaskRow(this, extra, row), extra.kept(), out);
        out.end("Task");
    }

    void writeResources(XmlOut out) throws IOException {
        out.start("Resources");
        for (MspdiLedger.ExtraResource extra : ledger.extraResources()) {
            if (!resources.isUsed(Integer.parseInt(extra.resource().id()))) {
                String own = extra.resource().calendar();
                write(
                        new ResourceRow(
                                this,
                                extra.resource(),
                                extra.resource().id(),
                                own != null && calendars.has(own) ? calendars.uid(own) : "-1"),
                        extra.kept(),
                        out);
            }
        }
        for (Resource resource : project.resources()) {
            write(
                    new ResourceRow(this, resource, Texts.code(resources.of(resource.id())), calendars.uidOf(resource)),
                    ledger.resource(resource.id()),
                    out);
        }
        out.end("Resources");
    }

    private static void write(ResourceRow row, Kept kept, XmlOut out) throws IOException {
        out.start("Resource");
        EntityWriter.write(ResourceTable.TABLE, row, kept, out);
        out.end("Resource");
    }

    void writeAssignments(XmlOut out) throws IOException {
        out.start("Assignments");
        for (MspdiLedger.ExtraAssignment extra : ledger.extraAssignments()) {
            Assignment assignment = extra.assignment();
            boolean taken = assignments.isUsed(Integer.parseInt(assignment.id()))
                    || activities.isUsed(Integer.parseInt(assignment.activity()));
            if (!taken && hasResource(assignment)) {
                write(row(assignment, assignment.id(), assignment.activity(), null), extra.kept(), out);
            }
        }
        for (Assignment assignment : project.assignments()) {
            write(
                    row(
                            assignment,
                            Texts.code(assignments.of(assignment.id())),
                            Texts.code(activities.of(assignment.activity())),
                            null),
                    ledger.assignment(assignment.id()),
                    out);
        }
        for (Activity activity : project.activities()) {
            if (ProgressRows.needsRow(project, activity)) {
                int uid = freeAssignment();
                write(
                        row(
                                ProgressRows.row(activity, Texts.code(uid)),
                                Texts.code(uid),
                                uid(activity),
                                Marks.progress(uid)),
                        Kept.NOTHING,
                        out);
            }
        }
        out.end("Assignments");
    }

    private int freeAssignment() {
        int uid;
        do {
            uid = assignments.free();
        } while (isExtra(Texts.code(uid)));
        return uid;
    }

    private boolean isExtra(String assignment) {
        return ledger.extraAssignments().stream()
                .anyMatch(e -> e.assignment().id().equals(assignment));
    }

    private boolean hasResource(Assignment assignment) {
        return assignment.resource() == null || resources.has(assignment.resource());
    }

    private AssignmentRow row(Assignment assignment, String uid, String task, @Nullable String guid) {
        String resource = assignment.resource() == null ? UNASSIGNED : Texts.code(resources.of(assignment.resource()));
        boolean known = project.findActivity(assignment.activity()).isPresent();
        return new AssignmentRow(
                assignment,
                uid,
                task,
                resource,
                guid,
                workFollows(assignment),
                known ? times(assignment.activity()) : null);
    }

    /** An assignment made without an amount of work; one that was read keeps what its file said. */
    private boolean workFollows(Assignment assignment) {
        boolean none = assignment.resource() != null
                && assignment.work().isZero()
                && assignment.actualWork().isZero()
                && assignment.remainingWork() == null;
        return none && ledger.workFollows(assignment.id());
    }

    private static void write(AssignmentRow row, Kept kept, XmlOut out) throws IOException {
        out.start("Assignment");
        EntityWriter.write(AssignmentTable.TABLE, row, kept, out);
        out.end("Assignment");
    }
}
