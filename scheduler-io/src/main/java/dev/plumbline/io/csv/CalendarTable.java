package dev.plumbline.io.csv;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The companion {@code BASENAME.calendars.csv}: {@code Name,Base,Day or Date,Hours} and, where needed, {@code ID} and
 * {@code Exception Name}; one row a day, see {@link DayText} and {@link HoursText}. A calendar without a base of which no
 * weekday is set works Monday to Friday 08:00-12:00 and 13:00-17:00.
 */
final class CalendarTable {

    static final SideTable.Titles TITLES = new SideTable.Titles(
            List.of("name", "base", "day or date", "hours", "id", "exception name"),
            4,
            List.of("name", "day or date", "hours"));

    private final SideTable table;
    private final CellContext context;
    private final ProblemList problems;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, WorkCalendar> built = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();

    /** A calendar while its rows are read. */
    private static final class Draft {
        final String name;
        final Place place;
        final List<CalendarException> exceptions = new ArrayList<>();
        final List<WorkWeek> weeks = new ArrayList<>();
        final Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        String base = "";
        int depth;

        @Nullable
        Place basePlace;

        Draft(String name, Place place) {
            this.name = name;
            this.place = place;
        }
    }

    private CalendarTable(SideTable table, CellContext context) {
        this.table = table;
        this.context = context;
        this.problems = context.problems();
    }

    static CalendarTable read(
            @Nullable CompanionSource source,
            String planName,
            ProjectSettings settings,
            ReadOptions options,
            ProblemList problems)
            throws IOException {
        SideTable table = SideTable.read(source, "calendars", planName, TITLES, options, problems);
        CalendarTable result =
                new CalendarTable(table, Companions.context(table.numbers(), settings, options, problems));
        for (CsvTable.Fields row : table.rows()) {
            result.readRow(row);
        }
        result.context.dates().reportUnsettled(problems);
        result.drafts.forEach((id, draft) -> result.names.add(id, draft.name));
        if (result.drafts.size() > options.limits().calendars()) {
            throw problems.fatal(new Place(table.file(), 0, 0, "")
                    .problem(
                            "LIMIT_CALENDARS",
                            Severity.ERROR,
                            "too many calendars",
                            "give --limits trusted if you trust the file"));
        }
        result.drafts.keySet().forEach(result::build);
        return result;
    }

    private void readRow(CsvTable.Fields row) {
        String name = table.text(row, "name");
        String id = table.text(row, "id").isEmpty() ? name : table.text(row, "id");
        if (id.isEmpty()) {
            problems.add(table.place(row, "name")
                    .problem("MODEL_MISSING_UID", Severity.ERROR, "a calendar without a name", "give it a name"));
            return;
        }
        Draft draft = drafts.computeIfAbsent(id, key -> new Draft(name, table.place(row, "name")));
        readBase(row, draft);
        Cell day = table.cell(row, "day or date", context);
        Cell hours = table.cell(row, "hours", context);
        Cell culprit = day;
        try {
            if (day != null && hours != null) {
                DayText days = DayText.parse(day);
                culprit = hours;
                DayHours worked = HoursText.parse(hours.raw());
                culprit = day;
                add(draft, days, worked, table.text(row, "exception name"));
            } else if (day != null || hours != null) {
                culprit = day == null ? hours : day;
                throw new CellProblem("CSV_CALENDAR", "a day needs hours and hours a day", "fill in both, or off");
            }
        } catch (CellProblem e) {
            problems.add(e.located(Objects.requireNonNull(culprit).place()));
        }
    }

    private void readBase(CsvTable.Fields row, Draft draft) {
        String base = table.text(row, "base");
        if (!base.isEmpty() && !draft.base.isEmpty() && !base.equals(draft.base)) {
            problems.add(table.place(row, "base")
                    .problem(
                            "CSV_CALENDAR",
                            Severity.ERROR,
                            "calendar " + Problem.quote(draft.name) + " has two bases",
                            "keep one"));
        }
        if (!base.isEmpty()) {
            draft.base = base;
            draft.basePlace = table.place(row, "base");
        }
    }

