package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void anInstantLiesWhereItsShareOfTheDaysIs() {
        TimeScale scale = new TimeScale(MONDAY, MONDAY.plusDays(8));

        assertThat(scale.x(MONDAY.atStartOfDay())).isEqualTo("0%");
        assertThat(scale.x(MONDAY.plusDays(1).atStartOfDay())).isEqualTo("12.5%");
        assertThat(scale.x(MONDAY.plusDays(8).atStartOfDay())).isEqualTo("100%");
        assertThat(scale.x(LocalDateTime.of(1, 1, 1, 0, 0))).isEqualTo("-50%");
        assertThat(scale.x(LocalDateTime.of(9999, 12, 31, 23, 59))).isEqualTo("150%");
    }

    @Property(tries = 200)
    void laterInstantsNeverLieFurtherLeft(
            @ForAll @IntRange(min = 1, max = 3_000_000) int days, @ForAll int a, @ForAll int b) {
        TimeScale scale = new TimeScale(MONDAY, MONDAY.plusDays(days));
        LocalDateTime first = MONDAY.atStartOfDay().plusMinutes(Math.min(a, b));
        LocalDateTime second = MONDAY.atStartOfDay().plusMinutes(Math.max(a, b));

        assertThat(scale.place(first)).isBetween(-500_000L, scale.place(second));
        assertThat(scale.place(second)).isLessThanOrEqualTo(1_500_000L);
    }

    @Test
    void aDeadlineFarAwayDoesNotStretchTheChart() {
        Project project = Project.builder("p")
                .start(MONDAY.atTime(8, 0))
                .activity("1", "a", days(10), a -> a.deadline(LocalDateTime.of(2150, 1, 1, 0, 0)))
                .build();

        TimeScale scale = TimeScale.of(PlanFacts.of(CriticalPath.schedule(project), List.of()), Window.ALL);

        assertThat(scale.from()).isEqualTo(MONDAY);
        assertThat(scale.to()).isBefore(LocalDate.of(2026, 3, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "3, HOURS",
        "6, HOURS",
        "7, DAYS",
        "32, DAYS",
        "33, WEEKS",
        "182, WEEKS",
        "190, MONTHS",
        "600, MONTHS",
        "650, QUARTERS",
        "1900, QUARTERS",
        "2200, YEARS",
        "5800, YEARS",
        "6000, DECADES",
        "58000, DECADES",
        "60000, CENTURIES",
        "3000000, CENTURIES"
    })
    void theAxisIsAsFineAsTheWidthAllows(int days, AxisLevel level) {
        assertThat(new Axis(new TimeScale(MONDAY, MONDAY.plusDays(days)))
                        .levels()
                        .get(0))
                .isEqualTo(level);
    }

    @Property(tries = 100)
    void labelsOfOneLineNeverOverlapAtTheirWidth(@ForAll @IntRange(min = 1, max = 20_000) int days) throws IOException {
        TimeScale scale = new TimeScale(MONDAY.plusDays(days % 31), MONDAY.plusDays(days % 31 + days));
        Axis axis = new Axis(scale);
        StringBuilder text = new StringBuilder();
        axis.writeLabels(new Markup(text));

        String[] groups = text.toString().split("<g ", -1);
        for (int level = 0; level + 1 < groups.length; level++) {
            assertNoOverlap(groups[level + 1], axis.width(level), "\" y=\"14\"");
            assertNoOverlap(groups[level + 1], axis.width(level), "\" y=\"33\"");
        }
    }

    private static void assertNoOverlap(String group, long width, String line) {
        double free = Double.NEGATIVE_INFINITY;
        for (String part : group.split("<text", -1)) {
            if (part.contains(line)) {
                double x = Double.parseDouble(part.replaceAll("(?s).* x=\"([-0-9.]+)%.*", "$1")) * width / 100;
                double length = part.replaceAll("(?s).*?>([^<]*)<.*", "$1").length() * 6.0;
                double left = part.startsWith(" class") ? x + 4 : x - length / 2;
                assertThat(left).isGreaterThanOrEqualTo(free);
                free = left + length;
            }
        }
    }

    @Test
    void daysOffAreShadedAsRuns() {
        WorkCalendar calendar = WorkCalendar.standard().toBuilder()
                .dayOff("free", MONDAY.plusDays(4))
                .build();

        assertThat(NonWorking.daysOff(calendar, new TimeScale(MONDAY, MONDAY.plusDays(14))))
                .containsExactly(
                        new NonWorking.Span(4 * WorkTime.TICKS_PER_DAY, 7 * WorkTime.TICKS_PER_DAY),
                        new NonWorking.Span(12 * WorkTime.TICKS_PER_DAY, 14 * WorkTime.TICKS_PER_DAY));
    }

    @Test
    void hoursBetweenShiftsAreShadedOnWorkingDaysOnly() {
        WorkCalendar calendar = WorkCalendar.weekdays("c", LocalTime.of(6, 0), LocalTime.of(14, 0));

        assertThat(NonWorking.betweenShifts(calendar, new TimeScale(MONDAY.plusDays(4), MONDAY.plusDays(6))))
                .containsExactly(new NonWorking.Span(0, 3600), new NonWorking.Span(8400, 14_400));
    }

    @Test
    void arrowsRunFromTheCornerOfOneBarIntoTheCornerOfTheOther() {
        Project project = Project.builder("p")
                .start(MONDAY.atTime(8, 0))
                .activity("1", "a", hours(8))
                .activity("2", "b", hours(8))
                .finishToStart("1", "2")
                .build();

        List<Arrows.Piece> pieces = arrows(project, 10).block(0);

        long left = scale(project).place(MONDAY.atTime(17, 0));
        long right = scale(project).place(MONDAY.plusDays(1).atTime(8, 0));
        assertThat(pieces)
                .containsExactlyInAnyOrder(
                        new Arrows.Piece(left, left, 18, 24, Arrows.Style.CRITICAL),
                        new Arrows.Piece(left, right, 24, 24, Arrows.Style.CRITICAL),
                        new Arrows.Piece(right, 24, Arrows.Tip.LEFT_DOWN, Arrows.Style.CRITICAL));
    }

    @Test
    void longArrowsAreCutAtTheBordersOfTheBlocksWithoutAGap() {
        var plan = Project.builder("p").start(MONDAY.atTime(8, 0));
        for (int i = 0; i < 12; i++) {
            plan.activity("" + i, "a", hours(8));
        }
        Project project = plan.finishToStart("0", "11").build();

        Arrows arrows = arrows(project, 5);

        List<int[]> stems = new ArrayList<>();
        for (int block = 0; block < 3; block++) {
            for (Arrows.Piece piece : arrows.block(block)) {
                if (piece.tip() == null && piece.x1() == piece.x2()) {
                    stems.add(new int[] {block * 120 + piece.y1(), block * 120 + piece.y2()});
                }
            }
        }
        assertThat(stems).containsExactly(new int[] {18, 120}, new int[] {120, 240}, new int[] {240, 264});
    }

    private static TimeScale scale(Project project) {
        return TimeScale.of(PlanFacts.of(CriticalPath.schedule(project), List.of()), Window.ALL);
    }

    private static Arrows arrows(Project project, int rowsPerBlock) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(project), List.of());
        return Arrows.route(facts, scale(project), ChartRows.ofPlan(facts.rows(), 1000), rowsPerBlock, 1000);
    }

    @Test
    void amountsAreInDaysAndSmallOnesInMinutes() {
        UnitConversion hours = new UnitConversion(600, 3000, 20);

        assertThat(Formats.days(hours(20), UnitConversion.STANDARD)).isEqualTo("2.5d");
        assertThat(Formats.days(hours(20), hours)).isEqualTo("2d");
        assertThat(Formats.days(hours(-4), UnitConversion.STANDARD)).isEqualTo("-0.5d");
        assertThat(Formats.days(WorkTime.minutes(30), UnitConversion.STANDARD)).isEqualTo("30m");
        assertThat(Formats.days(WorkTime.elapsedHours(36), hours)).isEqualTo("1.5ed");
        assertThat(Formats.days(WorkTime.ZERO, hours)).isEqualTo("0d");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(SafeText.clean("abcdef", 4)).isEqualTo("abc…");
        assertThat(SafeText.clean("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(SafeText.clean("e" + "\u0301".repeat(50), 100)).isEqualTo("e" + "\u0301".repeat(4));
        assertThat(SafeText.clean("👩\u200D👧", 10)).isEqualTo("👩\u200D👧");
        assertThat(TextWidth.cut("設計図", 5, false)).isEqualTo("設計…");
        assertThat(TextWidth.left("設計", 6, true)).isEqualTo("設計  ");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Window(MONDAY, MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-01");
    }
}
