package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code NAME.drivers.csv}: factors that several activities share. */
final class DriverTable extends RiskTable {

    private final Map<String, Integer> lines = new HashMap<>();

    DriverTable(RiskDraft draft) {
        super(draft, "drivers", List.of("driver", "factor", "activities"), 3);
    }

    @Override
    void read(Row row) throws CellProblem {
        String name = row.cell("driver").text().strip();
        Integer before = lines.putIfAbsent(name, row.fields().line());
        if (before != null) {
            throw new CellProblem(
                    "RISK_DUPLICATE",
                    "driver " + Problem.quote(name) + " is already on line " + before,
                    "list all of its activities in one row");
        }
        Cell factor = row.cell("factor");
        Cell activities = row.cell("activities");
        attempt(row.place("factor"), () -> {
            Distribution shared = RangeText.parse(factor, RangeText.Values.SHARES);
            attempt(row.place("activities"), () -> {
                String[] ids = activities(activities).toArray(String[]::new);
                draft().addDriver(name, factor, a -> a.driver(name, shared, ids));
            });
        });
    }
}
