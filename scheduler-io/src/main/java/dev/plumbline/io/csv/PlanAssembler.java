package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.text.Digits;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the records of a plan and its companions into a project, with all problems together. */
final class PlanAssembler {

    private static final LocalDateTime DEFAULT_START = LocalDateTime.of(2000, 1, 3, 8, 0);

    private final Header header;
    private final NumberStyle numbers;
    private final String file;
    private final ReadOptions options;
    private final ProblemList problems;
    private final RowIds ids;
    private final Map<String, String> calendarByText = new HashMap<>();
    private final Set<String> usedCalendars = new HashSet<>();
    private @Nullable LocalDateTime earliestStart;
    private @Nullable String projectName;

    PlanAssembler(Header header, NumberStyle numbers, String file, ReadOptions options, ProblemList problems) {
        this.header = header;
        this.numbers = numbers;
        this.file = file;
        this.options = options;
        this.problems = problems;
        this.ids = new RowIds(!header.dialect().isForeign() || !header.has(Column.UNIQUE_ID));
    }

    /**
     * A row as far as it was read, with the cells that can only be read when all rows are known.
     *
     * @param cells these cells
     * @param activity what the others make
     * @param needsDuration whether it has no duration and can only do without as a summary
     * @param work the work of its resources
     */
    private record Row(
            PlanRow cells,
            Activity activity,
            boolean needsDuration,
            @Nullable WorkTime work) {}

    CsvRead assemble(PlanRows records, @Nullable CompanionSource companions) throws IOException {
        CompanionSource source = header.dialect().isForeign() ? null : companions;
        ProjectTable properties = ProjectTable.read(source, file, options, problems);
        CellContext context = context(properties, records);
        CalendarTable calendars = CalendarTable.read(source, file, context.settings(), options, problems);
        NameIndex names = calendars.names();
        if (names.resolve(WorkCalendar.standard().id()) == null) {
            names.add(WorkCalendar.standard().id(), WorkCalendar.standard().name());
        }
        ResourceTable resources = ResourceTable.read(source, file, context.settings(), names, options, problems);
        Cell cell = new Cell(header, file, context);
        List<Row> rows = readRows(records.rows(), cell, names);
        ProjectBuilder builder = Project.builder(CompanionSource.baseName(file)).settings(context.settings());
        addActivities(rows, builder);
        LinkReader links = new LinkReader(context, ids);
        rows.forEach(row -> addLinks(row, links, cell));
        links.relationships().forEach(builder::add);
        AssignmentReader assignments = new AssignmentReader(context, resources);
        rows.forEach(row -> addAssignments(row, assignments, cell, builder));
        context.dates().reportUnsettled(problems);
        resources.resources().forEach(builder::add);
        addCalendars(properties, calendars, names, resources, builder);
        properties.apply(builder);
        String name = properties.name() != null ? properties.name() : projectName;
        if (name != null) {
            builder.name(name);
        }
        builder.start(start(properties));
        return build(builder, links.relationships(), calendars, resources);
    }

    private CellContext context(ProjectTable properties, PlanRows records) {
        ProjectSettings settings = properties.settings();
        DateOrders dates = new DateOrders(
                options.dateOrder(),
                options.limits().firstYear(),
                options.limits().lastYear());
        if (records.hasUnclearDates()) {
            header.columns().stream()
                    .filter(Column::isDate)
                    .mapToInt(header::rank)
                    .forEach(rank -> records.rows().forEach(r -> dates.vote(r.chars(), r.from(rank), r.to(rank))));
        }
        Durations durations =
                new Durations(numbers, settings.conversion(), header.dialect().isForeign());
        return new CellContext(header.dialect(), numbers, durations, dates, settings, options.limits(), problems);
    }

    private List<Row> readRows(List<PlanRow> records, Cell cell, NameIndex calendars) {
        List<Row> rows = new ArrayList<>(records.size());
        int number = 1;
        for (PlanRow record : records) {
            if (header.dialect().isForeign() && isProjectSummary(record, cell)) {
                continue;
            }
            String reference = reference(record, rows.size() + 1, cell);
            if (reference == null) {
                continue;
            }
            boolean unique = header.dialect().isForeign() && cell.moveTo(record, Column.UNIQUE_ID);
            String id = unique ? cell.raw() : reference;
            if (!remember(id, reference, record)) {
                continue;
            }
            Row row = readRow(record, id, numbered(reference), number, cell, calendars);
            number = row.activity().row() + 1;
            rows.add(row);
        }
        return rows;
    }

