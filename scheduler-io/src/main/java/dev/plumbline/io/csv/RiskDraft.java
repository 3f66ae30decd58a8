package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Project;
import dev.plumbline.risk.RiskAnalysis;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An analysis while the companions of a plan are read. */
final class RiskDraft {

    private final Project project;
    private final ActivityNames names;
    private final ReadOptions options;
    private final ProblemList problems;
    private final Set<String> drivers = new HashSet<>();
    private RiskAnalysis analysis;

    RiskDraft(Project project, ActivityNames names, ReadOptions options, ProblemList problems) {
        this.project = project;
        this.names = names;
        this.options = options;
        this.problems = problems;
        this.analysis = RiskAnalysis.of(project).estimates();
    }

    Project project() {
        return project;
    }

    ActivityNames names() {
        return names;
    }

    ReadOptions options() {
        return options;
    }

    ProblemList problems() {
        return problems;
    }

    RiskAnalysis analysis() {
        return analysis;
    }

    /** Returns the names of the drivers read so far; the table of drivers adds to them. */
    Set<String> drivers() {
        return drivers;
    }

    CellContext context(NumberStyle numbers) {
        return Companions.context(numbers, project.settings(), options, problems);
    }

    /** Takes what a row says; what the analysis refuses is a problem at the cell. */
    void add(Cell cell, UnaryOperator<RiskAnalysis> change) throws CellProblem {
        try {
            analysis = change.apply(analysis);
        } catch (IllegalArgumentException e) {
            throw new CellProblem("RISK_VALUE", String.valueOf(e.getMessage()), "");
        }
    }
}
