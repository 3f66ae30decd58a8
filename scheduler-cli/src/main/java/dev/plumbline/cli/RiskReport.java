package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.ActivityRisk;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A simulation as table, as rows of activities, or as data for other programs. */
final class RiskReport {

    private final RiskAnswers answers;

    RiskReport(RiskAnswers answers) {
        this.answers = answers;
    }

    void print(Writer out, OutputOptions output, List<Problem> findings) throws IOException {
        switch (output.layout()) {
            case TABLE -> out.write(new RiskTables(answers).render(output.tableRows()));
            case CSV -> csv(out);
            case JSON -> new RiskJson(out, answers).write(findings);
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
        for (ActivityRisk risk : answers.result().activities()) {
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
