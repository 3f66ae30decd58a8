package dev.plumbline.cli;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.Project;
import dev.plumbline.risk.Pert;
import dev.plumbline.risk.RiskResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked of a simulation beyond the usual figures. */
final class RiskQuestions {

    @Option(
            names = "--by",
            paramLabel = "DATE",
            converter = Converters.Instant.class,
            description =
                    "How likely the project is done by this date, as 2026-12-18 (the end of that day); repeatable.")
    private List<Converters.DateOrTime> dates = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "How likely the project costs no more than this, and meets each --by date too; repeatable.")
    private List<BigDecimal> budgets = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "PLAN",
            description = "Simulate this plan too, on the same random numbers, and tell the difference.")
    private @Nullable String other;

    @Option(
            names = "--percentile",
            paramLabel = "P",
            split = ",",
            hideParamSyntax = true,
            description = "More percentiles of the finish, more than 0 and less than 100, such as 70,95.")
    private List<Double> percentiles = new ArrayList<>();

    @Option(
            names = "--contingency",
            paramLabel = "P",
            description = "The percentile that the contingency leads to, and that is to be improved (default: 80).")
    private double contingency = 80;

    @Option(
            names = "--what-would-help",
            description =
                    "Simulate without each risk, driver and large uncertainty, and with each mitigation, and rank them.")
    private boolean helps;

    @Option(
            names = "--pert",
            description = "Show PERT, by formula from the three-point estimates, beside the simulation.")
    private boolean pert;

    /** Returns the plan to compare with; nothing if there is none. */
    @Nullable
    Source other() {
        if (other == null) {
            return null;
        }
        Path path = InputOptions.path(other);
        return new Source(InputOptions.nameOf(path), path, null);
    }

    /** Checks what can be checked before the simulation. */
    void check() {
        for (double percent : percentiles) {
            check("--percentile", percent);
        }
        check("--contingency", contingency);
    }

    RiskReport answer(
            RiskResult result, RiskOptions risk, ScheduleOptions options, RiskAnswers.@Nullable Other compared) {
        Project project = result.analysis().project();
        List<LocalDateTime> targets = dates.stream()
                .map(d -> d.at(project.settings().defaultFinish()))
                .toList();
        return new RiskReport(new RiskAnswers(
                result,
                risk.sampling(),
                targets,
                budgets,
                percentiles,
                contingency,
                helps ? result.whatWouldHelp(contingency) : List.of(),
                pert
                        ? Pert.of(project)
                                .method(risk.pertMethod())
                                .options(options)
                                .analyse()
                        : null,
                compared));
    }

    private static void check(String option, double percent) {
        if (!(percent > 0 && percent < 100)) {
            throw Failure.usage(
                    "%s %s is no percentile".formatted(option, percent), "use more than 0 and less than 100");
        }
    }
}
