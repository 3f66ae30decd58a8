package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans that pure working time can express: one calendar, all types of relationship, milestones, leads, deadlines, summaries. */
final class PlainPlans {

    private PlainPlans() {}

    static Project of(long seed, int size) {
        Random random = new Random(seed);
        LocalDateTime start = LocalDateTime.of(2026, 3, 1, 6, 0).plusHours(random.nextInt(60));
        ProjectBuilder builder = Project.builder("plain " + seed).start(start).calendar(calendar(random));
        List<String> leaves = new ArrayList<>();
        int level = 1;
        for (int a = 0; a < size; a++) {
            boolean summary = a + 1 < size && level < 4 && random.nextInt(5) == 0;
            builder.add(
                    summary
                            ? Activity.builder("A" + a, "summary", WorkTime.ZERO)
                                    .outlineLevel(level)
                                    .build()
                            : leaf(random, "A" + a, level, start));
            if (!summary) {
                leaves.add("A" + a);
            }
            level = summary ? level + 1 : Math.max(1, level - random.nextInt(2));
        }
        for (int i = 0; i < size * 2; i++) {
            int from = random.nextInt(leaves.size());
            int to = random.nextInt(leaves.size());
            if (from != to) {
                Lag lag = random.nextInt(3) == 0 ? Lag.of(WorkTime.minutes(60L * random.nextInt(40) - 900)) : Lag.NONE;
                builder.add(new Relationship(
                        leaves.get(Math.min(from, to)), leaves.get(Math.max(from, to)), RandomPlans.type(random), lag));
            }
        }
        return builder.build();
    }

    private static WorkCalendar calendar(Random random) {
        if (random.nextInt(6) == 0) {
            return WorkCalendar.roundTheClock("always");
        }
        WorkCalendar.Builder calendar = WorkCalendar.standard().toBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            calendar.dayOff("off", LocalDate.of(2026, 3, 2).plusDays(random.nextInt(60)));
        }
        return calendar.build();
    }

    private static Activity leaf(Random random, String id, int level, LocalDateTime start) {
        WorkTime duration = random.nextInt(4) == 0 ? WorkTime.ZERO : WorkTime.minutes(30L * (1 + random.nextInt(60)));
        ActivityBuilder builder = Activity.builder(id, id, duration).outlineLevel(level);
        LocalDateTime date = start.plusHours(random.nextInt(400) - 40);
        switch (random.nextInt(8)) {
            case 0 -> builder.constraint(Constraint.startNoEarlierThan(date));
            case 1 -> builder.deadline(date);
            default -> builder.estimated(false);
        }
        return builder.build();
    }
}
