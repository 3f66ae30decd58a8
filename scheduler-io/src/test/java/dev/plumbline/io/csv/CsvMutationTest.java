package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.io.fuzz.PlanFuzzer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged CSV gives a plan that can be scheduled, or located problems; never anything else. */
class CsvMutationTest {

    /** How many: a long run is {@code -Dplumbline.mutations=100000}. */
    private static final int MUTATIONS = Integer.getInteger("plumbline.mutations", 5_000);

    private static final String PLAN = """
            ID,Name,Duration,Predecessors,Resources,Start,Outline Level,Percent Complete,Constraint Type,Constraint Date,Cost
            S,Station,0d,,,2026-03-02 08:00,1,,,,
            1,"Excavate, deep",5d,,Crew[50%];Crane,2026-03-02 08:00,2,60%,,,1200.50
            2,Foundation,8.5d,1FS+2d,Crew[200% 40h],2026-03-09,2,,Start No Earlier Than,2026-03-09 08:00,
            3,"Say ""stop\""",2w,1SS+50%;2FF-1d,,03/20/2026,2,,,,0
            "4-1",Pipes,3ed,\"""2"";3",Nails[20],Fri 03/27/26,2,,,,
            5,'=Handover,0d,4-1;S,,,1,,Must Finish On,2026-05-01,
            """;
    private static final String[] CELLS = {
        "",
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r",
        "\t",
        "5",
        "-5d",
        "99999999999d",
        "1e9d",
        "NaN",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31 23:59",
        "01/02/2026",
        "5FS",
        "5FF+",
        "1;1;1",
        "5;1",
        "Crew[",
        "Crew[999999999999%]",
        "Crew[0%]",
        "=1+1",
        "\u0661d",
        "\u0000",
        "\uFEFF",
        "true",
        "%",
        "1,5d",
        "ID",
        "\uD83D\uDE00",
        "'"
    };

    @Test
    void theUndamagedPlanIsRead() throws IOException {
        ReadResult read = ProjectFiles.read(
                new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8)), Format.CSV, ReadOptions.DEFAULT);

        assertThat(read.project().relationships()).hasSize(7);
    }

    @Test
    void everyDamageIsAPlanOrALocatedProblem() {
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] damaged = damage(new Random(seed));
            try {
                PlanFuzzer.check(damaged, Format.CSV);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                failures.add("seed " + seed + ": " + e);
            }
        }

        assertThat(failures).isEmpty();
    }

    private static byte[] damage(Random random) {
        StringBuilder text = new StringBuilder(PLAN);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(60)));
                case 2 -> text.insert(at, CELLS[random.nextInt(CELLS.length)]);
                case 3 -> replaceCell(text, at, CELLS[random.nextInt(CELLS.length)]);
                default -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x2100));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void replaceCell(StringBuilder text, int at, String cell) {
        int from = at;
        while (from > 0 && ",\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = at;
        while (to < text.length() && ",\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        text.replace(from, to, cell);
    }
}
