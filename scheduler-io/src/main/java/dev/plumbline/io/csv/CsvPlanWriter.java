package dev.plumbline.io.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans as CSV in our own dialect, UTF-8 with lines that end in LF, so that reading them gives an equal project but for
 * what the findings name; relationships and assignments come back in the order of rows. The plan's own file comes with up to
 * three companions, each written only if it holds something:
 *
 * <pre>{@code
 * CsvPlanWriter writer = CsvPlanWriter.of(project, schedule, "site.csv");
 * writer.writePlan(out);
 * for (String part : CsvPlanWriter.COMPANIONS) {
 *     if (writer.needs(part)) {
 *         writer.writeCompanion(part, companion); // site.resources.csv ...
 *     }
 * }
 * writer.findings();
 * }</pre>
 */
public final class CsvPlanWriter {

    /** The companions that a plan can have. */
    public static final List<String> COMPANIONS = List.of("resources", "calendars", "project");

    private final Project project;
    private final @Nullable Schedule schedule;
    private final UnitConversion conversion;
    private final NameIndex calendarNames = new NameIndex();
    private final NameIndex resourceNames = new NameIndex();
    private final LossCounts losses = new LossCounts("CSV_LOSS", "not written");
    private final Set<Column> columns;
    private final boolean rowsWritten;
    private final boolean calendarsWritten;
    private final boolean workWritten;
    private final boolean quotedIds;
    private final List<List<String>> resources;
    private final List<List<String>> calendars;
    private final List<List<String>> properties;

    private CsvPlanWriter(Project project, @Nullable Schedule schedule, String fileName) {
        this.project = project;
        this.schedule = schedule;
        this.conversion = project.settings().conversion();
        project.calendars().forEach(c -> calendarNames.add(c.id(), c.name()));
        project.resources().forEach(r -> resourceNames.add(r.id(), r.name()));
        this.columns = usedColumns();
        this.rowsWritten = rowsDiffer();
        this.calendarsWritten = hasCalendars(project);
        this.workWritten = hasOwnWork(project);
        this.quotedIds = project.activities().stream().anyMatch(a -> PredecessorCell.isMisleading(a.id()));
        this.resources = plainResources().equals(project.resources())
                ? List.of()
                : ResourceTable.write(project.resources(), calendarNames, conversion, losses);
        List<WorkCalendar> usual = List.of(WorkCalendar.standard());
        this.calendars = project.calendars().equals(usual)
                ? List.of()
                : CalendarTable.write(project.calendars(), calendarNames, losses);
        this.properties = properties(fileName);
        new LossCounter(project, losses, calendarNames, resourceNames).count();
    }

    /**
     * Returns a writer for a plan.
     *
     * @param project the plan
     * @param schedule its computed dates, which fill the columns Start and Finish; null to leave them out
     * @param fileName the name of the file it will be, from which the project's name is taken when it is read
     */
    public static CsvPlanWriter of(Project project, @Nullable Schedule schedule, String fileName) {
        return new CsvPlanWriter(
                Objects.requireNonNull(project, "project"), schedule, Objects.requireNonNull(fileName, "fileName"));
    }

    /** Returns what the files can't hold, one finding a kind. */
    public List<Problem> findings() {
        return losses.findings("write Microsoft Project XML to keep it");
    }

    /** Returns whether a companion holds anything. */
    public boolean needs(String part) {
        return !rows(part).isEmpty();
    }

    /** Writes a companion to a stream, which is not closed; only its header if it holds nothing. */
    public void writeCompanion(String part, OutputStream out) throws IOException {
        List<List<String>> rows = rows(part);
        write(out, rows.isEmpty() ? List.of(usualHeader(part)) : rows);
    }

    /** Writes the plan itself to a stream, which is not closed. */
    public void writePlan(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = csv(text);
        csv.writeRecord(header());
        for (Activity activity : project.activities()) {
            csv.writeRecord(clean(row(activity)));
        }
        csv.flush();
        text.flush();
    }

