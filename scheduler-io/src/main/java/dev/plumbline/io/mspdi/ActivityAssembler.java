package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Unlevelled;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Turns a task into an activity; what contradicts itself is put right with a warning. */
final class ActivityAssembler {

    private final ProblemLog log;
    private final SharedValues shared;

    ActivityAssembler(ProblemLog log, SharedValues shared) {
        this.log = log;
        this.shared = shared;
    }

    Activity activity(TaskDraft draft) {
        String id = shared.id(draft.uid);
        WorkUnit unit = Codes.unit(draft.format);
        WorkTime duration = shared.time(draft.duration == Value.NO_TICKS ? 0 : draft.duration, unit);
        return Activity.builder(id, draft.name, duration)
                .row(Math.max(0, draft.id))
                .wbs(draft.wbs)
                .outlineLevel(Math.max(1, draft.outlineLevel))
                .estimated(draft.estimated || (draft.format & Codes.ESTIMATED) != 0)
                .milestone(draft.milestone)
                .mode(draft.manual ? SchedulingMode.MANUAL : SchedulingMode.AUTOMATIC)
                .manual(manual(draft, unit))
                .active(draft.active)
                .external(draft.external)
                .recurring(draft.recurring)
                .calendar(draft.calendar < 0 ? null : shared.id(draft.calendar))
                .ignoresResourceCalendars(draft.ignoresResourceCalendars)
                .constraint(constraint(draft))
                .deadline(draft.deadline)
                .priority(draft.priority)
                .levellingDelay(shared.time(draft.levellingDelay, Codes.elapsed(Codes.unit(draft.levellingFormat))))
                .levelAssignments(draft.levelAssignments)
                .levellingMaySplit(draft.levellingMaySplit)
                .unlevelled(unlevelled(draft))
                .effortRule(Codes.effortRule(draft.type))
                .effortDriven(draft.effortDriven)
                .progress(progress(draft, unit))
                .fixedCost(draft.fixedCost)
                .fixedCostAccrual(Codes.accrual(draft.fixedCostAccrual))
                .cost(draft.cost)
                .baselines(BaselineTable.baselines(draft, shared))
                .notes(draft.notes)
                .build();
    }

    /** The dates of a task of another project take the place of typed ones. */
    private ManualDates manual(TaskDraft draft, WorkUnit unit) {
        if (!draft.manual && !draft.external) {
            return ManualDates.NONE;
        }
        LocalDateTime start = draft.manualStart == null ? draft.start : draft.manualStart;
        LocalDateTime finish = draft.manualFinish == null ? draft.finish : draft.manualFinish;
        if (start != null && finish != null && finish.isBefore(start)) {
            warn(
                    "MODEL_MANUAL",
                    draft.finishSpot == Spot.NONE ? draft.spot : draft.finishSpot,
                    "the finish %s typed into task %s is before its start %s".formatted(finish, draft.uid, start),
                    "the finish is left out");
            finish = null;
        }
        return new ManualDates(start, finish, shared.known(draft.manual ? draft.manualDuration : Value.NO_TICKS, unit));
    }

    /** Dates that don't go together tell nothing. */
    private static @Nullable Unlevelled unlevelled(TaskDraft draft) {
        LocalDateTime start = draft.unlevelledStart;
        LocalDateTime finish = draft.unlevelledFinish;
        return start == null || finish == null || finish.isBefore(start) ? null : new Unlevelled(start, finish);
    }

    private Constraint constraint(TaskDraft draft) {
        Constraint.Type type = Codes.constraint(draft.constraintType);
        if (type.needsDate() && draft.constraintDate == null) {
            warn(
                    "MODEL_CONSTRAINT",
                    draft.constraintSpot,
                    "task %s has ConstraintType %s (%s) without ConstraintDate"
                            .formatted(draft.uid, draft.constraintType, type),
                    "it is read without constraint");
            return Constraint.NONE;
        }
        Constraint constraint = new Constraint(type, draft.constraintDate);
        return constraint.equals(Constraint.NONE) ? Constraint.NONE : constraint;
    }

    /*
     * Files state actual and remaining duration of every task. Before work begins they say no more than the duration, and are
     * left out, so that a later change of the duration does not meet a stale remainder.
     */
    private Progress progress(TaskDraft draft, WorkUnit unit) {
        LocalDateTime start = actualStart(draft);
        LocalDateTime finish = actualFinish(draft, start);
        boolean begun = start != null || draft.percentComplete > 0 || draft.actualDuration > 0;
        if (!begun) {
            return notBegun(draft, unit);
        }
        LocalDateTime stop = stop(draft, start);
        return new Progress(
                start,
                finish,
                shared.known(draft.actualDuration, unit),
                shared.known(draft.remainingDuration, unit),
                draft.percentComplete,
                draft.physicalPercentComplete,
                stop,
                draft.stop == null || stop != null ? draft.resume : null);
    }

    private Progress notBegun(TaskDraft draft, WorkUnit unit) {
        boolean odd = draft.remainingDuration != draft.duration;
        if (!odd && draft.physicalPercentComplete == 0) {
            return Progress.NONE;
        }
        WorkTime remaining = odd ? shared.known(draft.remainingDuration, unit) : null;
        return new Progress(null, null, null, remaining, 0, draft.physicalPercentComplete, null, null);
    }

    private @Nullable LocalDateTime actualStart(TaskDraft draft) {
        LocalDateTime finish = draft.actualFinish;
        if (draft.actualStart != null || finish == null) {
            return draft.actualStart;
        }
        LocalDateTime start = draft.start != null && !draft.start.isAfter(finish) ? draft.start : finish;
        warn(
                "MODEL_ACTUALS",
                draft.actualFinishSpot,
                "task %s has an ActualFinish but no ActualStart".formatted(draft.uid),
                "it is taken to have begun on " + start);
        return start;
    }

    private @Nullable LocalDateTime actualFinish(TaskDraft draft, @Nullable LocalDateTime start) {
        LocalDateTime finish = draft.actualFinish;
        if (finish == null || start == null || !finish.isBefore(start)) {
            return finish;
        }
        warn(
                "MODEL_ACTUALS",
                draft.actualFinishSpot,
                "the ActualFinish %s of task %s is before its ActualStart %s".formatted(finish, draft.uid, start),
                "the ActualFinish is left out");
        return null;
    }

    private @Nullable LocalDateTime stop(TaskDraft draft, @Nullable LocalDateTime start) {
        LocalDateTime stop = draft.stop;
        boolean tooEarly = stop != null && start != null && stop.isBefore(start);
        boolean crossed = stop != null && draft.resume != null && draft.resume.isBefore(stop);
        if (tooEarly || crossed) {
            warn(
                    "MODEL_ACTUALS",
                    draft.stopSpot,
                    "Stop %s of task %s is before its ActualStart or after its Resume".formatted(stop, draft.uid),
                    "Stop and Resume are left out");
            return null;
        }
        return stop;
    }

    private void warn(String code, long spot, String message, String hint) {
        log.add(Problem.warning(code, message, hint).at(Spot.location(spot)));
    }
}
