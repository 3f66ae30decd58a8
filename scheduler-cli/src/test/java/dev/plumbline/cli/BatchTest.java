package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void aMistakeInTheProgramIsToldInALineAndTheOtherPlansAreDone() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, false);
        MessageOptions messages = new MessageOptions();
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        List<String> done = new ArrayList<>();

        new Batch(console, messages, outcome)
                .forEach(List.of(new Source("a.xml", null, null), new Source("b.xml", null, null)), source -> {
                    if (source.name().equals("a.xml")) {
                        throw new IllegalStateException("index 5\nis out of bounds");
                    }
                    done.add(source.name());
                    return List.of();
                });
        console.flush();

        assertThat(done).containsExactly("b.xml");
        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error INTERNAL a.xml: java.lang.IllegalStateException: index 5; "
                        + "please report it, with the output of --debug\n");
    }
}
