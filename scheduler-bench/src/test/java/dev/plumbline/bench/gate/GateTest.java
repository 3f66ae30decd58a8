package dev.plumbline.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @ParameterizedTest(name = "{0} [{1}, {2}] after 1.0 [0.9, 1.1]: {3}")
    @CsvSource({
        "1.00, 0.90, 1.10, SAME",
        "1.25, 1.20, 1.30, SAME", // at the limit
        "1.30, 1.20, 1.40, SLOWER",
        "1.30, 1.05, 1.60, SAME", // the intervals overlap
        "9.00, 1.10, 9.90, SAME", // they touch
        "0.70, 0.65, 0.75, FASTER",
        "0.70, 0.65, 0.95, SAME",
        "0.81, 0.80, 0.82, SAME" // faster by less than the limit
    })
    void isSlowerOnlyBeyondTheLimitAndOutsideBothIntervals(
            double ratio, double low, double high, Verdict.Outcome expected) {
        Verdict verdict = new Verdict("w", new Estimate(1, 0.9, 1.1), new Estimate(ratio, low, high));

        assertThat(verdict.outcome()).isEqualTo(expected);
    }

    @Test
    void whatOneSideLacksIsToldAndDoesNotFail() {
        Baseline baseline = new Baseline(Map.of("gone", new Estimate(1, 1, 1)));

        List<Verdict> verdicts = Gate.judge(baseline, Map.of("new", new Estimate(1, 1, 1)));

        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Verdict.Outcome.NEW, Verdict.Outcome.GONE);
        assertThat(report(verdicts)).contains("not in the baseline", "not measured any more", "passed: nothing");
    }

    @Test
    void theExitCodeAndTheLastLineNameWhatIsSlower() {
        List<Verdict> verdicts = List.of(
                new Verdict("quick", new Estimate(1, 0.9, 1.1), new Estimate(1, 0.9, 1.1)),
                new Verdict("lame", new Estimate(1, 0.9, 1.1), new Estimate(2, 1.9, 2.1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int code = new Gate(new PrintStream(bytes, true, StandardCharsets.UTF_8)).report(verdicts);

        assertThat(code).isEqualTo(Gate.SLOWER);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .endsWith("outside both confidence intervals: lame" + System.lineSeparator())
                .contains("2.00 [1.90, 2.10]", "2.00  SLOWER");
    }

    @Test
    void theIntervalHoldsTheMedianOfEachProcess() {
        Estimate estimate = Estimate.of(List.of(
                new double[] {1.00, 1.01, 0.99, 1.00, 1.02, 0.98, 1.00, 1.01},
                new double[] {1.10, 1.11, 1.09, 1.10, 1.12, 1.08, 1.10, 1.11},
                new double[] {1.00, 1.01, 0.99, 1.00, 9.99, 0.98, 1.00, 1.01}));

        assertThat(estimate.ratio()).isBetween(1.0, 1.02);
        assertThat(estimate.low()).isBetween(0.98, 1.005);
        assertThat(estimate.high()).isBetween(1.10, 1.13); // one outlier moves nothing
    }

    @Test
    void aBaselineComesBackFromItsFile(@TempDir Path folder) throws IOException, Baseline.Unusable {
        Baseline baseline = new Baseline(
                Map.of("compile", new Estimate(1.25, 1.125, 1.5), "what-if", new Estimate(0.25, 0.25, 0.5)));
        Path file = folder.resolve("baseline.json");

        baseline.write(file);

        assertThat(Baseline.read(file)).isEqualTo(baseline);
    }

    @Test
    void aMissingBaselineIsToldWithTheWayOut(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("none.json");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int code = new Gate(new PrintStream(bytes, true, StandardCharsets.UTF_8)).compare(file);

        assertThat(code).isEqualTo(Gate.UNUSABLE);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("none.json: there is no such file; record one with: ./plumbline bench --record");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "{",
                "[1, 2]",
                "{\"format\": \"plumbline-baseline-1\"}",
                "{\"format\": \"other\", \"workloads\": {}}",
                "{\"format\": \"plumbline-baseline-1\", \"workloads\": {}}",
                "{\"format\": \"plumbline-baseline-1\", \"workloads\": {\"a\": {\"ratio\": 1, \"low\": 1}}}",
                "{\"format\": \"plumbline-baseline-1\", \"workloads\": {\"a\": {\"ratio\": 1, \"low\": 2, \"high\": 3}}}",
                "{\"format\": \"plumbline-baseline-1\", \"workloads\": {\"a\": {\"ratio\": \"x\", \"low\": 2, \"high\": 3}}}"
            })
    void whatIsNoBaselineIsRefused(String text, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, text);

        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(Baseline.Unusable.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("record one with");
    }

    private static String report(List<Verdict> verdicts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(new Gate(new PrintStream(bytes, true, StandardCharsets.UTF_8)).report(verdicts))
                .isEqualTo(Gate.PASSED);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
