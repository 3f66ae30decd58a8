package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.model.Lag;
import dev.plumbline.model.RelationshipType;
import java.time.LocalTime;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick ways to read cells agree with the careful ones, which a blank at the end makes read the same cell. */
class PlainCellsTest {

    private static final Place PLACE = new Place("", 1, 1, "");
    private static final String[] DATES = {
        "2026-03-02",
        "2026-03-02 08:00",
        "2026-03-02T17:30",
        "2024-02-29",
        "2023-02-29",
        "2026-13-01",
        "1899-12-31",
        "2200-01-01",
        "0000-01-01",
        "2026-03-02 24:00",
        "2026-03-02 23:60",
        "2026-03-02 8:00",
        "26-03-02"
    };
    private static final String[] AMOUNTS = {
        "0d", "5d", "12h", "30m", "2w", "99999w", "999999d", "1000000m", "5M", "5", "d", "5mo", "-1d", "5.5d"
    };
    private static final String[] UNITS = {"0%", "50%", "100%", "1", "999999999", "1000000000", "0.5", "12.5%", "%", "x"
    };

    private final Durations durations = new Durations(NumberStyle.POINT, UnitConversion.STANDARD, false);

    @Property(tries = 3_000)
    void dates(@ForAll Random random) {
        String cell = damaged(DATES[random.nextInt(DATES.length)], random);

        assertThat(date(cell)).as(cell).isEqualTo(date(cell + " "));
    }

    private static String date(String cell) {
        try {
            ProblemList problems = new ProblemList(10);
            DateOrders orders = new DateOrders(null, 1900, 2200);
            orders.vote(cell);
            return String.valueOf(orders.read(cell, LocalTime.of(8, 0), PLACE, problems));
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @Property(tries = 3_000)
    void amountsOfTime(@ForAll Random random) {
        String cell = damaged(AMOUNTS[random.nextInt(AMOUNTS.length)], random);

        assertThat(amount(cell)).as(cell).isEqualTo(amount(cell + " "));
    }

    private String amount(String cell) {
        try {
            return String.valueOf(durations.parse(cell, "CODE"));
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @Property(tries = 1_000)
    void units(@ForAll Random random) {
        String text = damaged(UNITS[random.nextInt(UNITS.length)], random).strip();
        ResourceCell cells = new ResourceCell(NumberStyle.POINT, durations, false);

        // a leading zero more changes nothing but the length
        String longer = text.isEmpty() || !Character.isDigit(text.charAt(0)) ? text : "0000000000" + text;
        assertThat(cells.units(text)).as(text).isEqualTo(cells.units(longer));
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, FS, 0d",
        "AFS, A, FS, 0d",
        "Ass, A, SS, 0d",
        "A ff+2d, A, FF, 2d",
        "A+2d, A, FS, 2d",
        "A- 3h, A, FS, -3h",
        "B-1, B-1, FS, 0d",
        "B-1SF-1d, B-1, SF, -1d",
        "OFFS, OFFS, FS, 0d",
        "A+b, A+b, FS, 0d"
    })
    void predecessors(String cell, String activity, RelationshipType type, String lag) throws CellProblem {
        Map<String, String> ids = Map.of("A", "A", "B-1", "B-1", "OFFS", "OFFS", "A+b", "A+b");

        var parsed = new PredecessorCell(ids, durations, NumberStyle.POINT).parse(cell);

        assertThat(parsed).hasSize(1);
        assertThat(parsed.get(0).activity()).isEqualTo(activity);
        assertThat(parsed.get(0).type()).isEqualTo(type);
        assertThat(
                        parsed.get(0).lag().isZero()
                                ? "0d"
                                : ((Lag.Time) parsed.get(0).lag()).time().toString())
                .isEqualTo(lag);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        if (random.nextBoolean()) {
            int at = random.nextInt(damaged.length());
            damaged.setCharAt(at, "0123456789-: Tdhmw%.\u0661".charAt(random.nextInt(21)));
        }
        return damaged.toString();
    }
}
