package dev.plumbline.bench.work;

import dev.plumbline.bench.PlanGenerator;
import dev.plumbline.bench.PlanShape;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * Plans half way through on four calendars with two levels of summaries: the first tenth of the rows is finished, the next
 * twentieth in progress, a fifth of the others has a constraint or a deadline.
 */
final class RichPlans {

    private static final int DONE = 10;
    private static final int STARTED = 7;

    private RichPlans() {}

    static Project of(int activities, long seed) {
        Project plain = PlanGenerator.generate(
                PlanShape.DEFAULT.withActivities(activities).withCalendars(4).withSummaryLevels(2), seed);
        SplittableRandom random = new SplittableRandom(seed);
        ProjectBuilder builder = plain.toBuilder();
        int rows = plain.activities().size();
        int[] row = {0};
        builder.replaceEach(activity -> {
            int at = row[0]++;
            return plain.wbs().isSummary(activity.id())
                    ? activity
                    : activity.with(a -> enrich(a, activity, at, rows, plain.start(), random));
        });
        return builder.build();
    }

    private static ActivityBuilder enrich(
            ActivityBuilder builder,
            Activity activity,
            int row,
            int rows,
            LocalDateTime start,
            SplittableRandom random) {
        LocalDateTime date = start.plusDays(7L * row / 50).withHour(8);
        if (row < rows / DONE) {
            return builder.progress(new Progress(date, date.plusDays(4), null, null, 100, 0, null, null));
        }
        if (row < rows / STARTED) {
            WorkTime left = activity.duration();
            return builder.progress(new Progress(date, null, null, left, 40, 0, null, null));
        }
        return switch (random.nextInt(25)) {
            case 0 -> builder.constraint(Constraint.startNoEarlierThan(date));
            case 1 -> builder.constraint(Constraint.finishNoLaterThan(date.plusDays(60)));
            case 2 -> builder.constraint(Constraint.mustStartOn(date));
            case 3 -> builder.constraint(Constraint.finishNoEarlierThan(date));
            case 4 -> builder.deadline(date.plusDays(90));
            default -> builder;
        };
    }
}
