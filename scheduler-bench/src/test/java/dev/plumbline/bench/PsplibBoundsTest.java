package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.bench.PsplibQuality.Known;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.LowerBound;
import dev.plumbline.rcpsp.Rcpsp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lower bounds beside the best known of PSPLIB, where that lies beside the project: every fifth instance of all sets. */
class PsplibBoundsTest {

    private static final Path ROOT = Path.of("../../shared/psplib");
    private static final int EVERY = 5;

    @ParameterizedTest
    @ValueSource(strings = {"j30", "j60", "j120"})
    void noBoundLiesAboveTheBestKnownScheduleOrBelowTheCriticalPath(String set) throws IOException {
        assumeTrue(Files.isDirectory(ROOT), "the PSPLIB instances are not beside the project");
        Map<String, Known> known = PsplibQuality.known(ROOT.resolve("best_known.csv"));

        for (Instance instance : PsplibQuality.instances(ROOT.resolve(set), EVERY)) {
            LowerBound bound = Rcpsp.lowerBound(instance);

            Known best = Objects.requireNonNull(known.get(instance.name()), instance.name());
            assertThat(bound.length()).as("%s: %s", instance.name(), bound).isBetween(best.criticalPath(), best.best());
        }
    }
}
