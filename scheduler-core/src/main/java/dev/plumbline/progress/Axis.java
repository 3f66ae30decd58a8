package dev.plumbline.progress;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;

/** The time that an activity counts: working time on its calendar, or the wall clock. Instants and amounts are ticks. */
record Axis(CompiledCalendar calendar, boolean elapsed) {

    static Axis of(Project project, Activity activity) {
        return new Axis(
                project.calendarOf(activity).compiled(), activity.duration().isElapsed());
    }

    long add(long from, long amount) {
        return elapsed ? from + amount : calendar.add(from, amount);
    }

    long between(long from, long to) {
        return elapsed ? to - from : calendar.work(from, to);
    }

    long nextStart(long instant) {
        return elapsed ? instant : calendar.nextStart(instant);
    }

    /** Returns the end of the last shift if no working time lies between it and the instant, else the instant itself. */
    long finish(long instant) {
        if (elapsed) {
            return instant;
        }
        long last = calendar.previousFinish(instant);
        return calendar.work(last, instant) == 0 ? last : instant;
    }
}
