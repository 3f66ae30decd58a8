package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.RiskAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
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
            case "duration" -> attempt(of.place(), () -> duration(of, range));
            case "lag" -> attempt(of.place(), () -> lag(of, range));
            case "rate" -> attempt(of.place(), () -> rate(of, range));
            case "cost" -> attempt(of.place(), () -> cost(of, range));
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
            add(range, RangeText.Values.SHARES, (a, factor) -> a.durationFactor(id, factor));
        } else {
            add(range, RangeText.Values.TIMES, (a, time) -> a.duration(id, time));
        }
    }

    /** Takes what the range of a row says; what is wrong with it is a problem there. */
    private void add(Cell range, RangeText.Values values, BiFunction<RiskAnalysis, Distribution, RiskAnalysis> change) {
        attempt(range.place(), () -> {
            Distribution distribution = RangeText.parse(range, values);
            draft().add(range, a -> change.apply(a, distribution));
        });
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
        add(range, RangeText.Values.TIMES, (a, time) -> a.lag(predecessor, successor, time));
    }

    private void rate(Cell of, Cell range) throws CellProblem {
        String name = of.text().strip();
        String id = resource(name);
        if (id == null) {
            throw new CellProblem(
                    "RISK_RESOURCE", "there is no resource " + Problem.quote(name), "name it as in the plan");
        }
        add(range, RangeText.Values.SHARES, (a, factor) -> a.rate(id, factor));
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
        add(range, RangeText.Values.NUMBERS, (a, amount) -> a.cost(id, amount));
    }
}
