package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Availability;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceBuilder;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The companion {@code BASENAME.resources.csv}: {@code Name,Max Units,Calendar,Standard Rate,Cost Per Use} and, where needed,
 * an id, an overtime rate and the columns of {@link ResourceColumn}. Resources that only a plan's cells name join it.
 */
final class ResourceTable {

    static final SideTable.Titles TITLES = new SideTable.Titles(
            Stream.concat(
                            Stream.of(
                                    "name",
                                    "max units",
                                    "calendar",
                                    "standard rate",
                                    "cost per use",
                                    "id",
                                    "overtime rate"),
                            Arrays.stream(ResourceColumn.values()).map(ResourceColumn::key))
                    .toList(),
            5,
            List.of("name"));

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();
    private final ProblemList problems;
    private final int most;

    private ResourceTable(ProblemList problems, int most) {
        this.problems = problems;
        this.most = most;
    }

    static ResourceTable read(
            @Nullable CompanionSource source,
            String planName,
            ProjectSettings settings,
            NameIndex calendars,
            ReadOptions options,
            ProblemList problems)
            throws IOException {
        SideTable table = SideTable.read(source, "resources", planName, TITLES, options, problems);
        ResourceTable result = new ResourceTable(problems, options.limits().resources());
        CellContext context = Companions.context(table.numbers(), settings, options, problems);
        for (CsvTable.Fields row : table.rows()) {
            result.readRow(table, row, context, calendars);
        }
        return result;
    }

    private void readRow(SideTable table, CsvTable.Fields row, CellContext context, NameIndex calendars) {
        String name = table.text(row, "name");
        String id = table.text(row, "id").isEmpty() ? name : table.text(row, "id");
        Place place = table.place(row, "name");
        if (id.isEmpty()) {
            problems.add(
                    place.problem("MODEL_MISSING_UID", Severity.ERROR, "a resource without a name", "give it one"));
            return;
        }
        Place before = places.putIfAbsent(id, place);
        if (before != null) {
            problems.add(place.problem(
                    "MODEL_DUPLICATE_UID",
                    Severity.ERROR,
                    "resource " + Problem.quote(id) + " is already on line " + before.line(),
                    "keep one of the rows"));
            return;
        }
        ResourceBuilder builder = Resource.builder(id, name);
        for (ResourceColumn column : ResourceColumn.values()) {
            read(table.cell(row, column.key(), column.kind(), context), cell -> column.read(cell, builder));
        }
        read(table.cell(row, "max units", context), cell -> builder.maxUnits(units(cell)));
        read(table.cell(row, "calendar", context), cell -> builder.calendar(calendar(cell, calendars)));
        readRates(table, row, context, builder);
        add(builder.build(), place);
    }

    /** Reads one cell if it is there. */
    private interface Use {
        void of(Cell cell) throws CellProblem;
    }

    private void read(@Nullable Cell cell, Use use) {
        if (cell != null) {
            try {
                use.of(cell);
            } catch (CellProblem e) {
                problems.add(e.located(cell.place()));
            }
        }
    }

    private static double units(Cell cell) throws CellProblem {
        CellContext context = cell.context();
        Double units = new ResourceCell(context.numbers(), context.durations(), false).units(cell.raw());
        if (units == null) {
            throw new CellProblem(
                    ResourceCell.CODE, Problem.quote(cell.raw()) + " are no units", "write them like 100% or 300%");
        }
        return units;
    }

    static String calendar(Cell cell, NameIndex calendars) throws CellProblem {
        String id = calendars.resolve(cell.text());
        if (id == null) {
            throw new CellProblem(
                    "MODEL_DANGLING_CALENDAR",
                    "there is no calendar " + Problem.quote(cell.text()),
                    "define it in the companion file that ends in .calendars.csv");
        }
        return id;
    }

    private void readRates(SideTable table, CsvTable.Fields row, CellContext context, ResourceBuilder builder) {
        RateText[] rates = new RateText[2];
        BigDecimal[] perUse = new BigDecimal[1];
        read(table.cell(row, "standard rate", context), cell -> rates[0] = RateText.parse(cell));
        read(table.cell(row, "overtime rate", context), cell -> rates[1] = RateText.parse(cell));
        read(table.cell(row, "cost per use", context), cell -> perUse[0] = cell.money());
        if (rates[0] == null && rates[1] == null && perUse[0] == null) {
            return;
        }
        RateText none = new RateText(BigDecimal.ZERO, WorkUnit.HOURS);
        RateText standard = Objects.requireNonNullElse(rates[0], none);
        RateText overtime = Objects.requireNonNullElse(rates[1], none);
        builder.rates(List.of(new CostRate(
                0,
                Availability.EVER,
                Availability.FOR_EVER,
                standard.perHour(),
                standard.unit(),
                overtime.perHour(),
                overtime.unit(),
                Objects.requireNonNullElse(perUse[0], BigDecimal.ZERO))));
    }

