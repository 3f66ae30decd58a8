package dev.plumbline.io.mspdi;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Unlevelled;

/** The elements of a task. */
final class TaskTable {

    private static final int MOST_ID = Integer.MAX_VALUE;

    private TaskTable() {}

    static final FieldTable<TaskDraft, TaskRow> TABLE = build();

    private static FieldTable<TaskDraft, TaskRow> build() {
        FieldTable<TaskDraft, TaskRow> table = new FieldTable<>("Task");
        identity(table);
        dates(table);
        marks(table);
        computed(table);
        progress(table);
        constraints(table);
        rest(table);
        return table;
    }

    private static void identity(FieldTable<TaskDraft, TaskRow> table) {
        table.field(
                        "UID",
                        (d, v) -> {
                            d.uid = v.integer(0, MOST_ID, -1);
                            d.uidSpot = v.spot();
                        },
                        TaskRow::uid)
                .kept("GUID")
                .field("ID", (d, v) -> d.id = v.integer(0, MOST_ID, -1), TaskRow::row)
                .text("Name", (d, t) -> d.name = t, TaskRow::name)
                .field(
                        "Active",
                        (d, v) -> d.active = v.bool(true),
                        t -> Texts.bit(t.activity().active()))
                .field("Manual", (d, v) -> d.manual = v.bool(false), t -> Texts.bit(t.isManual()))
                .field(
                        "Type",
                        (d, v) -> d.type = v.minorCode(0, 2, 0),
                        t -> Texts.code(Codes.code(t.activity().effortRule())))
                .field("IsNull", (d, v) -> d.isNull = v.bool(false), t -> Texts.bit(t.isEmptyRow()))
                .kept("CreateDate", "Contact")
                .text("WBS", (d, t) -> d.wbs = t, TaskRow::wbs)
                .kept("WBSLevel")
                .field(
                        "OutlineNumber",
                        (d, v) -> {
                            d.outlineNumber = v.token();
                            d.numberSpot = v.spot();
                        },
                        TaskRow::outlineNumber)
                .field("OutlineLevel", TaskTable::outlineLevel, TaskRow::outlineLevel)
                .field(
                        "Priority",
                        (d, v) -> d.priority = v.integer(0, 1000, 500),
                        t -> Texts.code(t.activity().priority()))
                .kept("StartText", "FinishText", "DurationText");
    }

    private static void outlineLevel(TaskDraft draft, Value value) {
        draft.outlineLevel = value.integer(0, Integer.MAX_VALUE, 1);
        draft.levelSpot = value.spot();
    }

    private static void dates(FieldTable<TaskDraft, TaskRow> table) {
        table.field("Start", (d, v) -> d.start = v.date(), TaskRow::start)
                .field(
                        "Finish",
                        (d, v) -> {
                            d.finish = v.date();
                            d.finishSpot = v.spot();
                        },
                        TaskRow::finish)
                .field(
                        "Duration",
                        (d, v) -> d.duration = v.duration(),
                        t -> DurationText.of(t.activity().duration().ticks()))
                .field("ManualStart", (d, v) -> d.manualStart = v.date(), TaskRow::manualStart)
                .field("ManualFinish", (d, v) -> d.manualFinish = v.date(), TaskRow::manualFinish)
                .field("ManualDuration", (d, v) -> d.manualDuration = v.duration(), TaskRow::manualDuration)
                .field("DurationFormat", (d, v) -> d.format = format(v), TaskRow::durationFormat)
                .kept("FreeformDurationFormat")
                .computed("Work", t -> t.work(TaskWork.Part.TOTAL))
                .field(
                        "Stop",
                        (d, v) -> {
                            d.stop = v.date();
                            d.stopSpot = v.spot();
                        },
                        t -> t.date(t.activity().progress().stop()))
                .field(
                        "Resume",
                        (d, v) -> d.resume = v.date(),
                        t -> t.date(t.activity().progress().resume()))
                .kept("ResumeValid");
    }

