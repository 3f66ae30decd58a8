package dev.plumbline.cli;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How plans are scheduled; what is left out is taken from the plan. */
final class SchedulingOptions {

    private enum Honour {
        YES,
        NO
    }

    @Option(
            names = "--honour-constraints",
            paramLabel = "yes|no",
            description = "Whether constraint dates win over relationships (default: yes).")
    private @Nullable Honour honour;

    @Option(
            names = "--critical-slack",
            paramLabel = "DAYS",
            converter = Converters.Days.class,
            description = "Activities are critical up to so many working days of total slack.")
    private @Nullable Integer criticalSlack;

    @Option(
            names = "--multiple-critical-paths",
            negatable = true,
            description = "Every activity without a successor ends a critical path of its own.")
    private @Nullable Boolean multiplePaths;

    @Option(
            names = "--status-date",
            paramLabel = "DATE",
            converter = Converters.Instant.class,
            description = "The status date, as 2026-03-02 (the end of that day) or 2026-03-02T17:00.")
    private Converters.@Nullable DateOrTime statusDate;

    ScheduleOptions toScheduleOptions(Project project) {
        ScheduleOptions options = ScheduleOptions.DEFAULT.withHonourConstraints(honour != Honour.NO);
        if (criticalSlack != null) {
            options = options.withCriticalFloatDays(criticalSlack);
        }
        if (multiplePaths != null) {
            options = options.withMultipleCriticalPaths(multiplePaths);
        }
        if (statusDate != null) {
            options = options.withDataDate(statusDate.at(project.settings().defaultFinish()));
        }
        return options;
    }
}
