package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;

/**
 * How an edit moved one activity.
 *
 * @param activity the id of the activity
 * @param startBefore its start before the edit
 * @param startAfter its start after the edit
 * @param finishBefore its finish before the edit
 * @param finishAfter its finish after the edit
 * @param lateFinishBefore its late finish before the edit
 * @param lateFinishAfter its late finish after the edit
 * @param moved by how much the finish moved, in working time on the activity's calendar; negative for earlier
 * @param driver what decides its start now
 */
public record Change(
        String activity,
        LocalDateTime startBefore,
        LocalDateTime startAfter,
        LocalDateTime finishBefore,
        LocalDateTime finishAfter,
        LocalDateTime lateFinishBefore,
        LocalDateTime lateFinishAfter,
        WorkTime moved,
        Driver driver) {

    /** Returns whether the activity itself moved, not only its float. */
    public boolean isMove() {
        return !startBefore.equals(startAfter) || !finishBefore.equals(finishAfter);
    }

    /** Returns the change in a line. */
    @Override
    public String toString() {
        return isMove()
                ? "%s finishes %s instead of %s (%s); start decided by %s"
                        .formatted(activity, finishAfter, finishBefore, moved, driver)
                : "%s stays; it may finish by %s instead of %s".formatted(activity, lateFinishAfter, lateFinishBefore);
    }
}
