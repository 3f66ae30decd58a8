package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.ScheduleFrom;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The companion {@code BASENAME.project.csv}: {@code Property,Value}, what belongs to the project as a whole. */
final class ProjectTable {

    static final SideTable.Titles TITLES =
            new SideTable.Titles(List.of("property", "value"), 2, List.of("property", "value"));

    private static final int MANY = 100_000_000;

    private final Map<String, Cell> values = new HashMap<>();
    private final ProblemList problems;
    private final CellContext context;

    private ProjectTable(CellContext context) {
        this.context = context;
        this.problems = context.problems();
    }

    static ProjectTable read(
            @Nullable CompanionSource source, String planName, ReadOptions options, ProblemList problems)
            throws IOException {
        SideTable table = SideTable.read(source, "project", planName, TITLES, options, problems);
        ProjectTable result =
                new ProjectTable(Companions.context(table.numbers(), ProjectSettings.DEFAULT, options, problems));
        for (CsvTable.Fields row : table.rows()) {
            String property = table.raw(row, "property").strip().toLowerCase(Locale.ROOT);
            Cell value = TEXTS.contains(property)
                    ? new Cell(table.raw(row, "value"), table.place(row, "value"), result.context)
                    : table.cell(row, "value", result.context);
            if (value == null) {
                continue;
            }
            if (!PROPERTIES.contains(property)) {
                problems.add(table.place(row, "property")
                        .problem(
                                "CSV_PROPERTY",
                                Severity.WARNING,
                                Problem.quote(property) + " is not a property of a project and was ignored",
                                "use one of " + String.join(", ", PROPERTIES)));
            } else if (result.values.putIfAbsent(property, value) != null) {
                problems.add(table.place(row, "property")
                        .problem(
                                "CSV_PROPERTY",
                                Severity.ERROR,
                                Problem.quote(property) + " is there twice",
                                "keep one of the rows"));
            }
        }
        return result;
    }

    private static final List<String> PROPERTIES = List.of(
            "name",
            "start",
            "finish",
            "schedule from",
            "data date",
            "calendar",
            "minutes per day",
            "minutes per week",
            "days per month",
            "default start",
            "default finish",
            "critical slack days",
            "multiple critical paths",
            "splits in progress",
            "move completed ends back",
            "move remaining starts back",
            "move remaining starts forward",
            "move completed ends forward",
            "inserted like summary",
            "currency symbol",
            "currency code",
            "currency digits");

    /** Properties that may be empty. */
    private static final List<String> TEXTS = List.of("name", "currency symbol", "currency code");

    private interface Value<T> {
        @Nullable
        T read(Cell cell) throws CellProblem;
    }

    private <T> T get(String property, T usual, Value<T> value) {
        T found = find(property, value);
        return found == null ? usual : found;
    }

    private <T> @Nullable T find(String property, Value<T> value) {
        Cell cell = values.get(property);
        try {
            return cell == null ? null : value.read(cell);
        } catch (CellProblem e) {
            problems.add(e.located(cell.place()));
            return null;
        }
    }

    ProjectSettings settings() {
        ProjectSettings usual = ProjectSettings.DEFAULT;
        return new ProjectSettings(
                new UnitConversion(
                        get("minutes per day", 480, c -> c.integer(1, 1440)),
                        get("minutes per week", 2400, c -> c.integer(1, 10080)),
                        get("days per month", 20, c -> c.integer(1, 31))),
                get("default start", usual.defaultStart(), ProjectTable::timeOfDay),
                get("default finish", usual.defaultFinish(), ProjectTable::timeOfDay),
                get("critical slack days", usual.criticalSlackDays(), c -> c.integer(-MANY, MANY)),
                get("multiple critical paths", usual.multipleCriticalPaths(), Cell::flag),
                get("splits in progress", usual.splitsInProgress(), Cell::flag),
                get("move completed ends back", usual.moveCompletedEndsBack(), Cell::flag),
                get("move remaining starts back", usual.moveRemainingStartsBack(), Cell::flag),
                get("move remaining starts forward", usual.moveRemainingStartsForward(), Cell::flag),
                get("move completed ends forward", usual.moveCompletedEndsForward(), Cell::flag),
                get("inserted like summary", usual.insertedLikeSummary(), Cell::flag),
                get("currency symbol", usual.currencySymbol(), Cell::text),
                get("currency code", usual.currencyCode(), Cell::text),
                get("currency digits", usual.currencyDigits(), c -> c.integer(0, 10)));
    }

