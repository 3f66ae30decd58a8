package dev.plumbline.io.report;

import dev.plumbline.calendar.WorkCalendar;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The time axis of a chart at several levels of detail, of which the page shows the one that the zoom calls for. Level 0 is
 * the one that fits a chart of {@value #WIDTH} pixels.
 */
final class Axis {

    /** The narrowest chart in pixels; narrower screens scroll it in its box. */
    static final int WIDTH = 640;

    /** The height of the axis in pixels. */
    static final int HEIGHT = 40;

    private static final int MOST_UNITS = 1500;
    private static final int NIGHTS_UP_TO_DAYS = 100;
    private static final int CHARACTER = 7;

    private final TimeScale scale;
    private final List<AxisLevel> levels = new ArrayList<>();

    Axis(TimeScale scale) {
        this.scale = scale;
        AxisLevel fit = AxisLevel.CENTURIES;
        for (AxisLevel level : AxisLevel.values()) {
            fit = level.width(scale) <= WIDTH ? level : fit;
        }
        for (AxisLevel level : AxisLevel.values()) {
            if (level == fit || (level.compareTo(fit) > 0 && level.units(scale) <= MOST_UNITS)) {
                levels.add(level);
            }
        }
    }

    /** Returns the levels shown, from the one that fits to the finest. */
    List<AxisLevel> levels() {
        return levels;
    }

    /** Returns the width in pixels that a level needs. */
    long width(int level) {
        return Math.max(WIDTH, levels.get(level).width(scale));
    }

    /** Writes the labels, one group a level with the class {@code a} and {@code a0}, {@code a1} and so on. */
    void writeLabels(Markup out) throws IOException {
        for (int i = 0; i < levels.size(); i++) {
            AxisLevel level = levels.get(i);
            out.raw("<g class=\"a a").raw(i).raw("\" data-w=\"").raw(width(i)).raw("\">");
            boolean twoLines = level.major() != AxisLevel.Unit.NONE;
            if (twoLines) {
                writeMajor(out, level, width(i));
            }
            writeMinor(out, level, width(i), twoLines ? 33 : 24, twoLines ? 20 : 0);
            out.raw("</g>\n");
        }
    }

    private void writeMajor(Markup out, AxisLevel level, long width) throws IOException {
        for (Cell cell : cells(level.major())) {
            String label = level.major().longLabel(cell.start);
            if (cell.first > 0) {
                line(out, "j", cell.first, 0, HEIGHT);
            }
            boolean begins = level.major() != AxisLevel.Unit.WEEK || begins(cell);
            if (begins && cell.width() * width / 1_000_000 >= (long) label.length() * CHARACTER + 4) {
                out.raw("<text class=\"j\" x=\"").raw(TimeScale.percent(cell.first));
                out.raw("\" dx=\"5\" y=\"14\">").raw(label).raw("</text>");
            }
        }
    }

    private void writeMinor(Markup out, AxisLevel level, long width, int baseline, int top) throws IOException {
        for (Cell cell : cells(level.minor())) {
            String label = level.minor().shortLabel(cell.start);
            if (cell.first > 0) {
                line(out, "n", cell.first, top, HEIGHT);
            }
            if (cell.width() * width / 1_000_000 < (long) label.length() * CHARACTER + 4) {
                continue;
            }
            if (level != AxisLevel.WEEKS) {
                out.raw("<text x=\"").raw(TimeScale.percent(cell.first + cell.width() / 2));
            } else if (begins(cell)) {
                out.raw("<text class=\"w\" dx=\"4\" x=\"").raw(TimeScale.percent(cell.first));
            } else {
                continue;
            }
            out.raw("\" y=\"").raw(baseline).raw("\">").raw(label).raw("</text>");
        }
    }

    private boolean begins(Cell cell) {
        return !cell.start.isBefore(scale.from().atStartOfDay());
    }

    /** Writes the grid that lies behind the bars: the upper units of each level, the lower ones where they are few. */
    void writeGrid(Markup out) throws IOException {
        for (int i = 0; i < levels.size(); i++) {
            AxisLevel level = levels.get(i);
            AxisLevel.Unit unit =
                    level.major() == AxisLevel.Unit.NONE || level.units(scale) <= 60 ? level.minor() : level.major();
            out.raw("<g class=\"g").raw(i).raw("\">");
            for (Cell cell : cells(unit)) {
                if (cell.first > 0) {
                    String x = TimeScale.percent(cell.first);
                    out.raw("<line class=\"n\" x1=\"")
                            .raw(x)
                            .raw("\" x2=\"")
                            .raw(x)
                            .raw("\" y2=\"100%\"/>");
                }
            }
            out.raw("</g>");
        }
    }

    /** Writes the hours between shifts for the level that divides days, where it is not level 0, which shows them anyway. */
    void writeNights(Markup out, WorkCalendar calendar) throws IOException {
        int level = levels.indexOf(AxisLevel.HOURS);
        if (level > 0 && scale.days() <= NIGHTS_UP_TO_DAYS) {
            out.raw("<g class=\"g").raw(level).raw("\">");
            NonWorking.write(out, NonWorking.betweenShifts(calendar, scale), scale);
            out.raw("</g>");
        }
    }

    private static void line(Markup out, String style, long place, int from, int to) throws IOException {
        String x = TimeScale.percent(place);
        out.raw("<line class=\"")
                .raw(style)
                .raw("\" x1=\"")
                .raw(x)
                .raw("\" x2=\"")
                .raw(x);
        out.raw("\" y1=\"").raw(from).raw("\" y2=\"").raw(to).raw("\"/>");
    }

    /** Returns the units that are shown, those at the ends cut to what is seen. */
    private List<Cell> cells(AxisLevel.Unit unit) {
        List<Cell> cells = new ArrayList<>();
        LocalDateTime start = unit.floor(scale.from().atStartOfDay());
        LocalDateTime end = scale.to().atStartOfDay();
        while (start.isBefore(end)) {
            LocalDateTime next = unit.next(start);
            long first = Math.max(0, scale.place(start));
            long last = Math.min(1_000_000, scale.place(next));
            if (last > first) {
                cells.add(new Cell(start, first, last));
            }
            start = next;
        }
        return cells;
    }

    /**
     * A unit of time as far as it is shown.
     *
     * @param start where the unit begins
     * @param first its left end, in millionths of the width
     * @param last its right end
     */
    private record Cell(LocalDateTime start, long first, long last) {
        long width() {
            return last - first;
        }
    }
}
