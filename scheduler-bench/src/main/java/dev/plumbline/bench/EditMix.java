package dev.plumbline.bench;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits of durations as a planner makes them: any activity, half a day to three days longer or shorter. */
final class EditMix {

    private static final int MOST_HALF_DAYS = 6;
    private static final long HALF_DAY = 240L * WorkTime.TICKS_PER_MINUTE;

    private EditMix() {}

    /**
     * An edit.
     *
     * @param activity the id of the activity
     * @param duration its new duration
     */
    record Edit(String activity, WorkTime duration) {}

    /** Returns edits of activities that are drawn evenly; the same seed gives the same edits. */
    static List<Edit> of(Project project, int count, long seed) {
        Random random = new Random(seed);
        List<Activity> activities = project.activities().stream()
                .filter(a -> !project.wbs().isSummary(a.id()) && !a.duration().isZero())
                .toList();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Activity activity = activities.get(random.nextInt(activities.size()));
            long change = (1 + random.nextInt(MOST_HALF_DAYS)) * HALF_DAY * (random.nextBoolean() ? 1 : -1);
            long before = activity.duration().ticks();
            long after = before + change > 0 ? before + change : before + HALF_DAY;
            edits.add(new Edit(activity.id(), new WorkTime(after, WorkUnit.DAYS)));
        }
        return edits;
    }
}
