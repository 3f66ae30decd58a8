package dev.plumbline.calendar;

import dev.plumbline.internal.calendar.CompiledCalendar;

/** Turns a calendar's weeks and exceptions into tables. */
final class CalendarCompiler {

    private CalendarCompiler() {}

    static CompiledCalendar compile(WorkCalendar calendar) {
        throw new IllegalStateException("being written: " + calendar);
    }
}
