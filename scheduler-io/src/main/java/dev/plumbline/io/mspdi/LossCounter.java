package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ScheduleFrom;
import dev.plumbline.model.SchedulingMode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what of a plan comes back otherwise than it was, or not at all, when its file is read. */
final class LossCounter {

    static final String UNITS = "units in which amounts are shown, where the file has one for them";
    static final String ORDER = "orders of rows of tables, which are sorted by date or number";

    static final String FRACTIONS = "fractions of seconds";

    private final Project project;
    private final LossCounts losses;
    private boolean farDates;

    LossCounter(Project project, LossCounts losses) {
        this.project = project;
        this.losses = losses;
    }

    /** Returns whether there are dates that Microsoft Project doesn't know. */
    boolean hasFarDates() {
        return farDates;
    }

    void count() {
        settings(project.settings());
        dates(project.start(), project.finish().orElse(null), project.dataDate().orElse(null));
        losses.remark(
                project.scheduleFrom() == ScheduleFrom.START && project.finish().isPresent(),
                "the finish of a plan that is scheduled from its start");
        losses.remark(!PlanOut.isInOrder(project.activities()), "numbers of rows, which don't rise from row to row");
        project.activities().forEach(this::activity);
        project.relationships().forEach(this::relationship);
        project.resources().forEach(this::resource);
        project.assignments().forEach(this::assignment);
    }

    private void settings(ProjectSettings settings) {
        boolean usual = Math.abs((long) settings.criticalSlackDays()) <= Held.MOST_SLACK_DAYS
                && settings.conversion().equals(Held.conversion(settings.conversion()));
        losses.count(!usual, "options beyond what Microsoft Project takes");
        losses.remark(
                settings.currencyDigits() != Held.between(0, settings.currencyDigits(), Held.MOST_DIGITS)
                        || !settings.currencyCode()
                                .equals(settings.currencyCode().strip()),
                "codes and digits of a currency");
        fraction(settings.defaultStart().getNano() + settings.defaultFinish().getNano());
    }

    private void activity(Activity activity) {
        WorkUnit unit = activity.duration().unit();
        amounts(activity.duration());
        delay(activity.levellingDelay());
        money(activity.fixedCost());
        money(activity.cost());
        progress(activity, activity.progress());
        shownIn(unit, activity.progress().actualDuration());
        shownIn(unit, activity.progress().remainingDuration());
        manual(activity, activity.manual(), unit);
        estimate(activity.estimate());
        activity.baselines().forEach(this::baseline);
        sorted(activity.baselines(), Comparator.comparing(Baseline::number));
        dates(activity.deadline(), activity.constraint().date());
        if (activity.unlevelled() != null) {
            dates(activity.unlevelled().start(), activity.unlevelled().finish());
        }
    }

    private void progress(Activity activity, Progress progress) {
        LocalDateTime start = progress.actualStart();
        LocalDateTime stop = progress.stop();
        LocalDateTime resume = progress.resume();
        boolean begun = TaskRow.hasBegun(progress);
        boolean crossed = stop != null && (isBefore(stop, start) || isBefore(resume, stop));
        boolean loose = !begun && (stop != null || resume != null);
        losses.count(
                crossed || loose || (start == null && progress.actualFinish() != null),
                "reports of work that stops, resumes or finishes without a start before");
        WorkTime remaining = progress.remainingDuration();
        boolean idle = progress.actualDuration() != null
                || (remaining != null
                        && remaining.ticks() == activity.duration().ticks());
        losses.remark(!begun && idle, "durations done and left that say no more than the duration");
        dates(start, progress.actualFinish(), stop, resume);
    }

    private static boolean isBefore(@Nullable LocalDateTime date, @Nullable LocalDateTime other) {
        return date != null && other != null && date.isBefore(other);
    }

    private void manual(Activity activity, ManualDates manual, WorkUnit unit) {
        boolean typed = activity.mode() == SchedulingMode.MANUAL;
        boolean idle = activity.external() ? manual.duration() != null : !manual.equals(ManualDates.NONE);
        losses.remark(!typed && idle, "typed dates of activities that are scheduled automatically");
        inUnit(unit, manual.duration());
        dates(manual.start(), manual.finish());
    }

    private void estimate(@Nullable Estimate estimate) {
        if (estimate != null) {
            amounts(estimate.optimistic(), estimate.mostLikely(), estimate.pessimistic());
            losses.remark(estimate.pessimistic().isZero(), "estimates of no time at all");
        }
    }

    private void baseline(Baseline baseline) {
        amounts(baseline.duration(), baseline.work());
        inUnit(WorkUnit.HOURS, baseline.work());
        money(baseline.cost());
        dates(baseline.start(), baseline.finish());
    }

