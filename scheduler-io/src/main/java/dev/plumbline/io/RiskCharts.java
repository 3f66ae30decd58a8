package dev.plumbline.io;

import dev.plumbline.io.report.RiskFigures;
import dev.plumbline.risk.RiskResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Draws simulations as SVG, in the colours of light and dark pages. Equal results give equal bytes.
 *
 * <pre>{@code
 * RiskCharts.write(result, RiskCharts.Kind.FINISH, Path.of("finish.svg"));
 * }</pre>
 */
public final class RiskCharts {

    private RiskCharts() {}

    /** What is drawn. */
    public enum Kind {
        /** The histogram of the finish with its S-curve, confidence band, plan, P50 and P80. */
        FINISH,
        /** How far each input moves the mean finish, the farthest twelve. */
        TORNADO,
        /** How often the twelve activities are critical whose duration matters most (by schedule sensitivity index). */
        CRITICALITY,
        /** The first 2,000 iterations by finish and cost, with the dates and costs that half and four fifths of all keep. */
        COST;

        /** Returns the name in small letters, for files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns a drawing.
     *
     * @throws IllegalArgumentException if costs are to be drawn of a plan that costs nothing
     */
    public static String svg(RiskResult result, Kind kind) {
        StringBuilder svg = new StringBuilder();
        try {
            write(result, kind, svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return svg.toString();
    }

    /**
     * Returns the histogram of an activity's finish with its S-curve.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public static String finish(RiskResult result, String activity) {
        StringBuilder svg = new StringBuilder();
        try {
            new RiskFigures(result).finish(activity, svg, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return svg.toString();
    }

    /** Writes a drawing to a file, which is replaced as a whole; see {@link #svg}. */
    public static void write(RiskResult result, Kind kind, Path path) throws IOException {
        AtomicFile.write(path, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            write(result, kind, writer);
            writer.flush();
        });
    }

    /** Writes a drawing; write it as UTF-8. See {@link #svg}. */
    public static void write(RiskResult result, Kind kind, Appendable out) throws IOException {
        RiskFigures figures = new RiskFigures(Objects.requireNonNull(result, "result"));
        switch (Objects.requireNonNull(kind, "kind")) {
            case FINISH -> figures.finish(out, true);
            case TORNADO -> figures.tornado(out, true);
            case CRITICALITY -> figures.criticality(out, true);
            case COST -> {
                if (result.cost().isEmpty()) {
                    throw new IllegalArgumentException(
                            "the plan costs nothing; give resources rates, activities costs or risks cost impacts");
                }
                figures.cost(out, true);
            }
        }
    }
}
