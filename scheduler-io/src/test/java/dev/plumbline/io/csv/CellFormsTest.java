package dev.plumbline.io.csv;

import static dev.plumbline.io.csv.CsvPlans.PLACE;
import static dev.plumbline.io.csv.CsvPlans.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Accrual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells stand for, and what is said where they stand for nothing. */
class CellFormsTest {

    private static void refuses(ThrowableAssert.ThrowingCallable call, String message, String hint) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CellProblem.class, problem -> {
            assertThat(problem.located(PLACE).message()).contains(message);
            assertThat(problem.located(PLACE).hint()).contains(hint);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02|2026 3 2|[YMD]|true||",
                "2026.3.2 08:00|2026 3 2|[YMD]|true||08:00",
                "3/4/26|3 4 26|[DMY, MDY, YMD]|false||",
                "3/4/2026|3 4 2026|[DMY, MDY]|false||",
                "3.4.26|3 4 26|[DMY]|false||",
                "4.13.2026|4 13 2026|[MDY]|false||",
                "13/4/26|13 4 26|[DMY, YMD]|false||",
                "4/13/26|4 13 26|[MDY]|false||",
                "31-12-49|31 12 49|[DMY]|false||",
                "49-12-31|49 12 31|[YMD]|false||",
                "29/2/24|29 2 24|[DMY, YMD]|false||",
                "Mon 2/3/26|2 3 26|[DMY, MDY, YMD]|false|MONDAY|",
                "Sun. 1 March 2026|2026 3 1|[YMD]|true|SUNDAY|",
                "Thur 2 Jan 49|2049 1 2|[YMD]|true|THURSDAY|",
                "thursday 2 Jan 50|1950 1 2|[YMD]|true|THURSDAY|",
                "2 Jan '99|1999 1 2|[YMD]|true||",
                "Jan 2, 2026|2026 1 2|[YMD]|true||",
                "2026 December 31|2026 12 31|[YMD]|true||",
                "31-Dec-26|2026 12 31|[YMD]|true||",
                "2 sept 2026|2026 9 2|[YMD]|true||",
                "2026-03-02T23:59:58.5|2026 3 2|[YMD]|true||23:59:58.500",
                "2026-03-02 12:00 AM|2026 3 2|[YMD]|true||00:00",
                "2026-03-02 12:00 PM|2026 3 2|[YMD]|true||12:00",
                "2026-03-02 1:05pm|2026 3 2|[YMD]|true||13:05",
                "2026-03-02, 11:59:30 a.m.|2026 3 2|[YMD]|true||11:59:30"
            })
    void datesAreTakenApart(String cell, String numbers, String orders, boolean fixed, String weekday, String time)
            throws CellProblem {
        DateText text = DateText.parse(cell);

        assertThat(text).isNotNull();
        assertThat(text.first() + " " + text.second() + " " + text.third()).isEqualTo(numbers);
        assertThat(text.orders()).hasToString(orders);
        assertThat(text.fixed()).isEqualTo(fixed);
        assertThat(text.weekday() == null ? null : text.weekday().name()).isEqualTo(weekday);
        assertThat(text.time()).isEqualTo(time == null ? null : LocalTime.parse(time));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 0:00 AM|is not a date",
                "2026-03-02 13:00 AM|is not a date",
                "2026-03-02 24:00|has no such time of day",
                "2026-03-02 23:60|has no such time of day",
                "2026-03-02 23:59:60|has no such time of day",
                "08:00|is not a date",
                "2026-02-29|is no day of any calendar",
                "30/2/2026|is no day of any calendar",
                "30 Feb 2026|is no day of any calendar",
                "2 Ja 2026|is not a date",
                "2 Janua 2026|is not a date",
                "2 Jan 026|is not a date",
                "2 3 2026|is not a date",
                "Jan 2026|is not a date",
                "Jan 2 2026 5|is not a date",
                "Jan Feb 2026|is not a date",
                "2026-03/02|is not a date"
            })
    void whatIsNoDateIsRefused(String cell, String message) {
        refuses(() -> DateText.parse(cell), message, "");
    }

    @Test
    void aDateOfMoreThan64CharactersIsNone() throws CellProblem {
        String padded = "2 January" + " ".repeat(51) + "2026";

        assertThat(DateText.parse(padded)).isNotNull(); // 64
        refuses(() -> DateText.parse(padded.replace("2026", " 2026")), "is not a date", "2026-03-31");
        assertThat(DateText.parse(" na ")).isNull();
        assertThat(DateText.parse("  ")).isNull();
    }

    /** Year first only where nothing else fits; of the others those that fall on the weekday. 3 April 2026 is a Friday. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "3/4/26, '[DMY, MDY]'",
        "49-12-31, [YMD]",
        "Fri 3/4/26, [DMY]",
        "Wed 3/4/26, [MDY]",
        "Sun 3/4/26, '[DMY, MDY]'"
    })
    void aDateHasLikelyOrders(String cell, String orders) throws CellProblem {
        assertThat(DateText.parse(cell).likelyOrders()).hasToString(orders);
    }

    @Test
    void aDateOutsideTheYearsOfTheReaderIsRefused() throws CellProblem {
        DateOrders dates = new DateOrders(null, 1900, 2200);
        ProblemList problems = new ProblemList(9);

        assertThat(dates.read("1900-01-01", LocalTime.NOON, PLACE, problems)).isEqualTo("1900-01-01T12:00:00");
        assertThat(dates.read("2199-12-31", LocalTime.NOON, PLACE, problems)).isEqualTo("2199-12-31T12:00:00");
        refuses(
                () -> dates.read("1899-12-31", LocalTime.NOON, PLACE, problems),
                "outside the years 1900 to 2199",
                "year");
        refuses(
                () -> dates.read("2200-01-01", LocalTime.NOON, PLACE, problems),
                "outside the years 1900 to 2199",
                "year");
        for (String text : List.of("1900-01-01", "2199-12-31", "1899-12-31", "2200-01-01")) {
            boolean inside = text.startsWith("1900") || text.startsWith("2199");
            assertThat(dates.plain(text.toCharArray(), 0, 10, LocalTime.NOON) != null)
                    .isEqualTo(inside);
        }
        assertThat(problems.hasErrors()).isFalse();
    }

    /** Wherever in a buffer the cell lies, and whatever stands beside it. */
    @Test
    void datesInOurOwnFormAreReadAsThePlatformReadsThem() {
        IsoDate iso = new IsoDate();
        Random random = new Random(1);
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        for (int i = 0; i < 2000; i++) {
            LocalDateTime expected = LocalDateTime.of(1, 1, 1, 0, 0).plusMinutes((long) (random.nextDouble() * 5e9));
            String text = minute.format(expected);
            char[] buffer = ("19" + text.replace(' ', i % 2 == 0 ? ' ' : 'T') + "00").toCharArray();

            assertThat(iso.read(buffer, 2, 18, LocalTime.NOON)).isEqualTo(expected);
            assertThat(iso.read(buffer, 2, 12, LocalTime.NOON))
                    .isEqualTo(expected.toLocalDate().atTime(12, 0));
            assertThat(iso.read(buffer, 2, 12, LocalTime.of(8, 0, 0, 1))).isNull();
            int at = 2 + random.nextInt(16);
            buffer[at] = "/:x".charAt(random.nextInt(3));
            boolean same = buffer[at] == new String(buffer, 0, 2).charAt(0) || (buffer[at] == ':' && at == 15);
            assertThat(IsoDate.isLikely(buffer, 2, 18)).as(new String(buffer)).isEqualTo(same);
        }
        assertThat(IsoDate.isLikely("2026-03-0".toCharArray(), 0, 9)).isFalse();
        assertThat(IsoDate.isLikely("2026-03-02 08:0".toCharArray(), 0, 15)).isFalse();
        assertThat(iso.read("2026-03-02 24:00".toCharArray(), 0, 16, LocalTime.NOON))
                .isNull();
        assertThat(iso.read("2026-03-02 23:60".toCharArray(), 0, 16, LocalTime.NOON))
                .isNull();
        assertThat(iso.read("2026-03-02 23:59".toCharArray(), 0, 16, LocalTime.NOON))
                .isEqualTo("2026-03-02T23:59:00");
    }

    /** Every pattern, as {@code docs/files.md} shows them. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2026-12-24",
                "2026-12-24/2027-01-01",
                "every 2 days 2026-01-01/2026-12-31",
                "every 3 weekdays 2026-01-01/2026-12-31",
                "every 1 weeks on Monday Friday 2026-01-01/2026-12-31",
                "every 1 months on day 15 2026-01-01/2026-12-31",
                "every 2 months on the last Friday 2026-01-01/2026-12-31",
                "every 1 months on the first Weekday 2026-01-01/2026-12-31",
                "every 1 years on December 24 2026-01-01/2030-12-31",
                "every 1 years on the third Weekend Day of May 2026-01-01/2030-12-31, 5 times"
            })
    void daysOfCalendarsAreWrittenAsTheyAreRead(String text) throws CellProblem {
        Recurrence recurrence = DayText.parse(cell(text)).recurrence();

        assertThat(recurrence).isNotNull();
        assertThat(DayText.format(recurrence)).isEqualTo(text);
    }

    @Test
    void daysOfTheWeekHoldAlwaysOrWithinARange() throws CellProblem {
        DayText always = DayText.parse(cell("tue"));
        DayText within = DayText.parse(cell("Monday 2026-06-01/2026-06-01"));
        DayText single = DayText.parse(cell("2026-06-01"));

        assertThat(always.weekday()).hasToString("TUESDAY");
        assertThat(always.from()).isNull();
        assertThat(within.weekday()).hasToString("MONDAY");
        assertThat(List.of(within.from(), within.to())).containsOnly(LocalDate.of(2026, 6, 1));
        assertThat(within.recurrence()).isNull();
        assertThat(single.weekday()).isNull();
        assertThat(List.of(single.from(), single.to())).containsOnly(LocalDate.of(2026, 6, 1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "every 0 days 2026-01-01/2026-12-31",
                "every 2 days on Monday 2026-01-01/2026-12-31",
                "every 2 weekdays on Monday 2026-01-01/2026-12-31",
                "every 1 weeks 2026-01-01/2026-12-31",
                "every 1 weeks on Mo 2026-01-01/2026-12-31",
                "every 1 months on day 32 2026-01-01/2026-12-31",
                "every 1 months on the sixth Friday 2026-01-01/2026-12-31",
                "every 1 years on Decembre 24 2026-01-01/2030-12-31",
                "every 1 years on the first Monday 2026-01-01/2030-12-31",
                "sometimes 2026-01-01/2030-12-31"
            })
    void otherDaysAreRefused(String text) {
        refuses(() -> DayText.parse(cell(text)), "names no day", "write a weekday such as Monday");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        refuses(
                () -> DayText.parse(cell("2026-12-24/2026-12-23")),
                "2026-12-23 lies before 2026-12-24",
                "write the earlier date first");
    }

    @ParameterizedTest(name = "{0} are {1}")
    @CsvSource({
        "08:00-12:00 13:00-17:00, 08:00-12:00 13:00-17:00",
        "'8:00-12:00;13:00-17:00', 08:00-12:00 13:00-17:00",
        "00:00-24:00, 00:00-24:00",
        "OFF, off",
        "07:00:06-08:00:00, 07:00:06-08:00"
    })
    void hoursOfADayAreRead(String cell, String hours) throws CellProblem {
        DayHours parsed = HoursText.parse(cell);

        assertThat(parsed).hasToString(hours);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "08:00|are no working hours|write them like",
                "08:00-12:00-13:00|are no working hours|write them like",
                "24:00-08:00|are no working hours|write them like",
                "08:00:01-12:00|are no working hours|write them like",
                "08:60-12:00|are no working hours|write them like",
                "08:00-x|are no working hours|write them like",
                "22:00-06:00|'22:00-06:00' doesn't end after it begins|split a night shift",
                "08:00-12:00 11:00-13:00|hours overlap|keep shifts apart"
            })
    void otherHoursAreRefused(String cell, String message, String hint) {
        refuses(() -> HoursText.parse(cell), message, hint);
    }

    private static final Durations DURATIONS = new Durations(NumberStyle.POINT, UnitConversion.STANDARD, false);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"7m, 7m", "12h, 12h", "3d, 3d", "2w, 2w", "999999m, 999999m", "0d, 0d"})
    void usualAmountsAreReadInPlace(String text, String time) {
        char[] buffer = ("5" + text + "8d").toCharArray();

        Durations.Amount amount = DURATIONS.plain(buffer, 1, 1 + text.length());

        assertThat(amount.time()).hasToString(time);
        assertThat(DURATIONS.plain(buffer, 1, 1 + text.length())).isSameAs(amount);
    }

    @Test
    void amountsThatShareAPlaceInTheTableStayApart() {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 3000; number++) {
                for (String unit : List.of("m", "h", "d", "w")) {
                    char[] text = (number + unit).toCharArray();
                    assertThat(DURATIONS.plain(text, 0, text.length).time()).hasToString(number + unit);
                }
            }
        }
    }

    /** 214,748,364.7 minutes: as many tenths as an int holds. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "89478w, true",
        "89479w, false",
        "447392d, true",
        "447393d, false",
        "0.00001h, true",
        "214748364.7m, true",
        "214748364.74m, true",
        "214748364.75m, false"
    })
    void amountsEndAtFourHundredYears(String text, boolean read) throws CellProblem {
        if (read) {
            assertThat(DURATIONS.parse(text, "CODE").time().ticks()).isLessThanOrEqualTo(Integer.MAX_VALUE);
            assertThat(Durations.isWritable(DURATIONS.parse(text, "CODE").time()))
                    .isTrue();
        } else {
            refuses(() -> DURATIONS.parse(text, "CODE"), "is too long", "amounts of time end at ");
            assertThat(DURATIONS.plain(text.toCharArray(), 0, text.length())).isNull();
        }
        assertThat(Durations.isWritable(WorkTime.ofTicks(Integer.MAX_VALUE))).isTrue();
        assertThat(Durations.isWritable(WorkTime.ofTicks(Integer.MAX_VALUE + 1L)))
                .isFalse();
        assertThat(Durations.isWritable(WorkTime.ofTicks(-Integer.MAX_VALUE))).isTrue();
        assertThat(Durations.isWritable(WorkTime.ofTicks(-Integer.MAX_VALUE - 1L)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5|give it a unit, such as 5d or 5h",
                "5M|write m for minutes or mo for months",
                "1,5d|a file separated by commas uses a decimal point",
                "5x|write it like 5d, 2w",
                "5eM|write it like 5d, 2w",
                "d|write it like 5d, 2w"
            })
    void anAmountThatIsNoneIsExplained(String text, String hint) {
        refuses(() -> DURATIONS.parse(text, "CODE"), "is not an amount of time", hint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1em, 1em",
        "2 ehrs, 2eh",
        "3edays, 3ed",
        "1.5 EWeeks, 1.5ew",
        "2 emonths, 2emo",
        "1 mon, 1mo",
        "4 dys, 4d",
        "90 minutes, 90m"
    })
    void amountsAreReadInAllTheirUnits(String text, String time) throws CellProblem {
        assertThat(DURATIONS.parse(text, "CODE").time()).hasToString(time);
        assertThat(DURATIONS.parse(text, "CODE").estimated()).isFalse();
        assertThat(DURATIONS.parse(text + " ?", "CODE").estimated()).isTrue();
    }

    @Test
    void amountsAreWrittenWithAsManyDecimalsAsReadingThemNeeds() throws CellProblem {
        for (long ticks : new long[] {0, 1, 2, 299, 2400, 4800, 4801, 24_000, 100_001, Integer.MAX_VALUE}) {
            for (String unit : List.of("m", "h", "d", "w", "mo", "ed")) {
                WorkTime time = WorkTime.ofTicks(ticks).isZero()
                        ? DURATIONS.parse("0" + unit, "CODE").time()
                        : new WorkTime(
                                ticks,
                                DURATIONS.parse("1" + unit, "CODE").time().unit());

                String text = Durations.format(time, UnitConversion.STANDARD);

                assertThat(DURATIONS.parse(text, "CODE").time()).as(text).isEqualTo(time);
            }
        }
        assertThat(Durations.format(WorkTime.ofTicks(4800), UnitConversion.STANDARD))
                .isEqualTo("480m");
        assertThat(Durations.format(WorkTime.days(1), UnitConversion.STANDARD)).isEqualTo("1d");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT|1.500|1.500",
                "POINT|1,500|",
                "COMMA|1,500|1.500",
                "COMMA|1.500|",
                "COMMA|1.5|1.5",
                "COMMA|0.500|0.500",
                "COMMA|1234.500|1234.500",
                "COMMA|123.456|",
                "EITHER|1,500|",
                "EITHER|1.500|",
                "EITHER|1,50|1.50",
                "EITHER|0,500|0.500",
                "POINT|1.2.3|",
                "POINT|.5|",
                "POINT|5.|",
                "POINT|1234567890|1234567890"
            })
    void aMarkThatCouldGroupThousandsIsNoDecimalMark(NumberStyle style, String text, BigDecimal number) {
        assertThat(style.parse(text)).isEqualTo(number);
    }

    @Test
    void aNumberHasSixtyFourCharactersAtMost() {
        String digits = "1".repeat(62);

        assertThat(NumberStyle.POINT.parse(digits + ".5")).isEqualTo(new BigDecimal(digits + ".5"));
        assertThat(NumberStyle.POINT.parse(digits + "1.5")).isNull();
        assertThat(NumberStyle.POINT.parse("")).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT|24,000|24000",
                "POINT|24,000.50|24000.50",
                "POINT|1,234,567|1234567",
                "POINT|2400,000|",
                "POINT|24,00|",
                "COMMA|24.000|24000",
                "COMMA|24 000,5|24000.5",
                "COMMA|24.000,50|24000.50",
                "EITHER|24,000|"
            })
    void thousandsCanBeGroupedWhereTheFileDoes(NumberStyle style, String text, BigDecimal number) {
        assertThat(style.parseGrouped(text)).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT|1,5|a file separated by commas uses a decimal point",
                "POINT|1.5|''",
                "COMMA|1.500|'.' could be a decimal mark",
                "EITHER|1,500|',' could be a decimal mark",
                "EITHER|1,5|''",
                "EITHER|1,500.5|''",
                "EITHER|,500|''",
                "POINT|abc|''"
            })
    void aNumberThatIsNoneIsExplained(NumberStyle style, String text, String reason) {
        String plain = "''".equals(reason) ? "" : reason;

        assertThat(style.reason(text)).startsWith(plain);
        assertThat(style.reason(text).isEmpty()).isEqualTo(plain.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"',', POINT, true", "';', COMMA, false", "'|', EITHER, true"})
    void theSeparatorTellsHowNumbersAreWritten(char separator, NumberStyle style, boolean commaSeparates) {
        assertThat(NumberStyle.of(separator)).isEqualTo(style);
        assertThat(style.commaSeparates()).isEqualTo(commaSeparates);
    }

    @Test
    void wholeNumbersPercentagesAndFlagsKeepToTheirRange() throws CellProblem {
        assertThat(List.of(
                        cell("0").integer(0, 9),
                        cell("9").integer(0, 9),
                        cell("-3").integer(-3, 9)))
                .containsExactly(0, 9, -3);
        refuses(() -> cell("10").integer(0, 9), "is not a whole number", "use 0 to 9");
        refuses(() -> cell("0").integer(1, 9), "is not a whole number", "use 1 to 9");
        refuses(() -> cell("-4").integer(-3, 9), "is not a whole number", "use -3 to 9");
        refuses(() -> cell("1.5").integer(0, 9), "is not a whole number", "use 0 to 9");
        assertThat(List.of(
                        cell("0").percent(),
                        cell("100").percent(),
                        cell("100.0%").percent(),
                        cell("12.5 %").percent()))
                .containsExactly(0.0, 100.0, 100.0, 12.5);
        refuses(() -> cell("101").percent(), "is not a percentage", "use 0 to 100");
        refuses(() -> cell("100.1%").percent(), "is not a percentage", "use 0 to 100");
        assertThat(List.of(
                        cell("Y").flag(),
                        cell("true").flag(),
                        cell("1").flag(),
                        cell("YES").flag()))
                .containsOnly(true);
        assertThat(List.of(
                        cell("N").flag(),
                        cell("false").flag(),
                        cell("0").flag(),
                        cell("no").flag()))
                .containsOnly(false);
        refuses(() -> cell("maybe").flag(), "is neither Yes nor No", "write Yes or No");
    }

    @Test
    void moneyIsReadWithItsSignAndCurrency() throws CellProblem {
        assertThat(List.of(
                        cell("12").money(),
                        cell("1234.50").money(),
                        cell("$12.5").money(),
                        cell("-$12.5").money(),
                        cell("$-12.5").money(),
                        cell("12.5 €").money(),
                        cell("0").money()))
                .map(BigDecimal::toString)
                .containsExactly("12", "1234.50", "12.5", "-12.5", "-12.5", "12.5", "0");
        refuses(() -> cell("twelve").money(), "is not an amount of money", "write it like 1234.50");
        refuses(() -> cell("1,5").money(), "is not an amount of money", "uses a decimal point");
        String most = "1".repeat(61) + ".25";
        assertThat(cell(most).money()).isEqualTo(new BigDecimal(most));
        refuses(() -> cell("0" + most).money(), "is not an amount of money", "");
    }

    @Test
    void namesOfValuesAreReadWithBlanksOrDashes() throws CellProblem {
        assertThat(cell("end").constant(Accrual.class)).isEqualTo(Accrual.END);
        assertThat(cell("late-as possible").constant(Name.class)).isEqualTo(Name.LATE_AS_POSSIBLE);
        assertThat(Cell.title(Name.LATE_AS_POSSIBLE)).isEqualTo("Late As Possible");
        refuses(() -> cell("x").constant(Name.class), "is not known here", "use one of Late As Possible, Soon");
    }

    private enum Name {
        LATE_AS_POSSIBLE,
        SOON
    }

    @Test
    void anAmountCanHaveAMinusWhereItMayBeNegative() throws CellProblem {
        assertThat(cell("-2ed").signedDuration()).hasToString("-2ed");
        assertThat(cell("2ed").signedDuration()).hasToString("2ed");
    }

    @Test
    void halvesOfPairsAndNulCannotBeWritten() {
        assertThat(LossCounter.writable("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
        assertThat(LossCounter.writable("\uD83Da\uDE00\u0000\uD83D")).isEqualTo("\uFFFDa\uFFFD\uFFFD\uFFFD");
        String plain = "plain";
        assertThat(LossCounter.writable(plain)).isSameAs(plain);
    }

    @ParameterizedTest
    @CsvSource({"a, false", "' ', true", "'\t', true", "'\u00A0', false", "'\u2003', true", "'\u007F', false"})
    void blanksAreThoseOfThePlatform(char c, boolean blank) {
        assertThat(Blanks.isBlank(c)).isEqualTo(blank);
        assertThat(Blanks.isBlank(new char[] {'x', c, ' ', 'x'}, 1, 3)).isEqualTo(blank);
        for (char any = 0; any < 0x3100; any++) {
            assertThat(Blanks.isBlank(any)).isEqualTo(Character.isWhitespace(any));
        }
    }

    @Test
    void aNameThatTwoThingsShareMeansNeither() {
        NameIndex names = new NameIndex();
        names.add("1", "Crane");
        names.add("2", "Crew");
        names.add("3", "Crew");
        names.add("Crane", "Digger");
        names.add("5", "");

        assertThat(names.resolve("Crane")).isEqualTo("1");
        assertThat(names.resolve("Crew")).isNull();
        assertThat(names.resolve("2")).isEqualTo("2");
        assertThat(names.resolve("none")).isNull();
        assertThat(names.reference("1")).isEqualTo("Crane");
        assertThat(names.reference("2")).isEqualTo("2");
        assertThat(names.reference("Crane")).isEqualTo("Digger");
        assertThat(names.reference("5")).isEqualTo("5");
        assertThat(names.reference("none")).isNull();
    }
}
