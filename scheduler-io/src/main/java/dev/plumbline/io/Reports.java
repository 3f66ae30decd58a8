package dev.plumbline.io;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.report.HtmlReport;
import dev.plumbline.io.report.PlanFacts;
import dev.plumbline.io.report.ResourceChart;
import dev.plumbline.io.report.TextGantt;
import dev.plumbline.io.report.TextStyle;
import dev.plumbline.io.report.TextSummary;
import dev.plumbline.io.report.Window;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a schedule: a page for people and texts for the terminal. Equal schedules and options give equal bytes: no clock,
 * locale or zone has a part in them.
 *
 * <pre>{@code
 * var plan = CriticalPath.schedule(project);
 * System.out.println(Reports.gantt(plan));
 * System.out.println(Reports.summary(plan));
 * Reports.html(plan, Path.of("plan.html"));
 * }</pre>
 */
public final class Reports {

    private static final int PAGE_ROWS = 2000;
    private static final int GANTT_ROWS = 60;
    private static final int LIST_ROWS = 20;

    private Reports() {}

    /** Writes the page of a schedule to a file. */
    public static void html(Schedule plan, Path path) throws IOException {
        html(plan, List.of(), ReportOptions.DEFAULT, path);
    }

    /**
     * Writes the page of a schedule to a file, which is replaced as a whole: a Gantt chart, the critical path, milestones,
     * resources with their use over time, findings and all activities. The page needs nothing beside itself and works without script.
     *
     * @param findings what was found in reading; the schedule's own findings are added
     */
    public static void html(Schedule plan, List<Problem> findings, ReportOptions options, Path path)
            throws IOException {
        page(PlanFacts.of(plan, findings), null, options, path);
    }

    /**
     * Writes the page piece by piece; write it as UTF-8. The target is neither flushed nor closed.
     *
     * @param findings what was found in reading; the schedule's own findings are added
     */
    public static void html(Schedule plan, List<Problem> findings, ReportOptions options, Appendable out)
            throws IOException {
        HtmlReport.write(PlanFacts.of(plan, findings), null, window(options), options.rowsOr(PAGE_ROWS), out);
    }

    /**
     * Writes the page of a schedule with a section on its risk to a file, which is replaced as a whole.
     *
     * @param risk a simulation of the plan
     * @param findings what was found in reading; the schedule's own findings are added
     */
    public static void html(Schedule plan, RiskResult risk, List<Problem> findings, ReportOptions options, Path path)
            throws IOException {
        Objects.requireNonNull(risk, "risk");
        page(PlanFacts.of(plan, findings), risk, options, path);
    }

    /**
     * Writes the page of a schedule that was levelled or smoothed, with pictures of each resource before and after.
     *
     * @param before the schedule as it was
     * @param after the schedule as it is; the page is about it
     * @param findings what was found on the way; the schedule's own findings are added
     */
    public static void html(Schedule before, Schedule after, List<Problem> findings, ReportOptions options, Path path)
            throws IOException {
        page(PlanFacts.of(before, after, findings), null, options, path);
    }

    private static void page(PlanFacts facts, @Nullable RiskResult risk, ReportOptions options, Path path)
            throws IOException {
        AtomicFile.write(path, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            HtmlReport.write(facts, risk, window(options), options.rowsOr(PAGE_ROWS), writer);
            writer.flush();
        });
    }

    /**
     * Returns a picture of what is asked of a resource over time, as an SVG document that needs nothing else.
     *
     * @throws IllegalArgumentException if nothing is asked of it, or for longer than can be drawn
     */
    public static String svg(ResourceProfile profile) {
        return ResourceChart.document(
                List.of(profile), List.of(profile.resource().name()));
    }

    /**
     * Returns pictures of what is asked of a resource before and after a change, with the same scales, as one SVG document.
     *
     * @throws IllegalArgumentException if nothing is asked of it, or for longer than can be drawn
     */
    public static String svg(ResourceProfile before, ResourceProfile after) {
        String name = after.resource().name();
        return ResourceChart.document(List.of(before, after), List.of(name + ", before", name + ", after"));
    }

    /** Returns a summary in 100 columns: finish, critical path, milestones, overloaded resources and findings. */
    public static String summary(Schedule plan) {
        return summary(plan, List.of(), ReportOptions.DEFAULT);
    }

    /** Returns a summary in 100 columns with what was found in reading. */
    public static String summary(Schedule plan, List<Problem> findings) {
        return summary(plan, findings, ReportOptions.DEFAULT);
    }

    /** Returns a summary by options. */
    public static String summary(Schedule plan, List<Problem> findings, ReportOptions options) {
        return TextSummary.of(PlanFacts.of(plan, findings), style(options), options.rowsOr(LIST_ROWS));
    }

    /** Returns a Gantt chart of text in 100 columns. */
    public static String gantt(Schedule plan) {
        return gantt(plan, ReportOptions.DEFAULT);
    }

    /** Returns a Gantt chart of text. */
    public static String gantt(Schedule plan, ReportOptions options) {
        return TextGantt.of(PlanFacts.of(plan, List.of()), window(options), style(options), options.rowsOr(GANTT_ROWS));
    }

    private static Window window(ReportOptions options) {
        return new Window(options.from(), options.to());
    }

    private static TextStyle style(ReportOptions options) {
        return new TextStyle(
                options.width(),
                options.characters() == ReportOptions.Characters.ASCII,
                options.colour() == ReportOptions.Colour.ANSI);
    }
}
