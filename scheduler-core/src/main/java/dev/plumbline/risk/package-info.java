/**
 * How sure a plan is: uncertain durations, lags, rates and costs, common drivers, a risk register, and their simulation.
 *
 * <p>The entry is {@link dev.plumbline.risk.RiskAnalysis}:
 *
 * <pre>{@code
 * var risk = RiskAnalysis.of(project)
 *     .duration("C", Distribution.triangular(hours(64), hours(80), hours(136)));
 * var result = risk.simulate(10_000, 42);
 * result.finish().percentile(80);
 * result.criticalityIndex("C");
 * }</pre>
 *
 * <p>The entry for PERT, by formula, is {@link dev.plumbline.risk.Pert}:
 *
 * <pre>{@code
 * var pert = Pert.of(project).estimate("C", days(8), days(10), days(17)).analyse();
 * pert.probability(date);
 * }</pre>
 *
 * <p>R. M. Van Slyke: Monte Carlo Methods and the PERT Problem. Operations Research 11, 1963, pp. 839-860.
 */
@NullMarked
package dev.plumbline.risk;

import org.jspecify.annotations.NullMarked;
