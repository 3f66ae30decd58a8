package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.risk.Branch;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.PertBeta;
import dev.plumbline.risk.PertMethod;
import dev.plumbline.risk.Uncertainty;
import dev.plumbline.risk.Uncertainty.Correlated;
import dev.plumbline.risk.Uncertainty.LostDays;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is uncertain about a plan as the companions that {@link RiskReader} reads, so that reading them gives the same but
 * for what the findings name.
 */
public final class RiskWriter {

    private static final Map<String, List<String>> HEADERS = Map.of(
            "ranges", List.of("What", "Of", "Range"),
            "drivers", List.of("Driver", "Factor", "Activities"),
            "correlations", List.of("Inputs", "Correlation"),
            "risks", RiskRows.HEADER,
            "branches", List.of("Fork", "Probability", "Activities"),
            "weather", List.of("Calendar", "Months", "Days Lost"));

    private final Project project;
    private final UnitConversion conversion;
    private final LossCounts losses = new LossCounts("CSV_LOSS", "not written");
    private final RiskNames names;
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    private RiskWriter(Project project, Uncertainty uncertainty, boolean byRow) {
        this.project = project;
        this.conversion = project.settings().conversion();
        List<String> drivers =
                uncertainty.drivers().stream().map(Uncertainty.Driver::name).toList();
        this.names = new RiskNames(project, byRow, drivers, losses);
        RiskReader.PARTS.forEach(part -> tables.put(part, new ArrayList<>()));
        ranges(uncertainty);
        uncertainty.drivers().forEach(this::driver);
        correlations(uncertainty.correlations());
        RiskRows register = new RiskRows(this);
        uncertainty.risks().forEach(risk -> rows("risks").addAll(register.of(risk)));
        uncertainty.branches().forEach(this::branches);
        weather(uncertainty.weather());
        unwritten(uncertainty);
    }

    /**
     * Returns a writer.
     *
     * @param project the plan beside which the tables are
     * @param uncertainty what they say
     * @param byRow whether a number names an activity by its row there, as in Microsoft Project, rather than by its id
     */
    public static RiskWriter of(Project project, Uncertainty uncertainty, boolean byRow) {
        return new RiskWriter(project, uncertainty, byRow);
    }

    /** Returns whether a companion holds anything. */
    public boolean needs(String part) {
        return !rows(part).isEmpty();
    }

    /** Writes a companion to a stream, which is not closed; only its header if it holds nothing. */
    public void writeCompanion(String part, OutputStream out) throws IOException {
        List<List<String>> all = new ArrayList<>();
        all.add(java.util.Objects.requireNonNull(HEADERS.get(part), part));
        all.addAll(rows(part));
        CsvPlanWriter.write(out, all);
    }

    /** Returns what the companions can't hold, one finding a kind. */
    public List<Problem> findings() {
        return losses.findings("say it to the analysis that is simulated");
    }

    RiskNames names() {
        return names;
    }

    private List<List<String>> rows(String part) {
        return java.util.Objects.requireNonNull(tables.get(part), part);
    }

