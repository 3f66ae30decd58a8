package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.mspdi.ProjectDraft.Read;
import dev.plumbline.io.mspdi.TaskDraft.LinkDraft;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.ScheduleFrom;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the plan from what was read, and the ledger of what it can't hold. */
final class PlanAssembler {

    private final ProjectDraft draft;
    private final ReadOptions options;
    private final ProblemLog log;
    private final MspdiLedger.Builder ledger;
    private final ProjectBuilder builder;
    private final SharedValues shared = new SharedValues();
    private final Map<Integer, Read<TaskDraft>> tasks = new HashMap<>();
    private final Set<Integer> activities = new HashSet<>();
    private final Set<Integer> resources = new HashSet<>();

    PlanAssembler(ProjectDraft draft, Kept kept, ReadOptions options, ProblemLog log) {
        this.draft = draft;
        this.options = options;
        this.log = log;
        this.ledger = new MspdiLedger.Builder(draft, kept);
        this.builder = Project.builder(ledger.planName());
    }

    MspdiLedger ledger() {
        return ledger.build();
    }

    /** Returns the plan, or throws with all problems of the file and the plan. */
    Project assemble() {
        calendars();
        settings();
        tasks();
        resources();
        assignments();
        if (!log.isIncomplete()) {
            try {
                Project project = builder.build();
                if (!log.hasErrors()) {
                    return located(project);
                }
            } catch (PlumblineException e) {
                Places places = new Places(draft);
                e.problems().forEach(p -> log.add(places.locate(p)));
            }
        }
        throw log.failure();
    }

    private Project located(Project project) {
        if (!project.findings().isEmpty()) {
            Places places = new Places(draft);
            project.findings().forEach(p -> log.add(places.locate(p)));
        }
        return project;
    }

    private void calendars() {
        new CalendarAssembler(draft.calendars, options.limits(), log).build();
        for (CalendarDraft calendar : draft.calendars.values()) {
            WorkCalendar built = calendar.built;
            if (built != null && ledger.addCalendar(calendar, built)) {
                builder.addCalendar(built);
            }
        }
        if (draft.calendars.isEmpty()) {
            WorkCalendar standard = WorkCalendar.standard();
            WorkCalendar.Builder numbered = WorkCalendar.builder("1", standard.name());
            standard.week().forEach(numbered::day);
            builder.calendar(numbered.build());
        } else if (draft.calendars.containsKey(draft.calendar)) {
            builder.calendar(shared.id(draft.calendar));
        }
        if (draft.calendarSpot != Spot.NONE && !draft.calendars.containsKey(draft.calendar)) {
            dangling(
                    "the project uses calendar %s, which does not exist".formatted(draft.calendar),
                    draft.calendarSpot,
                    draft.calendars.isEmpty() ? "the standard calendar is used" : "the first calendar is used");
        }
    }

    private void dangling(String message, long spot, String hint) {
        log.add(Problem.warning("MODEL_DANGLING_CALENDAR", message, hint).at(Spot.location(spot)));
    }

    private void settings() {
        builder.settings(new ProjectSettings(
                        new UnitConversion(draft.minutesPerDay, draft.minutesPerWeek, draft.daysPerMonth),
                        draft.defaultStart,
                        draft.defaultFinish,
                        draft.criticalSlackDays,
                        draft.multipleCriticalPaths,
                        draft.splitsInProgress,
                        draft.moveCompletedEndsBack,
                        draft.moveRemainingStartsBack,
                        draft.moveRemainingStartsForward,
                        draft.moveCompletedEndsForward,
                        draft.insertedLikeSummary,
                        draft.currencySymbol,
                        draft.currencyCode,
                        draft.currencyDigits))
                .dataDate(draft.statusDate)
                .scheduleFrom(draft.fromStart ? ScheduleFrom.START : ScheduleFrom.FINISH)
                .finish(draft.fromStart ? null : draft.finish)
                .start(start());
    }

    private LocalDateTime start() {
        if (draft.start != null) {
            return draft.start;
        }
        if (!draft.fromStart && draft.finish != null) {
            return draft.finish;
        }
        LocalDateTime start = options.start();
        String source = "the one given for reading is used: ";
        if (start == null) {
            source = "the earliest date of a task is used: ";
            for (Read<TaskDraft> task : draft.tasks) {
                start = earlier(start, task.draft().start);
                start = earlier(start, task.draft().actualStart);
                start = earlier(start, task.draft().manualStart);
            }
        }
        if (start == null) {
            source = "a stand-in is used: ";
            start = LocalDateTime.of(2000, 1, 3, 0, 0).with(draft.defaultStart);
        }
        log.add(Problem.warning("VALUE_DATE", "the project has no StartDate", source + start)
                .at(Spot.location(draft.startSpot)));
        return start;
    }

