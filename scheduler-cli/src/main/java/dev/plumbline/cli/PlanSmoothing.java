package dev.plumbline.cli;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.level.Smoothed;
import dev.plumbline.level.Smoothing;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether plans are smoothed, and what is told of it. */
final class PlanSmoothing {

    @Option(
            names = "--smooth",
            description =
                    "Leave the finish where it is and move activities within their float until the demand is as even "
                            + "as can be, instead of levelling.")
    private boolean smooth;

    /** Returns whether plans are smoothed, which doesn't go with rules or a search. */
    boolean isAsked(PlanLevelling levelling, InstanceLevelling search) {
        if (smooth && (search.isAsked() || !levelling.isUsual())) {
            throw Failure.usage(
                    "--smooth keeps the finish and follows no rule",
                    "leave out --rule, --scheme, --direction, --profile, --clear, --search and --seconds");
        }
        return smooth;
    }

    static Smoothed smooth(Schedule plan) {
        return Smoothing.DEFAULT.smooth(plan.project(), plan.options());
    }

    static void print(Writer out, OutputOptions output, Smoothed smoothed, List<Problem> findings) throws IOException {
        List<ScheduleReport.Column> columns = List.of(new ScheduleReport.Column(
                "delay_min",
                false,
                times -> Cells.minutes(smoothed.delay(times.activity().id()))));
        switch (output.layout()) {
            case TABLE -> out.write(smoothed.table(output.tableRows()));
            case CSV -> ScheduleReport.csv(out, smoothed.schedule(), columns);
            case JSON ->
                ScheduleReport.json(out, smoothed.schedule(), findings, columns, json -> profiles(json, smoothed));
        }
    }

    private static void profiles(JsonWriter json, Smoothed smoothed) throws IOException {
        json.name("smoothing").beginArray();
        for (ResourceProfile after : smoothed.profiles()) {
            ResourceProfile before = smoothed.profileBefore(after.resource().id());
            json.beginRow();
            json.name("resource").value(after.resource().name());
            json.name("peak_before").literal(decimal(before.peak()));
            json.name("peak").literal(decimal(after.peak()));
            json.name("moment_before").literal(decimal(before.moment()));
            json.name("moment").literal(decimal(after.moment()));
            json.endObject();
        }
        json.endArray();
    }

    private static String decimal(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
