/**
 * The critical path method over calendars: dates, floats and the reason for each.
 *
 * <p>The entry is {@link dev.plumbline.cpm.CriticalPath}:
 *
 * <pre>{@code
 * var plan = CriticalPath.schedule(project);
 * plan.finish();
 * plan.of("B").totalFloat();
 * }</pre>
 *
 * <p>J. E. Kelley, M. R. Walker: Critical-Path Planning and Scheduling. Proc. Eastern Joint Computer Conference, 1959, pp.
 * 160-173.
 */
@NullMarked
package dev.plumbline.cpm;

import org.jspecify.annotations.NullMarked;