    private static @Nullable LocalDateTime earlier(@Nullable LocalDateTime a, @Nullable LocalDateTime b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private void tasks() {
        sortByRow();
        ActivityAssembler assembler = new ActivityAssembler(log, shared);
        EstimateFields estimates = ledger.chooseEstimateFields(options.estimateFields(), log);
        UnitConversion conversion = new UnitConversion(draft.minutesPerDay, draft.minutesPerWeek, draft.daysPerMonth);
        int level = 0;
        for (Read<TaskDraft> task : draft.tasks) {
            TaskDraft one = task.draft();
            if (one.uid < 0) {
                continue;
            }
            if (tasks.putIfAbsent(one.uid, task) != null) {
                duplicate("tasks", one.uid, one.uidSpot);
                continue;
            }
            checkCalendar(one);
            Activity activity = assembler.activity(one);
            if (one.uid == 0 || one.isNull) {
                ledger.addExtra(activity, task);
                continue;
            }
            checkOutline(one, level);
            level = one.outlineLevel;
            activities.add(one.uid);
            builder.add(estimates.addTo(activity, one, task.kept(), conversion, log));
            ledger.addTask(activity.id(), task);
        }
        draft.tasks.forEach(t -> links(t.draft()));
    }

    /** The rows are in the order of their IDs; those without one stay behind the row before. */
    private void sortByRow() {
        int last = -1;
        boolean sorted = true;
        for (Read<TaskDraft> task : draft.tasks) {
            if (task.draft().id >= 0) {
                sorted &= task.draft().id >= last;
                last = task.draft().id;
            }
        }
        if (sorted) {
            return;
        }
        int before = 0;
        for (Read<TaskDraft> task : draft.tasks) {
            before = task.draft().id >= 0 ? task.draft().id : before;
            task.draft().order = before;
        }
        draft.tasks.sort(Comparator.comparingInt(t -> t.draft().order));
        log.add(Problem.info(
                "MSPDI_ORDER", "the tasks are not in the order of their IDs", "they are read in that order"));
    }

    private void duplicate(String things, int uid, long spot) {
        log.add(Problem.error(
                        "MODEL_DUPLICATE_UID",
                        "two %s have UID %s (duplicate)".formatted(things, uid),
                        "give each a UID of its own")
                .at(Spot.location(spot)));
    }

    private void checkCalendar(TaskDraft task) {
        if (task.calendar >= 0 && !draft.calendars.containsKey(task.calendar)) {
            dangling(
                    "task %s uses calendar %s, which does not exist".formatted(task.uid, task.calendar),
                    task.calendarSpot,
                    "the project's calendar is used");
            task.calendar = -1;
        }
    }

    private void checkOutline(TaskDraft task, int above) {
        if (task.outlineLevel > options.limits().outlineLevel()) {
            throw log.failure(Problem.error(
                            "LIMIT_OUTLINE",
                            "OutlineLevel %s of task %s is more than %s"
                                    .formatted(
                                            task.outlineLevel,
                                            task.uid,
                                            options.limits().outlineLevel()),
                            "read the file with larger limits if you trust it")
                    .at(Spot.location(task.levelSpot)));
        }
        if (task.outlineLevel > above + 1) {
            log.add(Problem.warning(
                            "MODEL_OUTLINE",
                            "task %s has OutlineLevel %s below a row of level %s"
                                    .formatted(task.uid, task.outlineLevel, above),
                            "it is read as directly below that row")
                    .at(Spot.location(task.levelSpot)));
        } else if (task.outlineLevel < 1) {
            log.add(Problem.warning(
                            "MODEL_OUTLINE",
                            "task %s has OutlineLevel %s".formatted(task.uid, task.outlineLevel),
                            "it is read at level 1")
                    .at(Spot.location(task.levelSpot)));
        }
        int depth = depth(task.outlineNumber);
        if (depth > 0 && depth != task.outlineLevel && task.levelSpot != Spot.NONE) {
            log.add(Problem.warning(
                            "MODEL_OUTLINE",
                            "task %s has OutlineNumber %s but OutlineLevel %s"
                                    .formatted(task.uid, Problem.quote(task.outlineNumber), task.outlineLevel),
                            "the level counts")
                    .at(Spot.location(task.numberSpot)));
        }
    }

    private static int depth(String outlineNumber) {
        if (outlineNumber.isEmpty()) {
            return 0;
        }
        return 1 + (int) outlineNumber.chars().filter(c -> c == '.').count();
    }

    private void links(TaskDraft task) {
        if (!activities.contains(task.uid)) {
            if (!task.links.isEmpty() && !log.isIncomplete()) {
                log.add(Problem.warning(
                                "MODEL_DANGLING_LINK",
                                "row %s is no activity, but has predecessors".formatted(task.uid),
                                "these relationships are left out")
                        .at(Spot.location(task.links.get(0).spot)));
            }
            return;
        }
        for (LinkDraft link : task.links) {
            if (activities.contains(link.predecessor)) {
                Relationship relationship = new Relationship(
                        shared.id(link.predecessor),
                        shared.id(task.uid),
                        Codes.relationship(link.type),
                        LinkTable.lag(link, shared));
                builder.add(relationship);
                ledger.addLink(relationship, link);
            } else if (link.predecessor >= -1 && !log.isIncomplete()) {
                log.add(Problem.warning(
                                "MODEL_DANGLING_LINK",
                                link.predecessor < 0
                                        ? "a PredecessorLink of task %s has no PredecessorUID".formatted(task.uid)
                                        : "task %s has predecessor %s, which does not exist or is no activity"
                                                .formatted(task.uid, link.predecessor),
                                "the relationship is left out")
                        .at(Spot.location(link.spot)));
            }
        }
    }

    private void resources() {
        ResourceAssembler assembler = new ResourceAssembler(log, shared);
        Set<Integer> seen = new HashSet<>();
        for (Read<ResourceDraft> resource : draft.resources) {
            ResourceDraft one = resource.draft();
            if (one.uid < 0) {
                continue;
            }
            if (!seen.add(one.uid)) {
                duplicate("resources", one.uid, one.uidSpot);
                continue;
            }
            boolean placeholder = one.isNull || (one.uid == 0 && one.name.isBlank());
            String calendar = one.calendar < 0 ? null : shared.id(one.calendar);
            if (calendar != null && !draft.calendars.containsKey(one.calendar)) {
                if (!placeholder) {
                    dangling(
                            "resource %s %s uses calendar %s, which does not exist"
                                    .formatted(one.uid, Problem.quote(one.name), one.calendar),
                            one.calendarSpot,
                            "the project's calendar is used");
                }
                calendar = null;
            }
            if (placeholder) {
                ledger.addExtra(assembler.resource(one, calendar), resource);
                continue;
            }
            resources.add(one.uid);
            builder.add(assembler.resource(one, ledger.shownCalendar(calendar)));
            ledger.addResource(shared.id(one.uid), resource);
        }
    }

    private void assignments() {
        ResourceAssembler assembler = new ResourceAssembler(log, shared);
        Set<Integer> seen = new HashSet<>();
        for (Read<AssignmentDraft> assignment : draft.assignments) {
            AssignmentDraft one = assignment.draft();
            if (one.uid < 0) {
                continue;
            }
            if (!seen.add(one.uid)) {
                duplicate("assignments", one.uid, one.uidSpot);
                continue;
            }
            String resource = one.resource < 0 ? null : shared.id(one.resource);
            if (one.resource >= 0 && !resources.contains(one.resource)) {
                dangling(one, "resource", one.resource, one.resourceSpot);
            } else if (activities.contains(one.task)) {
                if (!ledger.isImplied(assignment)) {
                    builder.add(assembler.assignment(one, resource));
                    ledger.addAssignment(shared.id(one.uid), assignment);
                }
            } else if (tasks.containsKey(one.task)) {
                ledger.addExtra(assembler.assignment(one, resource), assignment);
            } else {
                dangling(one, "task", one.task, one.taskSpot);
            }
        }
    }

    private void dangling(AssignmentDraft assignment, String what, int uid, long spot) {
        if (log.isIncomplete()) {
            return;
        }
        log.add(Problem.warning(
                        "MODEL_DANGLING_ASSIGNMENT",
                        "assignment %s is on %s %s, which does not exist".formatted(assignment.uid, what, uid),
                        "it is left out")
                .at(Spot.location(spot == Spot.NONE ? assignment.spot : spot)));
    }
}
