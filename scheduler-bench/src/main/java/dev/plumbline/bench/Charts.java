package dev.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        Map<String, TreeMap<Integer, Double>> curves = curves(result);
        Files.createDirectories(folder);
        for (Picture picture : PICTURES) {
            Map<String, TreeMap<Integer, Double>> shown = new LinkedHashMap<>(curves);
            shown.keySet().removeIf(work -> picture.shown().stream().noneMatch(work::startsWith));
            if (!shown.isEmpty()) {
                Files.writeString(folder.resolve(picture.name() + ".svg"), new GrowthChart(shown).svg());
            }
        }
        table(curves, out);
    }

    private static Map<String, TreeMap<Integer, Double>> curves(Path result) throws IOException {
        Map<String, TreeMap<Integer, Double>> curves = new LinkedHashMap<>();
        if (Json.read(Files.readString(result)) instanceof List<?> runs) {
            for (Object run : runs) {
                if (run instanceof Map<?, ?> map
                        && map.get("params") instanceof Map<?, ?> params
                        && map.get("primaryMetric") instanceof Map<?, ?> metric
                        && params.get("work") instanceof String work
                        && params.get("activities") instanceof String activities
                        && metric.get("score") instanceof Double score) {
                    curves.computeIfAbsent(work, w -> new TreeMap<>()).put(Integer.valueOf(activities), score);
                }
            }
        }
        if (curves.isEmpty()) {
            throw new IOException(result + ": no result of WorkBenchmark in it; make one with --short -rf json");
        }
        return curves;
    }

    private static void table(Map<String, TreeMap<Integer, Double>> curves, PrintStream out) {
        List<Integer> sizes = curves.values().stream()
                .flatMap(c -> c.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        out.println("| ms | "
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
