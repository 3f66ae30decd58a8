package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StopFiguresTest {

    @Test
    void aLineTellsHowLongEachGoesOn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        StopFigures.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), 200);

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "(schedule|level|smooth) +200 activities: whole +[\\d.,]+ ms; after a stop .* \\(longest of 20\\)"));
    }
}
