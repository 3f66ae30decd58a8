package dev.plumbline.bench.gate;

import dev.plumbline.bench.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates by workload, kept in a JSON file.
 *
 * @param estimates by name of the workload
 */
public record Baseline(Map<String, Estimate> estimates) {

    private static final String FORMAT = "plumbline-baseline-1";

    /** Copies the map, in its order. */
    public Baseline {
        estimates = Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
    }

    /** A file that can't serve as a baseline; the message says why and what to do. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(Path file, String why) {
            super("baseline %s: %s; record one with: ./plumbline bench --record %s".formatted(file, why, file));
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the baseline
     * @throws Unusable if there is no such file or it holds something else
     */
    public static Baseline read(Path file) throws Unusable {
        Object root;
        try {
            root = Json.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Unusable(file, "there is no such file");
        } catch (IOException e) {
            throw new Unusable(file, "can't be read (" + e.getMessage() + ")");
        } catch (IllegalArgumentException e) {
            throw new Unusable(file, String.valueOf(e.getMessage()));
        }
        if (!(root instanceof Map<?, ?> map)
                || !FORMAT.equals(map.get("format"))
                || !(map.get("workloads") instanceof Map<?, ?> workloads)) {
            throw new Unusable(file, "not a baseline of this program (format %s expected)".formatted(FORMAT));
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : workloads.entrySet()) {
            estimates.put(String.valueOf(each.getKey()), estimate(file, each));
        }
        if (estimates.isEmpty()) {
            throw new Unusable(file, "it holds no workload");
        }
        return new Baseline(estimates);
    }

    private static Estimate estimate(Path file, Map.Entry<?, ?> entry) throws Unusable {
        if (entry.getValue() instanceof Map<?, ?> map
                && map.get("ratio") instanceof Double ratio
                && map.get("low") instanceof Double low
                && map.get("high") instanceof Double high) {
            try {
                return new Estimate(ratio, low, high);
            } catch (IllegalArgumentException e) {
                throw new Unusable(file, "workload '%s': %s".formatted(entry.getKey(), e.getMessage()));
            }
        }
        throw new Unusable(
                file, "workload '%s' lacks one of the numbers ratio, low and high".formatted(entry.getKey()));
    }

    /**
     * Writes a file.
     *
     * @param file the file, replaced if it is there
     * @throws IOException if it can't be written
     */
    public void write(Path file) throws IOException {
        StringBuilder out = new StringBuilder("{\n  \"format\": \"" + FORMAT + "\",\n  \"java\": \"")
                .append(Runtime.version().feature())
                .append("\",\n  \"workloads\": {");
        String separator = "\n";
        for (Map.Entry<String, Estimate> each : estimates.entrySet()) {
            Estimate e = each.getValue();
            out.append(separator)
                    .append(String.format(
                            Locale.ROOT,
                            "    \"%s\": {\"ratio\": %.6g, \"low\": %.6g, \"high\": %.6g}",
                            each.getKey(),
                            e.ratio(),
                            e.low(),
                            e.high()));
            separator = ",\n";
        }
        Files.write(file, List.of(out.append("\n  }\n}").toString()));
    }
}
