package dev.plumbline.io.mspdi;

import dev.plumbline.io.mspdi.ProjectDraft.Read;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The elements of the whole document. */
final class ProjectTable {

    private static final int MOST_ID = Integer.MAX_VALUE;

    static final FieldTable<ProjectDraft, PlanOut> TABLE = build();

    private ProjectTable() {}

    private static FieldTable<ProjectDraft, PlanOut> build() {
        FieldTable<ProjectDraft, PlanOut> table = new FieldTable<>("Project");
        head(table);
        units(table);
        options(table);
        progress(table);
        sections(table);
        return table;
    }

    private static void head(FieldTable<ProjectDraft, PlanOut> table) {
        table.keptOr("SaveVersion", p -> "14")
                .kept("BuildNumber", "UID")
                .text("Name", (d, t) -> d.name = t, PlanOut::fileName)
                .kept("GUID")
                .text("Title", (d, t) -> d.title = t, PlanOut::title)
                .kept("Subject", "Category", "Company", "Manager", "Author", "CreationDate", "Revision", "LastSaved")
                .field("ScheduleFromStart", (d, v) -> d.fromStart = v.bool(true), PlanOut::fromStart)
                .field(
                        "StartDate",
                        ProjectTable::startDate,
                        p -> DateText.of(p.project().start()))
                .evenBlank()
                .field("FinishDate", (d, v) -> d.finish = v.date(), PlanOut::finishDate)
                .keptOr("FYStartDate", p -> "1")
                .field(
                        "CriticalSlackLimit",
                        (d, v) -> d.criticalSlackDays = v.integer(-Held.MOST_SLACK_DAYS, Held.MOST_SLACK_DAYS, 0),
                        p -> Texts.code(Held.between(
                                -Held.MOST_SLACK_DAYS, p.settings().criticalSlackDays(), Held.MOST_SLACK_DAYS)))
                .field(
                        "CurrencyDigits",
                        (d, v) -> d.currencyDigits = v.integer(0, Held.MOST_DIGITS, 2),
                        p -> Texts.code(Held.between(0, p.settings().currencyDigits(), Held.MOST_DIGITS)))
                .text(
                        "CurrencySymbol",
                        (d, t) -> d.currencySymbol = t,
                        p -> p.settings().currencySymbol())
                .field(
                        "CurrencyCode",
                        (d, v) -> d.currencyCode = v.token(),
                        p -> Texts.text(p.settings().currencyCode()))
                .keptOr("CurrencySymbolPosition", p -> "0");
    }

    private static void startDate(ProjectDraft draft, Value value) {
        draft.startSpot = value.spot();
        if (!value.isBlank()) {
            draft.start = value.date();
        }
    }

    private static void units(FieldTable<ProjectDraft, PlanOut> table) {
        table.field(
                        "CalendarUID",
                        (d, v) -> {
                            d.calendar = v.integer(Integer.MIN_VALUE, MOST_ID, -1);
                            d.calendarSpot = v.spot();
                        },
                        PlanOut::calendarUid)
                .field(
                        "DefaultStartTime",
                        (d, v) -> d.defaultStart = or(v.time(), d.defaultStart),
                        p -> DateText.of(p.settings().defaultStart()))
                .field(
                        "DefaultFinishTime",
                        (d, v) -> d.defaultFinish = or(v.time(), d.defaultFinish),
                        p -> DateText.of(p.settings().defaultFinish()))
                .field(
                        "MinutesPerDay",
                        (d, v) -> d.minutesPerDay = v.integer(1, Held.MINUTES_PER_DAY, 480),
                        p -> Texts.code(
                                Held.conversion(p.settings().conversion()).minutesPerDay()))
                .field(
                        "MinutesPerWeek",
                        (d, v) -> d.minutesPerWeek = v.integer(1, Held.MINUTES_PER_WEEK, 2400),
                        p -> Texts.code(
                                Held.conversion(p.settings().conversion()).minutesPerWeek()))
                .field(
                        "DaysPerMonth",
                        ProjectTable::daysPerMonth,
                        p -> Texts.code(
                                Held.conversion(p.settings().conversion()).daysPerMonth()));
    }

