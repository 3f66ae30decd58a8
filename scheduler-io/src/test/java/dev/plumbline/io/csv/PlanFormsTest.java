package dev.plumbline.io.csv;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceBuilder;
import dev.plumbline.model.Severity;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows say together, what is written of a plan, and what a file can't hold. */
class PlanFormsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final String USUAL = "ID,Name,Duration,Predecessors,Resources,Start";
    private static final String OUTLINE = USUAL + ",Outline Level\n";

    /** The table of Microsoft Project, as it is pasted. */
    private static final String EXPORT =
            "ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Outline Level,Notes,Task Calendar\n";

    private static final String DATES = "2026 January 20 8:00 AM,2026 January 22 5:00 PM";

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(START).calendar(WorkCalendar.standard());
    }

    /** Returns what of an activity can't be written. */
    private static List<String> losses(UnaryOperator<ActivityBuilder> change) {
        return losses(plan().activity("A", "A", days(1), change));
    }

    private static List<String> losses(ProjectBuilder plan) {
        return CsvPlans.write(plan.build(), null).findings().stream()
                .map(problem -> problem.severity() + " " + problem.message())
                .toList();
    }

    private static String lost(String what) {
        return Severity.WARNING + " not written: " + what + " (1)";
    }

    @Test
    void detailsOfActivitiesThatCsvCannotHoldAreCounted() {
        assertThat(losses(a -> a)).isEmpty();
        assertThat(losses(a -> a.baselines(List.of(new Baseline(0, START, START.plusDays(1), days(1), null, null)))))
                .containsExactly(lost("baselines of an activity"));
        assertThat(losses(a -> a.notes("a\u0000b"))).containsExactly(lost("characters that no text file can hold"));
        assertThat(losses(a -> a.name("\uD83D"))).containsExactly(lost("characters that no text file can hold"));
        assertThat(losses(a -> a.deadline(LocalDateTime.of(9998, 12, 31, 17, 0))))
                .isEmpty();
        assertThat(losses(a -> a.deadline(LocalDateTime.of(9999, 1, 1, 0, 0))))
                .containsExactly(lost("dates beyond the year 9998"));
        assertThat(losses(a -> a.deadline(LocalDateTime.of(1, 1, 1, 0, 0)))).isEmpty();
        assertThat(losses(a -> a.levellingDelay(WorkTime.elapsedDays(-2)))).isEmpty();
        assertThat(losses(a -> a.duration(WorkTime.ofTicks(Integer.MAX_VALUE)))).isEmpty();
        assertThat(losses(a -> a.duration(WorkTime.ofTicks(Integer.MAX_VALUE + 1L))))
                .containsExactly(lost("amounts of time beyond 400 years"));
    }

    @Test
    void detailsOfRelationshipsThatCsvCannotHoldAreCounted() {
        assertThat(losses(tied(Lag.of(days(-3))))).isEmpty();
        assertThat(losses(tied(Lag.of(WorkTime.ofTicks(-Integer.MAX_VALUE - 1L)))))
                .containsExactly(lost("amounts of time beyond 400 years"));
        assertThat(losses(tied(Lag.percent(1_000_000)))).isEmpty();
        assertThat(losses(tied(Lag.percent(-1_000_000)))).isEmpty();
        assertThat(losses(tied(new Lag.Percent(new BigDecimal("-1000000.1"), false))))
                .containsExactly(lost("lags of more than a million percent"));
        assertThat(losses(tied(Lag.of(new WorkTime(0, WorkUnit.ELAPSED_DAYS)))))
                .containsExactly(Severity.INFO + " not written: elapsed lags of zero (1)");
    }

    private static ProjectBuilder tied(Lag lag) {
        return plan().activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .add(new Relationship("A", "B", RelationshipType.FS, lag));
    }

    private static ProjectBuilder assigned(Assignment... assignments) {
        ProjectBuilder plan = plan().activity("A", "A", days(1)).resource("R", 1);
        for (Assignment assignment : assignments) {
            plan.add(assignment);
        }
        return plan;
    }

    @Test
    void detailsOfAssignmentsThatCsvCannotHoldAreCounted() {
        assertThat(losses(assigned(Assignment.builder("A/R", "A", "R")
                        .units(0.5)
                        .work(hours(3))
                        .build())))
                .isEmpty();
        assertThat(losses(assigned(Assignment.builder("x", "A", "R").build())))
                .containsExactly(Severity.INFO + " not written: ids of assignments (1)");
        assertThat(losses(
                        assigned(Assignment.builder("A/R", "A", "R").notes("n").build())))
                .containsExactly(
                        lost("details of assignments beside units and work, such as contours, delays, actual work"
                                + " and costs"));
        assertThat(losses(assigned(
                        Assignment.builder("A/R", "A", "R").units(999_999_999).build())))
                .isEmpty();
        assertThat(losses(assigned(
                        Assignment.builder("A/", "A", null).work(hours(3)).build())))
                .isEmpty();
        assertThat(losses(assigned(Assignment.builder("A/", "A", null)
                        .work(hours(3))
                        .units(0.5)
                        .build())))
                .containsExactly(lost("work of an activity beside that of its resources"));
        assertThat(losses(assigned(
                        Assignment.builder("A/R", "A", "R").build(),
                        Assignment.builder("A/", "A", null).work(hours(3)).build())))
                .containsExactly(lost("work of an activity beside that of its resources"));
    }

    private static List<String> lossesOf(UnaryOperator<ResourceBuilder> change) {
        return losses(plan().activity("A", "A", days(1))
                .add(change.apply(Resource.builder("R", "Crew")).build()));
    }

    private static CostRate rate(int table, LocalDateTime from, LocalDateTime to, String standard, WorkUnit unit) {
        return new CostRate(
                table, from, to, new BigDecimal(standard), unit, BigDecimal.ZERO, WorkUnit.HOURS, BigDecimal.ZERO);
    }

    @Test
    void detailsOfResourcesThatCsvCannotHoldAreCounted() {
        String changing = lost("rates of a resource that change over time or by table");
        CostRate usual = rate(0, Availability.EVER, Availability.FOR_EVER, "50", WorkUnit.HOURS);

        assertThat(lossesOf(r -> r.rates(List.of(usual)))).isEmpty();
        assertThat(lossesOf(
                        r -> r.rates(List.of(rate(1, Availability.EVER, Availability.FOR_EVER, "50", WorkUnit.HOURS)))))
                .containsExactly(changing);
        assertThat(lossesOf(r -> r.rates(List.of(rate(0, START, Availability.FOR_EVER, "50", WorkUnit.HOURS)))))
                .containsExactly(changing);
        assertThat(lossesOf(r -> r.rates(List.of(rate(0, Availability.EVER, START, "50", WorkUnit.HOURS)))))
                .containsExactly(changing);
        assertThat(lossesOf(r -> r.rates(List.of(
                        rate(0, Availability.EVER, START, "50", WorkUnit.HOURS),
                        rate(0, START, Availability.FOR_EVER, "60", WorkUnit.HOURS)))))
                .containsExactly(changing);
        assertThat(lossesOf(
                        r -> r.rates(List.of(rate(0, Availability.EVER, Availability.FOR_EVER, "50", WorkUnit.DAYS)))))
                .isEmpty();
        assertThat(lossesOf(r -> r.availability(List.of(new Availability(START, Availability.FOR_EVER, 2)))))
                .containsExactly(lost("tables of a resource's availability over time"));
    }

    /** Eight hours a day, 40 a week, 20 days a month. */
    private static void says(List<Problem> problems, @Nullable String message) {
        if (message == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .singleElement()
                    .satisfies(p -> assertThat(p.message()).contains(message));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "50, 50/h, 50",
        "50/h, 50/h, 50",
        "400/d, 400/d, 50",
        "2000/w, 2000/w, 50",
        "8000/mo, 8000/mo, 50",
        "1/min, 1/m, 60",
        "240/ed, 240/ed, 10",
        "$12.50/hr, 12.5/h, 12.5"
    })
    void ratesAreWrittenInTheUnitInWhichTheyWereRead(String cell, String written, BigDecimal perHour) {
        String table = "Name,Max Units,Calendar,Standard Rate,Cost Per Use,Overtime Rate\nR,100%%,,%1$s,7.5,%1$s\n"
                .formatted(cell);
        Project project = CsvPlans.read(
                        CsvPlans.HEADER + "A,A,1d,,,\n", Map.of("resources", table), ReadOptions.DEFAULT)
                .project();

        CostRate rate = project.resources().get(0).rates().get(0);
        assertThat(rate.standardRate()).isEqualByComparingTo(perHour);
        assertThat(rate.overtimeRate()).isEqualByComparingTo(perHour);
        assertThat(rate.costPerUse()).isEqualByComparingTo("7.5");
        assertThat(CsvPlans.write(project, null).companions().get("resources"))
                .isEqualTo("Name,Max Units,Calendar,Standard Rate,Cost Per Use,Overtime Rate\nR,100%%,,%1$s,7.5,%1$s\n"
                        .formatted(written));
    }

    @Test
    void everyValueOfAResourceIsWrittenAndReadBack() {
        String header = "Name,Max Units,Calendar,Standard Rate,Cost Per Use,ID,Row,Type,Initials,Group,Material Label,"
                + "Accrue At,Can Level,Generic,Active,Budget,Proposed,Notes\n";
        String row = "Crew,250%,,,,r1,7,Material,C,'=g,bags,End,No,Yes,No,Yes,Yes,a note\n";
        Project project = CsvPlans.read(
                        CsvPlans.HEADER + "A,A,1d,,,\n", Map.of("resources", header + row), ReadOptions.DEFAULT)
                .project();

        assertThat(project.resources().get(0).group()).isEqualTo("=g");
        assertThat(CsvPlans.write(project, null).companions().get("resources")).isEqualTo(header + row);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Name,Dam",
                "Finish,2027-03-01 17:00",
                "Schedule From,Finish",
                "Data Date,2026-03-09 17:00",
                "Minutes Per Day,450",
                "Minutes Per Week,2250",
                "Days Per Month,21",
                "Default Start,07:30",
                "Default Finish,15:45",
                "Critical Slack Days,-2",
                "Multiple Critical Paths,Yes",
                "Splits In Progress,No",
                "Move Completed Ends Back,Yes",
                "Move Remaining Starts Back,Yes",
                "Move Remaining Starts Forward,Yes",
                "Move Completed Ends Forward,Yes",
                "Inserted Like Summary,No",
                "Currency Symbol,",
                "Currency Code,CHF",
                "Currency Digits,0"
            })
    void everyPropertyOfTheProjectIsWrittenWhereItIsNotTheUsualOne(String row) {
        String plan = CsvPlans.HEADER + "A,A,1d,,,2026-03-02 08:00\n";
        Project usual = CsvPlans.read(plan).project();
        String table = "Property,Value\n" + row + "\n";

        Project project = CsvPlans.read(plan, Map.of("project", table), ReadOptions.DEFAULT)
                .project();

        assertThat(CsvPlans.write(usual, null).companions()).isEmpty();
        if (!CsvPlans.write(project, null).companions().isEmpty()) {
            assertThat(CsvPlans.write(project, null).companions().get("project"))
                    .contains(row);
        } else {
            assertThat(project).as("%s is the usual", row).isEqualTo(usual);
        }
    }

    @Test
    void columnsAreOnlyWrittenWhereSomeRowNeedsThem() {
        Project project = plan().activity("A", "Dig", days(2), a -> a.estimated(true))
                .activity("B", "Pour", days(1), a -> a.calendar("Standard").row(9))
                .add(Assignment.builder("A/", "A", null).work(hours(3)).build())
                .finishToStart("A", "B", days(1))
                .build();

        assertThat(CsvPlans.write(project, null).plan()).isEqualTo("""
                ID,Name,Duration,Predecessors,Resources,Start,Calendar,Work,Row
                A,Dig,2d?,,,2026-03-02 08:00,,3h,1
                B,Pour,1d,AFS+1d,,,Standard,,9
                """);
    }

    @Test
    void companionsThatHoldNothingHaveOnlyAHeader() throws java.io.IOException {
        CsvPlanWriter writer =
                CsvPlanWriter.of(plan().activity("A", "A", days(1)).build(), null, "plan.csv");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : CsvPlanWriter.COMPANIONS) {
            assertThat(writer.needs(part)).isFalse();
            writer.writeCompanion(part, out);
        }

        assertThat(out)
                .hasToString("Name,Max Units,Calendar,Standard Rate,Cost Per Use\nName,Base,Day or Date,Hours\n"
                        + "Property,Value\n");
        assertThatThrownBy(() -> writer.needs("risks")).hasMessageContaining("no companion is called 'risks'");
    }

    private static List<String> projectCalendar(String calendars, String rows) {
        CsvRead read = CsvPlans.read(
                USUAL + ",Calendar\n" + rows,
                Map.of("calendars", "Name,Base,Day or Date,Hours\n" + calendars),
                ReadOptions.DEFAULT);
        boolean told = read.findings().stream().anyMatch(p -> p.code().equals("CSV_CALENDAR"));
        return List.of(
                read.project().calendar().name(),
                read.project().calendars().stream()
                        .map(WorkCalendar::name)
                        .toList()
                        .toString(),
                told ? "told" : "silent");
    }

    /** The one named Standard, else the first that no activity names, else Monday to Friday. */
    @Test
    void theCalendarOfTheProjectIsTheOneThatNothingElseNames() {
        assertThat(projectCalendar("a,,Monday,off\nStandard,,Friday,off\n", "1,A,1d,,,,\n"))
                .containsExactly("Standard", "[a, Standard]", "told");
        assertThat(projectCalendar("a,,Monday,off\nb,,Friday,off\n", "1,A,1d,,,,a\n"))
                .containsExactly("b", "[a, b]", "told");
        assertThat(projectCalendar("a,,Monday,off\nb,,Friday,off\n", "1,A,1d,,,,\n"))
                .containsExactly("a", "[a, b]", "told");
        assertThat(projectCalendar("a,,Monday,off\n", "1,A,1d,,,,a\n"))
                .containsExactly("Standard", "[a, Standard]", "told");
        assertThat(projectCalendar("a,,Monday,off\n", "1,A,1d,,,,Standard\n"))
                .containsExactly("a", "[a, Standard]", "told");
    }

    /** Of a file of Microsoft Project, which holds no calendars. */
    @Test
    void aCalendarThatAnExportNamesIsReplacedAndSaysSo() {
        CsvRead read = CsvPlans.read(EXPORT + "5,Yes,Auto Scheduled,A,3 days," + DATES + ",,1,,Night\n"
                + "6,Yes,Auto Scheduled,B,3 days," + DATES + ",,1,,None\n");

        assertThat(read.findings())
                .filteredOn(p -> p.code().equals("MODEL_DANGLING_CALENDAR"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("instead of 'Night'"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0,Yes,Auto Scheduled,Site,3 days,%s,,1,,", "9,Yes,Auto Scheduled,Site,3 days,%s,,0,,"})
    void theRowOfTheWholeProjectNamesIt(String row) {
        Project project = CsvPlans.read(
                        EXPORT + row.formatted(DATES) + "\n4,Yes,Auto Scheduled,A,3 days," + DATES + ",,1,,\n")
                .project();

        assertThat(project.name()).isEqualTo("Site");
        assertThat(project.activities()).extracting(Activity::id).containsExactly("4");
    }

    @Test
    void rowsWithoutAnIdColumnAreNumberedAndAnEmptyIdIsAnError() {
        Project counted = CsvPlans.read("Task Name,Duration,Start,Finish,Predecessors,Resource Names\n"
                        + "A,1 day,Mon 3/2/26,Mon 3/2/26,,\nB,1 day,Tue 3/3/26,Tue 3/3/26,1,\n")
                .project();

        assertThat(counted.activities()).extracting(Activity::id).containsExactly("1", "2");
        assertThat(CsvPlans.problems("1,A,1d,,,", ",B,1d,,,", "1,C,1d,,,"))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("MODEL_MISSING_UID 3", "MODEL_DUPLICATE_UID 4");
        assertThat(CsvPlans.problems("1,A,1d,,,", "1,C,1d,,,").get(0).message())
                .contains("ID '1' is already on line 2");
    }

    @Test
    void numbersOfRowsGoOnAfterTheOneThatIsGiven() {
        Project project = CsvPlans.read(USUAL + ",Row\na,A,1d,,,,7\nb,B,1d,,,,\nc,C,1d,,,,3\nd,D,1d,,,,\n")
                .project();

        assertThat(project.activities()).extracting(Activity::row).containsExactly(7, 8, 3, 4);
    }

    @Test
    void onlySummariesAndMilestonesNeedNoDuration() {
        assertThat(CsvPlans.problemsOf(OUTLINE + "1,A,,,,2026-03-02,1\n2,B,1d,,,,1\n3,C,,,,,1\n"))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("CSV_DURATION 2", "CSV_DURATION 4");
        assertThat(CsvPlans.problemsOf(USUAL + ",Milestone\n1,A,,,,,Yes\n")).isEmpty();
        assertThat(CsvPlans.problemsOf(USUAL + ",Manual\n1,A,,,,,Yes\n")).isEmpty();
    }

    @Test
    void aJumpOfTheOutlineLevelIsTold() {
        CsvRead read = CsvPlans.read(OUTLINE + "1,A,1d,,,2026-03-02,1\n2,B,1d,,,,3\n3,C,1d,,,,2\n4,D,1d,,,,3\n");

        assertThat(read.findings())
                .filteredOn(p -> p.code().equals("MODEL_OUTLINE"))
                .extracting(p -> p.location().line() + " " + p.message().contains("jumps from 1 to 3"))
                .containsExactly("3 true");
    }

    private static List<String> work(String cell) {
        return CsvPlans.read(USUAL + ",Work\n1,A,2d,,\"" + cell + "\",,10h\n").project().assignments().stream()
                .map(a -> a.id() + " " + a.work())
                .toList();
    }

    /** Whole ticks of six seconds, the last one the rest. */
    @Test
    void workOfAnActivityIsSharedByUnits() {
        assertThat(work("A[50%]; B")).containsExactly("1/A 3.3333h", "1/B 6.6667h");
        assertThat(work("A; B; C")).containsExactly("1/A 3.3333h", "1/B 3.3333h", "1/C 3.3333h");
        assertThat(work("A[0%]; B[0%]")).containsExactly("1/A 0h", "1/B 10h");
        assertThat(work("A[4h]; B")).containsExactly("1/A 4h", "1/B 10h");
        assertThat(work("")).containsExactly("1/ 10h");
    }

    @Test
    void assignmentsOfTheSameResourceHaveIdsOfTheirOwn() {
        assertThat(CsvPlans.rows("1,A,2d,,\"R; R[50%]; R; S\",", "2,B,2d,,\"R; R\",", "1/R,C,1d,,R,")
                        .assignments())
                .extracting(Assignment::id)
                .containsExactly("1/R", "1/R#2", "1/R#3", "1/S", "2/R", "2/R#2", "1/R/R");
        assertThat(CsvPlans.rows("a,A,2d,,b/c,", "a/b,B,2d,,c,").assignments())
                .extracting(Assignment::id)
                .containsExactly("a/b/c", "a/b/c#2");
    }

    @Test
    void unitsOfTheirOwnColumnHoldWhereTheCellGivesNone() {
        String header = USUAL + ",Units\n";

        assertThat(CsvPlans.read(header + "1,A,2d,,R; S[300%],,50%\n2,A,2d,,R; S[300%],,50%\n3,A,2d,,R,,\n")
                        .project()
                        .assignments())
                .extracting(Assignment::units)
                .containsExactly(0.5, 3.0, 0.5, 3.0, 1.0);
        assertThat(CsvPlans.problemsOf(header + "1,A,2d,,R,,x\n"))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("'x' are no units");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1d,2d,3d|",
                "2d,2d,2d|",
                "1ed,2ed,3ed|",
                ",2d,3d|needs all of",
                "1d,,3d|needs all of",
                "1d,2d,|needs all of",
                "3d,2d,4d|doesn't rise",
                "1d,3d,2d|doesn't rise",
                "1ed,2ed,4d|mixes working and elapsed",
                "1d,2ed,4ed|mixes working and elapsed"
            })
    void anEstimateIsThreeAmountsInRisingOrder(String cells, String message) {
        says(CsvPlans.problemsOf(USUAL + ",Optimistic,Most Likely,Pessimistic\n1,A,2d,,,," + cells + "\n"), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SNET,2026-03-02|",
                "As Late As Possible,|",
                ",NA|",
                ",2026-03-02|a constraint date without a type",
                "Must Start On,|constraint Must Start On without a date",
                "Must Start On,x|is not a date",
                "Sometimes,|is not"
            })
    void aConstraintHasATypeAndADate(String cells, String message) {
        says(CsvPlans.problemsOf(USUAL + ",Constraint Type,Constraint Date\n1,A,2d,,,," + cells + "\n"), message);
    }

    @Test
    void anActualFinishOnTheStartIsKept() {
        CsvRead read = CsvPlans.read(
                USUAL + ",Actual Start,Actual Finish\n" + "1,A,0d,,,,2026-03-05 08:00,2026-03-05 08:00\n");

        assertThat(read.project().activity("1").progress().actualFinish()).isEqualTo("2026-03-05T08:00:00");
        assertThat(read.findings()).noneMatch(p -> p.code().equals("MODEL_ACTUALS"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Actual Start,2026-03-02 08:00",
                "Actual Finish,2026-03-04 17:00",
                "Actual Duration,1d",
                "Remaining Duration,1d",
                "Percent Complete,40",
                "Physical Percent Complete,12.5",
                "Stop,2026-03-03 17:00",
                "Resume,2026-03-04 08:00",
                "Manual Start,2026-03-02 08:00",
                "Manual Finish,2026-03-04 17:00",
                "Manual Duration,3d",
                "Deadline,2026-03-09 17:00",
                "Priority,1000",
                "Fixed Cost,12.5",
                "Fixed Cost Accrual,End",
                "Cost,7",
                "Notes,a note",
                "Active,No",
                "Manual,Yes",
                "External,Yes",
                "Recurring,Yes",
                "Ignore Resource Calendar,Yes",
                "Levelling Delay,-2ed",
                "Level Assignments,No",
                "Levelling Can Split,No",
                "Type,Fixed Work",
                "Effort Driven,Yes",
                "WBS,1.2",
                "Milestone,Yes"
            })
    void everyValueOfAnActivityIsWrittenAsItIsRead(String column) {
        String[] parts = column.split(",", 2);
        String text = "ID,Name,Duration,Predecessors,Resources,Start,%s\n1,A,2d,,,2026-03-02 08:00,%s\n"
                .formatted(parts[0], parts[1]);

        assertThat(CsvPlans.write(CsvPlans.read(text).project(), null).plan()).isEqualTo(text);
    }
}
