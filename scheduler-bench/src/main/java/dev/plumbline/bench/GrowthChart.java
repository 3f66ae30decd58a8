package dev.plumbline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

/** Curves over the number of activities, both axes logarithmic, as SVG that reads on light and dark pages. */
final class GrowthChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 240;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;
    private static final int LEGEND_LINE = 20;
    private static final String[] COLOURS = {
        "#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2"
    };

    private final Map<String, NavigableMap<Integer, Double>> curves;
    private final StringBuilder out = new StringBuilder();
    private final int fewest;
    private final int most;
    private final int shortest;
    private final int longest;

    GrowthChart(Map<String, NavigableMap<Integer, Double>> curves) {
        this.curves = curves;
        double smallX =
                curves.values().stream().mapToInt(NavigableMap::firstKey).min().orElse(1);
        double largeX =
                curves.values().stream().mapToInt(NavigableMap::lastKey).max().orElse(10);
        double smallY = curves.values().stream()
                .flatMap(c -> c.values().stream())
                .mapToDouble(v -> v)
                .min()
                .orElse(1);
        double largeY = curves.values().stream()
                .flatMap(c -> c.values().stream())
                .mapToDouble(v -> v)
                .max()
                .orElse(10);
        this.fewest = (int) Math.floor(Math.log10(smallX));
        this.most = Math.max(fewest + 1, (int) Math.ceil(Math.log10(largeX)));
        this.shortest = (int) Math.floor(Math.log10(smallY));
        this.longest = Math.max(shortest + 1, (int) Math.ceil(Math.log10(largeY)));
    }

    String svg() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, HEIGHT);
        for (int power = fewest; power <= most; power++) {
            double x = x(Math.pow(10, power));
            line(x, TOP, x, HEIGHT - BOTTOM, "#ddd");
            add(
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>%n",
                    x, HEIGHT - BOTTOM + 18, Math.pow(10, power));
        }
        for (int power = shortest; power <= longest; power++) {
            double y = y(Math.pow(10, power));
            line(LEFT, y, WIDTH - RIGHT, y, "#ddd");
            add("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s ms</text>%n", LEFT - 6, y + 4, plain(power));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">activities</text>%n",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12);
        int number = 0;
        for (Map.Entry<String, NavigableMap<Integer, Double>> curve : curves.entrySet()) {
            curve(curve.getKey(), curve.getValue(), number++);
        }
        return out.append("</svg>\n").toString();
    }

    private void curve(String name, NavigableMap<Integer, Double> points, int number) {
        String colour = COLOURS[number % COLOURS.length];
        String dash = name.startsWith("peer-") ? " stroke-dasharray=\"5 4\"" : "";
        StringBuilder path = new StringBuilder();
        points.forEach((n, value) -> path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(n), y(value))));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                path.toString().trim(), colour, dash);
        points.forEach(
                (n, value) -> add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x(n), y(value), colour));
        int y = TOP + 10 + LEGEND_LINE * number;
        int x = WIDTH - RIGHT + 16;
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
                x, y, x + 22, y, colour, dash);
        add("<text x=\"%d\" y=\"%d\">%s</text>%n", x + 28, y + 4, name);
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, colour);
    }

    private double x(double n) {
        return LEFT + (Math.log10(n) - fewest) / (most - fewest) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double millis) {
        return HEIGHT - BOTTOM - (Math.log10(millis) - shortest) / (longest - shortest) * (HEIGHT - BOTTOM - TOP);
    }

    private static String plain(int power) {
        return power >= 0
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))
                : "0." + "0".repeat(-power - 1) + "1";
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
