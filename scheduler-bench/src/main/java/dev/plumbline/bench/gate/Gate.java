package dev.plumbline.bench.gate;

import dev.plumbline.bench.work.Workload;
import dev.plumbline.bench.work.Workloads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures all gated workloads in several Java processes, and records them or judges them against a baseline. */
public final class Gate {

    /** Nothing is slower. */
    public static final int PASSED = 0;

    /** Something is slower. */
    public static final int SLOWER = 1;

    /** The baseline won't do. */
    public static final int UNUSABLE = 2;

    private static final int PROCESSES = 3;

    private final PrintStream out;

    /**
     * Makes a gate.
     *
     * @param out where tables go
     */
    public Gate(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures and writes a baseline.
     *
     * @param file where to
     * @return PASSED
     * @throws IOException if it can't be measured or written
     */
    public int record(Path file) throws IOException {
        Map<String, Estimate> now = measure(gated());
        new Baseline(now).write(file);
        now.forEach((name, estimate) -> out.println(new Verdict(name, null, estimate)));
        out.printf("recorded %d workloads in %s%n", now.size(), file);
        return PASSED;
    }

    /**
     * Measures and judges. What looks slower is measured once more in fresh processes before it counts.
     *
     * @param file the baseline
     * @return one of the exit codes
     * @throws IOException if it can't be measured
     */
    public int compare(Path file) throws IOException {
        Baseline baseline;
        try {
            baseline = Baseline.read(file);
        } catch (Baseline.Unusable e) {
            out.println(e.getMessage());
            return UNUSABLE;
        }
        List<Verdict> verdicts = judge(baseline, measure(gated()));
        List<String> suspects = slower(verdicts);
        if (!suspects.isEmpty()) {
            out.printf("looks slower, measured once more: %s%n", String.join(", ", suspects));
            Map<String, Estimate> again = measure(suspects);
            verdicts = verdicts.stream()
                    .map(v -> suspects.contains(v.name()) ? new Verdict(v.name(), v.before(), again.get(v.name())) : v)
                    .toList();
        }
        return report(verdicts);
    }

    static List<Verdict> judge(Baseline baseline, Map<String, Estimate> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(baseline.estimates().keySet());
        return names.stream()
                .map(name -> new Verdict(name, baseline.estimates().get(name), now.get(name)))
                .toList();
    }

    private static List<String> slower(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.SLOWER)
                .map(Verdict::name)
                .toList();
    }

    int report(List<Verdict> verdicts) {
        out.printf(
                "%-30s %26s %26s %7s%n", "ratios to the calibration loop", "baseline [95 %]", "now [95 %]", "change");
        verdicts.forEach(out::println);
        List<String> slower = slower(verdicts);
        out.println(
                slower.isEmpty()
                        ? "passed: nothing is slower than %.2f times the baseline".formatted(Verdict.LIMIT)
                        : "failed: slower than %.2f times the baseline, outside both confidence intervals: %s"
                                .formatted(Verdict.LIMIT, String.join(", ", slower)));
        return slower.isEmpty() ? PASSED : SLOWER;
    }

    private static List<String> gated() {
        return Workloads.all().stream()
                .filter(w -> w.gateSize() > 0)
                .map(Workload::name)
                .toList();
    }

    private Map<String, Estimate> measure(List<String> names) throws IOException {
        Map<String, List<double[]>> samples = new LinkedHashMap<>();
        for (int process = 1; process <= PROCESSES; process++) {
            out.printf("measuring, process %d of %d%n", process, PROCESSES);
            out.flush();
            sample(names)
                    .forEach((name, values) -> samples.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(values));
        }
        Map<String, Estimate> result = new LinkedHashMap<>();
        samples.forEach((name, values) -> result.put(name, Estimate.of(values)));
        return result;
    }

    private static Map<String, double[]> sample(List<String> names) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Sampler.class.getName()));
        command.addAll(names);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    samples.computeIfAbsent(line.substring(0, tab), n -> new ArrayList<>())
                            .add(Double.valueOf(line.substring(tab + 1)));
                }
            }
        }
        await(process, samples.size(), names.size());
        Map<String, double[]> result = new LinkedHashMap<>();
        samples.forEach((name, values) -> result.put(
                name, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return result;
    }

    private static void await(Process process, int measured, int wanted) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0 || measured != wanted) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "a measuring process ended with %d after %d of %d workloads",
                        code,
                        measured,
                        wanted));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
