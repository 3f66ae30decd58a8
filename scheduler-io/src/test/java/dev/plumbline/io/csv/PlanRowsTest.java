package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanRowsTest {

    private static final boolean[] KNOWN = {true, false, true, true};
    private static final boolean[] DATES = {false, false, true, false};

    @Property(tries = 50)
    void cellsComeBackAsTheyWereOverManyBlocks(@ForAll Random random) {
        PlanRows rows = new PlanRows(KNOWN, DATES);
        List<String> expected = new ArrayList<>();

        for (int line = 1; line <= 3_000; line++) {
            String[] fields = new String[random.nextInt(6)];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = "x".repeat(random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(4));
            }
            PlanRow row = add(rows, line, fields);
            if (row != null) {
                expected.add(line + ":" + part(fields, 0) + "|" + part(fields, 2) + "|" + part(fields, 3));
            }
        }

        assertThat(rows.rows().stream()
                        .map(r -> r.line() + ":" + part(r, 0) + "|" + part(r, 1) + "|" + part(r, 2))
                        .toList())
                .isEqualTo(expected);
    }

    private static String part(String[] fields, int position) {
        return position < fields.length ? fields[position] : "";
    }

    private static String part(PlanRow row, int rank) {
        return new String(row.chars(), row.from(rank), row.to(rank) - row.from(rank));
    }

    private static PlanRow add(PlanRows rows, int line, String... fields) {
        rows.begin(line);
        for (String field : fields) {
            rows.add(field.toCharArray(), 0, field.length());
        }
        return rows.end();
    }

    @Test
    void blankRowsAreDroppedAndFieldsBehindTheHeaderNoticed() {
        PlanRows rows = new PlanRows(KNOWN, DATES);

        assertThat(add(rows, 1, "", "  ", "\t", "", "")).isNull();
        assertThat(add(rows, 2, "A", "", "", "", " ")).isNotNull();
        assertThat(rows.hasSurplus()).isFalse();
        assertThat(add(rows, 3, "A", "", "", "", "b")).isNotNull();
        assertThat(rows.hasSurplus()).isTrue();
        assertThat(rows.fields()).isEqualTo(5);
        assertThat(rows.rows()).extracting(PlanRow::line).containsExactly(2, 3);
    }

    @Test
    void aDateInAnotherFormThanOursIsNoticed() {
        PlanRows rows = new PlanRows(KNOWN, DATES);
        add(rows, 1, "02/03/26", "02/03/26", "2026-03-02 08:00");
        assertThat(rows.hasUnclearDates()).isFalse();

        add(rows, 2, "A", "", "02/03/26");

        assertThat(rows.hasUnclearDates()).isTrue();
    }
}
