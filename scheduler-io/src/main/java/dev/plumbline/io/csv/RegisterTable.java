package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Risk;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAME.risks.csv}: the risk register. A risk begins with a row that has its probability; further rows of the same id add
 * activities with other impacts. Once anything of the mitigation is given, an impact whose mitigated cell is empty stays as it
 * is, and {@code none} takes it away.
 */
final class RegisterTable extends RiskTable {

    private static final List<String> TITLES = List.of(
            "id",
            "name",
            "probability",
            "activities",
            "delay",
            "stretch",
            "cost",
            "mitigated probability",
            "mitigated delay",
            "mitigated stretch",
            "mitigated cost",
            "mitigation cost");
    private static final String NONE = "none";

    /** A kind of impact: its column, what its values are, and how a risk gets it. */
    private enum Kind {
        DELAY("delay", RangeText.Values.TIMES) {
            @Override
            Risk add(Risk risk, String activity, Distribution size) {
                return risk.delays(activity, size);
            }
        },
        STRETCH("stretch", RangeText.Values.SHARES) {
            @Override
            Risk add(Risk risk, String activity, Distribution size) {
                return risk.stretches(activity, size);
            }
        },
        COST("cost", RangeText.Values.NUMBERS) {
            @Override
            Risk add(Risk risk, String activity, Distribution size) {
                return risk.costs(activity, size);
            }
        };

        private final String title;
        private final RangeText.Values values;

        Kind(String title, RangeText.Values values) {
            this.title = title;
            this.values = values;
        }

        abstract Risk add(Risk risk, String activity, Distribution size);
    }

    /** A risk while its rows are read. */
    private static final class Entry {
        private final Place place;
        private final Cell first;
        private Risk before;
        private Risk after;
        private boolean mitigated;
        private double mitigatedProbability;
        private BigDecimal cost = BigDecimal.ZERO;

        Entry(Place place, Cell first, Risk risk) {
            this.place = place;
            this.first = first;
            this.before = risk;
            this.after = risk;
            this.mitigatedProbability = risk.probability();
        }

        Risk risk() {
            if (!mitigated) {
                return before;
            }
            Risk rest = new Risk(after.id(), after.name(), mitigatedProbability, after.impacts(), null);
            return before.mitigatedTo(rest, cost.doubleValue());
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
        for (Kind kind : Kind.values()) {
            impact(entry, kind, activities, row);
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
                    "risk " + Problem.quote(text) + " is already on line " + known.place.line(),
                    "leave the probability of its further rows empty, or give it another ID");
        }
        if (known != null) {
            return known;
        }
        if (probability == null) {
            throw new CellProblem(
                    "RISK_EMPTY", "risk " + Problem.quote(text) + " has no probability", "write 0% to 100%");
        }
        Place place = row.place("id");
        attempt(row.place("probability"), () -> {
            Risk risk = Risk.of(text, row.text("name"), share(probability));
            entries.put(text, new Entry(place, id, risk));
        });
        return entries.get(text);
    }

    private void impact(Entry entry, Kind kind, @Nullable Cell activities, Row row) {
        Cell size = row.find(kind.title);
        Cell mitigated = row.find("mitigated " + kind.title);
        if (size == null && mitigated == null) {
            return;
        }
        attempt(row.place("activities"), () -> {
            if (activities == null) {
                throw new CellProblem(
                        "RISK_EMPTY", "a " + kind.title + " needs activities", "list them, such as 12;15");
            }
            List<String> ids = activities(activities);
            Distribution before = size == null ? null : parse(size, kind, row.place(kind.title));
            Distribution after = mitigated == null
                    ? before
                    : mitigated.raw().equalsIgnoreCase(NONE)
                            ? null
                            : parse(mitigated, kind, row.place("mitigated " + kind.title));
            entry.mitigated |= mitigated != null;
            for (String activity : ids) {
                entry.before = before == null ? entry.before : kind.add(entry.before, activity, before);
                entry.after = after == null ? entry.after : kind.add(entry.after, activity, after);
            }
        });
    }

    /** Returns the distribution in a cell; nothing, and a problem there, if it is none. */
    private @Nullable Distribution parse(Cell cell, Kind kind, Place place) {
        Distribution[] result = new Distribution[1];
        attempt(place, () -> result[0] = RangeText.parse(cell, kind.values));
        return result[0];
    }

    @Override
    void finish() {
        for (Entry entry : entries.values()) {
            if (entry.before.impacts().isEmpty()) {
                warn(
                        entry.place,
                        "RISK_NO_IMPACT",
                        "risk " + Problem.quote(entry.before.id()) + " does nothing when it occurs",
                        "give it a delay, a stretch or a cost");
            }
            attempt(entry.place, () -> draft().add(entry.first, a -> a.risk(entry.risk())));
        }
    }
}
