package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.Reports;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.model.Project;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of resources whose coordinates can be worked out by hand: 586 pixels wide from 46, 108 high up from 120. */
class ResourcePictureTest {

    private static ResourceProfile profile(WorkCalendar calendar, int start, double units, int... hours) {
        var plan = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, start, 0))
                .calendar(calendar)
                .resource("crew", 1);
        for (int i = 0; i < hours.length; i++) {
            plan.activity("" + i, "a", hours(hours[i])).assign("" + i, "crew", units);
        }
        return ResourceProfile.of(CriticalPath.schedule(plan.build()), "crew");
    }

    private static ResourceProfile always(int days) {
        return profile(WorkCalendar.roundTheClock("always"), 0, 1, 24 * days);
    }

    /** Monday eight hours, Tuesday sixteen of eight: up to 20 hours, two bars of 293 pixels. */
    @Test
    void barsLinesAndMarksLieWhereTheyBelong() {
        var plan = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .resource("crew", 1)
                .activity("A", "a", days(2))
                .activity("B", "b", days(1))
                .startToStart("A", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        String picture = Reports.svg(ResourceProfile.of(CriticalPath.schedule(plan), "crew"));

        assertThat(picture)
                .contains("viewBox=\"0 0 640 170\"")
                .contains("<path class=\"rd\" d=\"M46 120V76.8h292.4V120zM339 120V76.8h292.4V120z\"/>")
                .contains("<path class=\"ro\" d=\"M339 76.8V33.6h292.4V76.8z\"/>")
                .contains("<path class=\"rc\" d=\"M46 76.8H339V76.8H632\"/>")
                .contains("<path class=\"rm\" d=\"M436.7 122h109.9v4h-109.9z\"/>")
                .contains("<line class=\"rg\" x1=\"46\" x2=\"632\" y1=\"120\" y2=\"120\"/>"
                        + "<text class=\"e\" x=\"40\" y=\"124\">0h</text>")
                .contains("<line class=\"rg\" x1=\"46\" x2=\"632\" y1=\"66\" y2=\"66\"/>"
                        + "<text class=\"e\" x=\"40\" y=\"70\">10h</text>")
                .contains("<text class=\"e\" x=\"40\" y=\"16\">20h</text>")
                .contains("<line class=\"rg\" x1=\"46\" x2=\"46\" y1=\"120\" y2=\"128\"/>"
                        + "<text x=\"46\" y=\"144\">2026-03-02</text>")
                .contains("<line class=\"rg\" x1=\"339\" x2=\"339\" y1=\"120\" y2=\"128\"/>"
                        + "<text x=\"339\" y=\"144\">2026-03-03</text>");
        assertThat(picture.split("<text x=", -1)).hasSize(3);
    }

    @Test
    void picturesOfOneResourceStandBelowEachOther() {
        ResourceProfile profile = always(2);

        assertThat(Reports.svg(profile, profile))
                .contains("viewBox=\"0 0 640 340\"")
                .contains("<g transform=\"translate(0 0)\"><text class=\"rt\" x=\"46\" y=\"14\">crew, before</text>")
                .contains("<g transform=\"translate(0 170)\"><text class=\"rt\" x=\"46\" y=\"14\">crew, after</text>");
    }

    /** A date takes 76 pixels, of which there are 586. */
    @ParameterizedTest(name = "{0} days")
    @CsvSource({"7, 1, 7", "8, 2, 4", "15, 2, 8", "16, 3, 6", "30, 4, 8"})
    void datesStandAsCloseAsTheyFit(int days, int step, int most) {
        String picture = Reports.svg(always(days));

        List<String> dates = picture.lines()
                .filter(line -> line.contains("y=\"144\""))
                .map(line -> line.replaceAll(".*>(2026-[-0-9]+)<.*", "$1"))
                .toList();
        assertThat(dates).hasSizeBetween(most - 1, most);
        for (int i = 0; i < dates.size(); i++) {
            assertThat(dates.get(i))
                    .isEqualTo(
                            LocalDate.of(2026, 3, 2).plusDays((long) i * step).toString());
        }
    }

    @ParameterizedTest(name = "{0} days")
    @CsvSource({"140, day", "141, week", "980, week", "981, month"})
    void barsAreAsFineAsTheyCanBeTold(int days, String unit) {
        assertThat(ResourceChart.of(List.of(always(days))))
                .hasValueSatisfying(chart -> assertThat(chart.unit()).isEqualTo("hours a " + unit));
    }

    @Test
    void whatIsTooLongIsNotDrawn() {
        assertThat(ResourceChart.of(List.of(always(100_000)))).isPresent();
        assertThat(ResourceChart.of(List.of(always(100_001)))).isEmpty();
    }

    /** Hours of the first day: eight, sixteen and so on. */
    @ParameterizedTest(name = "{0} units of eight hours")
    @CsvSource({
        "1, 8",
        "1.25, 10",
        "2, 20",
        "2.5, 20",
        "3, 30",
        "4.5, 40",
        "6, 50",
        "7, 60",
        "9, 80",
        "11, 100",
        "20, 200"
    })
    void theScaleEndsAtARoundNumber(double units, String top) {
        assertThat(Reports.svg(profile(WorkCalendar.standard(), 8, units, 8)))
                .contains("<text class=\"e\" x=\"40\" y=\"16\">" + top + "h</text>");
    }

    /** Every day off breaks the line: Friday and Monday. */
    @Test
    void theLineOfTheCapacityEndsWhereNothingIsWorked() {
        var plan = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 6, 8, 0))
                .resource("crew", 1)
                .activity("A", "a", days(2))
                .assign("A", "crew", 1)
                .build();

        assertThat(Reports.svg(ResourceProfile.of(CriticalPath.schedule(plan), "crew")))
                .contains("<path class=\"rc\" d=\"M46 12H192.5M485.5 12H632\"/>")
                .contains("<path class=\"rd\" d=\"M46 120V12h145.9V120zM485.5 120V12h145.9V120z\"/>")
                .doesNotContain("class=\"ro\"", "class=\"rm\"");
    }

    @Test
    void aPictureIsDescribedInWords() {
        assertThat(ResourceChart.describe(profile(WorkCalendar.standard(), 8, 0.5, 8)))
                .isEqualTo("crew: peak 0.5 of 1 units, 50% used, never overallocated");
        assertThat(ResourceChart.describe(profile(WorkCalendar.standard(), 8, 1.256, 4)))
                .isEqualTo("crew: peak 1.26 of 1 units, 126% used, overallocated 1 time");
        assertThat(ResourceChart.describe(profile(WorkCalendar.standard(), 8, 1, 8, 8)))
                .startsWith("crew: peak 2 of 1 units, 200% used, overallocated ");
    }
}
