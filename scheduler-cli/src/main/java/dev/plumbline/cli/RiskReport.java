package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.ActivityRisk;
import dev.plumbline.risk.Improvement;
import dev.plumbline.risk.PertResult;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulation as table, as rows of activities, or as data for other programs. */
final class RiskReport {

    private final RiskResult result;
    private final Asked asked;
    private final List<Improvement> improvements;
    private final @Nullable PertResult pert;

    RiskReport(RiskResult result, Asked asked, List<Improvement> improvements, @Nullable PertResult pert) {
        this.result = result;
        this.asked = asked;
        this.improvements = List.copyOf(improvements);
        this.pert = pert;
    }

    /**
     * What was asked.
     *
     * @param sampling how it was sampled, as the option is written
     * @param dates dates whose probability is wanted
     * @param percentiles percentiles of the finish beyond the usual
     * @param contingency the percentile that the contingency leads to
     */
    record Asked(String sampling, List<LocalDateTime> dates, List<Double> percentiles, double contingency) {

        Asked {
            dates = List.copyOf(dates);
            percentiles = List.copyOf(percentiles);
        }
    }

    void print(Writer out, OutputOptions output, List<Problem> findings) throws IOException {
        switch (output.layout()) {
            case TABLE -> out.write(new RiskTables(result, asked, improvements, pert).render(output.tableRows()));
            case CSV -> csv(out);
            case JSON -> new RiskJson(out, result, asked).write(improvements, pert, findings);
        }
    }

    private void csv(Writer out) throws IOException {
        Cells.row(
                out,
                "uid",
                "id",
                "wbs",
                "name",
                "criticality",
                "cruciality",
                "cruciality_spearman",
                "significance",
                "ssi",
                "mean_min",
                "sd_min");
        for (ActivityRisk risk : result.activities()) {
            Cells.row(
                    out,
                    Cells.text(risk.id()),
                    Integer.toString(risk.activity().row()),
                    Cells.text(risk.activity().wbs()),
                    Cells.text(risk.activity().name()),
                    Cells.number(risk.criticality()),
                    Cells.number(Math.abs(risk.pearson())),
                    Cells.number(Math.abs(risk.spearman())),
                    Cells.number(risk.significance()),
                    Cells.number(risk.ssi()),
                    Cells.minutes(risk.mean()),
                    Cells.minutes(risk.standardDeviation()));
        }
        out.flush();
    }
}
