package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.risk.RiskAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is uncertain about a plan from the companions beside it: ranges, drivers, correlations, the risk register, branches
 * and weather. Each is a table of its own and may be missing.
 */
public final class RiskReader {

    /** The companions that hold what is uncertain. */
    public static final List<String> PARTS =
            List.of("ranges", "drivers", "correlations", "risks", "branches", "weather");

    private RiskReader() {}

    /**
     * What the companions of a plan hold.
     *
     * @param analysis the plan with all that is uncertain
     * @param findings what is odd
     * @param rows how many rows there are; none if there are no companions
     */
    public record Content(RiskAnalysis analysis, List<Problem> findings, int rows) {

        /** Copies the findings. */
        public Content {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Returns the plan with what is uncertain about it; its three-point estimates count.
     *
     * @param source where the companions are
     * @param planName the file name of the plan, for problems
     * @param project the plan
     * @param byRow whether a number names an activity by its row, as in Microsoft Project, rather than by its id
     * @param options limits and encoding
     * @throws dev.plumbline.model.PlumblineException with every problem of all companions
     */
    public static Content read(
            CompanionSource source, String planName, Project project, boolean byRow, ReadOptions options)
            throws IOException {
        ProblemList problems = new ProblemList(options.limits().findings());
        RiskDraft draft = new RiskDraft(project, new ActivityNames(project, byRow), options, problems);
        List<RiskTable> tables = new ArrayList<>(List.of(
                new RangeTable(draft),
                new DriverTable(draft),
                new CorrelationTable(draft),
                new RegisterTable(draft),
                new BranchTable(draft),
                new WeatherTable(draft)));
        int rows = 0;
        for (RiskTable table : tables) {
            rows += table.read(source, planName);
        }
        problems.throwIfAny();
        return new Content(draft.analysis(), problems.findings(), rows);
    }
}
