package dev.plumbline.io;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the model allows and no format is made for: a plan gets some of it, where the traits are wanted. */
final class RandomOddities {

    private final RandomPlan plan;

    RandomOddities(RandomPlan plan) {
        this.plan = plan;
    }

    Project addTo(Project project) {
        ProjectBuilder builder = project.toBuilder();
        if (plan.has(Trait.FREE_CALENDARS)) {
            calendars(project, builder);
        }
        if (plan.has(Trait.FREE_UNITS)) {
            change(Trait.FREE_UNITS, project, builder, this::otherUnits, this::otherUnits, this::otherUnits);
        }
        if (plan.has(Trait.FREE_ORDER)) {
            change(Trait.FREE_ORDER, builder.build(), builder, this::otherOrder, this::otherOrder, this::otherOrder);
        }
        if (plan.has(Trait.HUGE_AMOUNTS)) {
            change(Trait.HUGE_AMOUNTS, builder.build(), builder, this::huge, this::huge, this::huge);
            builder.replaceEachRelationship(r -> huge(r, plan.choices(Trait.HUGE_AMOUNTS, r.hashCode() % 97)));
            Random random = plan.choices(Trait.HUGE_AMOUNTS, 0);
            if (random.nextBoolean()) {
                builder.settings(
                        project.settings().withConversion(new UnitConversion(1 + random.nextInt(3_000), 20_000, 40)));
            }
        }
        return builder.build();
    }

    /** Changes something by chance. */
    private interface Change<T> {
        T change(T part, Random random);
    }

    private void change(
            Trait trait,
            Project project,
            ProjectBuilder builder,
            Change<Activity> activity,
            Change<Resource> resource,
            Change<Assignment> assignment) {
        builder.replaceEach(a -> activity.change(a, plan.choices(trait, project.indexOf(a.id()))));
        project.resources().forEach(r -> builder.replace(resource.change(r, plan.choices(trait, 100 + r.row()))));
        builder.replaceEachAssignment(a -> assignment.change(
                a, plan.choices(trait, 200 + project.assignments().indexOf(a))));
    }

    private void calendars(Project project, ProjectBuilder builder) {
        Random random = plan.choices(Trait.FREE_CALENDARS, 0);
        LocalDate from = RandomPlan.START.toLocalDate().plusDays(random.nextInt(30));
        WorkCalendar base = WorkCalendar.builder("77", "not in the plan")
                .workdays(DayHours.ALL_DAY)
                .dayOff("base", from)
                .build();
        Recurrence often =
                new Recurrence(new Recurrence.Daily(1), from.plusDays(2), from.plusDays(30), random.nextInt(4));
        builder.addCalendar(WorkCalendar.builder(plan.id(6), "odd")
                .base(random.nextBoolean() ? base : project.calendar())
                .exception(new CalendarException("often", often, DayHours.OFF))
                .build());
        builder.replaceEach(a -> a.calendar() == null ? a.with(b -> b.calendar(plan.id(6))) : a);
    }

    private Activity otherUnits(Activity activity, Random random) {
        Progress old = activity.progress();
        return activity.with(a -> a.levellingDelay(
                        activity.levellingDelay().in(RandomPlan.amount(random).unit()))
                .progress(new Progress(
                        old.actualStart(),
                        old.actualFinish(),
                        inAny(old.actualDuration(), random),
                        inAny(old.remainingDuration(), random),
                        old.percentComplete(),
                        old.physicalPercentComplete(),
                        old.stop(),
                        old.resume())));
    }

    private static @Nullable WorkTime inAny(@Nullable WorkTime time, Random random) {
        return time == null ? null : time.in(RandomPlan.amount(random).unit());
    }

    private Resource otherUnits(Resource resource, Random random) {
        return eachRate(
                resource,
                r -> new CostRate(
                        r.table(),
                        r.from(),
                        r.to(),
                        r.standardRate(),
                        RandomPlan.amount(random).unit(),
                        r.overtimeRate(),
                        r.overtimeUnit(),
                        r.costPerUse()));
    }

    private static Resource eachRate(Resource resource, UnaryOperator<CostRate> change) {
        return resource.with(b -> b.rates(resource.rates().stream().map(change).toList()));
    }

    private Assignment otherUnits(Assignment assignment, Random random) {
        WorkUnit unit = RandomPlan.amount(random).unit();
        return assignment.with(a -> a.work(assignment.work().in(unit))
                .delay(assignment.delay().in(unit))
                .levellingDelay(assignment.levellingDelay().in(unit)));
    }

    private Activity otherOrder(Activity activity, Random random) {
        return activity.with(a -> a.row(1 + random.nextInt(20)).baselines(reversed(activity.baselines())));
    }

    private Resource otherOrder(Resource resource, Random random) {
        return resource.with(r -> r.row(random.nextInt(9))
                .rates(reversed(resource.rates()))
                .availability(reversed(resource.availability())));
    }

    private Assignment otherOrder(Assignment assignment, Random random) {
        return assignment.with(a -> a.timephased(reversed(assignment.timephased())));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private Activity huge(Activity activity, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> activity.with(a -> a.duration(hugeTime(random)));
            case 1 ->
                activity.with(a ->
                        a.fixedCost(hugeMoney(random)).cost(hugeMoney(random).negate()));
            case 2 -> activity.with(a -> a.levellingDelay(hugeTime(random).negated()));
            case 3 ->
                activity.with(a -> a.baselines(
                        List.of(new Baseline(1, null, null, WorkTime.hours(-1), hugeTime(random), hugeMoney(random)))));
            case 4 -> activity.with(a -> a.deadline(RandomPlan.START.plusYears(random.nextInt(8_000) - 1_000)));
            default -> activity;
        };
    }

    private static WorkTime hugeTime(Random random) {
        return new WorkTime(
                Math.abs(random.nextLong()) >>> random.nextInt(35),
                RandomPlan.amount(random).unit());
    }

    private static BigDecimal hugeMoney(Random random) {
        return new BigDecimal("12345678901234567890").movePointLeft(random.nextInt(60) - 10);
    }

    private Resource huge(Resource resource, Random random) {
        Resource more = resource.with(r -> r.maxUnits(999_999_999.0 + random.nextDouble())
                .availability(List.of(
                        new Availability(Availability.EVER, Availability.FOR_EVER, 1e-60 * random.nextInt(2)))));
        return eachRate(
                random.nextBoolean() ? more : resource,
                r -> new CostRate(
                        r.table(),
                        r.from(),
                        r.to(),
                        hugeMoney(random),
                        r.standardUnit(),
                        r.overtimeRate(),
                        r.overtimeUnit(),
                        r.costPerUse()));
    }

    private Assignment huge(Assignment assignment, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> assignment.with(a -> a.units(-1.5));
            case 1 -> assignment.with(a -> a.units(1e11));
            case 2 -> assignment.with(a -> a.work(hugeTime(random).in(WorkUnit.HOURS)));
            default -> assignment.with(a -> a.delay(hugeTime(random)).levellingDelay(WorkTime.elapsedHours(-1)));
        };
    }

    private static Relationship huge(Relationship relationship, Random random) {
        Lag lag = random.nextBoolean()
                ? new Lag.Percent(hugeMoney(random), false)
                : Lag.of(hugeTime(random).negated());
        return random.nextBoolean()
                ? relationship
                : new Relationship(relationship.predecessor(), relationship.successor(), relationship.type(), lag);
    }
}
