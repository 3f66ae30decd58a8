package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.ConflictOrder;
import dev.plumbline.level.ConflictRules;
import dev.plumbline.level.DelayReason;
import dev.plumbline.level.Direction;
import dev.plumbline.level.GenerationScheme;
import dev.plumbline.level.Granularity;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.rcpsp.Budget;
import dev.plumbline.rcpsp.ImproveOptions;
import dev.plumbline.rcpsp.ImprovedPlan;
import dev.plumbline.rcpsp.Rcpsp;
import dev.plumbline.rcpsp.StoppedBy;
import java.io.IOException;
import java.io.Writer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How plans are levelled, and what is told of it. */
final class PlanLevelling {

    private enum Profile {
        MSPROJECT,
        P6,
        PLUMBLINE
    }

    private enum Order {
        ID(ConflictOrder.ID_ONLY),
        STANDARD(ConflictOrder.STANDARD),
        PRIORITY(ConflictOrder.PRIORITY_STANDARD);

        private final ConflictOrder order;

        Order(ConflictOrder order) {
            this.order = order;
        }
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
            hideParamSyntax = true,
            description =
                    "Which activity goes first, such as latest-finish, min-slack, shortest, priority or id; several, "
                            + "separated by commas, decide one after the other; :asc or :desc behind one turns it, as in "
                            + "total-float:desc (default: the shortest schedule of several rules; p6: priority,activity-id).")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--scheme",
            paramLabel = "serial|parallel",
            description = "How schedules are generated (default: both are tried; with --rule serial).")
    private @Nullable GenerationScheme scheme;

    @Option(
            names = "--direction",
            paramLabel = "forward|backward",
            description =
                    "Generate from the start or from the finish (default: both are tried; with --rule that of the plan).")
    private @Nullable Direction direction;

    @Option(
            names = "--order",
            paramLabel = "id|standard|priority",
            description = "With --profile msproject: which activity is delayed (default: standard).")
    private @Nullable Order order;

    @Option(
            names = "--granularity",
            paramLabel = "minute|hour|day|week|month",
            description = "With --profile msproject: spans over which demand and capacity are compared (default: day).")
    private @Nullable Granularity granularity;

    @Option(
            names = "--week-start",
            paramLabel = "DAY",
            description = "With --granularity week: the day on which weeks begin (default: monday).")
    private @Nullable DayOfWeek weekStart;

    @Option(
            names = "--classic",
            description = "With --profile msproject: the order of Project 98 and 2000, by slack left after the move.")
    private boolean classic;

    @Option(
            names = "--clear",
            description = "Only take away what earlier levelling did: delays, splits and moved dates.")
    private boolean clear;

    @Mixin
    private LevellingLimits limits = new LevellingLimits();

    /** Whether nothing is said of rules and schemes. */
    boolean isUsual() {
        return profile == Profile.PLUMBLINE && rules.isEmpty() && scheme == null && direction == null && !clear;
    }

    /** Whether plans are not levelled, but what levelling did to them is taken away. */
    boolean clears() {
        return clear;
    }

    /** Returns the plan without what levelling did. */
    static Schedule cleared(Schedule plan) {
        return CriticalPath.schedule(Levelling.clear(plan.project()), plan.options());
    }

    static void print(Writer out, OutputOptions output, Schedule cleared, List<Problem> findings) throws IOException {
        switch (output.layout()) {
            case TABLE -> out.write(cleared.table(output.tableRows()));
            case CSV -> ScheduleReport.csv(out, cleared, Optional.empty());
            case JSON -> ScheduleReport.json(out, cleared, findings, Optional.empty());
        }
    }

    /**
     * A levelled plan.
     *
     * @param levelled the plan
     * @param best what a search found; null where there was none
     */
    record Result(Levelled levelled, @Nullable ImprovedPlan best) {}

    /** Returns the levelled plan, after a search where one is asked for. */
    Result level(Schedule plan, InstanceLevelling search) {
        Levelling how = limits.apply(how(), plan.project(), profile == Profile.MSPROJECT);
        try {
            if (search.isAsked()) {
                return improve(plan, how, search);
            }
            Levelled levelled = how.level(plan.project(), plan.options(), () -> false);
            if (Thread.currentThread().isInterrupted()) {
                throw Failure.cancelled(); // half of a levelled plan is not what was asked for
            }
            return new Result(levelled, null);
        } catch (PlumblineException e) {
            throw Failure.of(Exit.UNSOLVABLE, e);
        }
    }

    private static Result improve(Schedule plan, Levelling how, InstanceLevelling search) {
        if (how.isWithinFloat() || how.conflicts().isPresent()) {
            throw Failure.usage(
                    "--search and --seconds look for an earlier finish by other orders",
                    "leave out --within-float and --profile msproject, or the search");
        }
        Budget budget = search.budget(); // checks the number of threads too
        ImproveOptions options = ImproveOptions.defaults()
                .withLevelling(how)
                .withScheduling(plan.options())
                .withThreads(search.threads());
        ImprovedPlan best = Rcpsp.improve(plan.project(), budget, search.seed(), options);
        if (best.stoppedBy() == StoppedBy.CANCEL) {
            throw Failure.cancelled();
        }
        return new Result(best.levelled(), best);
    }

    private Levelling how() {
        if (profile == Profile.MSPROJECT) {
            if (choosesList()) {
                throw Failure.usage(
                        "--rule, --scheme and --direction don't go with --profile msproject",
                        "leave them out, or use another profile");
            }
            return Levelling.byConflict(conflictRules());
        }
        if (choosesConflicts()) {
            throw Failure.usage(
                    "--order, --granularity, --week-start and --classic need --profile msproject",
                    "add it, or leave them out");
        }
        return profile == Profile.PLUMBLINE && !choosesList() ? Levelling.DEFAULT : byList();
    }

    private boolean choosesList() {
        return !rules.isEmpty() || scheme != null || direction != null;
    }

    private boolean choosesConflicts() {
        return order != null || granularity != null || classic || weekStart != null;
    }

    private Levelling byList() {
        PriorityRule usual =
                profile == Profile.P6 ? PriorityRule.PRIORITY.then(PriorityRule.ACTIVITY_ID) : Levelling.DEFAULT.rule();
        PriorityRule rule = rules.stream()
                .map(PlanLevelling::rule)
                .reduce(PriorityRule::then)
                .orElse(usual);
        Levelling how = Levelling.of(scheme == null ? GenerationScheme.SERIAL : scheme, rule);
        return direction == null ? how : how.inDirection(direction);
    }

    private ConflictRules conflictRules() {
        ConflictRules conflicts = classic ? ConflictRules.DEFAULT.asClassic() : ConflictRules.DEFAULT;
        conflicts = order == null ? conflicts : conflicts.withOrder(order.order);
        conflicts = weekStart == null ? conflicts : conflicts.withWeekStart(weekStart);
        return granularity == null ? conflicts : conflicts.withGranularity(granularity);
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

    /** The resource, and the activities that hold it: {@code crew: 3 7}; more of them where it also pauses. */
    private static String delayedBy(Levelled levelled, String id) {
        return levelled.reasons(id).stream()
                .filter(DelayReason::isByResource)
                .map(reason -> reason.resource() + ": " + String.join(" ", reason.delayedBy()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    static void print(Writer out, OutputOptions output, Result result, List<Problem> findings) throws IOException {
        Levelled levelled = result.levelled();
        ImprovedPlan best = result.best();
        switch (output.layout()) {
            case TABLE -> out.write((best == null ? "" : best.summary() + "\n") + levelled.table(output.tableRows()));
            case CSV -> ScheduleReport.csv(out, levelled.schedule(), columns(levelled));
            case JSON ->
                ScheduleReport.json(out, levelled.schedule(), findings, columns(levelled), json -> {
                    LevelledReport.json(json, levelled);
                    search(json, best);
                });
        }
    }

    private static void search(JsonWriter json, @Nullable ImprovedPlan best) throws IOException {
        if (best != null) {
            json.name("search").beginRow();
            json.name("lower_bound").value(Cells.instant(best.lowerBound()));
            json.name("optimal").literal(Boolean.toString(best.isOptimal()));
            json.name("schedules").value(best.schedules()).endObject();
        }
    }
}