    /** Returns the row number that the export of another tool gives; -1 for none. */
    private int numbered(String reference) {
        return header.dialect().isForeign() ? Digits.number(reference, reference.length()) : -1;
    }

    /** Reads a row whose number is the one given, else that of its cell, else the next. */
    private Row readRow(PlanRow record, String id, int given, int next, Cell cell, NameIndex calendars) {
        RowDraft draft = new RowDraft(Activity.builder(id, "", WorkTime.ZERO), file, record.line());
        readCells(record, draft, cell, calendars);
        int number = given >= 0 ? given : draft.row;
        draft.row = number == 0 ? next : number;
        Activity activity = draft.toActivity(cell.context());
        boolean needsDuration = !draft.hasDuration && !draft.milestone && draft.mode == SchedulingMode.AUTOMATIC;
        return new Row(record, activity, needsDuration, draft.work);
    }

    /** The row that stands for the whole project has id 0 or outline level 0. */
    private boolean isProjectSummary(PlanRow record, Cell cell) {
        boolean summary = (cell.moveTo(record, Column.ID) && cell.raw().equals("0"))
                || (cell.moveTo(record, Column.OUTLINE_LEVEL) && cell.raw().equals("0"));
        if (summary && cell.moveTo(record, Column.NAME)) {
            projectName = cell.text();
        }
        return summary;
    }

    private @Nullable String reference(PlanRow record, int number, Cell cell) {
        if (cell.moveTo(record, Column.ID)) {
            return cell.text();
        }
        if (!header.has(Column.ID)) {
            return String.valueOf(number);
        }
        problems.add(place(record, Column.ID)
                .problem("MODEL_MISSING_UID", Severity.ERROR, "the ID is empty", "give each row an ID of its own"));
        return null;
    }

    private boolean remember(String id, String reference, PlanRow record) {
        int before = ids.addId(id, record.line());
        if (before < 0 && ids.addReference(reference, id)) {
            return true;
        }
        problems.add(place(record, Column.ID)
                .problem(
                        "MODEL_DUPLICATE_UID",
                        Severity.ERROR,
                        "ID " + Problem.quote(id) + (before < 0 ? " is there twice" : " is already on line " + before),
                        "give each row an ID of its own"));
        return false;
    }

    private void readCells(PlanRow record, RowDraft draft, Cell cell, NameIndex calendars) {
        for (Column column : header.columns()) {
            if (!cell.moveTo(record, column)) {
                continue;
            }
            try {
                if (column == Column.CALENDAR) {
                    readCalendar(cell, draft, calendars);
                } else {
                    column.read(cell, draft);
                }
            } catch (CellProblem e) {
                problems.add(e.located(cell.place()));
            }
        }
        LocalDateTime start = draft.start;
        if (start != null && (earliestStart == null || start.isBefore(earliestStart))) {
            earliestStart = start;
        }
    }

    private void readCalendar(Cell cell, RowDraft draft, NameIndex calendars) throws CellProblem {
        if (!header.dialect().isForeign()) {
            String id = calendarByText.get(cell.text());
            if (id == null) {
                id = ResourceTable.calendar(cell, calendars);
                calendarByText.put(cell.text(), id);
                usedCalendars.add(id);
            }
            draft.builder.calendar(id);
        } else if (!cell.raw().equalsIgnoreCase("None")) {
            problems.add(cell.place()
                    .problem(
                            "MODEL_DANGLING_CALENDAR",
                            Severity.WARNING,
                            "an export as CSV holds no calendars; the project's is used instead of "
                                    + Problem.quote(cell.raw()),
                            "save the plan as XML"));
        }
    }

