package dev.plumbline.risk;

/**
 * How strongly the duration of an activity and the finish of the project go together. Immutable.
 *
 * <p>M. Vanhoucke: Measuring Time, Springer 2010, chapter 3, calls their absolute values CRI(r), CRI(rho) and CRI(tau).
 *
 * @param pearson the linear correlation
 * @param spearman the rank correlation, ties at their mean rank, over the first 100,000 iterations
 * @param kendall the share of pairs of iterations in the same order minus that in the opposite order, over the first 10,000
 *     iterations; pairs that tie count for neither, but lessen the number of pairs (tau-b)
 */
public record Cruciality(double pearson, double spearman, double kendall) {}
