package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables beside a plan: what they may say, and the place and code of everything else. */
class CompanionTablesTest {

    private static final String CALENDARS = "Name,Base,Day or Date,Hours\n";
    private static final String PLAN = CsvPlans.HEADER + "1,A,1d,,,2026-03-02 08:00\n";

    private static Project read(String part, String table) {
        return CsvPlans.read(PLAN, Map.of(part, table), ReadOptions.DEFAULT).project();
    }

    private static List<Problem> problems(String part, String table) {
        try {
            return CsvPlans.read(PLAN, Map.of(part, table), ReadOptions.DEFAULT).findings();
        } catch (PlumblineException e) {
            return e.problems();
        }
    }

    private static List<String> places(String part, String table) {
        return problems(part, table).stream()
                .filter(problem -> problem.severity() != Severity.INFO)
                .map(problem -> problem.code() + " " + problem.location().line())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "crew,,Monday,8-12                                     | CSV_CALENDAR 2",
                "crew,,Monday,08:00-25:00                              | CSV_CALENDAR 2",
                "crew,,Monday,08:00-12:60                              | CSV_CALENDAR 2",
                "crew,,Monday,08:00:03-12:00                           | CSV_CALENDAR 2",
                "crew,,Monday,08:00-12:00-13:00                        | CSV_CALENDAR 2",
                "crew,,Monday,12:00-08:00                              | CAL_REVERSED 2",
                "crew,,Monday,08:00-12:00 11:00-13:00                  | CAL_OVERLAP 2",
                "crew,,Monday,                                         | CSV_CALENDAR 2",
                "crew,,,08:00-12:00                                    | CSV_CALENDAR 2",
                "crew,,Noday,off                                       | CSV_DATE 2",
                "crew,,2026-12-24/2026-12-23,off                       | CAL_REVERSED 2",
                "crew,,every 0 days 2026-12-24/2026-12-30,off          | CSV_CALENDAR 2",
                "crew,,every 2 days on Monday 2026-12-24/2026-12-30,off| CSV_CALENDAR 2",
                "crew,,every 2 weeks on Noday 2026-12-24/2026-12-30,off| CSV_CALENDAR 2",
                "crew,,every 1 months on day 32 2026-12-24/2027-12-30,off  | CSV_CALENDAR 2",
                "crew,,every 1 months on the next Friday 2026-12-24/2027-12-30,off | CSV_CALENDAR 2",
                "crew,,every 1 years on February 30 2026-12-24/2027-12-30,off      | CSV_CALENDAR 2",
                "crew,,sometimes 2026-12-24/2026-12-30,off             | CSV_CALENDAR 2",
                ",,Monday,off                                          | MODEL_MISSING_UID 2",
                "crew,team,Monday,off                                  | MODEL_DANGLING_CALENDAR 2"
            })
    void aRowOfACalendarThatSaysNothingClearIsRefusedWhereItStands(String row, String problem) {
        assertThat(places("calendars", CALENDARS + row + "\n")).containsExactly(problem);
    }

    @Test
    void aCalendarIsOneWeekOnOneBase() {
        assertThat(places("calendars", CALENDARS + "crew,,Monday,off\ncrew,,Monday,off\n"))
                .containsExactly("CAL_DUPLICATE_DAY 3");
        assertThat(places("calendars", CALENDARS + "a,,,\nb,,,\ncrew,a,Monday,off\ncrew,b,Friday,off\n"))
                .containsExactly("CSV_CALENDAR 5");
        assertThat(places("calendars", CALENDARS + "a,c,,\nb,a,,\nc,b,,\n")).containsExactly("CAL_CYCLE 2");
    }

    @Test
    void anAbsentStandardCalendarCanBeABase() {
        WorkCalendar crew = read("calendars", CALENDARS + "crew,Standard,Friday,off\n")
                .findCalendar("crew")
                .orElseThrow();

        assertThat(crew.base()).contains(WorkCalendar.standard());
        assertThat(crew.hoursOn(LocalDate.of(2026, 3, 6)).isWorking()).isFalse();
        assertThat(crew.hoursOn(LocalDate.of(2026, 3, 5)).ticks()).isEqualTo(4800);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "every 2 days 2026-01-05/2026-03-05",
                "every 3 weekdays 2026-01-05/2026-03-05",
                "every 2 weeks on Monday Friday 2026-01-05/2026-03-05",
                "every 1 months on day 15 2026-01-05/2026-12-05",
                "every 1 months on the last Weekday 2026-01-05/2026-12-05",
                "every 1 months on the second Weekend Day 2026-01-05/2026-12-05",
                "every 1 years on December 24 2026-01-05/2030-12-31",
                "every 1 years on the first Monday of May 2026-01-05/2030-12-31, 5 times"
            })
    void everyPatternIsWrittenAsItIsRead(String text) {
        WorkCalendar calendar = read("calendars", CALENDARS + "crew,,\"" + text + "\",off\n")
                .findCalendar("crew")
                .orElseThrow();
        Recurrence recurrence = calendar.exceptions().get(0).recurrence();

        assertThat(recurrence.from()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(recurrence.occurrences()).isEqualTo(text.endsWith("times") ? 5 : 0);
        assertThat(DayText.format(recurrence)).isEqualTo(text);
    }

    @Test
    void weekdaysWithinARangeMakeOneDatedWeek() {
        String week = "2026-06-01/2026-08-31";
        WorkCalendar crew = read(
                        "calendars",
                        CALENDARS + "crew,,Mon " + week + ",off\ncrew,,Tuesday " + week + ",08:00-10:00\ncrew,,Mon "
                                + week + ",00:00-24:00\n")
                .findCalendar("crew")
                .orElseThrow();

        LocalDate from = LocalDate.of(2026, 6, 1);
        LocalDate to = LocalDate.of(2026, 8, 31);
        DayHours two = DayHours.of(dev.plumbline.calendar.Shift.of(LocalTime.of(8, 0), LocalTime.of(10, 0)));
        assertThat(crew.workWeeks())
                .containsExactly(
                        new WorkWeek("", from, to, Map.of(DayOfWeek.MONDAY, DayHours.OFF, DayOfWeek.TUESDAY, two)),
                        new WorkWeek("", from, to, Map.of(DayOfWeek.MONDAY, DayHours.ALL_DAY)));
    }

    @Test
    void propertiesOfTheProjectAreReadByName() {
        Project project = read("project", """
                Property,Value
                Name,Dam
                Minutes per Day,450
                Minutes per Week,2250
                Days per Month,21
                Default Start,07:30
                Default Finish,15:45
                Critical Slack Days,-2
                Multiple Critical Paths,Yes
                Currency Symbol,
                Currency Digits,0
                """);

        assertThat(project.name()).isEqualTo("Dam");
        assertThat(project.settings().conversion().minutesPerDay()).isEqualTo(450);
        assertThat(project.settings().conversion().minutesPerWeek()).isEqualTo(2250);
        assertThat(project.settings().conversion().daysPerMonth()).isEqualTo(21);
        assertThat(project.settings().defaultStart()).isEqualTo(LocalTime.of(7, 30));
        assertThat(project.settings().defaultFinish()).isEqualTo(LocalTime.of(15, 45));
        assertThat(project.settings().criticalSlackDays()).isEqualTo(-2);
        assertThat(project.settings().multipleCriticalPaths()).isTrue();
        assertThat(project.settings().currencySymbol()).isEmpty();
        assertThat(project.settings().currencyDigits()).isZero();
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 0));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Colour,red               | CSV_PROPERTY 2",
                "Minutes per Day,0        | CSV_VALUE 2",
                "Minutes per Day,1441     | CSV_VALUE 2",
                "Minutes per Week,10081   | CSV_VALUE 2",
                "Days per Month,32        | CSV_VALUE 2",
                "Default Start,8          | CSV_VALUE 2",
                "Default Start,24:00      | CSV_VALUE 2",
                "Currency Digits,11       | CSV_VALUE 2",
                "Multiple Critical Paths,x| CSV_VALUE 2",
                "Start,soon               | CSV_DATE 2"
            })
    void aPropertyThatIsUnknownOrOutOfRangeIsNamed(String row, String problem) {
        assertThat(places("project", "Property,Value\n" + row + "\n")).containsExactly(problem);
        assertThat(places("project", "Property,Value\nName,x\nName,y\n")).containsExactly("CSV_PROPERTY 3");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",100%,,,                 | MODEL_MISSING_UID 2",
                "crew,many,,,             | CSV_RESOURCE 2",
                "crew,100%,night,,        | MODEL_DANGLING_CALENDAR 2",
                "crew,100%,,ten,          | CSV_VALUE 2",
                "crew,100%,,,free         | CSV_VALUE 2"
            })
    void aRowOfAResourceThatSaysNothingClearIsRefusedWhereItStands(String row, String problem) {
        String header = "Name,Max Units,Calendar,Standard Rate,Cost per Use\n";

        assertThat(places("resources", header + row + "\n")).containsExactly(problem);
        assertThat(places("resources", header + "a,1,,,\na,1,,,\n")).containsExactly("MODEL_DUPLICATE_UID 3");
    }

    @Test
    void theLimitsHoldForTheTablesBesideAPlanToo() {
        ReadOptions strict = ReadOptions.DEFAULT.withLimits(ReadLimits.untrusted());
        StringBuilder deep = new StringBuilder(CALENDARS);
        IntStream.range(0, 40)
                .forEach(i ->
                        deep.append("c").append(i).append(",c").append(i + 1).append(",,\n"));
        deep.append("c40,,,\n");
        StringBuilder many = new StringBuilder(CALENDARS);
        IntStream.range(0, 5_001).forEach(i -> many.append("c").append(i).append(",,,\n"));
        StringBuilder exceptions = new StringBuilder(CALENDARS);
        IntStream.range(0, 20_001).forEach(i -> exceptions.append("c,,2026-03-02,off\n"));

        assertThat(limit(deep, strict)).containsExactly("LIMIT_CALENDAR_DEPTH");
        assertThat(limit(many, strict)).containsExactly("LIMIT_CALENDARS");
        assertThat(limit(exceptions, strict)).containsExactly("LIMIT_EXCEPTIONS");
    }

    private static List<String> limit(StringBuilder calendars, ReadOptions options) {
        try {
            CsvPlans.read(PLAN, Map.of("calendars", calendars.toString()), options);
            return List.of();
        } catch (PlumblineException e) {
            return e.problems().stream().map(Problem::code).toList();
        }
    }
}
