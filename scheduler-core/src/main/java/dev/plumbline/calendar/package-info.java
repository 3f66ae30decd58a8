/**
 * Working time: calendars with weekly hours, dated work weeks and exceptions, and exact amounts of time.
 *
 * <p>The entry is {@link dev.plumbline.calendar.WorkCalendar}. It knows nothing of projects and can be used alone:
 *
 * <pre>{@code
 * var week = WorkCalendar.weekdays("5x8", LocalTime.of(8, 0), LocalTime.of(16, 0));
 * week.add(LocalDateTime.of(2026, 3, 6, 12, 0), WorkTime.hours(8)); // 2026-03-09T12:00
 * }</pre>
 */
@NullMarked
package dev.plumbline.calendar;

import org.jspecify.annotations.NullMarked;
