package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;

/** Plans with a bit of everything: summaries, calendars, constraints, progress, manual rows, all types of relationship. */
final class RandomPlans {

    static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private RandomPlans() {}

    static Project of(long seed, int size) {
        Random random = new Random(seed);
        ProjectBuilder builder = Project.builder("random " + seed)
                .start(START)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.roundTheClock("24h"))
                .addCalendar(WorkCalendar.weekdays("early", LocalTime.of(6, 0), LocalTime.of(14, 0)))
                .resource("crew", 2)
                .resource("night", 1);
        int level = 1;
        for (int a = 0; a < size; a++) {
            builder.add(activity(random, "A" + a, level));
            level = Math.max(1, Math.min(4, level + random.nextInt(4) - 2 + (random.nextInt(4) == 0 ? 1 : 0)));
        }
        Project rows = builder.build();
        for (int i = 0; i < size * 3 / 2; i++) {
            int from = random.nextInt(size);
            int to = random.nextInt(size);
            String tail = "A" + Math.min(from, to);
            String head = "A" + Math.max(from, to);
            if (from != to && apart(rows, tail, head)) {
                builder.add(new Relationship(tail, head, type(random), lag(random)));
                if (!loops(builder)) {
                    continue;
                }
                builder.removeRelationship(tail, head);
            }
        }
        return builder.build();
    }

    /** Summaries far apart in the outline can form a loop even when every relationship points down. */
    private static boolean loops(ProjectBuilder builder) {
        try {
            builder.build();
            return false;
        } catch (dev.plumbline.model.PlumblineException e) {
            return true;
        }
    }

    private static boolean apart(Project project, String tail, String head) {
        for (var up = project.wbs().parent(head);
                up.isPresent();
                up = project.wbs().parent(up.get().id())) {
            if (up.get().id().equals(tail)) {
                return false;
            }
        }
        return true;
    }

    static RelationshipType type(Random random) {
        return random.nextInt(3) > 0 ? RelationshipType.FS : RelationshipType.values()[random.nextInt(4)];
    }

    static Lag lag(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Lag.of(WorkTime.hours(random.nextInt(30) - 10));
            case 1 -> Lag.of(WorkTime.elapsedHours(random.nextInt(50) - 10));
            case 2 -> Lag.percent(random.nextInt(150) - 50);
            default -> Lag.NONE;
        };
    }

    private static Activity activity(Random random, String id, int level) {
        WorkTime duration = random.nextInt(6) == 0
                ? WorkTime.ZERO
                : random.nextInt(8) == 0
                        ? WorkTime.elapsedHours(1 + random.nextInt(60))
                        : WorkTime.hours(1 + random.nextInt(60));
        ActivityBuilder builder =
                Activity.builder(id, "Activity " + id, duration).outlineLevel(level);
        LocalDateTime date = START.plusHours(random.nextInt(900));
        switch (random.nextInt(16)) {
            case 0 -> builder.constraint(Constraint.startNoEarlierThan(date));
            case 1 -> builder.constraint(Constraint.finishNoLaterThan(date));
            case 2 -> builder.constraint(Constraint.mustFinishOn(date));
            case 3 -> builder.constraint(Constraint.finishNoEarlierThan(date));
            case 4 -> builder.deadline(date);
            case 5 -> builder.calendar(random.nextBoolean() ? "24h" : "early");
            case 6 ->
                builder.mode(SchedulingMode.MANUAL)
                        .manual(new ManualDates(date, date.plusHours(random.nextInt(60)), null));
            case 7 -> builder.progress(new Progress(date, null, null, null, random.nextInt(90), 0, null, null));
            case 8 ->
                builder.progress(
                        new Progress(date, date.plusHours(random.nextInt(60)), null, null, 100, 0, null, null));
            case 9 -> builder.levellingDelay(WorkTime.elapsedHours(random.nextInt(60)));
            default -> builder.estimated(random.nextBoolean());
        }
        return builder.build();
    }
}
