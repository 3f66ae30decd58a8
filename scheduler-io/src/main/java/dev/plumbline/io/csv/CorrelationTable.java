package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code NAME.correlations.csv}: rank correlations between each two of some inputs, activities or drivers. */
final class CorrelationTable extends RiskTable {

    private static final int MOST_PAIRS = 20_000;

    private int pairs;

    CorrelationTable(RiskDraft draft) {
        super(draft, "correlations", List.of("inputs", "correlation"), 2);
    }

    @Override
    void read(Row row) throws CellProblem {
        Cell list = row.cell("inputs");
        Cell number = row.cell("correlation");
        List<String> inputs = new ArrayList<>();
        for (String name : ActivityNames.names(list)) {
            String input = draft().isDriver(name) ? name : draft().names().id(name);
            if (inputs.contains(input)) {
                throw new CellProblem("RISK_DUPLICATE", Problem.quote(name) + " is listed twice", "list it once");
            }
            inputs.add(input);
        }
        if (inputs.size() < 2) {
            throw new CellProblem(
                    "RISK_LIST", Problem.quote(list.raw()) + " is one input", "list two or more, such as 12;15");
        }
        pairs += inputs.size() * (inputs.size() - 1) / 2;
        if (inputs.size() > MOST_PAIRS || pairs > MOST_PAIRS) {
            throw draft().problems()
                    .fatal(row.place("inputs")
                            .problem(
                                    "LIMIT_CORRELATIONS",
                                    Severity.ERROR,
                                    "more than " + MOST_PAIRS + " pairs of correlated inputs",
                                    "let a driver act on many activities instead"));
        }
        attempt(row.place("correlation"), () -> {
            double correlation = correlation(number);
            draft().add(number, a -> a.correlateAll(correlation, inputs.toArray(String[]::new)));
        });
    }

    private static double correlation(Cell cell) throws CellProblem {
        String text = cell.raw();
        BigDecimal number = cell.context().numbers().parse(text.startsWith("-") ? text.substring(1) : text);
        if (number == null) {
            throw new CellProblem(
                    "RISK_CORRELATION",
                    Problem.quote(text) + " is not a correlation",
                    "write a number above -1 and below 1, such as 0.5");
        }
        return text.startsWith("-") ? -number.doubleValue() : number.doubleValue();
    }
}
