package dev.plumbline.io.csv;

import static dev.plumbline.io.csv.CsvPlans.PLACE;
import static dev.plumbline.io.csv.CsvPlans.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick ways to read cells agree with the careful ones wherever they read a cell at all. */
class PlainCellsTest {

    /** How many cells of a kind are tried, always the same ones. */
    private static final int TRIES = 4_000;

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

    @Test
    void dates() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            String cell = damaged(DATES[random.nextInt(DATES.length)], random);

            DateOrders orders = new DateOrders(null, 1900, 2200);
            LocalTime eight = LocalTime.of(8, 0);
            LocalDateTime plain = orders.plain(("19" + cell + "00").toCharArray(), 2, 2 + cell.length(), eight);

            if (plain != null) {
                assertThat(date(cell)).as(cell).isEqualTo(plain.toString());
            }
        }
    }

    private static String date(String cell) {
        try {
            ProblemList problems = new ProblemList(10);
            DateOrders orders = new DateOrders(null, 1900, 2200);
            orders.vote(cell.toCharArray(), 0, cell.length());
            return String.valueOf(orders.read(cell, LocalTime.of(8, 0), PLACE, problems));
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-03-02 08:00", "2026-03-02T17:30", "2024-02-29"})
    void ourOwnDatesAreReadQuickly(String cell) {
        DateOrders orders = new DateOrders(null, 1900, 2200);

        assertThat(orders.plain(cell.toCharArray(), 0, cell.length(), LocalTime.NOON))
                .isNotNull();
    }

    @Test
    void amountsOfTime() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            String cell = damaged(AMOUNTS[random.nextInt(AMOUNTS.length)], random);

            Durations.Amount plain = durations.plain(("5" + cell + "8d").toCharArray(), 1, 1 + cell.length());

            if (plain != null) {
                assertThat(amount(cell)).as(cell).isEqualTo(plain.toString());
            }
        }
    }

    private String amount(String cell) {
        try {
            return String.valueOf(durations.parse(cell, "CODE"));
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @Test
    void units() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            String text = damaged(UNITS[random.nextInt(UNITS.length)], random).strip();
            ResourceCell cells = new ResourceCell(NumberStyle.POINT, durations, false);

            // a leading zero more changes nothing but the length
            String longer = text.isEmpty() || !Character.isDigit(text.charAt(0)) ? text : "0000000000" + text;
            assertThat(cells.units(text)).as(text).isEqualTo(cells.units(longer));
        }
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
        RowIds ids = ids("A", "B-1", "OFFS", "A+b");

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

    private static final String[] PREDECESSORS = {
        "A",
        "A;B-1",
        "A+2d",
        "A-3h;B-1FS",
        "OFFS;OFF",
        "OFFSSS+5w",
        "B-1-1d",
        "B-2",
        "Ass",
        "A ff",
        "A+b+1d",
        "X;A",
        "A;;A",
        "\"A\"FS;A",
        "A+50%",
        "A+0d",
        "B-1SF-1d",
        "OFFS-2",
        "A+2M",
        "7",
        ";A"
    };
    private static final String[] RESOURCES = {
        "Anna", "Anna; Crew[50%]", "Crew[3]; Anna[20h]", "Crew[50% 20h]", "Anna;Anna", "Crew []", "Crew[%]", "Crew[5x]",
        "\"Anna\"; Crew", "Crew[50%", "Crew]50%[", " Anna ;Crew[ 50% ]", "Crew[1.5]", "Tom", "Anna; ;Crew",
                "Crew[50%  2h]"
    };

    @Test
    void cellsOfPredecessors() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            RowIds ids = ids("A", "B-1", "B", "OFFS", "OFF", "A+b", "7");
            String text = damaged(PREDECESSORS[random.nextInt(PREDECESSORS.length)], random);
            List<Relationship> quick = new ArrayList<>();

            boolean read = new PredecessorScan(ids, durations, true).read(cell(text), "Z", quick);

            assertThat(read ? quick.toString() : "none").as(text).isEqualTo(read ? carefully(text, ids) : "none");
            assertThat(read || quick.isEmpty()).as(text).isTrue();
        }
    }

    private String carefully(String text, RowIds ids) {
        try {
            return new PredecessorCell(ids, durations, NumberStyle.POINT)
                    .parse(text.strip()).stream()
                            .map(p -> new Relationship(String.valueOf(p.activity()), "Z", p.type(), p.lag()))
                            .toList()
                            .toString();
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @Test
    void cellsOfResources() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            ResourceCell careful = new ResourceCell(NumberStyle.POINT, durations, false);
            ResourceScan scan = new ResourceScan(durations);
            for (String name : List.of("Anna", "Crew")) {
                scan.learn(new ResourceCell.Use(name, null, null, null, null), Resource.work(name, name, 1));
            }
            String text = damaged(RESOURCES[random.nextInt(RESOURCES.length)], random);

            boolean read = scan.read(cell(text));

            List<ResourceCell.Use> uses = new ArrayList<>();
            for (int k = 0; read && k < scan.count(); k++) {
                double units = scan.units(k, -1);
                uses.add(new ResourceCell.Use(
                        scan.resource(k).name(), units < 0 ? null : Double.valueOf(units), scan.work(k), null, null));
            }
            assertThat(read ? uses.toString() : "none").as(text).isEqualTo(read ? carefully(text, careful) : "none");
        }
    }

    private static String carefully(String text, ResourceCell cells) {
        try {
            return cells.parse(text.strip()).toString();
        } catch (CellProblem e) {
            return "refused";
        }
    }

    @Test
    void usualCellsAreReadQuickly() {
        RowIds ids = ids("A1", "B-1");
        ResourceScan scan = new ResourceScan(durations);
        scan.learn(new ResourceCell.Use("Crew", null, null, null, null), Resource.work("Crew", "Crew", 1));

        assertThat(new PredecessorScan(ids, durations, true).read(cell("A1;B-1SS+2d;A1FF-4h"), "Z", new ArrayList<>()))
                .isTrue();
        assertThat(scan.read(cell("Crew; Crew[50%]; Crew[50% 20h]; Crew[3]; Crew[8h]")))
                .isTrue();
    }

    private static RowIds ids(String... ids) {
        RowIds rows = new RowIds(true);
        for (int i = 0; i < ids.length; i++) {
            rows.addId(ids[i], i + 2);
        }
        return rows;
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        if (random.nextBoolean()) {
            int at = random.nextInt(damaged.length());
            damaged.setCharAt(at, "0123456789-: Tdhmw%.\u0661;[]\"FSA+".charAt(random.nextInt(29)));
        }
        return damaged.toString();
    }
}
