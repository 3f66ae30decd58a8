/**
 * The resource-constrained project scheduling problem: a shorter levelled schedule within a budget.
 *
 * <p>The entry is {@link dev.plumbline.rcpsp.Rcpsp}:
 *
 * <pre>{@code
 * var instance = Instance.of("two crews", new int[] {3, 2, 2}, new int[][] {{2}, {}, {}},
 *         new int[][] {{1}, {1}, {2}}, new int[] {2});
 * var result = Rcpsp.solve(instance, Budget.schedules(5_000), 42);
 * result.makespan();
 * result.lowerBound();
 * }</pre>
 *
 * <p>Of real plans, with calendars and constraints, the same entry gives the levelled plan with the earliest finish found:
 *
 * <pre>{@code
 * var best = Rcpsp.improve(project, Budget.schedules(5_000), 42);
 * best.finish();
 * best.lowerBound();
 * best.why("C");
 * }</pre>
 *
 * <p>D. Debels, M. Vanhoucke: A bi-population based genetic algorithm for the resource-constrained project scheduling
 * problem. ICCSA 2005, LNCS 3483, pp. 378-387. V. Valls, F. Ballestin, S. Quintanilla: A hybrid genetic algorithm for
 * the resource-constrained project scheduling problem. European Journal of Operational Research 185(2), 2008, pp. 495-508.
 */
@NullMarked
package dev.plumbline.rcpsp;

import org.jspecify.annotations.NullMarked;