    private void add(Resource resource, Place place) {
        resources.put(resource.id(), resource);
        names.add(resource.id(), resource.name());
        if (resources.size() > most) {
            throw problems.fatal(place.problem(
                    "LIMIT_RESOURCES",
                    Severity.ERROR,
                    "more than " + most + " resources",
                    "give --limits trusted if you trust the file"));
        }
    }

    /** Returns the resource that a plan's cell at a place names, which joins the table if it is new. */
    Resource use(ResourceCell.Use use, Place place) {
        String id = names.resolve(use.name());
        if (id == null) {
            ResourceBuilder builder = Resource.builder(use.name(), use.name());
            if (use.label() != null) {
                builder.type(ResourceType.MATERIAL).materialLabel(use.label());
            } else if (use.cost() != null) {
                builder.type(ResourceType.COST);
            }
            add(builder.build(), place);
            id = use.name();
        }
        return Objects.requireNonNull(resources.get(id));
    }

    List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    @Nullable
    Place placeOf(String id) {
        return places.get(id);
    }

    /** Writes resources; the first row is the header. */
    static List<List<String>> write(
            List<Resource> resources, NameIndex calendars, UnitConversion conversion, LossCounts losses) {
        boolean ids = resources.stream().anyMatch(r -> !r.id().equals(r.name()));
        boolean overtime = resources.stream()
                .anyMatch(r -> !r.rates().isEmpty() && hasOvertime(r.rates().get(0)));
        List<ResourceColumn> columns = Arrays.stream(ResourceColumn.values())
                .filter(c -> resources.stream().anyMatch(r -> !c.write(r).isEmpty()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> header =
                new ArrayList<>(List.of("Name", "Max Units", "Calendar", "Standard Rate", "Cost Per Use"));
        addIf(ids, header, "ID");
        addIf(overtime, header, "Overtime Rate");
        columns.forEach(c -> header.add(c.title()));
        rows.add(header);
        for (Resource resource : resources) {
            countLosses(resource, conversion, losses);
            String calendar = resource.calendar();
            CostRate rate = resource.rates().isEmpty() ? null : resource.rates().get(0);
            List<String> row = new ArrayList<>();
            row.add(FormulaGuard.guard(resource.name()));
            row.add(ResourceCell.formatUnits(resource.maxUnits(), false));
            row.add(
                    calendar == null
                            ? ""
                            : FormulaGuard.guard(Objects.requireNonNullElse(calendars.reference(calendar), "")));
            row.add(rate == null ? "" : RateText.format(rate.standardRate(), rate.standardUnit(), conversion));
            row.add(rate == null ? "" : ResourceCell.plain(rate.costPerUse()));
            addIf(ids, row, FormulaGuard.guard(resource.id()));
            addIf(
                    overtime,
                    row,
                    rate == null ? "" : RateText.format(rate.overtimeRate(), rate.overtimeUnit(), conversion));
            columns.forEach(c -> row.add(c.write(resource)));
            rows.add(row);
        }
        return rows;
    }

    private static void addIf(boolean wanted, List<String> row, String cell) {
        if (wanted) {
            row.add(cell);
        }
    }

    private static boolean hasOvertime(CostRate rate) {
        return rate.overtimeRate().signum() != 0 || rate.overtimeUnit() != WorkUnit.HOURS;
    }

    private static void countLosses(Resource resource, UnitConversion conversion, LossCounts losses) {
        losses.count(!resource.availability().isEmpty(), "tables of a resource's availability over time");
        if (resource.rates().isEmpty()) {
            return;
        }
        CostRate rate = resource.rates().get(0);
        boolean always = rate.from().equals(Availability.EVER) && rate.to().equals(Availability.FOR_EVER);
        losses.count(
                resource.rates().size() > 1 || rate.table() != 0 || !always,
                "rates of a resource that change over time or by table");
        losses.remark(
                !RateText.isExact(rate.standardRate(), rate.standardUnit(), conversion)
                        || !RateText.isExact(rate.overtimeRate(), rate.overtimeUnit(), conversion),
                "units of rates, written by the hour");
    }
}
