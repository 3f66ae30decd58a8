package dev.plumbline.io;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Unlevelled;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rows of a random plan. */
final class RandomRows {

    private final RandomPlan plan;

    RandomRows(RandomPlan plan) {
        this.plan = plan;
    }

    void addTo(ProjectBuilder builder) {
        int level = 1;
        int number = 0;
        for (int row = 0; row < plan.size(); row++) {
            number += plan.has(Trait.ROWS) ? 1 + plan.choices(Trait.ROWS, row).nextInt(3) : 1;
            builder.add(activity(row, level, number));
            Random outline = plan.choices(Trait.OUTLINE, row);
            int change = plan.has(Trait.OUTLINE) ? Math.min(1, outline.nextInt(5) - 2) : 0;
            level = Math.max(1, Math.min(4, level + change));
        }
    }

    private Activity activity(int row, int level, int number) {
        WorkTime duration = duration(row);
        ActivityBuilder activity = Activity.builder(
                        plan.id(row), plan.text(Trait.NAMES, row, "Activity " + row), duration)
                .row(number)
                .outlineLevel(level)
                .notes(plan.text(Trait.NOTES, row, ""))
                .wbs(plan.text(Trait.NOTES, 1000 + row, ""));
        dates(activity, row, duration);
        marks(activity, row);
        plan.choose(Trait.LEVELLING, row, random -> levelling(activity, random));
        plan.choose(
                Trait.COSTS,
                row,
                random -> activity.fixedCost(RandomPlan.money(random))
                        .fixedCostAccrual(RandomPlan.any(random, List.of(Accrual.values())))
                        .cost(random.nextBoolean() ? null : RandomPlan.money(random)));
        plan.choose(Trait.ESTIMATES, row, random -> activity.estimate(estimate(random)));
        plan.choose(Trait.PROGRESS, row, random -> activity.progress(progress(random, duration)));
        plan.choose(Trait.FREE_PROGRESS, row, random -> activity.progress(freeProgress(random)));
        plan.choose(Trait.BASELINES, row, random -> activity.baselines(baselines(random)));
        plan.choose(Trait.UNLEVELLED, row, random -> {
            LocalDateTime start = RandomPlan.date(random);
            activity.unlevelled(new Unlevelled(start, start.plusHours(random.nextInt(90))));
        });
        return activity.build();
    }

    private WorkTime duration(int row) {
        Random random = plan.choices(Trait.UNITS, row);
        return plan.has(Trait.UNITS) ? RandomPlan.amount(random) : WorkTime.hours(random.nextInt(40));
    }

    private void dates(ActivityBuilder activity, int row, WorkTime duration) {
        plan.choose(
                Trait.CONSTRAINTS,
                row,
                random -> activity.constraint(new Constraint(
                        RandomPlan.any(random, List.of(Constraint.Type.values())), RandomPlan.date(random))));
        plan.choose(Trait.DEADLINES, row, random -> activity.deadline(RandomPlan.date(random)));
        plan.choose(Trait.MANUAL, row, random -> {
            LocalDateTime start = random.nextInt(4) == 0 ? null : RandomPlan.date(random);
            LocalDateTime finish = start == null || random.nextBoolean() ? null : start.plusHours(random.nextInt(99));
            WorkTime typed = random.nextBoolean() ? null : duration.withTicks(random.nextInt(9_000));
            activity.mode(SchedulingMode.MANUAL).manual(new ManualDates(start, finish, typed));
        });
        plan.choose(
                Trait.FREE_DATES,
                row,
                random -> activity.deadline(RandomPlan.date(random).plusNanos(1_000_000L * random.nextInt(3)))
                        .manual(new ManualDates(null, RandomPlan.date(random), WorkTime.days(random.nextInt(3)))));
    }

    private void marks(ActivityBuilder activity, int row) {
        plan.choose(Trait.INACTIVE, row, random -> activity.active(random.nextBoolean()));
        plan.choose(
                Trait.MARKS,
                row,
                random -> activity.milestone(random.nextInt(4) == 0)
                        .estimated(random.nextBoolean())
                        .recurring(random.nextInt(4) == 0)
                        .ignoresResourceCalendars(random.nextBoolean()));
        plan.choose(
                Trait.CALENDARS, row, random -> activity.calendar(plan.id(random.nextInt(RandomCalendars.OTHERS + 1))));
        plan.choose(
                Trait.EFFORT,
                row,
                random -> activity.effortDriven(random.nextBoolean())
                        .effortRule(RandomPlan.any(random, List.of(EffortRule.values()))));
    }

    private static void levelling(ActivityBuilder activity, Random random) {
        activity.priority(random.nextInt(1001))
                .levellingDelay(RandomPlan.elapsed(random))
                .levelAssignments(random.nextBoolean())
                .levellingMaySplit(random.nextBoolean());
    }

    private static Estimate estimate(Random random) {
        WorkTime least =
                new WorkTime(1 + random.nextInt(9_000), RandomPlan.any(random, List.of(WorkUnit.HOURS, WorkUnit.DAYS)));
        WorkTime likely = least.withTicks(least.ticks() + random.nextInt(9_000));
        return new Estimate(least, likely, likely.in(WorkUnit.WEEKS).withTicks(likely.ticks() + random.nextInt(9_000)));
    }

    /** Returns one of the states that a report has: nothing done, begun, interrupted, done. */
    private static Progress progress(Random random, WorkTime duration) {
        LocalDateTime start = RandomPlan.date(random);
        double percent = random.nextInt(100_001) / 1000.0;
        double physical = random.nextInt(101);
        WorkTime actual = random.nextBoolean() ? null : duration.withTicks(1 + random.nextInt(9_000));
        WorkTime remaining = random.nextBoolean() ? null : duration.withTicks(random.nextInt(9_000));
        LocalDateTime stop = start.plusHours(random.nextInt(50));
        return switch (random.nextInt(6)) {
            case 0 -> new Progress(null, null, null, null, 0, physical, null, null);
            case 1 -> new Progress(null, null, actual, remaining, Math.max(1, percent), physical, null, null);
            case 2 -> new Progress(null, null, null, duration.withTicks(duration.ticks() + 600), 0, 0, null, null);
            case 3 -> new Progress(start, null, actual, remaining, percent, physical, null, null);
            case 4 ->
                new Progress(start, null, actual, remaining, percent, 0, stop, stop.plusHours(random.nextInt(90)));
            default ->
                new Progress(start, start.plusHours(random.nextInt(99)), actual, null, 100, physical, null, null);
        };
    }

    /** Returns what the model allows and no planner reports. */
    private static Progress freeProgress(Random random) {
        return new Progress(
                null,
                random.nextBoolean() ? null : RandomPlan.date(random),
                random.nextBoolean() ? null : RandomPlan.amount(random),
                random.nextBoolean() ? null : RandomPlan.amount(random),
                0,
                0,
                random.nextBoolean() ? null : RandomPlan.date(random),
                random.nextBoolean() ? null : RandomPlan.date(random));
    }

    private static List<Baseline> baselines(Random random) {
        List<Baseline> result = new ArrayList<>();
        for (int number = random.nextInt(3); number <= 10; number += 1 + random.nextInt(6)) {
            result.add(new Baseline(
                    number,
                    maybe(random, RandomPlan.date(random)),
                    maybe(random, RandomPlan.date(random)),
                    maybe(random, RandomPlan.amount(random)),
                    maybe(random, RandomPlan.amount(random).in(WorkUnit.HOURS)),
                    maybe(random, RandomPlan.money(random))));
        }
        return result;
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? null : value;
    }
}