    /** Adds a row, unless a cell of it can't be written. */
    private void row(String part, @Nullable String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            if (cell == null) {
                return;
            }
            row.add(cell);
        }
        rows(part).add(row);
    }

    String range(Distribution distribution, RangeText.Values values) {
        RangeFormat.Text text = RangeFormat.of(distribution, values, conversion);
        losses.count(!text.exact(), "digits of distributions beyond those that a table holds");
        return text.text();
    }

    String number(double number) {
        return ResourceCell.plain(BigDecimal.valueOf(number));
    }

    private void ranges(Uncertainty all) {
        all.durations().forEach((id, time) -> range("duration", names.activity(id), time, RangeText.Values.TIMES));
        all.durationFactors()
                .forEach((id, factor) -> range("duration", names.activity(id), factor, RangeText.Values.SHARES));
        all.certain().forEach(id -> row("ranges", "duration", guarded(names.activity(id)), "certain"));
        for (Uncertainty.UncertainLag lag : all.lags()) {
            String from = names.activity(lag.predecessor());
            String to = names.activity(lag.successor());
            boolean clear = from != null && to != null && !from.contains("->");
            losses.count(from != null && to != null && !clear, "lags of activities whose names hold an arrow");
            range("lag", clear ? from + "->" + to : null, lag.time(), RangeText.Values.TIMES);
        }
        List<Resource> resources = project.resources();
        all.rates()
                .forEach((id, factor) -> range(
                        "rate",
                        names.reference(id, resources, Resource::id, Resource::name),
                        factor,
                        RangeText.Values.SHARES));
        all.costs().forEach((id, amount) -> range("cost", names.activity(id), amount, RangeText.Values.NUMBERS));
    }

    private void range(String what, @Nullable String of, Distribution distribution, RangeText.Values values) {
        row("ranges", what, guarded(of), range(distribution, values));
    }

    static @Nullable String guarded(@Nullable String text) {
        return text == null ? null : FormulaGuard.guard(text);
    }

    private void driver(Uncertainty.Driver driver) {
        row(
                "drivers",
                guarded(names.text(driver.name())),
                range(driver.factor(), RangeText.Values.SHARES),
                guarded(names.list(driver.activities())));
    }

    /*
     * Several inputs in one row mean each two of them, the first with all others, then the second with the later ones and so on. So
     * the longest run of such pairs with one value becomes a row, which is what such a row was before it was read.
     */
    private void correlations(List<Correlated> pairs) {
        int next = 0;
        while (next < pairs.size()) {
            List<String> inputs = group(pairs, next);
            List<String> cells = new ArrayList<>();
            for (String input : inputs) {
                String name = names.input(input);
                if (name != null) {
                    cells.add(name);
                }
            }
            row(
                    "correlations",
                    cells.size() == inputs.size() ? guarded(String.join(";", cells)) : null,
                    number(pairs.get(next).correlation()));
            next += inputs.size() * (inputs.size() - 1) / 2;
        }
    }

    private static List<String> group(List<Correlated> pairs, int from) {
        Correlated first = pairs.get(from);
        List<String> inputs = new ArrayList<>(List.of(first.first(), first.second()));
        for (int i = from + 1; i < pairs.size() && pairs.get(i).first().equals(first.first()); i++) {
            inputs.add(pairs.get(i).second());
        }
        while (inputs.size() > 2 && !isEachTwo(inputs, pairs, from)) {
            inputs.remove(inputs.size() - 1);
        }
        return inputs;
    }

    private static boolean isEachTwo(List<String> inputs, List<Correlated> pairs, int from) {
        int at = from;
        double correlation = pairs.get(from).correlation();
        for (int i = 0; i < inputs.size(); i++) {
            for (int j = i + 1; j < inputs.size(); j++) {
                Correlated wanted = new Correlated(inputs.get(i), inputs.get(j), correlation);
                if (at >= pairs.size() || !pairs.get(at++).equals(wanted)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void branches(String fork, List<Branch> ways) {
        for (Branch way : ways) {
            row(
                    "branches",
                    guarded(names.text(fork)),
                    number(way.probability()),
                    guarded(names.list(way.activities())));
        }
    }

    /** Months that follow one another and lose the same days share a row. */
    private void weather(List<LostDays> all) {
        int next = 0;
        while (next < all.size()) {
            LostDays first = all.get(next);
            StringBuilder months = new StringBuilder();
            while (next < all.size()
                    && all.get(next).calendar().equals(first.calendar())
                    && all.get(next).days().equals(first.days())) {
                months.append(months.isEmpty() ? "" : ";")
                        .append(Cell.title(all.get(next).month()), 0, 3);
                next++;
            }
            row(
                    "weather",
                    guarded(names.reference(
                            first.calendar(), project.calendars(), WorkCalendar::id, WorkCalendar::name)),
                    months.toString(),
                    range(first.days(), RangeText.Values.NUMBERS));
        }
    }

    private void unwritten(Uncertainty all) {
        boolean estimated = project.activities().stream().anyMatch(a -> a.estimate() != null);
        PertMethod.Shape usual = PertMethod.beta(PertBeta.CLASSIC);
        losses.count(estimated && !usual.equals(all.estimates()), "how the plan's estimates count");
        losses.count(all.defaultRange() != null, "the range of durations that have none");
        losses.count(!all.mitigated().isEmpty(), "that risks are taken as mitigated");
    }
}
