package dev.plumbline.io.report;

import java.io.IOException;

/**
 * A drawing of fixed size in pixels that grows with its place: a frame with margins, and positions in it as shares from 0 to 1,
 * up and to the right.
 */
final class Plot {

    /** The width of every drawing; narrow enough to be readable on a phone. */
    static final int WIDTH = 560;

    private static final int TOP = 22;
    private static final int BOTTOM = 30;

    private final Markup out;
    private final int height;
    private final int left;
    private final int right;

    private Plot(Markup out, int height, int left, int right) {
        this.out = out;
        this.height = height;
        this.left = left;
        this.right = right;
    }

    /**
     * Begins a drawing.
     *
     * @param title what it shows, for those who can't see it
     * @param standalone whether it is a file of its own rather than a part of a page
     */
    static Plot open(Markup out, String title, int height, int left, int right, boolean standalone) throws IOException {
        out.raw("<svg").raw(standalone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "");
        out.raw(" class=\"plot\" role=\"img\" viewBox=\"0 0 ")
                .raw(WIDTH)
                .raw(" ")
                .raw(height)
                .raw("\">\n");
        out.element("title", title).raw("\n");
        if (standalone) {
            out.raw("<style>").raw(PageResources.text("plot.css")).raw("</style>\n");
            out.raw("<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n");
        }
        return new Plot(out, height, left, right);
    }

    void close() throws IOException {
        out.raw("</svg>\n");
    }

    double x(double share) {
        return left + share * (WIDTH - left - right);
    }

    double y(double share) {
        return height - BOTTOM - share * (height - BOTTOM - TOP);
    }

    /** Returns the next larger of 1, 2 and 5 times a power of ten, for the lines of a scale. */
    static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-3, wanted))));
        for (int times : new int[] {1, 2, 5}) {
            if (wanted <= times * power * (1 + 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    /** Writes a coordinate with one decimal. */
    static String at(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    void line(String style, double x1, double y1, double x2, double y2) throws IOException {
        out.raw("<line class=\"")
                .raw(style)
                .raw("\" x1=\"")
                .raw(at(x1))
                .raw("\" y1=\"")
                .raw(at(y1));
        out.raw("\" x2=\"").raw(at(x2)).raw("\" y2=\"").raw(at(y2)).raw("\"/>");
    }

    void box(String style, double x, double y, double width, double size, String tip) throws IOException {
        out.raw("<rect class=\"")
                .raw(style)
                .raw("\" x=\"")
                .raw(at(x))
                .raw("\" y=\"")
                .raw(at(y));
        out.raw("\" width=\"").raw(at(Math.max(0, width))).raw("\" height=\"").raw(at(Math.max(0, size)));
        if (tip.isEmpty()) {
            out.raw("\"/>");
        } else {
            out.raw("\">").element("title", tip).raw("</rect>");
        }
    }

    void text(String style, double x, double y, String text) throws IOException {
        out.raw("<text class=\"")
                .raw(style)
                .raw("\" x=\"")
                .raw(at(x))
                .raw("\" y=\"")
                .raw(at(y))
                .raw("\">");
        out.text(text, 60).raw("</text>");
    }

    /** Writes a polyline or, closed, an area. */
    void path(String style, double[] xs, double[] ys, boolean closed) throws IOException {
        out.raw("<path class=\"").raw(style).raw("\" d=\"");
        for (int i = 0; i < xs.length; i++) {
            out.raw(i == 0 ? "M" : "L").raw(at(xs[i])).raw(" ").raw(at(ys[i]));
        }
        out.raw(closed ? "Z\"/>" : "\"/>");
    }

    void dots(String style, double[] xs, double[] ys) throws IOException {
        out.raw("<path class=\"").raw(style).raw("\" d=\"");
        for (int i = 0; i < xs.length; i++) {
            out.raw("M").raw(at(xs[i])).raw(" ").raw(at(ys[i])).raw("h.01");
        }
        out.raw("\"/>");
    }

    /** Writes horizontal lines at quarters of the height, with shares in percent at the left or right. */
    void percentScale(boolean atRight) throws IOException {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            line("grid", x(0), y, x(1), y);
            text(atRight ? "l" : "e", atRight ? x(1) + 5 : x(0) - 5, y + 4, percent + "%");
        }
    }

    /** Writes a scale of dates below. */
    void dateScale(DateScale scale) throws IOException {
        for (DateScale.Tick tick : scale.ticks()) {
            double x = x(tick.share());
            line("grid", x, y(0), x, y(0) + 4);
            text("mid", x, y(0) + 17, tick.label());
        }
    }
}
