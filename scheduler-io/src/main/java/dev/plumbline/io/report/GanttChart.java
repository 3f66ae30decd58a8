package dev.plumbline.io.report;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import java.io.IOException;
import java.util.List;

/**
 * The Gantt chart of a page: a table with the names at the left and the bars at the right, in blocks of rows that paper can
 * break between, under an axis that is repeated on each sheet.
 */
final class GanttChart {

    private static final int FEWEST_ROWS_PER_BLOCK = 4;
    private static final int MOST_ROWS_PER_BLOCK = 40;
    private static final int BLOCKS = 50;
    private static final int PIECES = 40_000;
    private static final int DEEPEST_INDENT = 9;

    private final PlanFacts facts;
    private final TimeScale scale;
    private final Axis axis;
    private final ChartRows rows;
    private final int rowsPerBlock;
    private final Arrows arrows;
    private final boolean coded;

    GanttChart(PlanFacts facts, Window window, int mostRows) {
        this.facts = facts;
        this.scale = TimeScale.of(facts, window);
        this.axis = new Axis(scale);
        this.rows = ChartRows.within(facts.rows(), scale, mostRows);
        this.rowsPerBlock = Math.max(FEWEST_ROWS_PER_BLOCK, Math.min(rows.size() / BLOCKS, MOST_ROWS_PER_BLOCK));
        int budget = (int) Math.min(Integer.MAX_VALUE, Math.max(PIECES, 6L * rows.size()));
        this.arrows = Arrows.route(facts, scale, rows, rowsPerBlock, budget);
        this.coded = facts.isCoded();
    }

