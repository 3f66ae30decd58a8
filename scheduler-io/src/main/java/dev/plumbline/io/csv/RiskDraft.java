package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Project;
import dev.plumbline.model.Severity;
import dev.plumbline.risk.RiskAnalysis;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/*
 * An analysis is immutable, and adding to it copies it. So rows are added to a small one, which is added to the whole when it has
 * grown: n rows cost n times the size of a block, not n times n.
 */
/** An analysis while the companions of a plan are read. */
final class RiskDraft {

    private static final int BLOCK = 256;
    private static final int MOST_DRIVERS = 1_000;

    private final Project project;
    private final ActivityNames names;
    private final ReadOptions options;
    private final ProblemList problems;
    private final Set<String> drivers = new HashSet<>();

    /** What a block begins with: the drivers. */
    private RiskAnalysis nothing;

    private RiskAnalysis analysis;
    private RiskAnalysis block;
    private int added;
    private long listed;

    RiskDraft(Project project, ActivityNames names, ReadOptions options, ProblemList problems) {
        this.project = project;
        this.names = names;
        this.options = options;
        this.problems = problems;
        this.nothing = RiskAnalysis.of(project);
        this.analysis = nothing.estimates();
        this.block = nothing;
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

    /** Returns all that was read so far. */
    RiskAnalysis analysis() {
        analysis = analysis.plus(block);
        block = nothing;
        added = 0;
        return analysis;
    }

    boolean isDriver(String name) {
        return drivers.contains(name);
    }

    /** Takes a driver, which correlations may name. */
    void addDriver(String name, Cell cell, UnaryOperator<RiskAnalysis> change) throws CellProblem {
        if (drivers.size() >= MOST_DRIVERS) {
            throw problems.fatal(cell.place()
                    .problem(
                            "LIMIT_DRIVERS",
                            Severity.ERROR,
                            "more than " + MOST_DRIVERS + " drivers",
                            "let a driver act on several activities"));
        }
        nothing = changed(nothing, change);
        add(cell, change);
        drivers.add(name);
    }

    /** Counts activities that a cell lists, which could be each of them in every row. */
    void countListed(int count, Cell cell) {
        listed += count;
        if (listed > options.limits().assignments()) {
            throw problems.fatal(cell.place()
                    .problem(
                            "LIMIT_LISTED",
                            Severity.ERROR,
                            "more than " + options.limits().assignments() + " activities are listed",
                            "give --limits trusted if you trust the file"));
        }
    }

    CellContext context(NumberStyle numbers) {
        return Companions.context(numbers, project.settings(), options, problems);
    }

    /** Takes what a row says; what the analysis refuses is a problem at the cell. */
    void add(Cell cell, UnaryOperator<RiskAnalysis> change) throws CellProblem {
        block = changed(block, change);
        if (++added >= BLOCK) {
            analysis();
        }
    }

    private static RiskAnalysis changed(RiskAnalysis before, UnaryOperator<RiskAnalysis> change) throws CellProblem {
        try {
            return change.apply(before);
        } catch (IllegalArgumentException e) {
            throw new CellProblem("RISK_VALUE", String.valueOf(e.getMessage()), "correct the row");
        }
    }
}
