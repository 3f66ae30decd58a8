package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Impact;
import dev.plumbline.risk.Risk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAME.risks.csv}: the risk register. A risk begins with a row that has its probability; further rows of the same id add
 * activities with other impacts. Once anything of the mitigation is given, an impact whose mitigated cell is empty stays as it
 * is, and {@code none} takes it away.
 */
final class RegisterTable extends RiskTable {

    private static final List<String> TITLES =
            RiskRows.HEADER.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
    static final String NONE = "none";

    /** A kind of impact: its column, and what its values are. */
    private enum Column {
        DELAY(Impact.Kind.DELAY, RangeText.Values.TIMES),
        STRETCH(Impact.Kind.STRETCH, RangeText.Values.SHARES),
        COST(Impact.Kind.COST, RangeText.Values.NUMBERS);

        private final Impact.Kind kind;
        private final RangeText.Values values;

        Column(Impact.Kind kind, RangeText.Values values) {
            this.kind = kind;
            this.values = values;
        }

        String title() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what the values of a kind of impact are. */
    static RangeText.Values values(Impact.Kind kind) {
        return Column.valueOf(kind.name()).values;
    }

    /** A risk while its rows are read. */
    private static final class Entry {
        private final Cell first;
        private final Risk risk;
        private final List<Impact> before = new ArrayList<>();
        private final List<Impact> after = new ArrayList<>();
        private boolean mitigated;
        private double mitigatedProbability;
        private BigDecimal cost = BigDecimal.ZERO;

        Entry(Cell first, Risk risk) {
            this.first = first;
            this.risk = risk;
            this.mitigatedProbability = risk.probability();
        }

        Place place() {
            return first.place();
        }

        Risk risk() {
            Risk.Mitigation mitigation = mitigated ? new Risk.Mitigation(mitigatedProbability, after, cost) : null;
            return new Risk(risk.id(), risk.name(), risk.probability(), before, mitigation);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    RegisterTable(RiskDraft draft) {
        super(draft, "risks", TITLES, 4);
    }

    @Override
    void read(Row row) throws CellProblem {
        Cell id = row.cell("id");
        Entry entry = entry(id, row);
        if (entry == null) {
            return;
        }
        Cell mitigated = row.find("mitigated probability");
        if (mitigated != null) {
            attempt(row.place("mitigated probability"), () -> {
                entry.mitigatedProbability = share(mitigated);
                entry.mitigated = true;
            });
        }
        Cell cost = row.find("mitigation cost");
        if (cost != null) {
            attempt(row.place("mitigation cost"), () -> {
                entry.cost = entry.cost.add(cost.money());
                entry.mitigated = true;
            });
        }
        Cell activities = row.find("activities");
        for (Column column : Column.values()) {
            impact(entry, column, activities, row);
        }
    }

    /** Returns the risk of a row: a known one for a further row, else a new one. */
    private @Nullable Entry entry(Cell id, Row row) throws CellProblem {
        String text = id.text().strip();
        Entry known = entries.get(text);
        Cell probability = row.find("probability");
        if (known != null && probability != null) {
            throw new CellProblem(
                    "RISK_DUPLICATE",
                    "risk " + Problem.quote(text) + " is already on line "
                            + known.place().line(),
                    "leave the probability of its further rows empty, or give it another ID");
        }
        if (known != null) {
            return known;
        }
        if (probability == null) {
            throw new CellProblem(
                    "RISK_EMPTY", "risk " + Problem.quote(text) + " has no probability", "write 0% to 100%");
        }
        attempt(row.place("probability"), () -> {
            Risk risk = Risk.of(text, row.text("name"), share(probability));
            entries.put(text, new Entry(id, risk));
        });
        return entries.get(text);
    }

    private void impact(Entry entry, Column column, @Nullable Cell activities, Row row) {
        Cell size = row.find(column.title());
        String mitigatedTitle = "mitigated " + column.title();
        Cell mitigated = row.find(mitigatedTitle);
        if (size == null && mitigated == null) {
            return;
        }
        attempt(row.place("activities"), () -> {
            if (activities == null) {
                throw new CellProblem(
                        "RISK_EMPTY", "a " + column.title() + " needs activities", "list them, such as 12;15");
            }
            List<String> ids = activities(activities);
            Distribution before = parse(size, column, row.place(column.title()));
            Distribution after = mitigated == null ? before : parse(mitigated, column, row.place(mitigatedTitle));
            entry.mitigated |= mitigated != null;
            add(entry.before, column, ids, before);
            add(entry.after, column, ids, after);
        });
    }

    private static void add(List<Impact> impacts, Column column, List<String> ids, @Nullable Distribution size) {
        if (size != null) {
            ids.forEach(id -> impacts.add(new Impact(column.kind, id, size)));
        }
    }

    /** Returns the distribution in a cell; nothing if there is none, and with a problem if it can't be read. */
    private @Nullable Distribution parse(@Nullable Cell cell, Column column, Place place) {
        Distribution[] result = new Distribution[1];
        if (cell != null && !cell.raw().equalsIgnoreCase(NONE)) {
            attempt(place, () -> result[0] = RangeText.parse(cell, column.values));
        }
        return result[0];
    }

    @Override
    void finish() {
        for (Entry entry : entries.values()) {
            if (entry.before.isEmpty()) {
                warn(
                        entry.place(),
                        "RISK_NO_IMPACT",
                        "risk " + Problem.quote(entry.risk.id()) + " does nothing when it occurs",
                        "give it a delay, a stretch or a cost");
            }
            attempt(entry.place(), () -> draft().add(entry.first, a -> a.risk(entry.risk())));
        }
    }
}
