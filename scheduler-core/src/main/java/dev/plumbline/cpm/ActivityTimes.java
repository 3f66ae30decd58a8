package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import java.time.LocalDateTime;

/**
 * What was computed for one activity. Floats are working time on the activity's calendar (elapsed time for an elapsed
 * duration), negative where a date is missed.
 *
 * @param activity the activity
 * @param summary whether it is a summary, whose dates roll up from the rows below
 * @param start the scheduled start
 * @param finish the scheduled finish
 * @param earlyStart the earliest start that logic and constraints allow, any levelling delay included
 * @param earlyFinish the finish that follows from it
 * @param lateStart the latest start that does not delay the project or break a late constraint
 * @param lateFinish the latest finish
 * @param startFloat working time from early to late start
 * @param finishFloat working time from early to late finish
 * @param totalFloat the smaller of start and finish float; finish float once started ("total slack" in MS Project)
 * @param freeFloat by how much the finish can slip before a successor moves ("free slack" in MS Project)
 * @param critical whether it is not finished and its total float is at most the limit
 * @param driver what decides the start
 */
public record ActivityTimes(
        Activity activity,
        boolean summary,
        LocalDateTime start,
        LocalDateTime finish,
        LocalDateTime earlyStart,
        LocalDateTime earlyFinish,
        LocalDateTime lateStart,
        LocalDateTime lateFinish,
        WorkTime startFloat,
        WorkTime finishFloat,
        WorkTime totalFloat,
        WorkTime freeFloat,
        boolean critical,
        Driver driver) {

    /** Returns whether it takes no time. */
    public boolean isMilestone() {
        return !summary && activity.duration().isZero();
    }
}