    /** Writes rows in our own dialect to a stream, which is not closed. */
    static void write(OutputStream out, List<List<String>> rows) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = csv(text);
        rows.forEach(row -> csv.writeRecord(clean(row)));
        csv.flush();
        text.flush();
    }

    private static CsvWriter csv(Writer text) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new BlankQuotes())
                .build(text);
    }

    /** Quotes texts that begin or end with a blank, which would be lost otherwise. */
    private static final class BlankQuotes implements QuoteStrategy {
        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, String value) {
            return !value.isEmpty() && !value.equals(value.strip());
        }
    }

    /** Characters that no text file can hold become replacement characters; {@link LossCounter} counts them. */
    private static List<String> clean(List<String> row) {
        return row.stream().map(LossCounter::writable).toList();
    }

    private List<List<String>> rows(String part) {
        return switch (part) {
            case "resources" -> resources;
            case "calendars" -> calendars;
            case "project" -> properties;
            default -> throw new IllegalArgumentException("no companion is called '" + part + "'");
        };
    }

    private static List<String> usualHeader(String part) {
        return switch (part) {
            case "resources" -> List.of("Name", "Max Units", "Calendar", "Standard Rate", "Cost Per Use");
            case "calendars" -> List.of("Name", "Base", "Day or Date", "Hours");
            default -> List.of("Property", "Value");
        };
    }

    private Set<Column> usedColumns() {
        Set<Column> used = new LinkedHashSet<>();
        for (Column column : Column.values()) {
            Column.Writer writer = column.writer();
            if (writer != null
                    && project.activities().stream()
                            .anyMatch(a -> !writer.write(a, conversion).isEmpty())) {
                used.add(column);
            }
        }
        return used;
    }

    /** Returns whether rows aren't simply numbered one after the other. */
    private boolean rowsDiffer() {
        int next = 1;
        for (Activity activity : project.activities()) {
            if (activity.row() != next++) {
                return true;
            }
        }
        return false;
    }

    /** Returns the resources that reading the plan without companion would find. */
    private List<Resource> plainResources() {
        Set<String> seen = new HashSet<>();
        List<Resource> plain = new ArrayList<>();
        for (Activity activity : project.activities()) {
            for (Assignment assignment : project.assignmentsOf(activity.id())) {
                String resource = assignment.resource();
                if (resource != null && seen.add(resource)) {
                    plain.add(Resource.work(resource, resource, 1.0));
                }
            }
        }
        return plain;
    }

    private List<List<String>> properties(String fileName) {
        LocalDateTime derived = start(null, project.start());
        for (Activity activity : project.activities()) {
            LocalDateTime start =
                    schedule == null ? null : schedule.of(activity.id()).start();
            derived = start != null && (derived == null || start.isBefore(derived)) ? start : derived;
        }
        boolean usualCalendar = calendars.isEmpty();
        String calendar = usualCalendar
                ? ""
                : Objects.requireNonNullElse(
                        calendarNames.reference(project.calendar().id()), "");
        LocalDateTime start = project.activities().isEmpty() || derived == null ? LocalDateTime.MIN : derived;
        Map<String, String> values = ProjectTable.write(project, fileName, start, calendar);
        if (values.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(usualHeader("project"));
        values.forEach((property, value) -> rows.add(List.of(property, value)));
        return rows;
    }

    /** Without computed dates the first row carries the project's start. */
    private @Nullable LocalDateTime start(@Nullable Activity activity, LocalDateTime projectStart) {
        if (schedule != null) {
            return activity == null ? null : schedule.of(activity.id()).start();
        }
        return activity == null || project.indexOf(activity.id()) == 0 ? projectStart : null;
    }

    private List<String> header() {
        List<String> titles = new ArrayList<>();
        for (Column column : Arrays.asList(
                Column.ID, Column.NAME, Column.DURATION, Column.PREDECESSORS, Column.RESOURCES, Column.START)) {
            titles.add(column.title());
        }
        if (schedule != null) {
            titles.add(Column.FINISH.title());
        }
        columns.forEach(c -> titles.add(c.title()));
        addIf(calendarsWritten, titles, Column.CALENDAR.title());
        addIf(workWritten, titles, Column.WORK.title());
        addIf(rowsWritten, titles, Column.ROW.title());
        return titles;
    }

    private List<String> row(Activity activity) {
        List<String> cells = new ArrayList<>();
        cells.add(FormulaGuard.guard(activity.id()));
        cells.add(FormulaGuard.guard(activity.name()));
        cells.add(Durations.format(activity.duration(), conversion) + (activity.estimated() ? "?" : ""));
        cells.add(predecessors(activity));
        cells.add(resources(activity));
        cells.add(Dates.format(start(activity, project.start())));
        if (schedule != null) {
            cells.add(Dates.format(schedule.of(activity.id()).finish()));
        }
        for (Column column : columns) {
            String cell = Objects.requireNonNull(column.writer()).write(activity, conversion);
            cells.add(column.kind() == Column.Kind.TEXT ? FormulaGuard.guard(cell) : cell);
        }
        String calendar = activity.calendar();
        addIf(
                calendarsWritten,
                cells,
                calendar == null
                        ? ""
                        : FormulaGuard.guard(Objects.requireNonNullElse(calendarNames.reference(calendar), "")));
        addIf(workWritten, cells, ownWork(activity));
        addIf(rowsWritten, cells, String.valueOf(activity.row()));
        return cells;
    }

    private static void addIf(boolean wanted, List<String> cells, String cell) {
        if (wanted) {
            cells.add(cell);
        }
    }

    private String predecessors(Activity activity) {
        StringBuilder cell = new StringBuilder();
        for (Relationship relationship : project.predecessorsOf(activity.id())) {
            cell.append(cell.isEmpty() ? "" : ";").append(PredecessorCell.format(relationship, conversion, quotedIds));
        }
        return cell.toString();
    }

    private String resources(Activity activity) {
        StringBuilder cell = new StringBuilder();
        for (Assignment assignment : project.assignmentsOf(activity.id())) {
            String id = assignment.resource();
            String name = id == null ? null : resourceNames.reference(id);
            if (id != null && name != null) {
                boolean material = project.findResource(id)
                        .filter(r -> r.type() != ResourceType.WORK)
                        .isPresent();
                cell.append(cell.isEmpty() ? "" : "; ")
                        .append(ResourceCell.format(assignment, name, material, conversion));
            }
        }
        return cell.toString();
    }

    private static boolean hasCalendars(Project project) {
        return project.activities().stream().anyMatch(a -> a.calendar() != null);
    }

    private static boolean hasOwnWork(Project project) {
        return project.assignments().stream().anyMatch(a -> a.resource() == null);
    }

    /** Returns the work of the activity itself, which only an activity without resources can show. */
    private String ownWork(Activity activity) {
        List<Assignment> assignments = project.assignmentsOf(activity.id());
        return assignments.size() == 1 && assignments.get(0).resource() == null
                ? Durations.format(assignments.get(0).work(), conversion)
                : "";
    }
}
