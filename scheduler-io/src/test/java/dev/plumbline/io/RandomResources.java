package dev.plumbline.io;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.AssignmentBuilder;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Contour;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceBuilder;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.TimephasedWork;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The resources of a random plan and what they do. */
final class RandomResources {

    private static final int COUNT = 4;

    private final RandomPlan plan;

    RandomResources(RandomPlan plan) {
        this.plan = plan;
    }

    void addTo(ProjectBuilder builder) {
        if (!plan.has(Trait.RESOURCES)) {
            return;
        }
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            resources.add(resource(i));
            builder.add(resources.get(i));
        }
        int number = 0;
        for (Activity activity : builder.activities()) {
            int row = number++;
            plan.choose(Trait.ASSIGNMENTS, row, random -> {
                int first = random.nextInt(COUNT);
                for (int i = first; i < Math.min(COUNT, first + 1 + random.nextInt(2)); i++) {
                    builder.add(assignment(COUNT * row + i, activity, resources.get(i)));
                }
            });
        }
    }

    private Resource resource(int number) {
        Random random = plan.choices(Trait.RESOURCES, number);
        ResourceBuilder resource = Resource.builder(plan.id(number), name(number))
                .row(number + 1)
                .type(RandomPlan.any(random, List.of(ResourceType.values())))
                .maxUnits(random.nextInt(100) / 8.0);
        plan.choose(Trait.RESOURCE_DETAILS, number, r -> details(resource, r, number));
        plan.choose(Trait.CALENDARS, -number, r -> resource.calendar(plan.id(r.nextInt(RandomCalendars.OTHERS + 1))));
        plan.choose(Trait.AVAILABILITY, number, r -> resource.availability(availability(r)));
        plan.choose(Trait.RATE_TABLES, number, r -> resource.rates(rates(r)));
        return resource.build();
    }

    /** Microsoft Project allows no list separators and brackets in names, so these are left to a trait of their own. */
    private String name(int number) {
        String name = plan.text(Trait.NAMES, -30 - number, "Resource") + number;
        return plan.has(Trait.CHARACTERS) ? name : name.replaceAll("[\\[\\],]", "");
    }

    private void details(ResourceBuilder resource, Random random, int number) {
        resource.initials(plan.text(Trait.NAMES, -40 - number, "R"))
                .group(plan.text(Trait.NAMES, -50 - number, ""))
                .notes(plan.text(Trait.NOTES, -number, ""))
                .materialLabel(random.nextBoolean() ? "" : "t/m")
                .canLevel(random.nextBoolean())
                .accrual(RandomPlan.any(random, List.of(Accrual.values())))
                .generic(random.nextBoolean())
                .active(random.nextBoolean())
                .budget(random.nextBoolean())
                .proposed(random.nextBoolean())
                .rates(List.of(CostRate.perHour(
                        RandomPlan.money(random).abs(),
                        RandomPlan.money(random).abs(),
                        BigDecimal.valueOf(random.nextInt(50)))));
    }

    private static List<Availability> availability(Random random) {
        List<Availability> result = new ArrayList<>();
        LocalDateTime from = random.nextBoolean() ? Availability.EVER : RandomPlan.START;
        for (int i = random.nextInt(3); i >= 0; i--) {
            LocalDateTime to = i == 0 ? Availability.FOR_EVER : from.plusHours(random.nextInt(20_000));
            result.add(new Availability(from, to, random.nextInt(50) / 4.0));
            from = to;
        }
        return result;
    }

    private static List<CostRate> rates(Random random) {
        List<CostRate> result = new ArrayList<>();
        for (int table = random.nextInt(3); table < 5; table += 1 + random.nextInt(3)) {
            LocalDateTime change = RandomPlan.date(random);
            result.add(rate(random, table, Availability.EVER, change));
            result.add(rate(random, table, change, Availability.FOR_EVER));
        }
        return result;
    }

    private static CostRate rate(Random random, int table, LocalDateTime from, LocalDateTime to) {
        List<WorkUnit> units =
                List.of(WorkUnit.MINUTES, WorkUnit.HOURS, WorkUnit.DAYS, WorkUnit.WEEKS, WorkUnit.MONTHS);
        return new CostRate(
                table,
                from,
                to,
                RandomPlan.money(random).abs(),
                RandomPlan.any(random, units),
                RandomPlan.money(random).abs(),
                RandomPlan.any(random, units),
                RandomPlan.money(random).abs());
    }

    /** Where text may be an id, it is the one that reading gives an assignment without. */
    private Assignment assignment(int number, Activity activity, Resource resource) {
        Random random = plan.choices(Trait.ASSIGNMENTS, -number);
        String id = plan.has(Trait.TEXT_IDS) ? activity.id() + "/" + resource.id() : plan.id(number);
        AssignmentBuilder assignment = Assignment.builder(id, activity.id(), resource.id())
                .units(random.nextInt(1000) / 300.0)
                .work(random.nextBoolean() ? hours(0) : hours(random.nextInt(9_000)));
        plan.choose(Trait.ASSIGNMENT_DETAILS, number, r -> details(assignment, r));
        return assignment.build();
    }

    private static void details(AssignmentBuilder assignment, Random random) {
        LocalDateTime start = RandomPlan.date(random);
        WorkTime work = hours(600 + random.nextInt(9_000));
        assignment
                .work(work)
                .overtimeWork(hours(random.nextInt(600)))
                .delay(new WorkTime(random.nextInt(9_000), WorkUnit.DAYS))
                .levellingDelay(RandomPlan.elapsed(random))
                .contour(RandomPlan.any(random, List.of(Contour.values())))
                .costRateTable(random.nextInt(5))
                .cost(random.nextBoolean() ? null : RandomPlan.money(random))
                .proposed(random.nextBoolean())
                .notes(RandomPlan.any(random, List.of("", "a < b", "=1+1", "two\nlines")))
                .timephased(timephased(random));
        if (random.nextBoolean()) {
            LocalDateTime stop = start.plusHours(random.nextInt(50));
            assignment
                    .actualStart(start)
                    .actualFinish(random.nextBoolean() ? null : stop.plusHours(2))
                    .actualWork(hours(random.nextInt(600)))
                    .remainingWork(random.nextBoolean() ? null : hours(random.nextInt(9_000)))
                    .stop(random.nextBoolean() ? null : stop)
                    .resume(random.nextBoolean() ? null : stop.plusHours(3));
        } else if (random.nextBoolean()) {
            assignment.remainingWork(hours(work.ticks() - 1));
        }
    }

    private static List<TimephasedWork> timephased(Random random) {
        List<TimephasedWork> result = new ArrayList<>();
        for (TimephasedWork.Kind kind : TimephasedWork.Kind.values()) {
            LocalDateTime from = RandomPlan.START.plusDays(random.nextInt(9));
            for (int i = random.nextInt(4); i > 0; i--) {
                result.add(new TimephasedWork(kind, from, from.plusHours(9), hours(random.nextInt(4_800))));
                from = from.plusDays(1 + random.nextInt(3));
            }
        }
        return result;
    }

    private static WorkTime hours(long ticks) {
        return new WorkTime(ticks, WorkUnit.HOURS);
    }
}
