package dev.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the growth curves of a JMH result as SVG and prints its table. */
final class Charts {

    /**
     * A picture.
     *
     * @param name the name of its file
     * @param shown the beginnings of the names of the workloads that it shows
     */
    private record Picture(String name, List<String> shown) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("passes", List.of("passes-", "peer-jgrapht")),
            new Picture("schedule", List.of("compile", "schedule", "what-if", "peer-mpxj-schedule")),
            new Picture("engines", List.of("levelling", "search", "simulation", "peer-commons", "peer-choco")),
            new Picture("files", List.of("xml-", "csv-", "peer-mpxj-xml")));

    private Charts() {}

    /**
     * Draws.
     *
     * @param result a JSON result of JMH with runs of {@link WorkBenchmark}
     * @param folder where the pictures go
     * @param out where the table goes, as Markdown
     */
    static void draw(Path result, Path folder, PrintStream out) throws IOException {
        Map<String, NavigableMap<Integer, Double>> curves = curves(result, Charts::score);
        if (curves.isEmpty()) {
            throw new IOException(result + ": no result of WorkBenchmark in it; make one with --short -rf json");
        }
        Files.createDirectories(folder);
        for (Picture picture : PICTURES) {
            Map<String, NavigableMap<Integer, Double>> shown = new LinkedHashMap<>(curves);
            shown.keySet().removeIf(work -> picture.shown().stream().noneMatch(work::startsWith));
            if (!shown.isEmpty()) {
                Files.writeString(folder.resolve(picture.name() + ".svg"), new GrowthChart(shown).svg());
            }
        }
        table("ms", curves, out);
        Map<String, NavigableMap<Integer, Double>> ratios = curves(result, Charts::ratio);
        if (!ratios.isEmpty()) {
            out.println();
            table("calibration loops", ratios, out);
        }
    }

    private static @Nullable Double score(Map<?, ?> run) {
        return run.get("primaryMetric") instanceof Map<?, ?> metric && metric.get("score") instanceof Double score
                ? score
                : null;
    }

    private static @Nullable Double ratio(Map<?, ?> run) {
        return run.get("calibrationRatio") instanceof Double ratio ? ratio : null;
    }

    private static Map<String, NavigableMap<Integer, Double>> curves(
            Path result, Function<Map<?, ?>, @Nullable Double> part) throws IOException {
        Map<String, NavigableMap<Integer, Double>> curves = new LinkedHashMap<>();
        if (Json.read(Files.readString(result)) instanceof List<?> runs) {
            for (Object run : runs) {
                if (run instanceof Map<?, ?> map
                        && map.get("params") instanceof Map<?, ?> params
                        && params.get("work") instanceof String work
                        && params.get("activities") instanceof String activities) {
                    Double value = part.apply(map);
                    if (value == null) {
                        continue;
                    }
                    curves.computeIfAbsent(work, w -> new TreeMap<>()).put(Integer.valueOf(activities), value);
                }
            }
        }
        return curves;
    }

    private static void table(String unit, Map<String, NavigableMap<Integer, Double>> curves, PrintStream out) {
        List<Integer> sizes = curves.values().stream()
                .flatMap(c -> c.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        out.println("| " + unit + " | "
                + sizes.stream().map(s -> String.format(Locale.ROOT, "%,d", s)).collect(Collectors.joining(" | "))
                + " |");
        out.println("|---|" + "---:|".repeat(sizes.size()));
        curves.forEach((work, curve) -> out.println("| " + work + " | "
                + sizes.stream()
                        .map(s -> curve.containsKey(s) ? number(curve.get(s)) : "")
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%,.0f", value);
    }
}
