package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of an element counts as, and what is said where it counts as nothing; {@code x} stands for the element. */
class ValueTest {

    /**
     * What came of a text.
     *
     * @param value what it counts as
     * @param problems what was said
     */
    private record Read(Object value, List<Problem> problems) {

        String code() {
            return problems.isEmpty() ? "" : problems.get(0).code();
        }

        String told() {
            return problems.isEmpty() ? String.valueOf(value) : value + " " + problems.get(0);
        }
    }

    private static Read read(String text, Function<Value, Object> as) {
        ProblemLog log = new ProblemLog("f.xml", 10);
        byte[] bytes = ("<x>" + text + "</x>").getBytes(StandardCharsets.UTF_8);
        try {
            Value value = new Value(
                    XmlSource.open(new ByteArrayInputStream(bytes), ReadLimits.untrusted(), log),
                    ReadLimits.untrusted(),
                    log);
            value.within("Task", 3);
            value.read();
            Object result = as.apply(value);
            List<Problem> problems = new ArrayList<>(log.findings());
            if (log.hasErrors()) {
                problems.addAll(log.failure().problems());
            }
            return new Read(String.valueOf(result), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, ''",
        "10, 10, ''",
        "'  7\n', 7, ''",
        "+6, 6, ''",
        "007, 7, ''",
        "8.000, 8, ''",
        "+8.0, 8, ''",
        "4, 99, VALUE_RANGE",
        "11, 99, VALUE_RANGE",
        "-5, 99, VALUE_RANGE",
        "5.5, 99, VALUE_RANGE",
        "1e1, 99, VALUE_RANGE",
        "NaN, 99, VALUE_RANGE",
        "-INF, 99, VALUE_RANGE",
        "999999999999999999, 99, VALUE_RANGE",
        "9999999999999999999, 99, VALUE_RANGE",
        "seven, 99, VALUE_FORMAT",
        "'', 99, VALUE_FORMAT",
        "-, 99, VALUE_FORMAT",
        "7., 7, ''",
        ".0, 99, VALUE_RANGE",
        "7.0.0, 99, VALUE_FORMAT",
        "0x7, 99, VALUE_FORMAT",
    })
    void wholeNumbersFromFiveToTen(String text, int value, String code) {
        Read read = read(text, v -> v.integer(5, 10, 99));

        assertThat(read.value()).isEqualTo(Integer.toString(value));
        assertThat(read.code()).isEqualTo(code);
    }

    @Test
    void numbersBelowZeroAreNumbers() {
        assertThat(read("-5", v -> v.integer(-5, 10, 99)).told()).isEqualTo("-5");
        assertThat(read("-6", v -> v.integer(-5, 10, 99)).code()).isEqualTo("VALUE_RANGE");
        assertThat(read("-0", v -> v.integer(0, 10, 99)).told()).isEqualTo("0");
        assertThat(read("2147483647", v -> v.integer(0, Integer.MAX_VALUE, 99)).told())
                .isEqualTo("2147483647");
        assertThat(read("2147483648", v -> v.integer(0, Integer.MAX_VALUE, 99)).code())
                .isEqualTo("VALUE_RANGE");
        assertThat(read("4294967297", v -> v.integer(0, 10, 99)).code())
                .as("it doesn't wrap")
                .isEqualTo("VALUE_RANGE");
    }

    @Test
    void aProblemNamesElementEntityAndPlace() {
        Problem problem = read(" 11 ", v -> v.integer(5, 10, 99)).problems().get(0);

        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.message()).isEqualTo("x ' 11 ' is not between 5 and 10");
        assertThat(problem.location().path()).isEqualTo("Task[3]/x");
        assertThat(problem.location().file()).isEqualTo("f.xml");
        assertThat(problem.location().line()).isEqualTo(1);
        assertThat(problem.location().column()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, ''",
        "7, 7, ''",
        "1, 5, E",
        "8, 5, E",
        "'', 5, E",
        "two, 5, E",
        "-2, 5, E",
        "+3, 3, ''",
        "3.0, 3, ''"
    })
    void codesFromTwoToSeven(String text, int value, String problem) {
        Read strict = read(text, v -> v.code(2, 7, 5));
        Read lenient = read(text, v -> v.minorCode(2, 7, 5));

        assertThat(strict.value()).isEqualTo(Integer.toString(value)).isEqualTo(lenient.value());
        assertThat(strict.code())
                .isEqualTo(problem.isEmpty() ? "" : "VALUE_ENUM")
                .isEqualTo(lenient.code());
        if (!problem.isEmpty()) {
            assertThat(strict.problems().get(0).severity()).isEqualTo(Severity.ERROR);
            assertThat(strict.problems().get(0).message()).endsWith("is none of the codes 2 to 7");
            assertThat(lenient.problems().get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(lenient.problems().get(0).message()).endsWith("is none of the codes 2 to 7; 5 is used");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, ''",
        "0, false, ''",
        "true, true, ''",
        "false, false, ''",
        "' 1 ', true, ''",
        "' false ', false, ''",
        "2, true, E",
        "01, true, E",
        "TRUE, true, E",
        "'', true, E",
        "yes, true, E"
    })
    void truthIsOneOrTrue(String text, boolean value, String problem) {
        for (boolean standIn : new boolean[] {true, false}) {
            Read read = read(text, v -> v.bool(standIn));

            assertThat(read.value()).isEqualTo(Boolean.toString(problem.isEmpty() ? value : standIn));
            assertThat(read.code()).isEqualTo(problem.isEmpty() ? "" : "VALUE_FORMAT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, ''",
        "2, 2.0, ''",
        "0, 0.0, ''",
        "1.25e0, 1.25, ''",
        "+1.5, 1.5, ''",
        "00000000000000001.5, 1.5, ''",
        "2.0000001, 9.0, VALUE_RANGE",
        "-0.1, 9.0, VALUE_RANGE",
        "1e999, 9.0, VALUE_RANGE",
        "INF, 9.0, VALUE_RANGE",
        "NaN, 9.0, VALUE_RANGE",
        "-Infinity, 9.0, VALUE_RANGE",
        "Infinity, 9.0, VALUE_RANGE",
        "+INF, 9.0, VALUE_RANGE",
        "abc, 9.0, VALUE_FORMAT",
        "'', 9.0, VALUE_FORMAT",
        "1.2.3, 9.0, VALUE_FORMAT",
        "e, 9.0, VALUE_FORMAT",
        "1e-999999999, 0.0, ''"
    })
    void numbersUpToTwo(String text, String value, String code) {
        Read read = read(text, v -> v.decimal(0, 2, 9));

        assertThat(read.value()).isEqualTo(value);
        assertThat(read.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 12.5, ''",
        "0, 0, ''",
        "0.000, 0, ''",
        "-7, -7, ''",
        "1e-12, 0.000000000001, ''",
        "0.1234567890125, 0.123456789013, ''",
        "0.0000000000005, 0.000000000001, ''",
        "0.00000000000049, 0.000000000000, ''",
        "1e-400000000, 0, ''",
        "999999999999999999, 999999999999999999, ''",
        "1000000000000000000, null, VALUE_RANGE",
        "1e17, 1E+17, ''",
        "1e18, null, VALUE_RANGE",
        "1e2147483647, null, VALUE_RANGE",
        "1e99999999999, null, VALUE_FORMAT",
        "twelve, null, VALUE_FORMAT",
    })
    void amountsAreExact(String text, String value, String code) {
        Read read = read(text, Value::amount);

        assertThat(read.code()).isEqualTo(code);
        if (value.equals("null")) {
            assertThat(read.value()).isEqualTo("null");
        } else {
            assertThat(new BigDecimal(read.value().toString())).isEqualByComparingTo(value);
        }
    }

    @Test
    void hundredthsMoveThePoint() {
        assertThat(read("12345", Value::hundredths).value()).isEqualTo("123.45");
        assertThat(new BigDecimal(read("-12345.6", Value::hundredths).value().toString()))
                .isEqualByComparingTo("-123.456");
        assertThat(read("x", Value::hundredths).told()).startsWith("null error VALUE_FORMAT");
    }

    @ParameterizedTest
    @CsvSource({
        "PT8H0M0S, 4800, ''",
        "PT0H0M0S, 0, ''",
        "PT0H0M3S, 1, ''",
        "PT0H0M2S, 0, ''",
        "PT0H0M2.9994S, 0, ''",
        "PT0H0M2.9999S, 0, ''",
        "PT0H0M3.0S, 1, ''",
        "PT1H30M, 900, ''",
        "PT90M, 900, ''",
        "PT6S, 1, ''",
        "PT8H, 4800, ''",
        "' PT8H0M0S ', 4800, ''",
        "PT0008H, 4800, ''",
        "PT3000000H0M0S, 1800000000, ''",
        "PT3000000H0M3S, -, VALUE_RANGE",
        "PT3000001H0M0S, -, VALUE_RANGE",
        "PT999999999999999H, -, VALUE_RANGE",
        "PT9999999999999999H, -, VALUE_RANGE",
        "-PT8H0M0S, -, VALUE_RANGE",
        "-PT0H0M0S, 0, ''",
        "P1D, 14400, VALUE_FORMAT",
        "P1DT1H, 15000, VALUE_FORMAT",
        "P1W, 100800, VALUE_FORMAT",
        "P1M, 432000, VALUE_FORMAT",
        "P1Y, 5256000, VALUE_FORMAT",
        "P1Y2M3W4DT5H6M7S, 6483061, VALUE_FORMAT",
        "PT, -, VALUE_FORMAT",
        "P, -, VALUE_FORMAT",
        "'', -, VALUE_FORMAT",
        "8H, -, VALUE_FORMAT",
        "PT8, -, VALUE_FORMAT",
        "PTH, -, VALUE_FORMAT",
        "PT.5S, -, VALUE_FORMAT",
        "PT1.S, -, VALUE_FORMAT",
        "PT1.5M, -, VALUE_FORMAT",
        "P1.5D, -, VALUE_FORMAT",
        "PT8H8H, -, VALUE_FORMAT",
        "PT8M8H, -, VALUE_FORMAT",
        "PT8HT8M, -, VALUE_FORMAT",
        "P1DT, -, VALUE_FORMAT",
        "P8H, -, VALUE_FORMAT",
        "PT1D, -, VALUE_FORMAT",
        "PT 8H, -, VALUE_FORMAT",
        "PT8h, -, VALUE_FORMAT",
        "PT8H0M0S0, -, VALUE_FORMAT",
        "--PT8H, -, VALUE_FORMAT",
        "PT\u0668H, -, VALUE_FORMAT",
    })
    void durationsInTicks(String text, String ticks, String code) {
        Read read = read(text, Value::duration);

        assertThat(read.value()).isEqualTo(ticks.equals("-") ? Long.toString(Value.NO_TICKS) : ticks);
        assertThat(read.code()).isEqualTo(code);
        if (!ticks.equals("-") && !code.isEmpty()) {
            assertThat(read.problems().get(0).severity()).isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void theWarningOfDaysTellsWhatTheyWereReadAs() {
        assertThat(read("P2DT0H30M6S", Value::duration).problems().get(0).message())
                .isEqualTo(
                        "x 'P2DT0H30M6S' has years, months or days: they are read as 365 days, 30 days and 24 hours, so this is PT48H30M6S");
    }

    @Test
    void lengthsOfWhichNothingIsNoted() {
        assertThat(read("PT8H0M0S", Value::ticks).told()).isEqualTo("4800");
        assertThat(read("PT0H0M0S", Value::ticks).told()).isEqualTo("0");
        assertThat(read("-PT8H", Value::ticks).told()).isEqualTo("-4800");
        assertThat(read("8", Value::ticks).told()).isEqualTo(Long.toString(DurationText.MALFORMED));
        assertThat(read("PT9999999999999999H", Value::ticks).told()).isEqualTo(Long.toString(DurationText.TOO_LONG));
        assertThat(read("PT160000000000H9000000000000M", Value::ticks).told())
                .isEqualTo(Long.toString(160_000_000_000L * 600 + 9_000_000_000_000L * 10));
        assertThat(read("PT999999999999H999999999999999M999999999999999S", Value::ticks)
                        .told())
                .isEqualTo(Long.toString(DurationText.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "PT8H0M0S, 4800",
        "PT1H0M0S, 600",
        "PT999999H59M59S, 600000000",
        "PT08H05M09S, 4852",
        "PT1H100M0S, -1",
        "PT1H0M100S, -1",
        "PT1000000H0M0S, -1",
        "PTH0M0S, -1",
        "PT1HM0S, -1",
        "PT1H0MS, -1",
        "PT1H0M0, -1",
        "PT1H0M0X, -1",
        "PT1H0M0S1, -1",
        "QT1H0M0S, -1",
        "PX1H0M0S, -1",
        "PT1X0M0S, -1",
        "PT1H0X0S, -1",
        "PT8H0M, -1",
    })
    void theUsualFormIsReadWithoutAString(String text, long ticks) {
        char[] around = ("9" + text + "9").toCharArray();

        assertThat(DurationText.plain(around, 1, around.length - 1)).isEqualTo(ticks);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00, 2026-03-02T08:00, ''",
        "' 2026-03-02T08:00:00 ', 2026-03-02T08:00, ''",
        "2026-03-02T24:00:00, 2026-03-03T00:00, ''",
        "2026-12-31T24:00, 2027-01-01T00:00, ''",
        "2026-03-02T08:30, 2026-03-02T08:30, ''",
        "2026-03-02T08:30:15.123456789, 2026-03-02T08:30:15, ''",
        "1984-01-01T00:00:00, 1984-01-01T00:00, ''",
        "2149-12-31T23:59:59, 2149-12-31T23:59:59, ''",
        "1983-12-31T23:59:59, 1983-12-31T23:59:59, outside the years",
        "2150-01-01T00:00:00, 2150-01-01T00:00, outside the years",
        "2200-12-31T00:00:00, 2200-12-31T00:00, outside the years",
        "2201-01-01T00:00:00, null, after the year 2200",
        "0001-01-01T00:00:00, 0001-01-01T00:00, outside the years",
        "2026-03-02, 2026-03-02T00:00, no time of day",
        "2026-03-02T08:00:00Z, 2026-03-02T08:00, has a zone",
        "2026-03-02T08:00:00+01:00, 2026-03-02T08:00, has a zone",
        "2026-03-02T08:00:00-14:59, 2026-03-02T08:00, has a zone",
        "2026-03-02T08:00:00+15:00, null, is not a date",
        "2026-03-02T08:00:00+01:60, null, is not a date",
        "2026-03-02T08:00:00+0100, null, is not a date",
        "2026-03-02T08:00:00+1:00, null, is not a date",
        "2026-03-02T08:00:00+01-00, null, is not a date",
        "2026-02-29T08:00:00, null, is not a date",
        "2024-02-29T08:00:00, 2024-02-29T08:00, ''",
        "2026-00-02T08:00:00, null, is not a date",
        "2026-13-02T08:00:00, null, is not a date",
        "2026-12-00T08:00:00, null, is not a date",
        "2026-12-31T08:00:00, 2026-12-31T08:00, ''",
        "2026-04-31T08:00:00, null, is not a date",
        "0000-01-01T00:00:00, null, is not a date",
        "2026-03-02T23:59:59, 2026-03-02T23:59:59, ''",
        "2026-03-02T24:00:01, null, is not a date",
        "2026-03-02T24:01, null, is not a date",
        "2026-03-02T08:60:00, null, is not a date",
        "2026-03-02T08:00:60, null, is not a date",
        "2026-03-02T08:00:0, null, is not a date",
        "2026-03-02T08:00:00., null, is not a date",
        "2026-03-02T08:00:00.1234567890, null, is not a date",
        "2026-03-02T08:00:00.x, null, is not a date",
        "2026-03-02T08.00.00, null, is not a date",
        "2026-03-02T0800, null, is not a date",
        "2026-03-02T, null, is not a date",
        "T08:00:00, null, is not a date",
        "20260302T08:00:00, null, is not a date",
        "2026/03/02T08:00:00, null, is not a date",
        "2026-03/02T08:00:00, null, is not a date",
        "2026-03-02 08:00:00, null, is not a date",
        "12026-03-02T08:00:00, null, is not a date",
        "'', null, is not a date",
        "Z, null, is not a date",
    })
    void dates(String text, String value, String said) {
        Read read = read(text, Value::date);

        assertThat(read.value()).isEqualTo(value);
        assertThat(read.problems()).hasSize(said.isEmpty() ? 0 : 1);
        assertThat(read.told()).contains(said);
        if (!said.isEmpty()) {
            assertThat(read.code()).isEqualTo("VALUE_DATE");
            assertThat(read.problems().get(0).severity())
                    .isEqualTo(value.equals("null") ? Severity.ERROR : Severity.WARNING);
        }
    }

    @Test
    void aBoundMayLieInAnyYear() {
        assertThat(read("9999-12-31T23:59:59", Value::bound).told()).isEqualTo("9999-12-31T23:59:59");
        assertThat(read("0001-01-01", Value::bound).told()).isEqualTo("0001-01-01T00:00");
        assertThat(read("2026-02-30", Value::bound).told()).startsWith("null error VALUE_DATE");
        assertThat(read(" ".repeat(80) + "2026-02-28" + " ".repeat(80), Value::bound)
                        .told())
                .isEqualTo("2026-02-28T00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "08:00:00, 08:00, ''",
        "08:00, 08:00, ''",
        "24:00:00, 00:00, ''",
        "24:00, 00:00, ''",
        "23:59:59, 23:59:59, ''",
        "24:00:01, null, E",
        "25:00:00, null, E",
        "8:00:00, null, E",
        "08:0, null, E",
        "'', null, E",
        "08:00:00Z, null, E",
        "08-00, null, E",
        "24:00:00 x, null, E"
    })
    void timesOfDay(String text, String value, String problem) {
        Read read = read(text, Value::time);

        assertThat(read.value()).isEqualTo(value);
        assertThat(read.code()).isEqualTo(problem.isEmpty() ? "" : "VALUE_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void textsOfManyCharactersAreNoNumbers(int length) {
        String zeros = "0".repeat(length - 1) + "7";
        boolean tooLong = length > 64;
        String limit = tooLong ? "LIMIT_NUMBER" : "";

        assertThat(read(zeros, v -> v.decimal(0, 9, 1)).code()).isEqualTo(limit);
        assertThat(read(zeros, Value::amount).code()).isEqualTo(limit);
        assertThat(read(zeros, v -> v.integer(0, 9, 1)).code()).isEqualTo(tooLong ? limit : "VALUE_RANGE");
        assertThat(read(zeros, v -> v.code(0, 9, 1)).code()).isEqualTo(tooLong ? limit : "VALUE_ENUM");
        assertThat(read("PT" + "0".repeat(length - 4) + "7H", Value::duration).code())
                .isEqualTo(limit);
        String date = "2026-03-02T08:00:00." + "1".repeat(length - 20);
        assertThat(read(date, Value::date).told()).contains("is not a date");
        assertThat(read(date, Value::bound).told()).contains("is not a date");
        assertThat(read("08:00:00." + "1".repeat(length - 9), Value::time).code())
                .isEqualTo("VALUE_FORMAT");
    }

    @Test
    void textsAreReadAsTheyAre() {
        assertThat(read(" a b ", Value::text).value()).isEqualTo(" a b ");
        assertThat(read(" a b ", Value::token).value()).isEqualTo("a b");
        assertThat(read(" \t\n", Value::isBlank).value()).isEqualTo("true");
        assertThat(read(" x", Value::isBlank).value()).isEqualTo("false");
        assertThat(read("", Value::isBlank).value()).isEqualTo("true");
    }

    @Test
    void aTextIsCopiedIntoRoomThatGrows() {
        char[][] room = {{'x'}, {'a', 'b', 'c', 'd', 'e'}};

        assertThat(read("four", v -> v.copyText(room, 0)).value()).isEqualTo("4");
        assertThat(room[0]).containsExactly('f', 'o', 'u', 'r');
        char[] before = room[1];
        assertThat(read("two", v -> v.copyText(room, 1)).value()).isEqualTo("3");
        assertThat(room[1]).isSameAs(before).startsWith('t', 'w', 'o');
        assertThat(read("fives", v -> v.copyText(room, 1)).value()).isEqualTo("5");
        assertThat(room[1]).isSameAs(before);
    }

    @Test
    void durationsAndDatesAreWrittenAsMicrosoftProjectDoes() {
        assertThat(DurationText.of(4_800)).isEqualTo("PT8H0M0S");
        assertThat(DurationText.of(4_811)).isEqualTo("PT8H1M6S");
        assertThat(DurationText.of(-1)).isEqualTo("PT0H0M0S");
        assertThat(DurationText.of(Long.MAX_VALUE)).isEqualTo("PT3000000H0M0S");
        assertThat(DurationText.of(0)).isEqualTo("PT0H0M0S");
        assertThat(Arrays.asList(
                        DateText.of(java.time.LocalDateTime.of(987, 1, 2, 3, 4, 5)),
                        DateText.of(java.time.LocalTime.of(23, 0, 9))))
                .containsExactly("0987-01-02T03:04:05", "23:00:09");
        assertThat(DateText.hasZone("2026-03-02T08:00:00")).isFalse();
        assertThat(DateText.hasZone("2026-03-02T08:00:00Z")).isTrue();
        assertThat(DateText.hasZone("2026-03-02T08:00:00+99:00")).isFalse();
        assertThat(DateText.dateTime("+999999999-12-31T24:00")).isNull();
    }
}
