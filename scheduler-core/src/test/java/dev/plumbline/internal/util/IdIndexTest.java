package dev.plumbline.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class IdIndexTest {

    @Property(tries = 500)
    void agreesWithAMap(@ForAll List<@AlphaChars @StringLength(max = 2) String> texts) {
        IdIndex index = new IdIndex(texts.size());
        Map<String, Integer> expected = new HashMap<>();

        for (int i = 0; i < texts.size(); i++) {
            Integer before = expected.putIfAbsent(texts.get(i), i);

            assertThat(index.putIfAbsent(texts.get(i), i)).isEqualTo(before == null ? -1 : before);
        }

        expected.forEach((text, number) ->
                assertThat(index.get(String.valueOf(text.toCharArray()))).isEqualTo(number));
        assertThat(index.get("longer than any")).isEqualTo(-1);
    }

    @Test
    void anEmptyIndexHoldsNothing() {
        assertThat(new IdIndex(0).get("A")).isEqualTo(-1);
    }

    /** "Aa" and "BB" have the same hash, and so have all texts made of as many of them. */
    @Test
    void textsMadeToCollideAreFoundInGoodTime() {
        IdIndex index = new IdIndex(1 << 16);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 1 << 16; i++) {
                index.putIfAbsent(colliding(i), i);
            }
        });

        assertThat(index.get(colliding(4711))).isEqualTo(4711);
        assertThat(index.putIfAbsent(colliding(12_345), 7)).isEqualTo(12_345);
        assertThat(index.get("Aa")).isEqualTo(-1);
    }

    private static String colliding(int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
