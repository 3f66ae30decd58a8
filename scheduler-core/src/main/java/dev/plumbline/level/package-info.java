/**
 * Resource levelling: who is asked for too much, and plans in which nobody is.
 *
 * <p>The entry is {@link dev.plumbline.level.Levelling}:
 *
 * <pre>{@code
 * var levelled = Levelling.serial(PriorityRule.LATEST_FINISH).level(project);
 * levelled.schedule().finish();
 * levelled.delay("C");
 * levelled.why("C");              // the resource, and the activities that hold it
 * levelled.profile("crew");       // a histogram
 * }</pre>
 *
 * <p>Beside it, {@link dev.plumbline.level.Smoothing} keeps the finish and evens out what is asked:
 *
 * <pre>{@code
 * var smoothed = Smoothing.DEFAULT.smooth(project);
 * smoothed.moment();
 * }</pre>
 *
 * <p>R. Kolisch: Serial and parallel resource-constrained project scheduling methods revisited: Theory and computation.
 * European Journal of Operational Research 90, 1996, pp. 320-333.
 */
@NullMarked
package dev.plumbline.level;

import org.jspecify.annotations.NullMarked;