    private void relationship(Relationship relationship) {
        if (relationship.lag() instanceof Lag.Time lag) {
            delay(lag.time(), lag.time().unit());
        } else if (relationship.lag() instanceof Lag.Percent lag) {
            losses.count(!Held.isPercent(lag.percent()), "lags of millions of percent");
        }
    }

    private void resource(Resource resource) {
        units(resource.maxUnits(), Held.MOST_UNITS);
        sorted(resource.availability(), Comparator.comparing(Availability::from));
        for (Availability period : resource.availability()) {
            units(period.units(), Held.MOST_UNITS);
            bounds(period.from(), period.to());
        }
        sorted(resource.rates(), Comparator.comparing(CostRate::table).thenComparing(CostRate::from));
        for (CostRate rate : resource.rates()) {
            money(rate.standardRate());
            money(rate.overtimeRate());
            money(rate.costPerUse());
            bounds(rate.from(), rate.to());
            losses.remark(!isRateUnit(rate.standardUnit()) || !isRateUnit(rate.overtimeUnit()), UNITS);
        }
    }

    private static boolean isRateUnit(WorkUnit unit) {
        return Codes.rateUnit(Codes.rateCode(unit)) == unit;
    }

    private void assignment(Assignment assignment) {
        units(assignment.units(), Held.MOST_ASSIGNED);
        amounts(assignment.work(), assignment.overtimeWork(), assignment.actualWork(), assignment.remainingWork());
        inUnit(WorkUnit.HOURS, assignment.work());
        inUnit(WorkUnit.HOURS, assignment.overtimeWork());
        inUnit(WorkUnit.HOURS, assignment.actualWork());
        inUnit(WorkUnit.HOURS, assignment.remainingWork());
        delay(assignment.delay(), WorkUnit.DAYS);
        delay(assignment.levellingDelay());
        losses.count(assignment.levellingDelay().isNegative(), "assignments that levelling lets begin earlier");
        money(assignment.cost());
        LocalDateTime start = assignment.actualStart();
        boolean begun = AssignmentRow.hasBegun(assignment);
        losses.count(
                isBefore(assignment.actualFinish(), start)
                        || (!begun && (assignment.stop() != null || assignment.resume() != null)),
                "reports of work that stops, resumes or finishes without a start before");
        losses.remark(
                !begun
                        && assignment.remainingWork() != null
                        && assignment.remainingWork().ticks()
                                == assignment.work().ticks(),
                "work left that says no more than the work");
        dates(start, assignment.actualFinish(), assignment.stop(), assignment.resume());
    }

    private void amounts(@Nullable WorkTime... amounts) {
        for (WorkTime amount : amounts) {
            losses.count(
                    amount != null && amount.ticks() != Held.amount(amount.ticks()),
                    "amounts of time that are negative or beyond three million hours");
        }
    }

    /** Delays by levelling pass on the wall clock. */
    private void delay(WorkTime delay) {
        delay(delay, delay.unit());
        shownIn(Codes.elapsed(delay.unit()), delay);
    }

    private void delay(WorkTime delay, WorkUnit unit) {
        losses.count(delay.ticks() != Held.delay(delay), "waits beyond 400 years");
        inUnit(unit, delay);
    }

    /** Notes an amount that is read in another unit; whether it is elapsed follows from the unit. */
    private void inUnit(WorkUnit unit, @Nullable WorkTime amount) {
        losses.count(
                amount != null && amount.isElapsed() != unit.isElapsed(),
                "elapsed time where the file has working time, or the other way round");
        shownIn(unit, amount);
    }

    private void shownIn(WorkUnit unit, @Nullable WorkTime amount) {
        losses.remark(amount != null && amount.unit() != unit, UNITS);
    }

    private void units(double units, double most) {
        losses.count(units != Held.units(units, most), "units that are negative or beyond 999,999,999");
    }

    private void money(@Nullable BigDecimal amount) {
        losses.count(amount != null && amount.compareTo(Held.money(amount)) != 0, "digits of amounts of money");
    }

    private <T> void sorted(List<T> rows, Comparator<T> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                losses.remark(true, ORDER);
                return;
            }
        }
    }

    private void dates(@Nullable LocalDateTime... dates) {
        for (LocalDateTime date : dates) {
            if (date != null) {
                farDates |= DateText.isFar(date);
                fraction(date.getNano());
            }
        }
    }

    /** Dates that only bound something may lie anywhere. */
    private void bounds(LocalDateTime from, LocalDateTime to) {
        farDates |= from.getYear() < 1 || to.getYear() < 1 || from.getYear() > 9999 || to.getYear() > 9999;
        fraction(from.getNano() + to.getNano());
    }

    private void fraction(int nanos) {
        losses.remark(nanos != 0, FRACTIONS);
    }
}