    private static LocalTime timeOfDay(Cell cell) throws CellProblem {
        LocalTime time = HoursText.time(cell.raw());
        if (time == null) {
            throw cell.invalid("is not a time of day", "write it like 08:00");
        }
        return time;
    }

    @Nullable
    String name() {
        return find("name", Cell::text);
    }

    /** Returns the reference to the project's calendar. */
    @Nullable
    Cell calendar() {
        return values.get("calendar");
    }

    @Nullable
    LocalDateTime start() {
        return find("start", Cell::start);
    }

    /** Sets what else is given. */
    void apply(ProjectBuilder builder) {
        builder.scheduleFrom(get("schedule from", ScheduleFrom.START, c -> c.constant(ScheduleFrom.class)));
        builder.finish(find("finish", Cell::finish));
        builder.dataDate(find("data date", Cell::finish));
        context.dates().reportUnsettled(problems);
    }

    /** Returns the properties that differ from what reading the plan alone would find. */
    static Map<String, String> write(Project project, String planName, LocalDateTime derivedStart, String calendar) {
        Map<String, String> rows = new LinkedHashMap<>();
        ProjectSettings s = project.settings();
        ProjectSettings usual = ProjectSettings.DEFAULT;
        put(rows, "Name", FormulaGuard.guard(project.name()), CompanionSource.baseName(planName));
        put(rows, "Start", Dates.format(project.start()), Dates.format(derivedStart));
        put(rows, "Finish", Dates.format(project.finish().orElse(null)), "");
        put(rows, "Schedule From", Cell.title(project.scheduleFrom()), "Start");
        put(rows, "Data Date", Dates.format(project.dataDate().orElse(null)), "");
        put(rows, "Calendar", FormulaGuard.guard(calendar), "");
        put(rows, "Minutes Per Day", s.conversion().minutesPerDay(), 480);
        put(rows, "Minutes Per Week", s.conversion().minutesPerWeek(), 2400);
        put(rows, "Days Per Month", s.conversion().daysPerMonth(), 20);
        put(rows, "Default Start", s.defaultStart(), usual.defaultStart());
        put(rows, "Default Finish", s.defaultFinish(), usual.defaultFinish());
        put(rows, "Critical Slack Days", s.criticalSlackDays(), usual.criticalSlackDays());
        put(rows, "Multiple Critical Paths", s.multipleCriticalPaths(), usual.multipleCriticalPaths());
        put(rows, "Splits In Progress", s.splitsInProgress(), usual.splitsInProgress());
        put(rows, "Move Completed Ends Back", s.moveCompletedEndsBack(), usual.moveCompletedEndsBack());
        put(rows, "Move Remaining Starts Back", s.moveRemainingStartsBack(), usual.moveRemainingStartsBack());
        put(rows, "Move Remaining Starts Forward", s.moveRemainingStartsForward(), usual.moveRemainingStartsForward());
        put(rows, "Move Completed Ends Forward", s.moveCompletedEndsForward(), usual.moveCompletedEndsForward());
        put(rows, "Inserted Like Summary", s.insertedLikeSummary(), usual.insertedLikeSummary());
        put(rows, "Currency Symbol", FormulaGuard.guard(s.currencySymbol()), usual.currencySymbol());
        put(rows, "Currency Code", FormulaGuard.guard(s.currencyCode()), usual.currencyCode());
        put(rows, "Currency Digits", s.currencyDigits(), usual.currencyDigits());
        return rows;
    }

    private static void put(Map<String, String> rows, String property, Object value, Object usual) {
        if (!value.equals(usual)) {
            rows.put(property, value instanceof Boolean flag ? (flag ? "Yes" : "No") : value.toString());
        }
    }
}