    private static LocalTime or(@Nullable LocalTime time, LocalTime standIn) {
        return time == null ? standIn : time;
    }

    /** Real files have 0 here, so it is no error; no activity's dates depend on it. */
    private static void daysPerMonth(ProjectDraft draft, Value value) {
        int days = value.integer(0, 31, draft.daysPerMonth);
        if (days == 0) {
            value.warning("VALUE_RANGE", "is no month; 20 days are used", "write 1 to 31 days");
        } else {
            draft.daysPerMonth = days;
        }
    }

    private static void options(FieldTable<ProjectDraft, PlanOut> table) {
        table.keptOr("DefaultTaskType", p -> "0")
                .keptOr("DefaultFixedCostAccrual", p -> "3")
                .kept("DefaultStandardRate", "DefaultOvertimeRate")
                .keptOr("DurationFormat", p -> "7")
                .keptOr("WorkFormat", p -> "2")
                .keptOr("EditableActualCosts", p -> "0")
                .keptOr("HonorConstraints", p -> "0")
                .kept("EarnedValueMethod")
                .field(
                        "InsertedProjectsLikeSummary",
                        (d, v) -> d.insertedLikeSummary = v.bool(true),
                        p -> Texts.bit(p.settings().insertedLikeSummary()))
                .field(
                        "MultipleCriticalPaths",
                        (d, v) -> d.multipleCriticalPaths = v.bool(false),
                        p -> Texts.bit(p.settings().multipleCriticalPaths()))
                .keptOr("NewTasksEffortDriven", p -> "0")
                .keptOr("NewTasksEstimated", p -> "1");
    }

    private static void progress(FieldTable<ProjectDraft, PlanOut> table) {
        table.field(
                        "SplitsInProgressTasks",
                        (d, v) -> d.splitsInProgress = v.bool(true),
                        p -> Texts.bit(p.settings().splitsInProgress()))
                .keptOr("SpreadActualCost", p -> "0")
                .keptOr("SpreadPercentComplete", p -> "0")
                .keptOr("TaskUpdatesResource", p -> "1")
                .keptOr("FiscalYearStart", p -> "0")
                .keptOr("WeekStartDay", p -> "1")
                .field(
                        "MoveCompletedEndsBack",
                        (d, v) -> d.moveCompletedEndsBack = v.bool(false),
                        p -> Texts.bit(p.settings().moveCompletedEndsBack()))
                .field(
                        "MoveRemainingStartsBack",
                        (d, v) -> d.moveRemainingStartsBack = v.bool(false),
                        p -> Texts.bit(p.settings().moveRemainingStartsBack()))
                .field(
                        "MoveRemainingStartsForward",
                        (d, v) -> d.moveRemainingStartsForward = v.bool(false),
                        p -> Texts.bit(p.settings().moveRemainingStartsForward()))
                .field(
                        "MoveCompletedEndsForward",
                        (d, v) -> d.moveCompletedEndsForward = v.bool(false),
                        p -> Texts.bit(p.settings().moveCompletedEndsForward()))
                .kept("BaselineForEarnedValue")
                .keptOr("AutoAddNewResourcesAndTasks", p -> "1")
                .field(
                        "StatusDate",
                        (d, v) -> d.statusDate = v.date(),
                        p -> Texts.date(p.project().dataDate().orElse(null)))
                .keptOr("CurrentDate", p -> DateText.of(p.project().start()))
                .kept("MicrosoftProjectServerURL", "Autolink", "NewTaskStartDate", "NewTasksAreManual")
                .kept("DefaultTaskEVMethod", "ProjectExternallyEdited", "ExtendedCreationDate", "ActualsInSync")
                .kept("RemoveFileProperties", "AdminProject", "BaselineCalendar")
                .kept("UpdateManuallyScheduledTasksWhenEditingLinks")
                .kept("KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled")
                .kept(
                        "Views",
                        "Filters",
                        "Groups",
                        "Tables",
                        "Maps",
                        "Reports",
                        "Drawings",
                        "DataLinks",
                        "VBAProjects");
    }

