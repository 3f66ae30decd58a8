package dev.plumbline.io.report;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The histogram of a date with its S-curve: how likely it is that the date is not later. */
final class FinishChart {

    private static final int HEIGHT = 300;
    private static final double HIGHEST_BAR = 0.92;

    /** So many iterations that end in a stretch of time. */
    record Bin(LocalDateTime from, LocalDateTime to, long count) {}

    /** A point of the S-curve, with the band in which the true probability lies. */
    record Point(LocalDateTime date, double probability, double low, double high) {}

    /** A date that is told with a line. */
    record Mark(LocalDateTime date, String label, boolean plan) {}

    private final List<Bin> bins;
    private final List<Point> curve;
    private final List<Mark> marks;
    private final DateScale scale;
    private final long all;

    FinishChart(List<Bin> bins, List<Point> curve, List<Mark> marks) {
        this.bins = bins;
        this.curve = curve;
        this.marks = marks;
        List<LocalDateTime> dates = new ArrayList<>();
        bins.forEach(b -> dates.addAll(List.of(b.from(), b.to())));
        marks.forEach(m -> dates.add(m.date()));
        this.scale = new DateScale(
                dates.stream().min(LocalDateTime::compareTo).orElse(LocalDateTime.MIN),
                dates.stream().max(LocalDateTime::compareTo).orElse(LocalDateTime.MIN));
        this.all = bins.stream().mapToLong(Bin::count).sum();
    }

    void write(Markup out, String title, boolean standalone) throws IOException {
        Plot plot = Plot.open(out, title, HEIGHT, 44, 44, standalone);
        plot.percentScale(true);
        barScale(plot);
        plot.dateScale(scale);
        bars(plot);
        curve(plot);
        marks(plot);
        plot.close();
    }

    private long most() {
        return Math.max(1, bins.stream().mapToLong(Bin::count).max().orElse(1));
    }

    /** Shares of the runs at the left, up to the highest bar. */
    private void barScale(Plot plot) throws IOException {
        double highest = 100.0 * most() / Math.max(1, all);
        double step = Plot.step(highest / 5);
        for (int i = 0; i * step <= highest / HIGHEST_BAR; i++) {
            double y = plot.y(HIGHEST_BAR * i * step / highest);
            String label = Formats.decimal(Math.round(1000 * i * step), 1000, 3) + "%";
            plot.line("grid", plot.x(0) - 4, y, plot.x(0), y);
            plot.text("e", plot.x(0) - 6, y + 4, label);
        }
    }

    private void bars(Plot plot) throws IOException {
        long most = most();
        for (Bin bin : bins) {
            if (bin.count() > 0) {
                double x = plot.x(scale.share(bin.from()));
                double width = plot.x(scale.share(bin.to())) - x;
                double y = plot.y(HIGHEST_BAR * bin.count() / most);
                String tip = Formats.dateTime(bin.from()) + " to " + Formats.dateTime(bin.to()) + ": "
                        + Formats.decimal(100 * bin.count(), Math.max(1, all), 1) + "%";
                plot.box("bar", x + 0.5, y, width - 1, plot.y(0) - y, tip);
            }
        }
    }

    /** Goes up in steps, because runs can share a date: a curve would promise dates in between. */
    private void curve(Plot plot) throws IOException {
        int n = curve.size();
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        double[] around = new double[4 * n];
        double[] band = new double[4 * n];
        for (int i = 0; i < 2 * n; i++) {
            Point point = curve.get(i / 2);
            Point height = i % 2 == 0 ? curve.get(Math.max(0, i / 2 - 1)) : point;
            boolean begin = i == 0;
            x[i] = plot.x(scale.share(point.date()));
            y[i] = plot.y(begin ? 0 : height.probability());
            around[i] = x[i];
            around[4 * n - 1 - i] = x[i];
            band[i] = plot.y(begin ? 0 : height.high());
            band[4 * n - 1 - i] = plot.y(begin ? 0 : height.low());
        }
        plot.path("band", around, band, true);
        plot.path("curve", x, y, false);
    }

    /** Labels stand above the frame; one that would run into the one before it goes a line down. */
    private void marks(Plot plot) throws IOException {
        double free = 0;
        boolean lower = false;
        List<Mark> ordered =
                marks.stream().sorted((a, b) -> a.date().compareTo(b.date())).toList();
        for (Mark mark : ordered) {
            double x = plot.x(scale.share(mark.date()));
            double half = 3.1 * mark.label().length();
            double middle = Math.min(Math.max(x, half), Plot.WIDTH - half);
            lower = middle - half < free && !lower;
            plot.line(mark.plan() ? "plan" : "mark", x, plot.y(0), x, plot.y(1) - (lower ? -8 : 4));
            plot.text(mark.plan() ? "mid plan" : "mid mark", middle, plot.y(1) - (lower ? -6 : 8), mark.label());
            free = middle + half + 4;
        }
    }
}
