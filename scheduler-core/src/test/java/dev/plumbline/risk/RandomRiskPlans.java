package dev.plumbline.risk;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SplittableRandom;

/** Small plans with whatever a plan can hold, from a seed. */
final class RandomRiskPlans {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private final SplittableRandom random;
    private final Flavour flavour;
    private int size;

    /**
     * What a plan may hold.
     *
     * @param calendars how many
     * @param constraints whether there are constraints and deadlines
     * @param progress whether there are reported and typed dates
     * @param elapsed whether there is elapsed time
     * @param summaries whether summaries tie rows
     */
    record Flavour(int calendars, boolean constraints, boolean progress, boolean elapsed, boolean summaries) {}

    private RandomRiskPlans(long seed, Flavour flavour) {
        this.random = new SplittableRandom(seed);
        this.flavour = flavour;
    }

    static Project plan(long seed, Flavour flavour) {
        return new RandomRiskPlans(seed, flavour).build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Project build() {
        size = 2 + random.nextInt(18);
        LocalDateTime start =
                chance(80) ? START : START.minusDays(random.nextInt(3)).plusHours(random.nextInt(12));
        ProjectBuilder builder = Project.builder("random").start(start);
        builder.calendar(WorkCalendar.standard().toBuilder()
                .dayOff("holiday", LocalDate.of(2026, 3, 10))
                .build());
        for (int c = 1; c < flavour.calendars(); c++) {
            DayHours hours = DayHours.of(
                    Shift.of(LocalTime.of(5 + c, 0), LocalTime.of(9 + c, 30)),
                    Shift.of(LocalTime.of(10 + c, 0), LocalTime.of(15 + c, 0)));
            WorkCalendar.Builder calendar = WorkCalendar.builder("c" + c);
            builder.addCalendar((c == 3
                            ? calendar.everyDay(DayHours.ALL_DAY)
                            : c == 2 ? calendar.everyDay(hours) : calendar.workdays(hours))
                    .build());
        }
        for (int i = 0; i < size; i++) {
            int number = i;
            if (i % 5 == 2) {
                builder.activity("S" + i, "S" + i, WorkTime.ZERO, a -> a.outlineLevel(1));
            }
            WorkTime duration = flavour.elapsed() && chance(15)
                    ? WorkTime.elapsedHours(random.nextInt(60))
                    : WorkTime.hours(chance(15) ? 0 : random.nextInt(40));
            builder.activity("A" + i, "A" + i, duration, a -> vary(a.outlineLevel(number < 2 ? 1 : 2), number));
        }
        relate(builder);
        return builder.build();
    }

    private ActivityBuilder vary(ActivityBuilder activity, int number) {
        if (flavour.calendars() > 1 && chance(70)) {
            activity.calendar("c" + (1 + random.nextInt(flavour.calendars() - 1)));
        }
        if (flavour.constraints() && chance(30)) {
            activity.constraint(constraint());
        }
        if (flavour.constraints() && chance(15)) {
            activity.deadline(date());
        }
        if (flavour.elapsed() && chance(10)) {
            activity.levellingDelay(WorkTime.elapsedHours(random.nextInt(40) - 10));
        }
        if (flavour.progress() && number < 4) {
            report(activity);
        }
        return activity;
    }

    private void report(ActivityBuilder activity) {
        switch (random.nextInt(5)) {
            case 0 -> activity.progress(new Progress(date(), null, null, null, 40, 0, null, null));
            case 1 -> {
                LocalDateTime begun = date();
                activity.progress(new Progress(begun, begun.plusDays(2), null, null, 100, 0, null, null));
            }
            case 2 -> {
                LocalDateTime begun = date();
                activity.mode(SchedulingMode.MANUAL).manual(new ManualDates(begun, begun.plusHours(30), null));
            }
            default -> {}
        }
    }

    private LocalDateTime date() {
        return START.plusDays(random.nextInt(14)).withHour(8 + random.nextInt(10));
    }

    private Constraint constraint() {
        LocalDateTime date = date();
        return switch (random.nextInt(6)) {
            case 0 -> Constraint.startNoEarlierThan(date);
            case 1 -> Constraint.finishNoEarlierThan(date);
            case 2 -> Constraint.startNoLaterThan(date);
            case 3 -> Constraint.finishNoLaterThan(date);
            case 4 -> Constraint.mustStartOn(date);
            default -> Constraint.mustFinishOn(date);
        };
    }

    private void relate(ProjectBuilder builder) {
        for (int to = 1; to < size; to++) {
            int count = random.nextInt(4);
            for (int k = 0; k < count; k++) {
                int from = Math.max(0, to - 1 - random.nextInt(5));
                RelationshipType type = chance(60) ? RelationshipType.FS : RelationshipType.values()[random.nextInt(4)];
                builder.add(new Relationship("A" + from, "A" + to, type, lag()));
            }
        }
        if (flavour.summaries() && size > 8) {
            builder.finishToStart("A0", "S7");
            builder.finishToStart("S2", "A" + (size - 1));
        }
    }

    private Lag lag() {
        int hours = random.nextInt(20) - 6;
        if (chance(60)) {
            return Lag.NONE;
        }
        if (chance(20)) {
            return Lag.percent(random.nextInt(120) - 30);
        }
        return Lag.of(flavour.elapsed() && chance(40) ? WorkTime.elapsedHours(hours) : WorkTime.hours(hours));
    }
}
