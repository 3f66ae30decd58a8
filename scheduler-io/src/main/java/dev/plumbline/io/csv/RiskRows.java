package dev.plumbline.io.csv;

import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Impact;
import dev.plumbline.risk.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * A row of the register adds an impact on each of its activities to those before mitigation and to those after it. So the two lists
 * are walked side by side: what both hold is one row, what only one of them holds is a row with nothing on the other side, and
 * rows that follow one another and differ only in the activity become one.
 */
/** The rows of the risk register. */
final class RiskRows {

    static final List<String> HEADER = List.of(
            "ID",
            "Name",
            "Probability",
            "Activities",
            "Delay",
            "Stretch",
            "Cost",
            "Mitigated Probability",
            "Mitigated Delay",
            "Mitigated Stretch",
            "Mitigated Cost",
            "Mitigation Cost");

    private static final int PROBABILITY = HEADER.indexOf("Probability");
    private static final int ACTIVITIES = HEADER.indexOf("Activities");
    private static final int DELAY = HEADER.indexOf("Delay");
    private static final int MITIGATED_PROBABILITY = HEADER.indexOf("Mitigated Probability");
    private static final int MITIGATED_DELAY = HEADER.indexOf("Mitigated Delay");
    private static final int MITIGATION_COST = HEADER.indexOf("Mitigation Cost");

    private final RiskWriter writer;

    RiskRows(RiskWriter writer) {
        this.writer = writer;
    }

    /**
     * Impacts of one size on several activities.
     *
     * @param kind what changes
     * @param activities their ids, each once
     * @param before the size before mitigation; null for none
     * @param after the size after it; null for none
     */
    private record Row(
            Impact.Kind kind,
            List<String> activities,
            @Nullable Distribution before,
            @Nullable Distribution after) {

        boolean takes(Row next) {
            return kind == next.kind
                    && Objects.equals(before, next.before)
                    && Objects.equals(after, next.after)
                    && !activities.contains(next.activities.get(0));
        }
    }

    /** Returns the rows of a risk; none if it can't be named. */
    List<List<String>> of(Risk risk) {
        String id = writer.names().text(risk.id());
        String name = risk.name().isEmpty() ? "" : writer.names().text(risk.name());
        if (id == null) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Row row : grouped(rows(risk))) {
            String activities = writer.names().list(row.activities);
            if (activities != null) {
                rows.add(cells(id, activities, row, risk.mitigation() != null));
            }
        }
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>(java.util.Collections.nCopies(HEADER.size(), "")));
            rows.get(0).set(0, FormulaGuard.guard(id));
        }
        List<String> first = rows.get(0);
        first.set(1, name == null ? FormulaGuard.guard(risk.name().strip()) : FormulaGuard.guard(name));
        first.set(PROBABILITY, writer.number(risk.probability()));
        Risk.Mitigation mitigation = risk.mitigation();
        if (mitigation != null) {
            first.set(MITIGATED_PROBABILITY, writer.number(mitigation.probability()));
            first.set(MITIGATION_COST, mitigation.cost().toPlainString());
        }
        return rows;
    }

    private static List<Row> rows(Risk risk) {
        List<Impact> before = risk.impacts();
        List<Impact> after =
                risk.mitigation() == null ? before : risk.mitigation().impacts();
        List<Row> rows = new ArrayList<>();
        int a = 0;
        for (Impact impact : before) {
            Impact other = a < after.size() ? after.get(a) : null;
            boolean both = other != null
                    && other.kind() == impact.kind()
                    && other.activity().equals(impact.activity());
            rows.add(new Row(
                    impact.kind(),
                    List.of(impact.activity()),
                    impact.size(),
                    both && other != null ? other.size() : null));
            a += both ? 1 : 0;
        }
        for (; a < after.size(); a++) {
            Impact impact = after.get(a);
            rows.add(new Row(impact.kind(), List.of(impact.activity()), null, impact.size()));
        }
        return rows;
    }

    private static List<Row> grouped(List<Row> rows) {
        List<Row> groups = new ArrayList<>();
        for (Row row : rows) {
            int last = groups.size() - 1;
            if (last >= 0 && groups.get(last).takes(row)) {
                List<String> all = new ArrayList<>(groups.get(last).activities);
                all.addAll(row.activities);
                groups.set(last, new Row(row.kind, all, row.before, row.after));
            } else {
                groups.add(row);
            }
        }
        return groups;
    }

    private List<String> cells(String id, String activities, Row row, boolean mitigated) {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(HEADER.size(), ""));
        cells.set(0, FormulaGuard.guard(id));
        cells.set(ACTIVITIES, FormulaGuard.guard(activities));
        int column = row.kind.ordinal();
        RangeText.Values values = RegisterTable.values(row.kind);
        if (row.before != null) {
            cells.set(DELAY + column, writer.range(row.before, values));
        }
        if (mitigated && !Objects.equals(row.before, row.after)) {
            cells.set(
                    MITIGATED_DELAY + column, row.after == null ? RegisterTable.NONE : writer.range(row.after, values));
        }
        return cells;
    }
}