    /** Returns a unit of durations; one that does not exist is a warning. */
    static int format(Value value) {
        int format = value.minorCode(0, 63, Codes.DAYS);
        if (!Codes.isFormat(format)) {
            value.warning(
                    "VALUE_ENUM",
                    "is not a unit; days are used",
                    "write one of the codes of Microsoft Project, such as 7 for days");
            return Codes.DAYS;
        }
        return format;
    }

    private static void marks(FieldTable<TaskDraft, TaskRow> table) {
        table.field(
                        "EffortDriven",
                        (d, v) -> d.effortDriven = v.bool(false),
                        t -> Texts.bit(t.activity().effortDriven()))
                .field(
                        "Recurring",
                        (d, v) -> d.recurring = v.bool(false),
                        t -> Texts.bit(t.activity().recurring()))
                .dropped("OverAllocated")
                .field(
                        "Estimated",
                        (d, v) -> d.estimated |= v.bool(false),
                        t -> Texts.bit(t.activity().estimated()))
                .field(
                        "Milestone",
                        (d, v) -> d.milestone = v.bool(false),
                        t -> Texts.bit(t.activity().milestone()))
                .computed("Summary", t -> Texts.bit(t.isSummary()))
                .kept("DisplayAsSummary")
                .computed("Critical", TaskRow::critical)
                .kept("IsSubproject", "IsSubprojectReadOnly", "SubprojectName")
                .field(
                        "ExternalTask",
                        (d, v) -> d.external = v.bool(false),
                        t -> Texts.bit(t.activity().external()))
                .kept("ExternalTaskProject");
    }

    private static void computed(FieldTable<TaskDraft, TaskRow> table) {
        table.computed("EarlyStart", t -> t.computed(ActivityTimes::earlyStart))
                .computed("EarlyFinish", t -> t.computed(ActivityTimes::earlyFinish))
                .computed("LateStart", t -> t.computed(ActivityTimes::lateStart))
                .computed("LateFinish", t -> t.computed(ActivityTimes::lateFinish))
                .dropped("StartVariance", "FinishVariance", "WorkVariance")
                .computed("FreeSlack", t -> t.slack(ActivityTimes::freeFloat))
                .computed("TotalSlack", t -> t.slack(ActivityTimes::totalFloat))
                .computed("StartSlack", t -> t.slack(ActivityTimes::startFloat))
                .computed("FinishSlack", t -> t.slack(ActivityTimes::finishFloat));
    }

    private static void progress(FieldTable<TaskDraft, TaskRow> table) {
        table.field(
                        "FixedCost",
                        (d, v) -> d.fixedCost = Texts.orZero(v.hundredths()),
                        t -> Texts.hundredths(t.activity().fixedCost()))
                .field(
                        "FixedCostAccrual",
                        (d, v) -> d.fixedCostAccrual = v.minorCode(1, 3, 3),
                        t -> Texts.code(Codes.code(t.activity().fixedCostAccrual())))
                .field(
                        "PercentComplete",
                        (d, v) -> d.percentComplete = v.decimal(0, 100, 0),
                        t -> Texts.number(t.activity().progress().percentComplete()))
                .computed("PercentWorkComplete", TaskRow::percentWorkComplete)
                .field(
                        "Cost",
                        (d, v) -> d.cost = v.hundredths(),
                        t -> Texts.hundredths(t.activity().cost()))
                .kept("OvertimeCost", "OvertimeWork")
                .field(
                        "ActualStart",
                        (d, v) -> d.actualStart = v.date(),
                        t -> t.date(t.activity().progress().actualStart()))
                .field(
                        "ActualFinish",
                        (d, v) -> {
                            d.actualFinish = v.date();
                            d.actualFinishSpot = v.spot();
                        },
                        t -> t.date(t.activity().progress().actualFinish()))
                .field("ActualDuration", (d, v) -> d.actualDuration = v.duration(), TaskRow::actualDuration)
                .kept("ActualCost", "ActualOvertimeCost")
                .computed("ActualWork", t -> t.work(TaskWork.Part.ACTUAL))
                .kept("ActualOvertimeWork")
                .dropped("RegularWork")
                .field("RemainingDuration", (d, v) -> d.remainingDuration = v.duration(), TaskRow::remainingDuration)
                .kept("RemainingCost")
                .computed("RemainingWork", t -> t.work(TaskWork.Part.REMAINING))
                .kept("RemainingOvertimeCost", "RemainingOvertimeWork")
                .dropped("ACWP", "CV");
    }

