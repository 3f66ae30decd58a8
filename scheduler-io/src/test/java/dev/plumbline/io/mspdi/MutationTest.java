package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.Format;
import dev.plumbline.io.fuzz.PlanFuzzer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged documents give a plan that can be scheduled and written, or located problems; never anything else. */
class MutationTest {

    /** How many: a long run is {@code -Dplumbline.mutations=100000}. */
    private static final int MUTATIONS = Integer.getInteger("plumbline.mutations", 5_000);

    private static final String[] VALUES = {
        "",
        "-1",
        "0",
        "1",
        "99999999999999999999",
        "1e9",
        "NaN",
        "PT99999999H0M0S",
        "P1D",
        "PT",
        "2026-02-30T08:00:00",
        "9999-12-31T23:59:59",
        "0001-01-01T00:00:00",
        "24:00:00",
        "true",
        "&#x10FFFF;",
        "2",
        "7",
        "32",
        "1000"
    };

    private final byte[] example = Documents.example();

    @Test
    void everyDamageIsAPlanOrALocatedProblem() {
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] damaged = damage(new Random(seed));
            try {
                check(damaged);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                failures.add("seed " + seed + ": " + e);
            }
        }

        assertThat(failures).isEmpty();
    }

    private static void check(byte[] damaged) {
        PlanFuzzer.check(damaged, Format.MSPDI)
                .ifPresent(plan -> assertThat(Documents.read(Documents.written(plan))
                                .project()
                                .activities())
                        .hasSameSizeAs(plan.activities()));
    }

    private byte[] damage(Random random) {
        byte[] bytes = example.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes = without(bytes, random);
            case 3 -> bytes = withValue(random);
            default -> bytes = swapped(bytes, random);
        }
        return bytes;
    }

    /** Cuts a piece out. */
    private static byte[] without(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(200), bytes.length - from);
        byte[] rest = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, from + length, rest, from, rest.length - from);
        return rest;
    }

    /** Replaces the text of an element. */
    private byte[] withValue(Random random) {
        String text = new String(example, StandardCharsets.UTF_8);
        int close = text.indexOf("</", random.nextInt(text.length() - 20));
        int open = text.lastIndexOf('>', close);
        String value = VALUES[random.nextInt(VALUES.length)];
        return (text.substring(0, open + 1) + value + text.substring(close)).getBytes(StandardCharsets.UTF_8);
    }

    /** Copies one piece over another. */
    private static byte[] swapped(byte[] bytes, Random random) {
        int length = 1 + random.nextInt(60);
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }
}