    private void add(Draft draft, DayText day, DayHours hours, String name) throws CellProblem {
        DayOfWeek weekday = day.weekday();
        LocalDate from = day.from();
        LocalDate to = day.to();
        if (weekday == null) {
            draft.exceptions.add(new CalendarException(name, Objects.requireNonNull(day.recurrence()), hours));
            if (draft.exceptions.size() > context.limits().exceptionsPerCalendar()) {
                throw problems.fatal(draft.place.problem(
                        "LIMIT_EXCEPTIONS",
                        Severity.ERROR,
                        "too many exceptions",
                        "give --limits trusted if you trust the file"));
            }
        } else if (from != null && to != null) {
            addToWeek(draft, new WorkWeek(name, from, to, Map.of(weekday, hours)), weekday);
        } else if (draft.days.putIfAbsent(weekday, hours) != null) {
            throw new CellProblem("CAL_DUPLICATE_DAY", Cell.title(weekday) + " is set twice", "keep one of the rows");
        }
    }

    /** Days of one dated week stand in rows one after the other. */
    private static void addToWeek(Draft draft, WorkWeek day, DayOfWeek weekday) {
        int last = draft.weeks.size() - 1;
        WorkWeek open = last < 0 ? null : draft.weeks.get(last);
        if (open != null
                && open.name().equals(day.name())
                && open.from().equals(day.from())
                && open.to().equals(day.to())
                && !open.days().containsKey(weekday)) {
            Map<DayOfWeek, DayHours> days = new HashMap<>(open.days());
            days.putAll(day.days());
            draft.weeks.set(last, new WorkWeek(day.name(), day.from(), day.to(), days));
        } else {
            draft.weeks.add(day);
        }
    }

