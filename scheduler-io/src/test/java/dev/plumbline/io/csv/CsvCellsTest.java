package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadOptions.DateOrder;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "5d, 5d",
        "2w, 2w",
        "3.5h, 3.5h",
        "30m, 30m",
        "4ed, 4ed",
        "1.5mo, 1.5mo",
        "5 days?, 5d",
        "180 hrs, 180h",
        "2 ewks, 2ew",
        "1 emon, 1emo",
        "0.00001h, 0h",
        "1 Day, 1d"
    })
    void durationsAreReadInTheirUnits(String cell, String time) {
        assertThat(CsvPlans.rows("1,A," + cell + ",,,").activity("1").duration())
                .hasToString(time);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "5", "d", "-1d", "+1d", "1.d", ".5d", "1e3d", "0x1d", "5M", "1d2h", "5dd", "1 5d", "1,5d", "5 dayz",
                "\u0663d", "5d??", "500000w", "P1D", "1_000d", "5.d", "\u221E", "''", "\"\""
            })
    void garbageIsNoDuration(String cell) {
        assertThat(CsvPlans.problems("1,A,\"" + cell.replace("\"", "\"\"") + "\",,,"))
                .extracting(p -> p.code() + " " + p.location().line() + ":"
                        + p.location().column())
                .containsExactly("CSV_DURATION 2:3");
    }

    @Test
    void decimalCommasCountOnlyWhereTheSeparatorLeavesThem() {
        String header = "ID;Name;Duration;Predecessors;Resources;Start\n";

        assertThat(CsvPlans.read(header + "1;A;1,500d;;;\n")
                        .project()
                        .activity("1")
                        .duration())
                .hasToString("1.5d");
        assertThat(CsvPlans.read(header + "1;A;1.5d;;;\n")
                        .project()
                        .activity("1")
                        .duration())
                .hasToString("1.5d");
        assertThat(CsvPlans.problemsOf(header + "1;A;1.500d;;;\n"))
                .extracting(Problem::hint)
                .containsExactly("'.' could be a decimal mark or group thousands: write another number of decimals");
        assertThat(CsvPlans.problems("1,A,\"1,5d\",,,"))
                .extracting(Problem::hint)
                .containsExactly(
                        "a file separated by commas uses a decimal point: write it with one, or give --separator");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1 -FS-> 9",
                "1FS+2d;2SS-50%|1 -FS+2d-> 9 2 -SS-50%-> 9",
                "2ff + 3 ed|2 -FF+3ed-> 9",
                "1sf-1.5h , 2|1 -SF-1.5h-> 9 2 -FS-> 9",
                "1FS+25e%|1 -FS+25e%-> 9",
                "A-1FS-1d|A-1 -FS-1d-> 9",
                "A-1|A-1 -FS-> 9",
                "\"\"7SS\"\"SS|7SS -SS-> 9"
            })
    void predecessorsAreReadWithTypeAndLag(String cell, String relationships) {
        Project project = CsvPlans.rows("1,,1d,,,", "2,,1d,,,", "A-1,,1d,,,", "7SS,,1d,,,", "9,,1d,\"" + cell + "\",,");

        assertThat(String.join(
                        " ",
                        project.relationships().stream()
                                .map(Relationship::toString)
                                .toList()))
                .isEqualTo(relationships);
    }

    @Test
    void anIdThatCanBeReadTwoWaysIsRefused() {
        assertThat(CsvPlans.problems("1,,1d,,,", "1FS,,1d,,,", "9,,1d,1FS,,"))
                .extracting(Problem::toString)
                .containsExactly(
                        "error CSV_PREDECESSOR plan.csv:4:4: line 4, Predecessors: '1FS' can mean activity '1FS'"
                                + " or '1'; put the id in double quotes, such as \"1FS\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1;",
                ";1",
                "1;;2",
                "FS",
                "1XX",
                "1FS2d",
                "1FS+",
                "1FS+2",
                "1FS+2x",
                "1FS+2d+3d",
                "1 2",
                "-1",
                "1.5",
                "1FS+-2d",
                "1FS+1e9d",
                "1FS+50%%",
                "1FS+2000000%",
                "\u0661",
                "\"1",
                "1FS+99999999999d"
            })
    void garbageIsNoPredecessor(String cell) {
        assertThat(CsvPlans.problems("1,,1d,,,", "2,,1d,\"" + cell.replace("\"", "\"\"") + "\",,"))
                .extracting(p -> p.code() + " " + p.location().line() + ":"
                        + p.location().column())
                .containsExactly("CSV_PREDECESSOR 3:4");
    }

    @Test
    void resourcesAreReadWithUnitsAndWork() {
        Project project = CsvPlans.rows("1,A,2d,,\"Anna; Crew[50%]; Crane[300%]; Nails[20]; \"\"x;y\"\"[1% 3h]\",");

        assertThat(project.assignments())
                .extracting(Assignment::resource)
                .containsExactly("Anna", "Crew", "Crane", "Nails", "x;y");
        assertThat(project.assignments()).extracting(Assignment::units).containsExactly(1.0, 0.5, 3.0, 20.0, 0.01);
        assertThat(project.assignments().get(4).work()).hasToString("3h");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"R[-5%]", "R[abc]", "R[999999999999%]", "R[50%", "R]", "[50%]", "R[]", "R;;S", "R[NaN]", "R[1%]x"
            })
    void garbageIsNoResource(String cell) {
        assertThat(CsvPlans.problems("1,A,1d,," + cell + ","))
                .extracting(p -> p.code() + " " + p.location().line() + ":"
                        + p.location().column())
                .containsExactly("CSV_RESOURCE 2:5");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02|2026-03-02T08:00",
                "2026-03-02T09:30|2026-03-02T09:30",
                "2026/3/2 9:30 PM|2026-03-02T21:30",
                "2026 January 02 12:00 AM|2026-01-02T00:00",
                "02/Mar/26 4:15 PM|2026-03-02T16:15",
                "March 2, 2026 8:00 AM|2026-03-02T08:00",
                "2 Mar '26|2026-03-02T08:00",
                "Mon 02/03/26|2026-03-02T08:00",
                "Mon 3/2/26 10:00|2026-03-02T10:00",
                "Mon 01/01/26|2026-01-01T08:00",
                "02.03.2026 07:15|2026-03-02T07:15",
                "31/12/2026|2026-12-31T08:00",
                "12/31/2026|2026-12-31T08:00",
                "05/05/2026|2026-05-05T08:00"
            })
    void datesThatLeaveNoDoubtAreRead(String cell, LocalDateTime date) {
        assertThat(CsvPlans.rows("1,A,1d,,,\"" + cell + "\"").start()).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "31/31/2026",
                "46000",
                "2026",
                "yesterday",
                "2026-03-02 24:00",
                "2026-03-02 08:60",
                "1899-01-01",
                "9999-12-31",
                "2026-03-02 13:00 PM",
                "2026-03-02T08:00Z",
                "\u0662\u0660\u0662\u0666-01-01",
                "03/04/2026",
                "29/02/2026"
            })
    void otherDatesAreErrorsThatNameTheCell(String cell) {
        assertThat(CsvPlans.problems("1,A,1d,,," + cell))
                .extracting(p -> p.code() + " " + p.location().line() + ":"
                        + p.location().column())
                .containsExactly("CSV_DATE 2:6");
    }

    @Test
    void oneDayAboveTwelveInAnyColumnSettlesAllDates() {
        String header = "ID,Name,Duration,Predecessors,Resources,Start,Deadline\n";

        Project project = CsvPlans.read(header + "1,A,1d,,,03/04/2026,\n2,B,1d,,,,25/04/2026\n")
                .project();

        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 4, 3, 8, 0));
        assertThat(project.activity("2").deadline()).isEqualTo(LocalDateTime.of(2026, 4, 25, 17, 0));
    }

    @Test
    void datesInDifferentOrdersAreRefused() {
        assertThat(CsvPlans.problems("1,A,1d,,,25/04/2026", "2,B,1d,,,04/25/2026"))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("CSV_DATE 3");
    }

    @Test
    void theOptionSettlesAmbiguousDates() {
        String text = CsvPlans.HEADER + "1,A,1d,,,03/04/2026\n";

        assertThat(CsvPlans.problemsOf(text))
                .extracting(Problem::hint)
                .containsExactly("give --date-order dmy or --date-order mdy");
        assertThat(CsvPlans.read(text, ReadOptions.DEFAULT.withDateOrder(DateOrder.DMY))
                        .project()
                        .start())
                .isEqualTo(LocalDateTime.of(2026, 4, 3, 8, 0));
        assertThat(CsvPlans.read(text, ReadOptions.DEFAULT.withDateOrder(DateOrder.MDY))
                        .project()
                        .start())
                .isEqualTo(LocalDateTime.of(2026, 3, 4, 8, 0));
    }

    @Test
    void theProjectStartsAtTheEarliestStartCellOrTheOption() {
        LocalDateTime given = LocalDateTime.of(2027, 1, 1, 8, 0);
        String text = CsvPlans.HEADER + "1,A,1d,,,2026-03-09\n2,B,1d,,,2026-03-02\n";

        assertThat(CsvPlans.read(text).project().start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 0));
        assertThat(CsvPlans.read(text, ReadOptions.DEFAULT.withStart(given))
                        .project()
                        .start())
                .isEqualTo(given);
        CsvRead none = CsvPlans.read(CsvPlans.HEADER + "1,A,1d,,,\n");
        assertThat(none.project().start()).isEqualTo(LocalDateTime.of(2000, 1, 3, 8, 0));
        assertThat(none.findings()).extracting(Problem::code).containsExactly("CSV_DIALECT", "CSV_START");
    }

    @Test
    void allProblemsOfAFileComeTogether() {
        assertThat(CsvPlans.problems("1,A,x,7,R[,31/31/2026", "1,B,1d", ",C,1d,,,", "4,D,1d,5,,", "5,E,1d,4,,"))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "CSV_RAGGED",
                        "CSV_DURATION",
                        "CSV_DATE",
                        "MODEL_DUPLICATE_UID",
                        "MODEL_MISSING_UID",
                        "MODEL_DANGLING_LINK",
                        "CSV_RESOURCE",
                        "MODEL_CYCLE");
    }

    @Test
    void formulasAreGuardedAndRestored() {
        for (String text : List.of("=1+1", "+A", "-A", "@A", "\tA", "\rA", "'=A", "''@A", "'A", "", "A=1", "'")) {
            assertThat(FormulaGuard.guard(text)).doesNotMatch("(?s)[=+\\-@\t\r].*");
            assertThat(FormulaGuard.restore(FormulaGuard.guard(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "tr-TR",
                "ar-SA-u-nu-arab",
                "th-TH-u-ca-buddhist-nu-thai",
                "ja-JP-u-ca-japanese",
                "de-DE",
                "lt-LT"
            })
    void nothingDependsOnTheLocale(String tag) {
        String text = """
                ID,NAME,DURATION,PREDECESSORS,RESOURCES,START,MILESTONE,CONSTRAINT TYPE,CONSTRAINT DATE,COST
                1,A,1234.5H,,I[12.5%],FRI 2 JAN 2026 8:00 AM,YES,FNLT,2026-04-01,1234.5
                """;
        CsvPlans.Written expected = CsvPlans.write(CsvPlans.read(text).project(), null);

        Locale.setDefault(Locale.forLanguageTag(tag));
        CsvPlans.Written written = CsvPlans.write(CsvPlans.read(text).project(), null);

        assertThat(written.plan())
                .isEqualTo(expected.plan())
                .contains("1234.5h,,I[12.5%],2026-01-02 08:00,Yes,Finish No Later Than,2026-04-01 17:00,1234.5");
    }

    @Test
    void aSummaryNeedsNoDurationAndAnActivityDoes() {
        String header = "ID,Name,Duration,Predecessors,Resources,Start,Outline Level\n";

        Project project = CsvPlans.read(header + "1,S,,,,,1\n2,A,1d,,,,2\n").project();

        assertThat(project.activities()).extracting(Activity::outlineLevel).containsExactly(1, 2);
        assertThat(CsvPlans.problemsOf(header + "1,S,,,,,1\n2,A,,,,,2\n"))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("CSV_DURATION 3");
    }

    @Test
    void anActualFinishBeforeTheActualStartIsLeftOutAndSaysSo() {
        CsvRead read = CsvPlans.read("ID,Name,Duration,Predecessors,Resources,Start,Actual Start,Actual Finish\n"
                + "1,A,2d,,,,2026-03-05,2026-03-03\n");

        assertThat(read.project().activity("1").progress().actualFinish()).isNull();
        assertThat(read.findings())
                .filteredOn(problem -> problem.code().equals("MODEL_ACTUALS"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("2026-03-03T17:00 lies before the actual start 2026-03-05T08:00 and is left out"));
    }

    @Test
    void aTypedFinishBeforeTheStartIsLeftOutAndSaysSo() {
        CsvRead read = CsvPlans.read("ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Outline Level,Notes\n"
                + "5,Yes,Manually Scheduled,Crane hire,3 days,2026 January 20 8:00 AM,2022 January 22 5:00 PM,,1,\n");

        assertThat(read.project().activity("5").manual().finish()).isNull();
        assertThat(CriticalPath.schedule(read.project()).of("5").finish()).isEqualTo("2026-01-22T17:00:00");
        assertThat(read.findings())
                .filteredOn(problem -> problem.code().equals("MODEL_MANUAL"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("finish 2022-01-22T17:00 lies before the start 2026-01-20T08:00 and is left out"));
    }
}
