package dev.plumbline.io.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.io.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fuzzer kept, by both readers: each is to take what was made for the other, too. */
class CorpusTest {

    @ParameterizedTest
    @CsvSource({"Mspdi, MSPDI", "Mspdi, CSV", "Csv, CSV", "Csv, MSPDI"})
    void everyInputIsAPlanOrLocatedProblems(String folder, Format format) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", folder))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);

                assertThatCode(() -> PlanFuzzer.check(bytes, format))
                        .as("%s", file)
                        .doesNotThrowAnyException();
            }
        }
    }
}
