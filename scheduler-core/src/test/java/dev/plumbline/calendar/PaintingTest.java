package dev.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ranges of days that recurring exceptions come to. */
class PaintingTest {

    private static final DayHours ONE = DayHours.OFF;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static Recurrence every(int days, LocalDate from, LocalDate to) {
        return new Recurrence(new Recurrence.Daily(days), from, to, 0);
    }

    private static Recurrence weekly(LocalDate to, DayOfWeek... days) {
        return new Recurrence(new Recurrence.Weekly(1, Set.of(days)), MONDAY, to, 0);
    }

    private static Painting painting(LocalDate first, LocalDate last) {
        return new Painting(first.toEpochDay(), last.toEpochDay());
    }

    /** The ranges, each as its first day and where another begins. */
    private static List<String> told(Ranges ranges) {
        Layers layers = ranges.layers();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.top(i) != Layers.NONE) {
                told.add(LocalDate.ofEpochDay(layers.from(i)) + " to " + LocalDate.ofEpochDay(layers.from(i + 1) - 1));
            }
        }
        return told;
    }

    @Test
    void neighboursAreOneRange() {
        Ranges ranges = new Ranges();

        painting(MONDAY, MONDAY.plusDays(13))
                .paint(
                        weekly(MONDAY.plusDays(13), DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                        ONE,
                        ranges);

        assertThat(told(ranges))
                .containsExactly(
                        "2026-03-02 to 2026-03-03",
                        "2026-03-05 to 2026-03-05",
                        "2026-03-09 to 2026-03-10",
                        "2026-03-12 to 2026-03-12");
        assertThat(ranges.hours()).hasSize(4).containsOnly(ONE);
    }

    @Test
    void aDayIsGivenToTheFirstThatHitsIt() {
        Ranges ranges = new Ranges();
        Painting painting = painting(MONDAY, MONDAY.plusDays(9));

        painting.paint(every(2, MONDAY, MONDAY.plusDays(9)), ONE, ranges);
        int before = ranges.hours().size();
        painting.paint(every(4, MONDAY, MONDAY.plusDays(9)), ONE, ranges);

        assertThat(before).isEqualTo(5);
        assertThat(ranges.hours()).as("every day of the second was hit before").hasSize(before);
        painting.paint(every(3, MONDAY, MONDAY.plusDays(9)), ONE, ranges);
        assertThat(ranges.hours())
                .as("only Thursday and Wednesday week are new")
                .hasSize(before + 2);
    }

    @Test
    void theLastDayCounts() {
        Ranges ranges = new Ranges();

        painting(MONDAY, MONDAY.plusDays(4)).paint(every(2, MONDAY, MONDAY.plusDays(4)), ONE, ranges);

        assertThat(told(ranges)).last().isEqualTo("2026-03-06 to 2026-03-06");
    }

    @Test
    void threeCenturiesArePaintedWhereverTheyBegin() {
        LocalDate first = LocalDate.of(1600, 1, 1);
        Ranges ranges = new Ranges();

        painting(first, first.plusDays(300 * 366)).paint(every(2, first, first.plusDays(300 * 366)), ONE, ranges);

        assertThat(ranges.layers().from(0)).isEqualTo(first.toEpochDay());
        assertThat(ranges.hours()).hasSize(300 * 366 / 2 + 1);
    }

    @Test
    void ofMoreTheyBeginIn1900() {
        LocalDate first = LocalDate.of(1600, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);
        Ranges ranges = new Ranges();

        painting(first, last).paint(every(2, first, last), ONE, ranges);

        long begin = LocalDate.of(1900, 1, 1).toEpochDay();
        assertThat(ranges.layers().from(0)).isBetween(begin, begin + 1);
        assertThat(ranges.hours()).hasSize(300 * 366 / 2 + (ranges.layers().from(0) == begin ? 1 : 0));

        Ranges late = new Ranges();
        LocalDate modern = LocalDate.of(2000, 1, 1);
        painting(modern, last).paint(every(2, modern, last), ONE, late);
        assertThat(late.layers().from(0)).as("later than 1900 as they begin").isEqualTo(modern.toEpochDay());
    }

    @Test
    void whatRepeatsNeverPaintsNothing() {
        Ranges ranges = new Ranges();

        painting(MONDAY, MONDAY.plusDays(1)).paint(weekly(MONDAY.plusDays(1), DayOfWeek.SUNDAY), ONE, ranges);

        assertThat(ranges.hours()).isEmpty();
    }
}
