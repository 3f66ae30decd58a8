package dev.plumbline.risk;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PERT as a table that a planner can read. */
final class PertTable {

    private static final double[] PERCENTILES = {0.1, 0.5, 0.8, 0.9};

    private PertTable() {}

    static String render(PertResult result, int rows) {
        UnitConversion conversion = result.schedule().project().settings().conversion();
        Set<String> critical = new HashSet<>();
        List<PertPath> paths = result.paths();
        if (!paths.isEmpty()) {
            paths.get(0).activities().forEach(a -> critical.add(a.id()));
        }
        TextTable table = new TextTable(
                "ID",
                "Name",
                ">Optimistic",
                ">Most likely",
                ">Pessimistic",
                ">Expected",
                ">Standard deviation",
                "On the path");
        List<PertTimes> all = result.activities();
        for (PertTimes times : all.subList(0, Math.min(rows, all.size()))) {
            Activity activity = times.activity();
            Estimate estimate = times.estimate();
            table.row(
                    activity.id(),
                    "  ".repeat(activity.outlineLevel() - 1) + activity.name(),
                    format(estimate == null ? null : estimate.optimistic(), conversion),
                    format(estimate == null ? null : estimate.mostLikely(), conversion),
                    format(estimate == null ? null : estimate.pessimistic(), conversion),
                    times.expected().format(conversion),
                    format(estimate == null ? null : times.standardDeviation(), conversion),
                    critical.contains(activity.id()) ? "yes" : "");
        }
        return heading(result) + table.render(all.size());
    }

    private static String format(@Nullable WorkTime time, UnitConversion conversion) {
        return time == null ? "" : time.format(conversion);
    }

    private static String heading(PertResult result) {
        StringBuilder text = new StringBuilder("%s: expected finish %s"
                .formatted(result.schedule().project().name(), Figures.minute(result.finish())));
        if (!result.isUncertain()) {
            return text.append(", certain: no estimate varies on the critical path\n")
                    .toString();
        }
        text.append(", standard deviation ")
                .append(Figures.days(
                        result.standardDeviation().ticks(),
                        result.schedule().project().settings()))
                .append(" (")
                .append(result.method().describe())
                .append(")\n");
        for (double p : PERCENTILES) {
            text.append(p == PERCENTILES[0] ? "" : ", ")
                    .append('P')
                    .append(Math.round(100 * p))
                    .append(' ')
                    .append(Figures.minute(result.date(p)));
        }
        return text.append('\n').append(PertResult.BIAS).append('\n').toString();
    }
}
