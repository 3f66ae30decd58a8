package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a plan is levelled, and what levelling may do to it. */
final class LevellingLimits {

    private static final int MINUTES_PER_HOUR = 60;
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59);

    @Option(names = "--within-float", description = "Move no activity by more than its float.")
    private boolean withinFloat;

    @Option(
            names = "--keep-float",
            paramLabel = "HOURS",
            description = "With --within-float: working hours of float that each activity keeps.")
    private @Nullable Double keptFloat;

    @Option(
            names = "--overallocate",
            paramLabel = "PERCENT",
            description =
                    "With --within-float: by how much capacity may be exceeded where an activity has no other place.")
    private @Nullable Integer percent;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = Converters.Instant.class,
            description = "Remove overallocations from this date on only.")
    private Converters.@Nullable DateOrTime from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = Converters.Instant.class,
            description = "Remove overallocations up to this date (the end of the day, without a time) only.")
    private Converters.@Nullable DateOrTime to;

    @Option(
            names = "--resource",
            paramLabel = "NAME",
            description = "Level this resource only, by its name or uid:17; may be repeated.")
    private List<String> resources = new ArrayList<>();

    @Option(
            names = "--splits",
            negatable = true,
            description = "Whether work may be split where the activity allows it (default: no; msproject: yes).")
    private @Nullable Boolean splits;

    @Option(
            names = "--shortest-piece",
            paramLabel = "HOURS",
            description = "With --splits: no piece of work gets shorter (default: 1).")
    private @Nullable Double piece;

    @Option(
            names = "--assignments",
            negatable = true,
            description =
                    "Whether the assignments of an activity may be delayed one by one where it allows that (default: "
                            + "no; msproject: yes).")
    private @Nullable Boolean assignments;

    @Option(names = "--manual", description = "Move activities with typed dates too.")
    private boolean manual;

    @Option(names = "--proposed", description = "Count resources and assignments that are only proposed.")
    private boolean proposed;

    @Option(names = "--keep-delays", description = "Level on top of the delays and splits that the plan holds.")
    private boolean keepDelays;

    /** Returns levelling within these limits. */
    Levelling apply(Levelling levelling, Project project, boolean free) {
        check();
        Levelling how = levelling;
        if (withinFloat) {
            how = how.withinFloat(hours(keptFloat == null ? 0 : keptFloat));
        }
        how = percent == null ? how : how.exceedingCapacityBy(percent);
        how = more(how, free);
        how = keepDelays ? how.keepingDelays() : how;
        if (!resources.isEmpty()) {
            how = how.onlyResources(
                    resources.stream().map(name -> idOf(name, project)).toArray(String[]::new));
        }
        return between(how, project);
    }

    /** Lets more move than whole, unstarted, automatic activities. */
    private Levelling more(Levelling levelling, boolean free) {
        Levelling how = levelling;
        if (splits == null ? free || piece != null : splits) {
            how = piece == null ? how.withSplits() : how.withSplits(hours(piece));
        }
        how = (assignments == null ? free : assignments) ? how.assignmentByAssignment() : how;
        how = manual ? how.movingManual() : how;
        return proposed ? how.withProposed() : how;
    }

    private void check() {
        if (!withinFloat && (keptFloat != null || percent != null)) {
            throw Failure.usage("--keep-float and --overallocate need --within-float", "add it, or leave them out");
        }
        boolean negative = keptFloat != null && !(keptFloat >= 0);
        if (negative || piece != null && !(piece > 0)) {
            throw Failure.usage(
                    "--keep-float and --shortest-piece are working hours", "write a number such as 4 or 0.5");
        }
        checkPercent();
        if (Boolean.FALSE.equals(splits) && piece != null) {
            throw Failure.usage("--shortest-piece doesn't go with --no-splits", "leave one of them out");
        }
    }

    private void checkPercent() {
        if (percent != null && (percent < 0 || percent > 1000)) {
            throw Failure.usage(
                    "--overallocate %s is not a percentage from 0 to 1000".formatted(percent), "choose one");
        }
    }

    private static WorkTime hours(double hours) {
        return WorkTime.minutes(Math.round(hours * MINUTES_PER_HOUR));
    }

    private Levelling between(Levelling how, Project project) {
        if (from == null && to == null) {
            return how;
        }
        LocalDateTime begin = from == null ? FIRST : from.at(project.settings().defaultStart());
        LocalDateTime end = to == null
                ? LAST
                : to.time() == null
                        ? to.day().plusDays(1).atStartOfDay()
                        : to.day().atTime(to.time());
        if (!begin.isBefore(end)) {
            throw Failure.usage("--to %s is not after --from %s".formatted(end, begin), "swap them");
        }
        return how.between(from != null && from.time() == null ? from.day().atStartOfDay() : begin, end);
    }

    private static String idOf(String name, Project project) {
        if (name.startsWith("uid:")) {
            String id = name.substring("uid:".length());
            if (project.findResource(id).isPresent()) {
                return id;
            }
        }
        List<String> found = project.resources().stream()
                .filter(resource -> resource.name().equals(name))
                .map(Resource::id)
                .toList();
        if (found.size() != 1) {
            throw Failure.usage(
                    found.isEmpty()
                            ? "the plan has no resource '%s'".formatted(name)
                            : "the plan has %s resources '%s'".formatted(found.size(), name),
                    found.isEmpty() ? "use the name of one that it has, or uid:17" : "use uid:17");
        }
        return found.get(0);
    }
}
