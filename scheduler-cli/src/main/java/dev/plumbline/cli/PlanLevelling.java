package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.ConflictRules;
import dev.plumbline.level.DelayReason;
import dev.plumbline.level.GenerationScheme;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How plans are levelled, and what is told of it. */
final class PlanLevelling {

    private enum Profile {
        MSPROJECT,
        P6,
        PLUMBLINE
    }

    @Option(
            names = "--profile",
            paramLabel = "msproject|p6|plumbline",
            description = "Whose way of levelling is followed (default: plumbline).")
    private Profile profile = Profile.PLUMBLINE;

    @Option(
            names = "--rule",
            paramLabel = "R",
            split = ",",
            description = {
                "Which activity goes first, such as latest-finish, min-slack, shortest, priority or id; several, separated",
                "by commas, decide one after the other (default: priority,latest-finish,min-slack; p6: priority,id)."
            })
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--scheme",
            paramLabel = "serial|parallel",
            description = "How schedules are generated (default: serial).")
    private @Nullable GenerationScheme scheme;

    @Option(names = "--within-float", description = "Move no activity by more than its float.")
    private boolean withinFloat;

    /** Returns the levelled plan. */
    Levelled level(Schedule plan) {
        Levelling how = how();
        try {
            return (withinFloat ? how.withinFloat() : how).level(plan.project(), plan.options());
        } catch (PlumblineException e) {
            throw Failure.of(Exit.UNSOLVABLE, e);
        }
    }

    private Levelling how() {
        if (profile == Profile.MSPROJECT) {
            if (!rules.isEmpty() || scheme != null) {
                throw Failure.usage(
                        "--rule and --scheme don't go with --profile msproject",
                        "leave them out, or use another profile");
            }
            return Levelling.byConflict(ConflictRules.DEFAULT);
        }
        PriorityRule usual =
                profile == Profile.P6 ? PriorityRule.PRIORITY.then(PriorityRule.ID) : Levelling.DEFAULT.rule();
        PriorityRule rule = rules.stream()
                .map(PlanLevelling::rule)
                .reduce(PriorityRule::then)
                .orElse(usual);
        return Levelling.of(scheme == null ? GenerationScheme.SERIAL : scheme, rule);
    }

    private static PriorityRule rule(String name) {
        return PriorityRule.named(name)
                .orElseThrow(() -> Failure.usage(
                        "there is no rule '%s'".formatted(name),
                        "use one of "
                                + PriorityRule.all().stream()
                                        .map(rule -> rule.toString().replace(' ', '-'))
                                        .collect(Collectors.joining(", "))));
    }

    /** Returns the columns that a levelled schedule has beyond a schedule. */
    private static List<ScheduleReport.Column> columns(Levelled levelled) {
        return List.of(
                new ScheduleReport.Column(
                        "delay_min",
                        false,
                        times -> Cells.minutes(delay(levelled, times.activity().id()))),
                new ScheduleReport.Column(
                        "delayed_by",
                        true,
                        times -> delayedBy(levelled, times.activity().id())));
    }

    private static WorkTime delay(Levelled levelled, String id) {
        return levelled.why(id).delay();
    }

    /** The resource, and the activities that hold it: {@code crew: 3 7}. */
    private static String delayedBy(Levelled levelled, String id) {
        DelayReason reason = levelled.why(id);
        return reason.resource() == null ? "" : reason.resource() + ": " + String.join(" ", reason.delayedBy());
    }

    static void print(Writer out, OutputOptions output, Levelled levelled, List<Problem> findings) throws IOException {
        switch (output.layout()) {
            case TABLE -> out.write(levelled.table(output.tableRows()));
            case CSV -> ScheduleReport.csv(out, levelled.schedule(), columns(levelled));
            case JSON -> ScheduleReport.json(out, levelled.schedule(), findings, columns(levelled));
        }
    }
}
