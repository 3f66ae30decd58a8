package dev.plumbline.cli;

import dev.plumbline.risk.Improvement;
import dev.plumbline.risk.PertResult;
import dev.plumbline.risk.PlanComparison;
import dev.plumbline.risk.RiskResult;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation came to, and what else was asked and found.
 *
 * @param result the simulation
 * @param sampling how it was sampled, as the option is written
 * @param dates dates whose probability is wanted
 * @param budgets amounts whose probability is wanted
 * @param percentiles percentiles of the finish beyond the usual
 * @param contingency the percentile that the contingency leads to
 * @param improvements what would help
 * @param pert PERT by formula, if it was asked for
 * @param other another plan, if one is compared
 */
record RiskAnswers(
        RiskResult result,
        String sampling,
        List<LocalDateTime> dates,
        List<BigDecimal> budgets,
        List<Double> percentiles,
        double contingency,
        List<Improvement> improvements,
        @Nullable PertResult pert,
        @Nullable Other other) {

    RiskAnswers {
        dates = List.copyOf(dates);
        budgets = List.copyOf(budgets);
        percentiles = List.copyOf(percentiles);
        improvements = List.copyOf(improvements);
    }

    /**
     * Another plan, simulated on the same random numbers.
     *
     * @param name the name of its file
     * @param result its simulation
     */
    record Other(String name, RiskResult result) {

        PlanComparison against(RiskResult first) {
            return first.compare(result);
        }
    }
}