    /** Builds a calendar and, before it, the bases it stands on, without recursion. */
    private void build(String id) {
        List<String> chain = new ArrayList<>();
        String next = id;
        while (next != null && !built.containsKey(next)) {
            if (chain.contains(next)) {
                error(
                        chain.get(0),
                        "CAL_CYCLE",
                        "calendar " + Problem.quote(nameOf(next)) + " stands on itself",
                        "change its Base");
                chain.forEach(c -> build(c, null));
                return;
            }
            if (chain.size() > context.limits().calendarDepth()) {
                throw tooDeep(drafts.get(id));
            }
            chain.add(next);
            next = baseOf(next);
        }
        WorkCalendar base = next == null ? null : built.get(next);
        Draft below = next == null ? null : drafts.get(next);
        int depth = below == null ? 0 : below.depth;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Draft draft = Objects.requireNonNull(drafts.get(chain.get(i)));
            draft.depth = ++depth;
            if (depth > context.limits().calendarDepth()) {
                throw tooDeep(draft);
            }
            base = build(chain.get(i), base);
        }
    }

    private PlumblineException tooDeep(@Nullable Draft draft) {
        return problems.fatal(Objects.requireNonNull(draft)
                .place
                .problem(
                        "LIMIT_CALENDAR_DEPTH",
                        Severity.ERROR,
                        "more than %s calendars stand on one another"
                                .formatted(context.limits().calendarDepth()),
                        "give --limits trusted if you trust the file"));
    }

    private @Nullable String baseOf(String id) {
        Draft draft = Objects.requireNonNull(drafts.get(id));
        if (draft.base.isEmpty()) {
            return null;
        }
        String base = names.resolve(draft.base);
        if (base == null && draft.base.equals(WorkCalendar.standard().name())) {
            built.putIfAbsent(draft.base, WorkCalendar.standard());
            names.add(draft.base, draft.base);
            return draft.base;
        }
        if (base == null && draft.basePlace != null) {
            problems.add(draft.basePlace.problem(
                    "MODEL_DANGLING_CALENDAR",
                    Severity.ERROR,
                    "there is no calendar " + Problem.quote(draft.base),
                    "add its rows or correct the Base"));
            draft.base = "";
        }
        return base;
    }

    private WorkCalendar build(String id, @Nullable WorkCalendar base) {
        Draft draft = Objects.requireNonNull(drafts.get(id));
        WorkCalendar.Builder builder = WorkCalendar.builder(id, draft.name).base(base);
        draft.days.forEach(builder::day);
        draft.weeks.forEach(builder::workWeek);
        draft.exceptions.forEach(builder::exception);
        WorkCalendar calendar = builder.build();
        built.put(id, calendar);
        return calendar;
    }

    private void error(String id, String code, String message, String hint) {
        problems.add(Objects.requireNonNull(drafts.get(id)).place.problem(code, Severity.ERROR, message, hint));
    }

    private String nameOf(String id) {
        return Objects.requireNonNull(drafts.get(id)).name;
    }

    /** Returns the calendars, in the order of the file. */
    List<WorkCalendar> calendars() {
        List<WorkCalendar> ordered = new ArrayList<>();
        drafts.keySet().forEach(id -> ordered.add(Objects.requireNonNull(built.get(id))));
        built.forEach((id, calendar) -> {
            if (!drafts.containsKey(id)) {
                ordered.add(calendar);
            }
        });
        return ordered;
    }

    NameIndex names() {
        return names;
    }

    /** Returns where a calendar's first row is; null if the file doesn't define it. */
    @Nullable
    Place placeOf(String id) {
        Draft draft = drafts.get(id);
        return draft == null ? null : draft.place;
    }

    /** Writes calendars; the first row is the header. */
    static List<List<String>> write(List<WorkCalendar> calendars, NameIndex names, LossCounts losses) {
        boolean ids = calendars.stream().anyMatch(c -> !c.id().equals(c.name()));
        boolean labels = calendars.stream()
                .anyMatch(c -> c.exceptions().stream().anyMatch(e -> !e.name().isEmpty())
                        || c.workWeeks().stream().anyMatch(w -> !w.name().isEmpty()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(List.of("Name", "Base", "Day or Date", "Hours"), "ID", ids, "Exception Name", labels));
        for (WorkCalendar calendar : calendars) {
            List<String[]> days = days(calendar, losses);
            if (days.isEmpty()) {
                days.add(new String[] {"", "", ""});
            }
            WorkCalendar base = calendar.base().orElse(null);
            String reference = base == null ? "" : Objects.requireNonNullElse(names.reference(base.id()), "");
            for (String[] day : days) {
                rows.add(row(
                        List.of(FormulaGuard.guard(calendar.name()), FormulaGuard.guard(reference), day[0], day[1]),
                        FormulaGuard.guard(calendar.id()),
                        ids,
                        FormulaGuard.guard(day[2]),
                        labels));
            }
        }
        return rows;
    }

    private static List<String[]> days(WorkCalendar calendar, LossCounts losses) {
        List<String[]> days = new ArrayList<>();
        calendar.week().forEach((day, hours) -> days.add(new String[] {Cell.title(day), hours.toString(), ""}));
        for (WorkWeek week : calendar.workWeeks()) {
            losses.count(week.days().isEmpty(), "dated work weeks without days");
            week.orderedDays()
                    .forEach((day, hours) -> days.add(new String[] {
                        Cell.title(day) + " " + week.from() + "/" + week.to(), hours.toString(), week.name()
                    }));
        }
        for (CalendarException exception : calendar.exceptions()) {
            days.add(new String[] {
                DayText.format(exception.recurrence()), exception.hours().toString(), exception.name()
            });
        }
        return days;
    }

    private static List<String> row(
            List<String> cells, String first, boolean hasFirst, String second, boolean hasSecond) {
        List<String> row = new ArrayList<>(cells);
        if (hasFirst) {
            row.add(first);
        }
        if (hasSecond) {
            row.add(second);
        }
        return row;
    }
}