    /** Returns the rules that give each zoom its width and its labels. */
    String styles() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < axis.levels().size(); i++) {
            String chosen = "#z" + i + ":checked~.scroll:not([data-l])";
            String set = ".scroll[data-l=\"" + i + "\"]";
            css.append(chosen).append(" .a").append(i).append(",");
            css.append(set).append(" .a").append(i).append("{display:inline}\n");
            css.append(chosen).append(",").append(set).append("{--v").append(i).append(":1;--off:");
            css.append(shading(i)).append("}\n");
            css.append("#z").append(i).append(":checked~.scroll{--w:").append(axis.width(i));
            css.append("px}\n");
        }
        return css.append("@media print{.scroll{--off:")
                .append(shading(0))
                .append("!important}}\n")
                .toString();
    }

    /** Returns how opaque days off are: not seen where they would be thinner than a line. */
    private int shading(int level) {
        return axis.levels().get(level).compareTo(AxisLevel.MONTHS) >= 0 ? 1 : 0;
    }

    void write(Markup out) throws IOException {
        writeZoom(out);
        out.raw(
                "<div class=\"scroll\" id=\"chart\" tabindex=\"0\" role=\"group\" aria-label=\"Gantt chart\" data-from=\"");
        out.raw(scale.from().toString())
                .raw("\" data-to=\"")
                .raw(scale.to().minusDays(1).toString())
                .raw("\">\n");
        out.raw("<table class=\"gantt\"><colgroup><col class=\"names\"/><col/></colgroup>\n<thead><tr>");
        out.raw("<th class=\"names\" scope=\"col\"><div class=\"r\"><span class=\"w\">");
        out.raw(coded ? "WBS" : "Row").raw("</span><span class=\"n\">Activity</span><span class=\"u\">Duration</span>");
        out.raw("<span class=\"t\">Start</span><span class=\"t\">Finish</span></div></th>\n");
        out.raw("<th class=\"time\" scope=\"col\"><svg id=\"axis\" width=\"100%\" height=\"")
                .raw(Axis.HEIGHT);
        out.raw("\" role=\"img\" aria-label=\"Time axis from ").raw(scale.from().toString());
        out.raw(" to ").raw(scale.to().minusDays(1).toString()).raw("\">\n");
        writeSymbols(out);
        axis.writeLabels(out);
        writeDataDateFlag(out);
        out.raw("</svg></th></tr></thead>\n<tbody>\n");
        for (int first = 0, block = 0; first < rows.size(); first += rowsPerBlock, block++) {
            writeBlock(out, first, Math.min(first + rowsPerBlock, rows.size()), block);
        }
        out.raw("</tbody></table></div>\n");
        ChartLegend.write(out, facts);
        writeNotes(out);
    }

    private void writeZoom(Markup out) throws IOException {
        List<AxisLevel> levels = axis.levels();
        for (int i = 0; i < levels.size(); i++) {
            out.raw("<input type=\"radio\" class=\"z\" name=\"z\" id=\"z")
                    .raw(i)
                    .raw("\"");
            out.raw(i == 0 ? " checked=\"checked\"" : "")
                    .raw("/><label for=\"z")
                    .raw(i)
                    .raw("\">");
            out.raw(i == 0 ? "Fit" : levels.get(i).title()).raw("</label>\n");
        }
        out.raw("<form id=\"range\" hidden=\"hidden\"><label>From <input type=\"date\" id=\"from\"/></label> ");
        out.raw("<label>to <input type=\"date\" id=\"to\"/></label> <button type=\"submit\">Show</button> ");
        out.raw("<span class=\"hint\">or drag along the time axis; double-click to reset</span></form>\n");
    }

    private void writeSymbols(Markup out) throws IOException {
        out.raw("<defs>\n").raw(PageResources.text("symbols.svg"));
        out.raw("<g id=\"back\">");
        WorkCalendar calendar = facts.project().calendar();
        NonWorking.write(out, NonWorking.daysOff(calendar, scale), scale);
        axis.writeNights(out, calendar);
        axis.writeGrid(out);
        out.raw("</g>\n</defs>\n");
    }

    private void writeDataDateFlag(Markup out) throws IOException {
        if (dataDateShown()) {
            String x = dataDate();
            out.raw("<g class=\"dd\"><title>Data date ");
            out.raw(Formats.dateTime(facts.dataDate().orElseThrow())).raw("</title>");
            out.raw("<line x1=\"").raw(x).raw("\" x2=\"").raw(x).raw("\" y1=\"36\" y2=\"40\"/>");
            out.raw("<use href=\"#dd\" x=\"").raw(x).raw("\" y=\"0\"/></g>\n");
        }
    }

    private boolean dataDateShown() {
        return facts.dataDate().filter(d -> scale.shows(d, d)).isPresent();
    }

    private String dataDate() {
        return scale.x(facts.dataDate().orElseThrow());
    }

    private void writeBlock(Markup out, int first, int end, int block) throws IOException {
        out.raw("<tr><td class=\"names\">");
        for (int i = first; i < end; i++) {
            writeName(out, facts.rows().get(rows.position(i)));
        }
        int height = (end - first) * Arrows.ROW;
        out.raw("</td><td class=\"time\"><svg width=\"100%\" height=\"")
                .raw(height)
                .raw("\" role=\"presentation\">");
        out.raw("<use href=\"#back\"/>\n");
        writeArrows(out, block);
        GanttBars bars = new GanttBars(facts, scale);
        for (int i = first; i < end; i++) {
            bars.write(out, facts.rows().get(rows.position(i)), (i - first) * Arrows.ROW);
            out.raw("\n");
        }
        if (dataDateShown()) {
            String x = dataDate();
            out.raw("<line class=\"ddl\" x1=\"").raw(x).raw("\" x2=\"").raw(x).raw("\" y1=\"0\" y2=\"100%\"/>");
        }
        for (int i = first; i < end; i++) {
            bars.label(out, facts.rows().get(rows.position(i)), (i - first) * Arrows.ROW);
        }
        out.raw("</svg></td></tr>\n");
    }

    private void writeName(Markup out, ActivityTimes row) throws IOException {
        int indent = Math.min(row.activity().outlineLevel(), DEEPEST_INDENT);
        String code =
                coded ? row.activity().wbs() : Integer.toString(row.activity().row());
        out.raw("<div class=\"r i").raw(indent).raw(row.summary() ? " s" : "");
        out.raw(row.critical() ? " c" : "")
                .raw(row.activity().active() ? "" : " off")
                .raw("\"><span class=\"w\">");
        out.text(code, 40)
                .raw("</span><bdi class=\"n\" title=\"")
                .text(row.activity().name(), 200)
                .raw("\">");
        out.text(row.activity().name(), 200).raw("</bdi><span class=\"u\">").raw(facts.duration(row));
        out.raw("</span><span class=\"t\">").raw(Formats.date(row.start()));
        out.raw("</span><span class=\"t\">").raw(Formats.date(row.finish())).raw("</span></div>\n");
    }

    private void writeArrows(Markup out, int block) throws IOException {
        Arrows.Style open = null;
        for (Arrows.Style style : Arrows.Style.values()) {
            for (Arrows.Piece piece : arrows.block(block)) {
                if (piece.style() != style) {
                    continue;
                }
                if (open != style) {
                    out.raw(open == null ? "" : "</g>")
                            .raw("<g class=\"")
                            .raw(style.code())
                            .raw("\">");
                    open = style;
                }
                writePiece(out, piece);
            }
        }
        out.raw(open == null ? "" : "</g>\n");
    }

    private static void writePiece(Markup out, Arrows.Piece piece) throws IOException {
        String x = TimeScale.percent(piece.x1());
        if (piece.tip() != null) {
            out.raw("<use href=\"#").raw(piece.tip().code()).raw("\" x=\"").raw(x);
            out.raw("\" y=\"").raw(piece.y1()).raw("\"/>");
            return;
        }
        out.raw("<line x1=\"").raw(x).raw("\" x2=\"").raw(TimeScale.percent(piece.x2()));
        out.raw("\" y1=\"").raw(piece.y1()).raw("\" y2=\"").raw(piece.y2()).raw("\"/>");
    }

    private void writeNotes(Markup out) throws IOException {
        if (rows.isCut()) {
            out.raw("<p class=\"note\">").raw(Formats.count(rows.size())).raw(" of ");
            out.raw(Formats.count(rows.candidates(), "row", "rows"));
            out.raw(" shown: summaries first, then critical activities, milestones and the rest. ");
            out.raw("Ask for all rows (<code>--all</code>), or for a range of dates.</p>\n");
        }
        int outside = facts.rows().size() - rows.candidates();
        if (outside > 0) {
            out.raw("<p class=\"note\">").raw(Formats.count(outside, "row lies", "rows lie"));
            out.raw(" outside the dates of the chart.</p>\n");
        }
        if (arrows.omitted() > 0) {
            out.raw("<p class=\"note\">").raw(Formats.count(arrows.omitted(), "relationship is", "relationships are"));
            out.raw(" not drawn; critical, driving and short ones are drawn first.</p>\n");
        }
    }
}