    private void addActivities(List<Row> rows, ProjectBuilder builder) {
        int level = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int own = row.activity().outlineLevel();
            boolean summary = i + 1 < rows.size() && rows.get(i + 1).activity().outlineLevel() > own;
            if (row.needsDuration() && !summary) {
                problems.add(place(row.cells(), Column.DURATION)
                        .problem("CSV_DURATION", Severity.ERROR, "there is no duration", "write one, such as 5d"));
            }
            if (own > level + 1) {
                problems.add(place(row.cells(), Column.OUTLINE_LEVEL)
                        .problem(
                                "MODEL_OUTLINE",
                                Severity.WARNING,
                                "the outline level jumps from " + level + " to " + own,
                                "let it rise by one at most"));
            }
            level = own;
            builder.add(row.activity());
        }
    }

    private void addLinks(Row row, LinkReader links, Cell cell) {
        if (cell.moveTo(row.cells(), Column.PREDECESSORS)) {
            try {
                links.read(row.activity().id(), cell);
            } catch (CellProblem e) {
                problems.add(e.located(cell.place()));
            }
        }
    }

    private void addAssignments(Row row, AssignmentReader assignments, Cell cell, ProjectBuilder builder) {
        Column read = Column.UNITS;
        try {
            Double share = cell.moveTo(row.cells(), read) ? assignments.units(cell) : null;
            read = Column.RESOURCES;
            boolean used = cell.moveTo(row.cells(), read);
            assignments.read(row.activity().id(), used ? cell : null, share, row.work(), builder);
        } catch (CellProblem e) {
            problems.add(e.located(place(row.cells(), read)));
        }
    }

    /**
     * The project's calendar is the one that its companion names, else one named Standard, else the first that no activity
     * and no resource names, else Monday to Friday.
     */
    private void addCalendars(
            ProjectTable properties,
            CalendarTable table,
            NameIndex names,
            ResourceTable resources,
            ProjectBuilder builder) {
        List<WorkCalendar> calendars = table.calendars();
        resources.resources().forEach(r -> usedCalendars.add(Objects.requireNonNullElse(r.calendar(), "")));
        String standard = WorkCalendar.standard().id();
        boolean own = calendars.stream().anyMatch(c -> c.id().equals(names.resolve(standard)));
        String chosen = null;
        Cell named = properties.calendar();
        if (named != null) {
            try {
                chosen = ResourceTable.calendar(named, names);
            } catch (CellProblem e) {
                problems.add(e.located(named.place()));
            }
        } else if (!own) {
            chosen = calendars.stream()
                    .map(WorkCalendar::id)
                    .filter(id -> !usedCalendars.contains(id))
                    .findFirst()
                    .orElse(null);
        }
        String id = chosen != null ? chosen : Objects.requireNonNull(names.resolve(standard));
        calendars.forEach(builder::addCalendar);
        if (!own && (id.equals(standard) || usedCalendars.contains(standard))) {
            builder.addCalendar(WorkCalendar.standard());
        }
        builder.calendar(id);
        if (named == null && !calendars.isEmpty()) {
            problems.add(new Place(file, 0, 0, "")
                    .problem(
                            "CSV_CALENDAR",
                            Severity.INFO,
                            "the project's calendar is " + Problem.quote(id),
                            "name another in the companion file that ends in .project.csv"));
        }
    }

    private LocalDateTime start(ProjectTable properties) {
        LocalDateTime given = options.start();
        if (given != null) {
            return given;
        }
        LocalDateTime written = properties.start();
        LocalDateTime found = written != null ? written : earliestStart;
        if (found == null) {
            problems.add(new Place(file, 0, 0, "")
                    .problem(
                            "CSV_START",
                            Severity.WARNING,
                            "no row has a start; the project starts on " + Dates.format(DEFAULT_START),
                            "fill in a Start or give --start"));
            return DEFAULT_START;
        }
        return found;
    }

    private CsvRead build(
            ProjectBuilder builder, List<Relationship> links, CalendarTable calendars, ResourceTable resources) {
        Project project = null;
        List<Problem> found;
        try {
            project = builder.build();
            found = project.findings();
        } catch (PlumblineException e) {
            found = e.problems();
        }
        if (!found.isEmpty()) {
            ProblemLocator locator =
                    new ProblemLocator(places(), ProblemLocator.named(found, links), calendars, resources);
            found.forEach(p -> problems.add(locator.locate(p)));
        }
        problems.throwIfAny();
        return new CsvRead(Objects.requireNonNull(project), problems.findings());
    }

    private ProblemLocator.Rows places() {
        return new ProblemLocator.Rows() {
            @Override
            public @Nullable Place row(String id) {
                int line = ids.line(id);
                return line == 0 ? null : header.place(file, line, Column.ID);
            }

            @Override
            public Place predecessors(Place row) {
                return header.place(file, row.line(), Column.PREDECESSORS);
            }
        };
    }

    private Place place(PlanRow record, Column column) {
        return header.place(file, record.line(), column);
    }
}
