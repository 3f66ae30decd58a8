package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.SchedulingMode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a plan: each with its titles, how its cells are read and, except for the special ones, written. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are an unmodifiable list and functions without state
enum Column {
    ID("ID", List.of(), Kind.TEXT, (c, r) -> {}, null),
    NAME("Name", List.of("task name"), Kind.TEXT, (c, r) -> r.builder.name(c.text()), null),
    DURATION("Duration", List.of(), Kind.PLAIN, Column::readDuration, null),
    PREDECESSORS("Predecessors", List.of(), Kind.PLAIN, (c, r) -> {}, null),
    RESOURCES("Resources", List.of("resource names"), Kind.PLAIN, (c, r) -> {}, null),
    START("Start", List.of("start date"), Kind.DATE, (c, r) -> r.start = c.start(), null),
    FINISH("Finish", List.of("finish date"), Kind.DATE, (c, r) -> r.finish = c.finish(), null),
    UNIQUE_ID("Unique ID", List.of(), Kind.TEXT, (c, r) -> {}, null),
    OUTLINE_LEVEL(
            "Outline Level",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.outlineLevel = c.integer(1, c.context().limits().outlineLevel()),
            number(Activity::outlineLevel, 1)),
    WBS("WBS", List.of(), Kind.TEXT, (c, r) -> r.builder.wbs(c.text()), text(Activity::wbs)),
    MILESTONE("Milestone", List.of(), Kind.PLAIN, (c, r) -> r.milestone = c.flag(), flag(Activity::milestone, false)),
    CALENDAR("Calendar", List.of("task calendar"), Kind.TEXT, (c, r) -> {}, null),
    CONSTRAINT_TYPE(
            "Constraint Type",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.constraint = ConstraintNames.parse(c),
            (a, u) -> a.constraint().equals(Constraint.NONE)
                    ? ""
                    : Cell.title(a.constraint().type())),
    CONSTRAINT_DATE(
            "Constraint Date",
            List.of(),
            Kind.DATE,
            (c, r) -> r.constraintDate = c.kept(),
            date(a -> a.constraint().date())),
    DEADLINE("Deadline", List.of(), Kind.DATE, (c, r) -> r.builder.deadline(c.finish()), date(Activity::deadline)),
    PERCENT_COMPLETE(
            "Percent Complete",
            List.of("% complete"),
            Kind.PLAIN,
            (c, r) -> r.percentComplete = c.percent(),
            percent(a -> a.progress().percentComplete())),
    PHYSICAL_PERCENT_COMPLETE(
            "Physical Percent Complete",
            List.of("physical % complete"),
            Kind.PLAIN,
            (c, r) -> r.physicalPercentComplete = c.percent(),
            percent(a -> a.progress().physicalPercentComplete())),
    ACTUAL_START(
            "Actual Start",
            List.of(),
            Kind.DATE,
            (c, r) -> r.actualStart = c.start(),
            date(a -> a.progress().actualStart())),
    ACTUAL_FINISH(
            "Actual Finish",
            List.of(),
            Kind.DATE,
            (c, r) -> r.actualFinish = c.finish(),
            date(a -> a.progress().actualFinish())),
    ACTUAL_DURATION(
            "Actual Duration",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.actualDuration = c.duration(),
            time(a -> a.progress().actualDuration())),
    REMAINING_DURATION(
            "Remaining Duration",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.remainingDuration = c.duration(),
            time(a -> a.progress().remainingDuration())),
    STOP(
            "Stop",
            List.of(),
            Kind.DATE,
            (c, r) -> r.stop = c.finish(),
            date(a -> a.progress().stop())),
    RESUME(
            "Resume",
            List.of(),
            Kind.DATE,
            (c, r) -> r.resume = c.start(),
            date(a -> a.progress().resume())),
    PRIORITY(
            "Priority",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.priority(c.integer(0, 1000)),
            number(Activity::priority, 500)),
    UNITS("Units", List.of(), Kind.PLAIN, (c, r) -> {}, null),
    WORK("Work", List.of(), Kind.PLAIN, (c, r) -> r.work = c.duration(), null),
    COST("Cost", List.of(), Kind.PLAIN, (c, r) -> r.builder.cost(c.money()), (a, u) -> amount(a.cost())),
    FIXED_COST(
            "Fixed Cost",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.fixedCost(c.money()),
            (a, u) -> a.fixedCost().signum() == 0 ? "" : amount(a.fixedCost())),
    FIXED_COST_ACCRUAL(
            "Fixed Cost Accrual",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.fixedCostAccrual(c.constant(Accrual.class)),
            constant(Activity::fixedCostAccrual, Accrual.PRORATED)),
    NOTES("Notes", List.of(), Kind.TEXT, (c, r) -> r.builder.notes(c.text()), text(Activity::notes)),
    OPTIMISTIC(
            "Optimistic", List.of(), Kind.PLAIN, (c, r) -> r.optimistic = c.duration(), estimate(Estimate::optimistic)),
    MOST_LIKELY(
            "Most Likely",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.mostLikely = c.duration(),
            estimate(Estimate::mostLikely)),
    PESSIMISTIC(
            "Pessimistic",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.pessimistic = c.duration(),
            estimate(Estimate::pessimistic)),
    ACTIVE("Active", List.of(), Kind.PLAIN, (c, r) -> r.builder.active(c.flag()), flag(Activity::active, true)),
    TASK_MODE("Task Mode", List.of(), Kind.PLAIN, Column::readTaskMode, null),
    MANUAL(
            "Manual",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.mode = c.flag() ? SchedulingMode.MANUAL : SchedulingMode.AUTOMATIC,
            flag(a -> a.mode() == SchedulingMode.MANUAL, false)),
    MANUAL_START(
            "Manual Start",
            List.of(),
            Kind.DATE,
            (c, r) -> r.manualStart = c.start(),
            date(a -> a.manual().start())),
    MANUAL_FINISH(
            "Manual Finish",
            List.of(),
            Kind.DATE,
            (c, r) -> r.manualFinish = c.finish(),
            date(a -> a.manual().finish())),
    MANUAL_DURATION(
            "Manual Duration",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.manualDuration = c.duration(),
            time(a -> a.manual().duration())),
    EXTERNAL(
            "External", List.of(), Kind.PLAIN, (c, r) -> r.builder.external(c.flag()), flag(Activity::external, false)),
    RECURRING(
            "Recurring",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.recurring(c.flag()),
            flag(Activity::recurring, false)),
    IGNORE_RESOURCE_CALENDAR(
            "Ignore Resource Calendar",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.ignoresResourceCalendars(c.flag()),
            flag(Activity::ignoresResourceCalendars, false)),
    LEVELLING_DELAY(
            "Levelling Delay",
            List.of("leveling delay"),
            Kind.PLAIN,
            (c, r) -> r.builder.levellingDelay(c.signedDuration()),
            (a, u) -> a.levellingDelay().equals(Durations.NO_DELAY) ? "" : Durations.format(a.levellingDelay(), u)),
    LEVEL_ASSIGNMENTS(
            "Level Assignments",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.levelAssignments(c.flag()),
            flag(Activity::levelAssignments, true)),
    LEVELLING_CAN_SPLIT(
            "Levelling Can Split",
            List.of("leveling can split"),
            Kind.PLAIN,
            (c, r) -> r.builder.levellingMaySplit(c.flag()),
            flag(Activity::levellingMaySplit, true)),
    TYPE(
            "Type",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.effortRule(c.constant(EffortRule.class)),
            constant(Activity::effortRule, EffortRule.FIXED_UNITS)),
    EFFORT_DRIVEN(
            "Effort Driven",
            List.of(),
            Kind.PLAIN,
            (c, r) -> r.builder.effortDriven(c.flag()),
            flag(Activity::effortDriven, false)),
    ROW("Row", List.of(), Kind.PLAIN, (c, r) -> r.row = c.integer(0, Integer.MAX_VALUE), null);

