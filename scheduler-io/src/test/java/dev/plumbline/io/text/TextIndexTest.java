package dev.plumbline.io.text;

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

class TextIndexTest {

    @Property(tries = 500)
    void numbersTextsInOrderAndFindsThemByTheirCharacters(
            @ForAll List<@AlphaChars @StringLength(max = 3) String> texts) {
        TextIndex index = new TextIndex();
        Map<String, Integer> expected = new HashMap<>();

        for (String text : texts) {
            int before = index.add(text);

            assertThat(before).isEqualTo(expected.getOrDefault(text, -1));
            expected.putIfAbsent(text, expected.size());
        }

        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach((text, number) -> {
            assertThat(index.text(number)).isEqualTo(text);
            assertThat(index.get(text)).isEqualTo(number);
            assertThat(index.get(("x" + text + "y").toCharArray(), 1, 1 + text.length()))
                    .isEqualTo(number);
        });
        assertThat(index.get("longer than any")).isEqualTo(-1);
    }

    @Test
    void manyTextsKeepTheirNumbersAsTheIndexGrows() {
        TextIndex index = new TextIndex();

        for (int i = 0; i < 100_000; i++) {
            assertThat(index.add("A" + i)).isEqualTo(-1);
        }

        char[] text = "A77777".toCharArray();
        assertThat(index.get(text, 0, text.length)).isEqualTo(77_777);
        assertThat(index.get(text, 0, 3)).isEqualTo(77);
    }

    /** "Aa" and "BB" have the same hash, and so have all texts made of as many of them. */
    @Test
    void textsMadeToCollideAreFoundInGoodTime() {
        TextIndex index = new TextIndex();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 1 << 16; i++) {
                index.add(colliding(i));
            }
        });

        assertThat(index.size()).isEqualTo(1 << 16);
        char[] text = colliding(4711).toCharArray();
        assertThat(index.get(text, 0, text.length)).isEqualTo(4711);
        assertThat(index.add(colliding(12_345))).isEqualTo(12_345);
    }

    private static String colliding(int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            text.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
