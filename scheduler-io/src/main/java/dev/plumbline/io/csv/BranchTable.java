package dev.plumbline.io.csv;

import dev.plumbline.risk.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code NAME.branches.csv}: ways the plan may go, of which each fork takes one at most. */
final class BranchTable extends RiskTable {

    private final Map<String, List<Branch>> forks = new LinkedHashMap<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    BranchTable(RiskDraft draft) {
        super(draft, "branches", List.of("fork", "probability", "activities"), 3);
    }

    @Override
    void read(Row row) throws CellProblem {
        Cell fork = row.cell("fork");
        Cell probability = row.cell("probability");
        Cell activities = row.cell("activities");
        attempt(row.place("probability"), () -> {
            double share = share(probability);
            attempt(row.place("activities"), () -> {
                Branch branch = new Branch(share, activities(activities));
                forks.computeIfAbsent(fork.text().strip(), f -> new ArrayList<>())
                        .add(branch);
                cells.putIfAbsent(fork.text().strip(), fork);
            });
        });
    }

    @Override
    void finish() {
        forks.forEach((fork, ways) -> {
            Cell cell = java.util.Objects.requireNonNull(cells.get(fork));
            attempt(cell.place(), () -> draft().add(cell, a -> a.branch(fork, ways.toArray(Branch[]::new))));
        });
    }
}
