package dev.plumbline.io.report;

import java.io.IOException;
import java.util.List;

/** Horizontal bars with labels, from a zero line to both sides. */
final class BarChart {

    private static final int ROW = 22;
    private static final int FRAME = 52;
    private static final int LABELS = 190;
    private static final int LONGEST_LABEL = 30;

    /**
     * A bar.
     *
     * @param label what it is of
     * @param low where it begins, at most 0 for a bar to both sides
     * @param high where it ends
     * @param value what is written at its end
     */
    record Bar(String label, double low, double high, String value) {}

    private final List<Bar> bars;
    private final double least;
    private final double most;

    BarChart(List<Bar> bars) {
        this.bars = bars;
        this.least = Math.min(0, bars.stream().mapToDouble(Bar::low).min().orElse(0));
        double high = bars.stream().mapToDouble(Bar::high).max().orElse(1);
        this.most = high > least ? high : least + 1;
    }

    void write(Markup out, String title, boolean standalone) throws IOException {
        Plot plot = Plot.open(out, title, FRAME + ROW * Math.max(1, bars.size()), LABELS, 64, standalone);
        double zero = plot.x(-least / (most - least));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = plot.y(1) + i * ROW;
            double from = plot.x((bar.low() - least) / (most - least));
            double to = plot.x((bar.high() - least) / (most - least));
            plot.text("e name", LABELS - 8, y + 15, shortened(bar.label()));
            if (bar.low() < 0) {
                plot.box("bar good", from, y + 3, zero - from, ROW - 6, bar.label() + ": " + bar.value());
            }
            if (bar.high() > 0) {
                plot.box("bar", zero, y + 3, to - zero, ROW - 6, bar.label() + ": " + bar.value());
            }
            plot.text("l", Math.max(to, zero) + 5, y + 15, bar.value());
        }
        plot.line("axis", zero, plot.y(1) - 2, zero, plot.y(1) + ROW * bars.size() + 2);
        plot.close();
    }

    private static String shortened(String label) {
        int count = label.codePointCount(0, label.length());
        return count <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
