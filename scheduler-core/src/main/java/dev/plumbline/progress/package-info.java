/**
 * Status updates: what happened by a date, entered against a schedule.
 *
 * <p>The entry is {@link dev.plumbline.progress.StatusUpdate}:
 *
 * <pre>{@code
 * var plan = CriticalPath.schedule(project);
 * var updated = StatusUpdate.of(plan)
 *         .started("A", date).progressed("B", 40).finished("C", other)
 *         .project();
 * CriticalPath.schedule(updated);
 * }</pre>
 *
 * <p>Why these verbs are not methods of the project, as {@code withDuration} and {@code assign} are: those follow from the
 * project alone, while a percentage needs the scheduled start that becomes the actual one, a finish without a date the scheduled
 * finish, and the work before a date the schedule up to it. A status update is also one report of many lines: all dates that it
 * doesn't give come from the one schedule that it was made from, so the order of activities doesn't matter, and the project is
 * checked once.
 */
@NullMarked
package dev.plumbline.progress;

import org.jspecify.annotations.NullMarked;
