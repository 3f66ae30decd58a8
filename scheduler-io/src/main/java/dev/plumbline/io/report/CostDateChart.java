package dev.plumbline.io.report;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/** Iterations by finish and cost, with the frame below and left of which both aims are met. */
final class CostDateChart {

    private static final int HEIGHT = 300;

    /** An iteration, or the plan. */
    record Dot(LocalDateTime finish, double cost) {}

    /** A pair of aims that are met together with a probability. */
    record Aim(LocalDateTime finish, double cost, String label) {}

    private final List<Dot> dots;
    private final Dot plan;
    private final List<Aim> aims;
    private final DateScale dates;
    private final double least;
    private final double most;

    CostDateChart(List<Dot> dots, Dot plan, List<Aim> aims) {
        this.dots = dots;
        this.plan = plan;
        this.aims = aims;
        LocalDateTime first = plan.finish();
        LocalDateTime last = plan.finish();
        double low = plan.cost();
        double high = plan.cost();
        for (Dot dot : dots) {
            first = dot.finish().isBefore(first) ? dot.finish() : first;
            last = dot.finish().isAfter(last) ? dot.finish() : last;
            low = Math.min(low, dot.cost());
            high = Math.max(high, dot.cost());
        }
        this.dates = new DateScale(first, last);
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        this.least = low - span / 25;
        this.most = high + span / 25;
    }

    void write(Markup out, String title, boolean standalone) throws IOException {
        Plot plot = Plot.open(out, title, HEIGHT, 66, 30, standalone);
        costScale(plot);
        plot.dateScale(dates);
        double[] x = new double[dots.size()];
        double[] y = new double[dots.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = plot.x(dates.share(dots.get(i).finish()));
            y[i] = cost(plot, dots.get(i).cost());
        }
        plot.dots("dot", x, y);
        for (Aim aim : aims) {
            double ax = plot.x(dates.share(aim.finish()));
            double ay = cost(plot, aim.cost());
            plot.path("aim", new double[] {plot.x(0), ax, ax}, new double[] {ay, ay, plot.y(0)}, false);
            plot.text("l mark", plot.x(0) + 4, ay - 5, aim.label());
        }
        double px = plot.x(dates.share(plan.finish()));
        double py = cost(plot, plan.cost());
        plot.line("plan", px - 6, py, px + 6, py);
        plot.line("plan", px, py - 6, px, py + 6);
        plot.text("l plan", px + 8, py - 4, "plan");
        plot.close();
    }

    private double cost(Plot plot, double cost) {
        return plot.y((cost - least) / (most - least));
    }

    private void costScale(Plot plot) throws IOException {
        double step = Math.max(1, Plot.step((most - least) / 5));
        for (double cost = Math.ceil(least / step) * step; cost <= most; cost += step) {
            double y = cost(plot, cost);
            plot.line("grid", plot.x(0), y, plot.x(1), y);
            plot.text("e", plot.x(0) - 5, y + 4, Formats.count(Math.round(cost)));
        }
    }
}