    private static void sections(FieldTable<ProjectDraft, PlanOut> table) {
        table.kept("OutlineCodes", "WBSMasks", "ExtendedAttributes")
                .part("Calendars", ProjectTable::calendars, PlanOut::writeCalendars)
                .part("Tasks", ProjectTable::tasks, PlanOut::writeTasks)
                .part("Resources", ProjectTable::resources, PlanOut::writeResources)
                .part("Assignments", ProjectTable::assignments, PlanOut::writeAssignments);
    }

    private static void calendars(ProjectDraft project, DocumentReader in) throws IOException {
        in.each("Calendar", () -> {
            in.checkCount(project.calendarsRead, in.limits().calendars(), "LIMIT_CALENDARS", "calendars");
            CalendarDraft calendar = CalendarTable.read(in, ++project.calendarsRead);
            if (calendar.uid < 0) {
                missing("Calendar", calendar.uidSpot, calendar.spot, in);
            } else if (project.calendars.putIfAbsent(calendar.uid, calendar) != null) {
                in.log()
                        .add(Problem.error(
                                        "MODEL_DUPLICATE_UID",
                                        "two calendars have UID %s (duplicate)".formatted(calendar.uid),
                                        "give each calendar a UID of its own")
                                .at(Spot.location(calendar.uidSpot)));
            }
        });
    }

    private static void missing(String what, long uidSpot, long spot, DocumentReader in) {
        in.log().partLeftOut();
        if (uidSpot == Spot.NONE) {
            in.log()
                    .add(Problem.error("MODEL_MISSING_UID", "a %s has no UID".formatted(what), "give it one")
                            .at(Spot.location(spot)));
        }
    }

    private static void tasks(ProjectDraft project, DocumentReader in) throws IOException {
        in.each("Task", () -> {
            in.checkCount(project.tasks.size(), in.limits().activities(), "LIMIT_ACTIVITIES", "activities");
            TaskDraft task = new TaskDraft();
            task.spot = in.xml().spot();
            Kept kept = in.entity(TaskTable.TABLE, task, project.tasks.size() + 1);
            project.links += task.links.size();
            in.checkCount(project.links - 1, in.limits().relationships(), "LIMIT_RELATIONSHIPS", "relationships");
            project.tasks.add(new Read<>(task, kept));
            if (task.uid < 0) {
                missing("Task", task.uidSpot, task.spot, in);
            }
        });
    }

    private static void resources(ProjectDraft project, DocumentReader in) throws IOException {
        in.each("Resource", () -> {
            in.checkCount(project.resources.size(), in.limits().resources(), "LIMIT_RESOURCES", "resources");
            ResourceDraft resource = new ResourceDraft();
            resource.spot = in.xml().spot();
            Kept kept = in.entity(ResourceTable.TABLE, resource, project.resources.size() + 1);
            project.resources.add(new Read<>(resource, kept));
            if (resource.uid < 0) {
                missing("Resource", resource.uidSpot, resource.spot, in);
            }
        });
    }

    private static void assignments(ProjectDraft project, DocumentReader in) throws IOException {
        in.each("Assignment", () -> {
            in.checkCount(project.assignments.size(), in.limits().assignments(), "LIMIT_ASSIGNMENTS", "assignments");
            AssignmentDraft assignment = new AssignmentDraft();
            assignment.spot = in.xml().spot();
            Kept kept = in.entity(AssignmentTable.TABLE, assignment, project.assignments.size() + 1);
            project.assignments.add(new Read<>(assignment, kept));
            if (assignment.uid < 0) {
                missing("Assignment", assignment.uidSpot, assignment.spot, in);
            }
        });
    }
}
