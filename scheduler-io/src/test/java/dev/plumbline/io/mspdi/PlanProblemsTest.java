package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Lag;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say that can't be so: the code, the place and what is made of it. */
class PlanProblemsTest {

    private static List<Problem> all(String document) {
        try {
            return Documents.read(document).findings();
        } catch (PlumblineException e) {
            return e.problems();
        }
    }

    private static Problem only(String document, String code) {
        List<Problem> found =
                all(document).stream().filter(p -> p.code().equals(code)).toList();
        assertThat(found).as(code).hasSize(1);
        assertThat(found.get(0).location().line()).isPositive();
        return found.get(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<CalendarUID>7</CalendarUID>| MODEL_DANGLING_CALENDAR | task 1 uses calendar 7, which does not exist",
                "<OutlineLevel>3</OutlineLevel>| MODEL_OUTLINE | task 1 has OutlineLevel 3 below a row of level 0",
                "<OutlineLevel>0</OutlineLevel>| MODEL_OUTLINE | task 1 has OutlineLevel 0",
                "<ActualFinish>2026-03-04T17:00:00</ActualFinish>| MODEL_ACTUALS | an ActualFinish but no ActualStart",
                "<ActualStart>2026-03-04T08:00:00</ActualStart><ActualFinish>2026-03-03T17:00:00</ActualFinish>"
                        + "| MODEL_ACTUALS | is before its ActualStart",
                "<ActualStart>2026-03-04T08:00:00</ActualStart><Stop>2026-03-03T17:00:00</Stop>"
                        + "| MODEL_ACTUALS | before its ActualStart or after its Resume",
                "<Manual>1</Manual><Start>2026-03-04T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish>"
                        + "| MODEL_MANUAL | typed into task 1 is before its start",
                "<Deadline>2026-03-04T08:00:00+01:00</Deadline>| VALUE_DATE | has a zone, which is left out",
                "<Deadline>2026-03-04</Deadline>| VALUE_DATE | has no time of day and is read as midnight",
                "<Deadline>1950-03-04T08:00:00</Deadline>| VALUE_DATE | is outside the years 1984 to 2149",
                "<Deadline>2026-03-04T08:00:00+ab:00</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-03-04T08:00:00+15:00</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-03-04T08:00:00+01:60</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-02-29T08:00:00</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-13-01T08:00:00</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-03-04T08:60:00</Deadline>| VALUE_DATE | is not a date",
                "<Deadline>2026-03-04T24:01:00</Deadline>| VALUE_DATE | is not a date",
                "<Milestone>maybe</Milestone>| VALUE_FORMAT | is neither 0 nor 1",
                "<Priority>1001</Priority>| VALUE_RANGE | is not between 0 and 1000",
                "<Priority>12.5</Priority>| VALUE_RANGE | is not a whole number from 0 to 1000",
                "<Priority>high</Priority>| VALUE_FORMAT | is not a whole number",
                "<ConstraintType>8</ConstraintType>| VALUE_ENUM | is none of the codes 0 to 7",
                "<FixedCost>NaN</FixedCost>| VALUE_RANGE | is not a finite number",
                "<FixedCost>ten</FixedCost>| VALUE_FORMAT | is not a number",
                "<FixedCost>1e30</FixedCost>| VALUE_RANGE | is too large",
                "<Duration>8 hours</Duration>| VALUE_FORMAT | is not a duration",
                "<PercentComplete>101</PercentComplete>| VALUE_RANGE | is not between 0 and 100"
            })
    void aValueOfATaskThatCantBeSoIsNamed(String elements, String code, String message) {
        assertThat(only(Documents.task(elements), code).message()).contains(message);
    }

