package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code NAME.ranges.csv}: durations, lags, rates and costs with their distributions. */
final class RangeTable extends RiskTable {

    private static final String ARROW = "->";

    RangeTable(RiskDraft draft) {
        super(draft, "ranges", List.of("what", "of", "range"), 3);
    }

    @Override
    void read(Row row) throws CellProblem {
        Cell what = row.cell("what");
        Cell of = row.cell("of");
        Cell range = row.cell("range");
        switch (what.raw().toLowerCase(Locale.ROOT)) {
            case "duration" -> attempt(row.place("range"), () -> duration(of, range));
            case "lag" -> attempt(row.place("of"), () -> lag(of, range));
            case "rate" -> attempt(row.place("of"), () -> rate(of, range));
            case "cost" -> attempt(row.place("range"), () -> cost(of, range));
            default ->
                throw new CellProblem(
                        "RISK_WHAT",
                        Problem.quote(what.raw()) + " can't be uncertain",
                        "use duration, lag, rate or cost");
        }
    }

    private void duration(Cell of, Cell range) throws CellProblem {
        String id = draft().names().id(of.text().strip());
        if (range.raw().equalsIgnoreCase("certain")) {
            draft().add(of, a -> a.certain(id));
        } else if (RangeText.isShare(range)) {
            Distribution factor = RangeText.parse(range, RangeText.Values.SHARES);
            draft().add(range, a -> a.durationFactor(id, factor));
        } else {
            Distribution time = RangeText.parse(range, RangeText.Values.TIMES);
            draft().add(range, a -> a.duration(id, time));
        }
    }

    private void lag(Cell of, Cell range) throws CellProblem {
        String text = of.text().strip();
        int arrow = text.indexOf(ARROW);
        if (arrow < 0) {
            throw new CellProblem(
                    "RISK_LAG",
                    Problem.quote(text) + " is no relationship",
                    "write predecessor->successor, such as 31->33");
        }
        String predecessor = draft().names().id(text.substring(0, arrow).strip());
        String successor =
                draft().names().id(text.substring(arrow + ARROW.length()).strip());
        Distribution time = RangeText.parse(range, RangeText.Values.TIMES);
        draft().add(range, a -> a.lag(predecessor, successor, time));
    }

    private void rate(Cell of, Cell range) throws CellProblem {
        String name = of.text().strip();
        String id = resource(name);
        if (id == null) {
            throw new CellProblem(
                    "RISK_RESOURCE", "there is no resource " + Problem.quote(name), "name it as in the plan");
        }
        Distribution factor = RangeText.parse(range, RangeText.Values.SHARES);
        draft().add(range, a -> a.rate(id, factor));
    }

    private @Nullable String resource(String name) {
        return draft().project().resources().stream()
                .filter(r -> r.id().equals(name) || r.name().equals(name))
                .map(r -> r.id())
                .findFirst()
                .orElse(null);
    }

    private void cost(Cell of, Cell range) throws CellProblem {
        String id = draft().names().id(of.text().strip());
        Distribution amount = RangeText.parse(range, RangeText.Values.NUMBERS);
        draft().add(range, a -> a.cost(id, amount));
    }
}