    private static void constraints(FieldTable<TaskDraft, TaskRow> table) {
        table.field(
                        "ConstraintType",
                        (d, v) -> {
                            d.constraintType = v.code(0, 7, 0);
                            d.constraintSpot = v.spot();
                        },
                        t -> Texts.code(Codes.code(t.activity().constraint().type())))
                .field(
                        "CalendarUID",
                        (d, v) -> {
                            d.calendar = v.integer(Integer.MIN_VALUE, MOST_ID, -1);
                            d.calendarSpot = v.spot();
                        },
                        TaskRow::calendar)
                .field(
                        "ConstraintDate",
                        (d, v) -> d.constraintDate = v.date(),
                        t -> t.date(t.activity().constraint().date()))
                .field(
                        "Deadline",
                        (d, v) -> d.deadline = v.date(),
                        t -> t.date(t.activity().deadline()))
                .field(
                        "LevelAssignments",
                        (d, v) -> d.levelAssignments = v.bool(true),
                        t -> Texts.bit(t.activity().levelAssignments()))
                .field(
                        "LevelingCanSplit",
                        (d, v) -> d.levellingMaySplit = v.bool(true),
                        t -> Texts.bit(t.activity().levellingMaySplit()))
                .field(
                        "LevelingDelay",
                        (d, v) -> d.levellingDelay = v.integer(-MOST_ID, MOST_ID, 0),
                        t -> Long.toString(Held.delay(t.activity().levellingDelay())))
                .field(
                        "LevelingDelayFormat",
                        (d, v) -> d.levellingFormat = format(v),
                        t -> Texts.code(
                                Codes.format(t.activity().levellingDelay().unit())))
                .field("PreLeveledStart", (d, v) -> d.unlevelledStart = v.date(), t -> t.unlevelled(Unlevelled::start))
                .field(
                        "PreLeveledFinish",
                        (d, v) -> d.unlevelledFinish = v.date(),
                        t -> t.unlevelled(Unlevelled::finish))
                .kept("Hyperlink", "HyperlinkAddress", "HyperlinkSubAddress")
                .field(
                        "IgnoreResourceCalendar",
                        (d, v) -> d.ignoresResourceCalendars = v.bool(false),
                        t -> Texts.bit(t.activity().ignoresResourceCalendars()))
                .text(
                        "Notes",
                        (d, t) -> d.notes = t,
                        t -> Texts.text(t.activity().notes()));
    }

    private static void rest(FieldTable<TaskDraft, TaskRow> table) {
        table.kept("HideBar", "Rollup")
                .dropped("BCWS", "BCWP")
                .field(
                        "PhysicalPercentComplete",
                        (d, v) -> d.physicalPercentComplete = v.decimal(0, 100, 0),
                        t -> Texts.number(t.activity().progress().physicalPercentComplete()))
                .kept("EarnedValueMethod")
                .parts("PredecessorLink", LinkTable::read, LinkTable::write)
                .kept("ActualWorkProtected", "ActualOvertimeWorkProtected", "ExtendedAttribute")
                .parts("Baseline", BaselineTable::read, BaselineTable::write)
                .kept(
                        "OutlineCode",
                        "IsPublished",
                        "StatusManager",
                        "CommitmentStart",
                        "CommitmentFinish",
                        "CommitmentType",
                        "TimephasedData");
    }
}