    @Test
    void numbersAreReadInEveryFormThatMeansThem() {
        Project project = Documents.read(Documents.task("<Priority>+700.0</Priority><Milestone>false</Milestone>"
                        + "<Deadline>2026-03-04T24:00:00</Deadline><FixedCost>12345.00000000000049</FixedCost>"))
                .project();

        assertThat(project.activity("1").priority()).isEqualTo(700);
        assertThat(project.activity("1").deadline()).isEqualTo(LocalDateTime.of(2026, 3, 5, 0, 0));
        assertThat(project.activity("1").fixedCost()).isEqualByComparingTo("123.45");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsNoNumber() {
        assertThat(only(Documents.task("<Priority>" + "7".repeat(65) + "</Priority>"), "LIMIT_NUMBER")
                        .message())
                .contains("has more than 64 characters");
        assertThat(only(Documents.task("<FixedCost>" + "7".repeat(65) + "</FixedCost>"), "LIMIT_NUMBER")
                        .message())
                .contains("has more than 64 characters");
        assertThat(only(Documents.task("<Duration>PT" + "7".repeat(63) + "H</Duration>"), "LIMIT_NUMBER")
                        .message())
                .contains("has more than 64 characters");
    }

    @Test
    void anOutlineDeeperThanTheLimitEndsTheReading() {
        assertThat(only(Documents.task("<OutlineLevel>1001</OutlineLevel>"), "LIMIT_OUTLINE")
                        .message())
                .isEqualTo("OutlineLevel 1001 of task 1 is more than 1000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<Resources><Resource><UID>2</UID><Name>crew</Name><CalendarUID>9</CalendarUID></Resource></Resources>"
                        + "| MODEL_DANGLING_CALENDAR | resource 2 'crew' uses calendar 9",
                "<Resources><Resource><UID>2</UID><Name>a</Name></Resource><Resource><UID>2</UID><Name>b</Name></Resource>"
                        + "</Resources>| MODEL_DUPLICATE_UID | two resources have UID 2",
                "<Resources><Resource><UID>2</UID><Name>a</Name><AvailabilityPeriods><AvailabilityPeriod>"
                        + "<AvailableFrom>2026-03-04T08:00:00</AvailableFrom><AvailableTo>2026-03-03T08:00:00</AvailableTo>"
                        + "<AvailableUnits>1</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods></Resource></Resources>"
                        + "| VALUE_DATE | an AvailabilityPeriod ends",
                "<Tasks><Task><UID>1</UID></Task></Tasks><Assignments>"
                        + "<Assignment><UID>4</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>"
                        + "<Assignment><UID>4</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>"
                        + "</Assignments>| MODEL_DUPLICATE_UID | two assignments have UID 4",
                "<Calendars><Calendar><UID>1</UID><Name>c</Name><WeekDays><WeekDay><DayType>2</DayType>"
                        + "<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>17:00:00</FromTime>"
                        + "<ToTime>08:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>"
                        + "| CAL_REVERSED | the WorkingTime 17:00-08:00 ends before it begins"
            })
    void aRowThatCantBeSoIsNamed(String elements, String code, String message) {
        assertThat(only(Documents.project(elements), code).message()).contains(message);
    }

    static Stream<Recurrence.Pattern> patterns() {
        return Stream.of(
                new Recurrence.Daily(3),
                new Recurrence.EveryWeekday(2),
                new Recurrence.Weekly(2, Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY)),
                new Recurrence.MonthlyOnDay(2, 31),
                new Recurrence.MonthlyByPosition(1, Recurrence.Position.LAST, Recurrence.DayKind.WEEKDAY),
                new Recurrence.YearlyOnDay(1, Month.FEBRUARY, 29),
                new Recurrence.YearlyByPosition(1, Month.MAY, Recurrence.Position.SECOND, Recurrence.DayKind.MONDAY));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternOfExceptionsIsReadAsItIsWritten(Recurrence.Pattern pattern) {
        LocalDate from = LocalDate.of(2026, 3, 2);
        WorkCalendar calendar = WorkCalendar.standard().toBuilder()
                .exception(new CalendarException(
                        "closed", new Recurrence(pattern, from, from.plusYears(4), 5), DayHours.OFF))
                .build();
        Project project = Project.builder("plan")
                .start(from.atTime(8, 0))
                .calendar(calendar)
                .activity("1", "A", WorkTime.days(1))
                .build();

        ReadResult read = Documents.read(Documents.written(project));

        assertThat(read.project().calendars().get(0).exceptions().get(0).recurrence())
                .isEqualTo(calendar.exceptions().get(0).recurrence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2, 1, 31", "4, 0, 32", "4, 0, 0", "6, 0, 0"})
    void aRecurringExceptionThatNeverHappensIsRefused(String typeMonthDay) {
        String[] part = typeMonthDay.split(", ", -1);
        String exception = "<Exception><TimePeriod><FromDate>2026-03-02T00:00:00</FromDate>"
                + "<ToDate>2027-03-02T23:59:00</ToDate></TimePeriod><Occurrences>3</Occurrences><Name>x</Name><Type>"
                + part[0]
                + "</Type><Period>1</Period><Month>" + part[1] + "</Month><MonthDay>" + part[2]
                + "</MonthDay><DaysOfWeek>0</DaysOfWeek><DayWorking>0</DayWorking></Exception>";

        List<Problem> problems = all(Documents.project("<Calendars><Calendar><UID>1</UID><Name>c</Name><Exceptions>"
                + exception + "</Exceptions></Calendar></Calendars>"));

        assertThat(problems).anySatisfy(p -> assertThat(p.message()).contains("exception"));
    }

    @Test
    void archivesAndPagesAreNamedAsWhatTheyAre() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(Documents.example());
        }

        assertThat(refusal(packed.toByteArray()))
                .contains("NOT_XML")
                .contains("gzip archive")
                .contains("unpack it first");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .contains("NOT_XML")
                .contains("zip archive");
        assertThat(refusal("<html><body>sign in</body></html>".getBytes(StandardCharsets.UTF_8)))
                .contains("download the file again");
        assertThat(refusal(new byte[0])).contains("XML_EMPTY");
        assertThat(refusal("<?xml version=\"1.0\" encoding=\"x-none\"?><Project/>".getBytes(StandardCharsets.UTF_8)))
                .contains("XML_ENCODING")
                .contains("x-none");
    }

    private static String refusal(byte[] document) {
        try {
            Documents.read(document);
            return "accepted";
        } catch (PlumblineException e) {
            Problem problem = e.problems().get(0);
            return problem.code() + ": " + problem.message() + "; " + problem.hint();
        }
    }

    @Test
    void aDeclarationOfSixteenBitsOverEightIsReadAsUtf8WithAWarning() {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Documents.task("<Name>Tür</Name>");

        ReadResult read = Documents.read(document);

        assertThat(read.project().activity("1").name()).isEqualTo("Tür");
        assertThat(only(document, "XML_ENCODING").message()).contains("declares UTF-16 but is not");
    }

    @Test
    void aLagThatWholePercentCantHoldIsTold() throws IOException {
        Project project = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("1", "A", WorkTime.days(4))
                .activity("2", "B", WorkTime.days(1))
                .add(new Relationship("1", "2", RelationshipType.FS, Lag.percent(12.5)))
                .build();

        List<Problem> losses = MspdiWriter.write(OutputStream.nullOutputStream(), project, null, null);

        assertThat(losses).anySatisfy(loss -> {
            assertThat(loss.code()).isEqualTo("MSPDI_LAG");
            assertThat(loss.message()).contains("rounded to whole percent");
        });
    }
}
