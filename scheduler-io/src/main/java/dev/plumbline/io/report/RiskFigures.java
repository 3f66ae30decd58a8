package dev.plumbline.io.report;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Project;
import dev.plumbline.risk.ActivityRisk;
import dev.plumbline.risk.Contribution;
import dev.plumbline.risk.CostDistribution;
import dev.plumbline.risk.FinishDistribution;
import dev.plumbline.risk.Impact;
import dev.plumbline.risk.JointAim;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskResult;
import dev.plumbline.risk.TornadoBar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** The drawings of a simulation. */
public final class RiskFigures {

    private static final int BARS = 40;
    private static final int POINTS = 201;
    private static final int ROWS = 12;
    private static final int DOTS = 2_000;

    private final RiskResult result;
    private final Project project;

    /** Returns the drawings of a simulation. */
    public RiskFigures(RiskResult result) {
        this.result = result;
        this.project = result.analysis().project();
    }

    static String percent(double share) {
        return Formats.fixed(Math.round(1000 * share), 10, 1) + "%";
    }

    String days(WorkTime time) {
        return Formats.fixed(
                        time.ticks(), WorkUnit.DAYS.ticks(project.settings().conversion()), 1) + "d";
    }

    private double inDays(WorkTime time) {
        return (double) time.ticks() / WorkUnit.DAYS.ticks(project.settings().conversion());
    }

    /** Returns what an input is called: with its name where it has one. */
    String name(Contribution.Kind kind, String name) {
        return switch (kind) {
            case ACTIVITY -> project.activity(name).name();
            case RISK ->
                result.analysis().risks().stream()
                        .filter(r -> r.id().equals(name))
                        .map(Risk::name)
                        .findFirst()
                        .orElse(name);
            case LAG -> "lag " + name;
            case DRIVER, BRANCH -> name;
            case OTHER -> name.toLowerCase(Locale.ROOT);
        };
    }

    /** Returns what a risk does, with the names of the activities; those with one impact together. */
    List<String> impacts(List<Impact> impacts) {
        Map<String, StringJoiner> activities = new LinkedHashMap<>();
        for (Impact impact : impacts) {
            String what = impact.kind().name().toLowerCase(Locale.ROOT) + " " + impact.size();
            activities
                    .computeIfAbsent(what, w -> new StringJoiner(", "))
                    .add(project.activity(impact.activity()).name());
        }
        List<String> lines = new ArrayList<>();
        activities.forEach((what, names) -> lines.add(what + " of " + names));
        return lines;
    }

    /** Writes the histogram and S-curve of the project's finish. */
    public void finish(Appendable out, boolean standalone) throws IOException {
        finish(result.finish(), project.name(), out, standalone);
    }

    /** Writes the histogram and S-curve of an activity's finish. */
    public void finish(String activity, Appendable out, boolean standalone) throws IOException {
        finish(result.finish(activity), project.activity(activity).name(), out, standalone);
    }

    private static void finish(FinishDistribution finish, String name, Appendable out, boolean standalone)
            throws IOException {
        List<FinishChart.Mark> marks = new ArrayList<>();
        marks.add(new FinishChart.Mark(
                finish.deterministic(), "plan " + percent(finish.deterministicProbability()), true));
        for (int p : new int[] {50, 80}) {
            marks.add(new FinishChart.Mark(finish.percentile(p), "P" + p, false));
        }
        new FinishChart(
                        finish.histogram(BARS).stream()
                                .map(b -> new FinishChart.Bin(b.from(), b.to(), b.count()))
                                .toList(),
                        finish.curve(POINTS).stream()
                                .map(p -> new FinishChart.Point(p.value(), p.probability(), p.low(), p.high()))
                                .toList(),
                        marks)
                .write(new Markup(out), "How likely each finish of " + name + " is", standalone);
    }

    /** Writes how far each input moves the mean finish. */
    public void tornado(Appendable out, boolean standalone) throws IOException {
        double base = 0;
        List<BarChart.Bar> bars = new ArrayList<>();
        for (TornadoBar bar : result.tornado()) {
            if (bars.size() < ROWS && bar.swing().ticks() != 0) {
                double low =
                        inDays(project.calendar().workBetween(result.finish().mean(), bar.low()));
                double high =
                        inDays(project.calendar().workBetween(result.finish().mean(), bar.high()));
                bars.add(new BarChart.Bar(
                        name(bar.kind(), bar.name()),
                        Math.min(base, Math.min(low, high)),
                        Math.max(base, Math.max(low, high)),
                        days(bar.swing())));
            }
        }
        new BarChart(bars)
                .write(new Markup(out), "How far each input moves the mean finish, in working days", standalone);
    }

    /** Writes how often activities are critical. */
    public void criticality(Appendable out, boolean standalone) throws IOException {
        List<BarChart.Bar> bars = result.sensitivities().stream()
                .filter(r -> r.criticality() > 0)
                .limit(ROWS)
                .sorted(Comparator.comparingDouble((ActivityRisk r) -> -r.criticality())
                        .thenComparing(r -> -r.ssi()))
                .map(r -> new BarChart.Bar(r.activity().name(), 0, r.criticality(), percent(r.criticality())))
                .toList();
        new BarChart(bars).write(new Markup(out), "How often the most sensitive activities are critical", standalone);
    }

    /** Writes finish and cost together; nothing where the plan costs nothing. */
    public void cost(Appendable out, boolean standalone) throws IOException {
        if (result.cost().isEmpty()) {
            return;
        }
        CostDistribution cost = result.cost().get();
        FinishDistribution finish = result.finish();
        List<CostDateChart.Dot> dots = IntStream.range(0, Math.min(DOTS, result.iterations()))
                .mapToObj(i -> new CostDateChart.Dot(
                        finish.iteration(i), cost.iteration(i).doubleValue()))
                .toList();
        List<CostDateChart.Aim> aims = new ArrayList<>();
        for (int p : new int[] {50, 80}) {
            aims.add(aim(p));
        }
        CostDateChart.Dot plan = new CostDateChart.Dot(
                finish.deterministic(), cost.deterministic().doubleValue());
        new CostDateChart(dots, plan, aims)
                .write(new Markup(out), "Finish and cost of " + project.name() + " together", standalone);
    }

    /** The date and the cost of one percentile that both are kept with a probability. */
    private CostDateChart.Aim aim(int percent) {
        JointAim aim = result.jointAim(percent);
        String label = "%s%% keep both: %s, %s"
                .formatted(
                        percent,
                        Formats.date(aim.finish()),
                        Formats.count(Math.round(aim.cost().doubleValue())));
        return new CostDateChart.Aim(aim.finish(), aim.cost().doubleValue(), label);
    }
}