    /** What a column holds, as far as it matters for deciding dates and guarding texts. */
    enum Kind {
        /** Free text, guarded against formulas. */
        TEXT,
        /** Dates. */
        DATE,
        /** Everything else. */
        PLAIN
    }

    /** Reads a cell that isn't empty. */
    interface Reader {
        void read(Cell cell, RowDraft row) throws CellProblem;
    }

    /** Writes a cell; empty for the default. */
    interface Writer {
        String write(Activity activity, UnitConversion conversion);
    }

    private final String title;
    private final List<String> otherTitles;
    private final Kind kind;
    private final Reader reader;
    private final @Nullable Writer writer;

    Column(String title, List<String> otherTitles, Kind kind, Reader reader, @Nullable Writer writer) {
        this.title = title;
        this.otherTitles = otherTitles;
        this.kind = kind;
        this.reader = reader;
        this.writer = writer;
    }

    String title() {
        return title;
    }

    List<String> otherTitles() {
        return otherTitles;
    }

    Kind kind() {
        return kind;
    }

    boolean isDate() {
        return kind == Kind.DATE;
    }

    void read(Cell cell, RowDraft row) throws CellProblem {
        reader.read(cell, row);
    }

    @Nullable
    Writer writer() {
        return writer;
    }

    private static void readDuration(Cell cell, RowDraft row) throws CellProblem {
        row.hasDuration = true;
        Durations.Amount amount = cell.amount();
        row.duration = amount.time();
        row.builder.estimated(amount.estimated());
    }

    private static void readTaskMode(Cell cell, RowDraft row) throws CellProblem {
        String plain = cell.raw().toLowerCase(Locale.ROOT);
        row.datesAreManual = plain.startsWith("manual");
        if (row.datesAreManual) {
            row.mode = SchedulingMode.MANUAL;
        } else if (!plain.startsWith("auto")) {
            throw cell.invalid("is not a task mode", "use Auto Scheduled or Manually Scheduled");
        }
    }

    private static Writer text(Function<Activity, String> part) {
        return (a, u) -> part.apply(a);
    }

    private static Writer number(Function<Activity, Integer> part, int usual) {
        return (a, u) -> part.apply(a) == usual ? "" : String.valueOf(part.apply(a));
    }

    private static Writer flag(Function<Activity, Boolean> part, boolean usual) {
        return (a, u) -> part.apply(a) == usual ? "" : usual ? "No" : "Yes";
    }

    private static Writer percent(Function<Activity, Double> part) {
        return (a, u) -> part.apply(a) == 0 ? "" : ResourceCell.plain(BigDecimal.valueOf(part.apply(a)));
    }

    private static Writer date(Function<Activity, @Nullable LocalDateTime> part) {
        return (a, u) -> Dates.format(part.apply(a));
    }

    private static Writer time(Function<Activity, @Nullable WorkTime> part) {
        return (a, u) -> {
            WorkTime time = part.apply(a);
            return time == null ? "" : Durations.format(time, u);
        };
    }

    private static Writer estimate(Function<Estimate, WorkTime> part) {
        return (a, u) -> {
            Estimate estimate = a.estimate();
            return estimate == null ? "" : Durations.format(part.apply(estimate), u);
        };
    }

    private static <E extends Enum<E>> Writer constant(Function<Activity, E> part, E usual) {
        return (a, u) -> part.apply(a) == usual ? "" : Cell.title(part.apply(a));
    }

    private static String amount(@Nullable BigDecimal money) {
        return money == null ? "" : ResourceCell.plain(money);
    }
}
