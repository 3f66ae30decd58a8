package dev.plumbline.io.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Units, ticks and coordinates of axes. */
class ChartScalesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** Whether a unit begins at a midnight or at 6, 12 or 18 o'clock. */
    private static boolean begins(AxisLevel.Unit unit, LocalDateTime t) {
        boolean midnight = t.getHour() == 0;
        boolean newYear = midnight && t.getDayOfYear() == 1;
        boolean newMonth = midnight && t.getDayOfMonth() == 1;
        return switch (unit) {
            case NONE -> false;
            case CENTURY -> newYear && t.getYear() % 100 == 0;
            case DECADE -> newYear && t.getYear() % 10 == 0;
            case YEAR -> newYear;
            case QUARTER -> newMonth && List.of(1, 4, 7, 10).contains(t.getMonthValue());
            case MONTH -> newMonth;
            case WEEK -> midnight && t.getDayOfWeek() == DayOfWeek.MONDAY;
            case DAY, DAY_OF_WEEK -> midnight;
            case SIX_HOURS -> true;
        };
    }

    @ParameterizedTest
    @EnumSource(value = AxisLevel.Unit.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyInstantLiesInTheUnitThatBeganLast(AxisLevel.Unit unit) {
        LocalDateTime begun = LocalDateTime.of(1900, 1, 1, 0, 0); // a monday
        LocalDateTime end = LocalDateTime.of(2001, 2, 1, 0, 0);
        for (LocalDateTime t = begun; t.isBefore(end); t = t.plusHours(6)) {
            if (t.isAfter(begun) && begins(unit, t)) {
                assertThat(unit.next(begun)).isEqualTo(t);
                begun = t;
            }
            LocalDateTime inside = t.plusHours(5).plusMinutes(59);
            if (!unit.floor(t).equals(begun) || !unit.floor(inside).equals(begun)) {
                assertThat(List.of(unit.floor(t), unit.floor(inside)))
                        .as("at %s", t)
                        .containsOnly(begun);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CENTURY, 1900-01-01, 1900, 1900",
        "DECADE, 1990-01-01, 1990, 1990",
        "YEAR, 2026-01-01, 2026, 2026",
        "QUARTER, 2026-01-01, Q1, Q1",
        "QUARTER, 2026-04-01, Q2, Q2",
        "QUARTER, 2026-07-01, Q3, Q3",
        "QUARTER, 2026-10-01, Q4, Q4",
        "MONTH, 2026-01-01, Jan, Jan 2026",
        "MONTH, 2026-12-01, Dec, Dec 2026",
        "WEEK, 2026-03-02, 2, 2 Mar 2026",
        "DAY, 2026-03-08, 8, 8",
        "DAY_OF_WEEK, 2026-03-02, 2, Mon 2 Mar",
        "DAY_OF_WEEK, 2026-03-08, 8, Sun 8 Mar",
        "NONE, 2026-03-08, '', ''"
    })
    void unitsAreLabelledShortBelowAndInFullAbove(AxisLevel.Unit unit, LocalDate day, String below, String above) {
        assertThat(unit.shortLabel(day.atStartOfDay())).isEqualTo(below);
        assertThat(unit.longLabel(day.atStartOfDay())).isEqualTo(above);
        assertThat(AxisLevel.Unit.SIX_HOURS.shortLabel(day.atTime(6, 0))).isEqualTo("06");
    }

    /** Widths: 26 pixels for six hours, 20 a day, 24 a week. */
    @Test
    void anAxisIsAsWideAsTheLabelsOfItsUnitsNeed() {
        TimeScale tenDays = new TimeScale(MONDAY, MONDAY.plusDays(10));
        Axis axis = new Axis(tenDays);

        assertThat(AxisLevel.HOURS.units(tenDays)).isEqualTo(40);
        assertThat(AxisLevel.WEEKS.units(tenDays)).isEqualTo(2);
        assertThat(AxisLevel.WEEKS.width(tenDays)).isEqualTo(48);
        assertThat(axis.levels()).containsExactly(AxisLevel.DAYS, AxisLevel.HOURS);
        assertThat(axis.width(0)).isEqualTo(640);
        assertThat(axis.width(1)).isEqualTo(40 * 26);
    }

    /** Six hours are shown up to 1500 of them: 375 days. */
    @ParameterizedTest
    @CsvSource({"375, HOURS", "376, DAYS", "1500, DAYS", "1501, WEEKS"})
    void unitsTooManyToDrawAreLeftOut(int days, AxisLevel finest) {
        List<AxisLevel> levels = new Axis(new TimeScale(MONDAY, MONDAY.plusDays(days))).levels();

        assertThat(levels.get(levels.size() - 1)).isEqualTo(finest);
    }

    @Test
    void theAxisOfAWeekHasDaysAboveAndHoursBelow() throws IOException {
        StringBuilder labels = new StringBuilder();
        StringBuilder grid = new StringBuilder();
        Axis axis = new Axis(new TimeScale(MONDAY, MONDAY.plusDays(5)));

        axis.writeLabels(new Markup(labels));
        axis.writeGrid(new Markup(grid));

        assertThat(labels)
                .startsWith(
                        "<g class=\"a a0\" data-w=\"640\"><text class=\"j\" x=\"0%\" dx=\"5\" y=\"14\">Mon 2 Mar</text>"
                                + "<line class=\"j\" x1=\"20%\" x2=\"20%\" y1=\"0\" y2=\"40\"/>")
                .contains(
                        "<text x=\"2.5%\" y=\"33\">00</text><line class=\"n\" x1=\"5%\" x2=\"5%\" y1=\"20\" y2=\"40\"/>")
                .endsWith("<text x=\"97.5%\" y=\"33\">18</text></g>\n");
        assertThat(grid).startsWith("<g class=\"g0\"><line class=\"n\" x1=\"5%\" x2=\"5%\" y2=\"100%\"/>");
        assertThat(grid.toString().split("<line", -1)).hasSize(20); // 19 lines between 20 quarters of days
    }

    @Test
    void theAxisOfTwoYearsHasYearsAboveAndTheLinesOfMonths() throws IOException {
        StringBuilder labels = new StringBuilder();
        StringBuilder grid = new StringBuilder();
        Axis axis = new Axis(new TimeScale(LocalDate.of(2026, 7, 1), LocalDate.of(2028, 7, 1)));

        axis.writeLabels(new Markup(labels));
        axis.writeGrid(new Markup(grid));

        String quarters = labels.toString().split("</g>", -1)[0];
        assertThat(axis.levels()).startsWith(AxisLevel.QUARTERS, AxisLevel.MONTHS, AxisLevel.WEEKS);
        assertThat(quarters.split("<text class=\"j\"", -1)).hasSize(4);
        assertThat(quarters).contains(">2026</text>", ">2027</text>", ">2028</text>", ">Q3</text>");
        String[] lines = grid.toString().split("</g>", -1);
        assertThat(lines[1].split("<line", -1)).hasSize(24); // 23 lines between 24 months
        assertThat(lines[2].split("<line", -1)).hasSize(24); // more than 60 weeks: the months above them
    }

    @Test
    void aWeekIsLabelledWhereItBegins() throws IOException {
        StringBuilder labels = new StringBuilder();
        new Axis(new TimeScale(MONDAY.plusDays(3), MONDAY.plusDays(73))).writeLabels(new Markup(labels));

        assertThat(labels.toString().split("</g>", -1)[0])
                .contains("<text class=\"w\" dx=\"4\" x=\"5.7142%\" y=\"33\">9</text>")
                .doesNotContain("x=\"0%\" y=\"33\"");
    }

    /** Level 0 shows hours anyway. */
    @ParameterizedTest
    @CsvSource({"3, false", "8, true", "100, true", "101, false"})
    void nightsAreShadedWhereDaysCanBeDivided(int days, boolean shaded) throws IOException {
        StringBuilder nights = new StringBuilder();
        new Axis(new TimeScale(MONDAY, MONDAY.plusDays(days))).writeNights(new Markup(nights), WorkCalendar.standard());

        assertThat(nights.toString().contains("<rect")).isEqualTo(shaded);
    }

    @Test
    void freeTimeIsDrawnFromItsBeginningToItsEnd() throws IOException {
        TimeScale scale = new TimeScale(MONDAY, MONDAY.plusDays(4));
        StringBuilder drawn = new StringBuilder();
        NonWorking.write(
                new Markup(drawn),
                List.of(new NonWorking.Span(WorkTime.TICKS_PER_DAY, 3 * WorkTime.TICKS_PER_DAY)),
                scale);

        assertThat(drawn).hasToString("<rect class=\"nw\" x=\"25%\" width=\"50%\" height=\"100%\"/>");
    }

    @Test
    void daysOffTooManyToTellApartAreNotShaded() {
        WorkCalendar standard = WorkCalendar.standard();
        WorkCalendar never =
                WorkCalendar.builder("never").everyDay(DayHours.OFF).build();

        assertThat(NonWorking.daysOff(standard, new TimeScale(MONDAY, MONDAY.plusDays(600 * 7L))))
                .hasSize(600);
        assertThat(NonWorking.daysOff(standard, new TimeScale(MONDAY, MONDAY.plusDays(601 * 7L))))
                .isEmpty();
        assertThat(NonWorking.daysOff(never, new TimeScale(MONDAY, MONDAY.plusDays(7))))
                .isEmpty();
        WorkCalendar once = WorkCalendar.builder("one day off")
                .everyDay(DayHours.ALL_DAY)
                .dayOff("one", MONDAY.plusDays(9))
                .build();
        long off = 9 * WorkTime.TICKS_PER_DAY;
        assertThat(NonWorking.daysOff(once, new TimeScale(MONDAY, MONDAY.plusDays(20_000))))
                .containsExactly(new NonWorking.Span(off, off + WorkTime.TICKS_PER_DAY));
        assertThat(NonWorking.daysOff(once, new TimeScale(MONDAY, MONDAY.plusDays(20_001))))
                .isEmpty();
    }

    @Test
    void breaksWithinTheDayAreShadedAndDaysOffAreNot() {
        WorkCalendar calendar = WorkCalendar.builder("saturdays too")
                .everyDay(DayHours.OFF)
                .day(
                        DayOfWeek.SATURDAY,
                        DayHours.of(
                                Shift.of(LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                                Shift.of(LocalTime.of(12, 0), LocalTime.MIDNIGHT)))
                .build();

        assertThat(NonWorking.betweenShifts(calendar, new TimeScale(MONDAY.plusDays(4), MONDAY.plusDays(7))))
                .containsExactly(new NonWorking.Span(14_400 + 3600, 14_400 + 7200));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "1, 0.0001%",
        "-1, -0.0001%",
        "10, 0.001%",
        "12345, 1.2345%",
        "100000, 10%",
        "1000000, 100%",
        "-500000, -50%",
        "1050500, 105.05%"
    })
    void millionthsAreWrittenAsPercent(long millionths, String percent) {
        assertThat(TimeScale.percent(millionths)).isEqualTo(percent);
    }

    @Test
    void aSpanIsShownIfSomeOfItLiesBetweenTheFirstDayAndTheLast() {
        TimeScale scale = new TimeScale(MONDAY, MONDAY.plusDays(2));
        LocalDateTime from = MONDAY.atStartOfDay();
        LocalDateTime to = from.plusDays(2);

        assertThat(scale.shows(from.minusHours(2), from)).isTrue();
        assertThat(scale.shows(from.minusHours(2), from.minusMinutes(1))).isFalse();
        assertThat(scale.shows(to.minusMinutes(1), to)).isTrue();
        assertThat(scale.shows(to, to.plusHours(1))).isFalse();
        assertThatThrownBy(() -> new TimeScale(MONDAY, MONDAY)).hasMessageContaining("a day at least");
    }

    /** Few dates, each the beginning of a day, a week, a month or a year, and all between the ends. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-08, 1, DAYS",
        "2026-03-03, 2026-03-14, 2, DAYS",
        "2026-03-03, 2026-04-10, 7, DAYS",
        "2026-03-03, 2026-05-20, 14, DAYS",
        "2026-03-03, 2026-08-20, 1, MONTHS",
        "2026-03-03, 2027-02-20, 2, MONTHS",
        "2026-03-03, 2027-08-20, 3, MONTHS",
        "2026-03-03, 2028-11-20, 6, MONTHS",
        "2026-03-03, 2031-11-20, 12, MONTHS",
        "2026-03-03, 2036-11-20, 24, MONTHS",
        "2026-03-03, 2054-11-20, 60, MONTHS",
        "2026-03-03, 2079-11-20, 120, MONTHS",
        "2026-03-03, 2325-11-20, 600, MONTHS",
        "2026-03-03, 2601-11-20, 1200, MONTHS",
        "2026-03-03, 8001-11-20, 12000, MONTHS"
    })
    void anAxisTellsUpToSevenDates(LocalDate from, LocalDate to, int step, ChronoUnit unit) {
        DateScale scale = new DateScale(from.atTime(8, 0), to.atTime(17, 0));
        List<DateScale.Tick> ticks = scale.ticks();

        assertThat(ticks).hasSizeBetween(2, 7);
        for (int i = 0; i < ticks.size(); i++) {
            LocalDate day = LocalDate.parse(ticks.get(i).label());
            assertThat(ticks.get(i).share())
                    .isEqualTo(scale.share(day.atStartOfDay()))
                    .isBetween(0.0, 1.0);
            if (step == 7 || step == 14) {
                assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            }
            if (unit == ChronoUnit.MONTHS) {
                assertThat(day.getDayOfMonth()).isEqualTo(1);
                assertThat(step < 12 || day.getMonthValue() == 1).isTrue();
            }
            if (i > 0) {
                LocalDate before = LocalDate.parse(ticks.get(i - 1).label());
                assertThat(before.plus(step, unit)).isEqualTo(day);
            }
        }
        LocalDate next = LocalDate.parse(ticks.get(ticks.size() - 1).label()).plus(step, unit);
        LocalDate before = LocalDate.parse(ticks.get(0).label()).minus(step, unit);
        assertThat(scale.share(next.atStartOfDay())).isGreaterThan(1);
        assertThat(scale.share(before.atStartOfDay())).isLessThan(0);
    }

    @Test
    void nothingTouchesTheFrameOfADateScale() {
        LocalDateTime from = MONDAY.atStartOfDay();
        DateScale scale = new DateScale(from, from.plusDays(50));

        assertThat(scale.share(from)).isEqualTo(1 / 52.0, within(1e-9));
        assertThat(scale.share(from.plusDays(50))).isEqualTo(51 / 52.0, within(1e-9));
        assertThat(new DateScale(from, from).share(from)).isEqualTo(1 / 52.0, within(1e-9));
        assertThat(new DateScale(from, from).share(from.plusDays(1))).isEqualTo(51 / 52.0, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.01, 2",
        "2, 2",
        "2.5, 5",
        "5, 5",
        "5.1, 10",
        "10, 10",
        "11, 20",
        "0.03, 0.05",
        "700, 1000",
        "0, 0.001"
    })
    void linesOfAScaleLieAtRoundNumbers(double wanted, double step) {
        assertThat(Plot.step(wanted)).isEqualTo(step, within(step / 1e9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "12.34, 12.3", "12.36, 12.4", "-0.01, 0", "-0.34, -0.3", "-12.5, -12.5", "9.96, 10"})
    void coordinatesHaveOneDecimal(double coordinate, String text) {
        assertThat(Plot.at(coordinate)).isEqualTo(text);
    }

    @Test
    void aPlotKeepsItsMargins() throws IOException {
        StringBuilder drawn = new StringBuilder();
        Plot plot = Plot.open(new Markup(drawn), "Costs", 252, 40, 20, false);

        assertThat(drawn)
                .hasToString("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 560 252\">\n<title>Costs</title>\n");
        assertThat(List.of(plot.x(0), plot.x(0.5), plot.x(1))).containsExactly(40.0, 290.0, 540.0);
        assertThat(List.of(plot.y(0), plot.y(0.5), plot.y(1))).containsExactly(222.0, 122.0, 22.0);
    }

    @Test
    void linesBoxesAndPathsAreDrawnWhereTheyAreWanted() throws IOException {
        StringBuilder drawn = new StringBuilder();
        Plot plot = Plot.open(new Markup(drawn), "Costs", 252, 40, 20, false);
        drawn.setLength(0);

        plot.box("b", 1, 2, 3.25, -4, "");
        plot.box("b", 1, 2, -3, 4.5, "a & b");
        plot.path("p", new double[] {1, 2.5}, new double[] {3, 4}, true);
        plot.path("p", new double[] {1, 2.5}, new double[] {3, 4}, false);
        plot.dots("d", new double[] {1, 2}, new double[] {3, 4});
        plot.close();

        assertThat(drawn)
                .hasToString("<rect class=\"b\" x=\"1\" y=\"2\" width=\"3.3\" height=\"0\"/>"
                        + "<rect class=\"b\" x=\"1\" y=\"2\" width=\"0\" height=\"4.5\"><title>a &amp; b</title></rect>"
                        + "<path class=\"p\" d=\"M1 3L2.5 4Z\"/><path class=\"p\" d=\"M1 3L2.5 4\"/>"
                        + "<path class=\"d\" d=\"M1 3h.01M2 4h.01\"/></svg>\n");
    }

    @ParameterizedTest
    @CsvSource({"false, e, 35", "true, l, 545"})
    void sharesAreToldBesideThePlot(boolean atRight, String style, String x) throws IOException {
        StringBuilder drawn = new StringBuilder();
        Plot plot = Plot.open(new Markup(drawn), "Costs", 252, 40, 20, false);

        plot.percentScale(atRight);

        for (String[] line : new String[][] {{"222", "226", "0%"}, {"172", "176", "25%"}, {"22", "26", "100%"}}) {
            assertThat(drawn)
                    .contains("<line class=\"grid\" x1=\"40\" y1=\"%s\" x2=\"540\" y2=\"%s\"/>"
                            .formatted(line[0], line[0]))
                    .contains("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, x, line[1], line[2]));
        }
    }

    @Test
    void datesAreToldBelowThePlot() throws IOException {
        StringBuilder drawn = new StringBuilder();
        Plot plot = Plot.open(new Markup(drawn), "Dates", 252, 20, 20, false);
        LocalDateTime from = MONDAY.atStartOfDay();

        plot.dateScale(new DateScale(from, from.plusDays(50)));

        assertThat(drawn)
                .contains("<line class=\"grid\" x1=\"100\" y1=\"222\" x2=\"100\" y2=\"226\"/>")
                .contains("<text class=\"mid\" x=\"100\" y=\"239\">2026-03-09</text>");
    }
}
