package dev.plumbline.io;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskAnalysis;
import java.util.List;
import java.util.Objects;

/**
 * What the tables beside a plan say about its uncertainty. Immutable.
 *
 * @param analysis the plan with its estimates and all that the tables say, ready to simulate
 * @param findings what was odd but legal in the tables, with line and column
 * @param rows how many rows the tables have, 0 if there are none
 */
public record RiskInputs(RiskAnalysis analysis, List<Problem> findings, int rows) {

    /** Copies the findings. */
    public RiskInputs {
        Objects.requireNonNull(analysis, "analysis");
        findings = List.copyOf(findings);
    }
}
