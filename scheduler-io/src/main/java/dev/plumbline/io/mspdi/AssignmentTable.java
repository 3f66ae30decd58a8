package dev.plumbline.io.mspdi;

/** The elements of an assignment. */
final class AssignmentTable {

    private static final int MOST_ID = Integer.MAX_VALUE;

    static final FieldTable<AssignmentDraft, AssignmentRow> TABLE = build();

    private AssignmentTable() {}

    private static FieldTable<AssignmentDraft, AssignmentRow> build() {
        FieldTable<AssignmentDraft, AssignmentRow> table = new FieldTable<>("Assignment");
        identity(table);
        dates(table);
        rest(table);
        return table;
    }

    private static void identity(FieldTable<AssignmentDraft, AssignmentRow> table) {
        table.field(
                        "UID",
                        (d, v) -> {
                            d.uid = v.integer(0, MOST_ID, -1);
                            d.uidSpot = v.spot();
                        },
                        AssignmentRow::uid)
                .keptOr("GUID", AssignmentRow::guid)
                .field(
                        "TaskUID",
                        (d, v) -> {
                            d.task = v.integer(0, MOST_ID, -1);
                            d.taskSpot = v.spot();
                        },
                        AssignmentRow::task)
                .field(
                        "ResourceUID",
                        (d, v) -> {
                            d.resource = v.integer(Integer.MIN_VALUE, MOST_ID, -1);
                            d.resourceSpot = v.spot();
                        },
                        AssignmentRow::resource)
                .computed("PercentWorkComplete", AssignmentRow::percentWorkComplete)
                .kept("ActualCost")
                .field(
                        "ActualFinish",
                        (d, v) -> d.actualFinish = v.date(),
                        r -> Texts.date(r.assignment().actualFinish()))
                .kept("ActualOvertimeCost", "ActualOvertimeWork")
                .field(
                        "ActualStart",
                        (d, v) -> d.actualStart = v.date(),
                        r -> Texts.date(r.assignment().actualStart()))
                .field(
                        "ActualWork",
                        (d, v) -> d.actualWork = known(v.duration()),
                        r -> DurationText.of(r.assignment().actualWork().ticks()))
                .dropped("ACWP")
                .kept("Confirmed")
                .field(
                        "Cost",
                        (d, v) -> d.cost = v.hundredths(),
                        r -> Texts.hundredths(r.assignment().cost()))
                .field(
                        "CostRateTable",
                        (d, v) -> d.costRateTable = v.minorCode(0, 4, 0),
                        r -> Texts.code(r.assignment().costRateTable()))
                .kept("RateScale")
                .dropped("CostVariance", "CV");
    }

    private static void dates(FieldTable<AssignmentDraft, AssignmentRow> table) {
        table.field(
                        "Delay",
                        (d, v) -> d.delay = v.integer(-MOST_ID, MOST_ID, 0),
                        r -> Long.toString(Held.delay(r.assignment().delay())))
                .computed("Finish", AssignmentRow::finish)
                .dropped("FinishVariance")
                .kept("Hyperlink", "HyperlinkAddress", "HyperlinkSubAddress")
                .dropped("WorkVariance")
                .keptOr("HasFixedRateUnits", r -> "1")
                .keptOr("FixedMaterial", r -> "0")
                .field(
                        "LevelingDelay",
                        (d, v) -> d.levellingDelay = v.integer(0, MOST_ID, 0),
                        r -> Long.toString(Math.max(0, Held.delay(r.assignment().levellingDelay()))))
                .field(
                        "LevelingDelayFormat",
                        (d, v) -> d.levellingFormat = TaskTable.format(v),
                        r -> Texts.code(
                                Codes.format(r.assignment().levellingDelay().unit())))
                .kept("LinkedFields")
                .dropped("Milestone")
                .text(
                        "Notes",
                        (d, t) -> d.notes = t,
                        r -> Texts.text(r.assignment().notes()))
                .dropped("Overallocated")
                .kept("OvertimeCost")
                .field(
                        "OvertimeWork",
                        (d, v) -> d.overtimeWork = known(v.duration()),
                        r -> DurationText.of(r.assignment().overtimeWork().ticks()))
                .kept("PeakUnits")
                .computed("RegularWork", AssignmentRow::regularWork)
                .kept("RemainingCost", "RemainingOvertimeCost", "RemainingOvertimeWork")
                .field("RemainingWork", (d, v) -> d.remainingWork = v.duration(), AssignmentRow::remainingWork)
                .kept("ResponsePending")
                .computed("Start", AssignmentRow::start)
                .field(
                        "Stop",
                        (d, v) -> d.stop = v.date(),
                        r -> Texts.date(r.assignment().stop()))
                .field(
                        "Resume",
                        (d, v) -> d.resume = v.date(),
                        r -> Texts.date(r.assignment().resume()))
                .dropped("StartVariance", "Summary", "SV");
    }

    private static void rest(FieldTable<AssignmentDraft, AssignmentRow> table) {
        table.field(
                        "Units",
                        (d, v) -> d.units = v.decimal(0, Held.MOST_ASSIGNED, 1),
                        r -> Texts.number(Held.units(r.assignment().units(), Held.MOST_ASSIGNED)))
                .kept("UpdateNeeded")
                .dropped("VAC")
                .field("Work", AssignmentTable::work, AssignmentRow::work)
                .field(
                        "WorkContour",
                        (d, v) -> d.contour = v.minorCode(0, 8, 0),
                        r -> Texts.code(Codes.code(r.assignment().contour())))
                .dropped("BCWS", "BCWP")
                .field(
                        "BookingType",
                        (d, v) -> d.booking = v.minorCode(0, 2, 0),
                        r -> Texts.bit(r.assignment().proposed()))
                .kept("ActualWorkProtected", "ActualOvertimeWorkProtected", "CreationDate", "BudgetCost", "BudgetWork")
                .kept("ExtendedAttribute", "Baseline")
                .parts("TimephasedData", TimephasedTable::read, TimephasedTable::write);
    }

    private static void work(AssignmentDraft draft, Value value) {
        draft.work = known(value.duration());
        draft.workGiven = true;
    }

    private static long known(long ticks) {
        return ticks == Value.NO_TICKS ? 0 : ticks;
    }
}
