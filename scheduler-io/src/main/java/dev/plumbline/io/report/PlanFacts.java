package dev.plumbline.io.report;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.PathAnalysis;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.Overallocation;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.Severity;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What all reports of a schedule tell, collected once. Immutable. */
public final class PlanFacts {

    private final Schedule plan;
    private final List<ActivityTimes> rows;
    private final List<ActivityTimes> criticalPath;
    private final List<ActivityTimes> milestones;
    private final List<ResourceProfile> profiles;
    private final Map<String, ResourceProfile> before = new HashMap<>();
    private final PathAnalysis paths;
    private final List<Problem> findings;

    private PlanFacts(@Nullable Schedule was, Schedule plan, List<Problem> findings) {
        this.plan = plan;
        this.rows = List.copyOf(plan.activities());
        this.criticalPath = plan.criticalPath().stream()
                .map(activity -> rows.get(project().indexOf(activity.id())))
                .toList();
        this.milestones = rows.stream()
                .filter(row -> row.activity().active() && isMilestone(row))
                .sorted(Comparator.comparing(ActivityTimes::start).thenComparing(ActivityTimes::finish))
                .toList();
        this.paths = PathAnalysis.of(plan);
        this.profiles = ResourceProfile.of(plan);
        if (was != null) {
            ResourceProfile.of(was)
                    .forEach(profile -> before.put(profile.resource().id(), profile));
        }
        this.findings = merge(findings, plan.findings());
    }

    /**
     * Returns the facts of a schedule.
     *
     * @param findings what was found on the way to it, such as by reading; the schedule's own are added where they are new
     */
    public static PlanFacts of(Schedule plan, List<Problem> findings) {
        return new PlanFacts(null, plan, findings);
    }

    /** Returns the facts of a schedule beside another of the same project, as it was before it was levelled or smoothed. */
    public static PlanFacts of(Schedule was, Schedule plan, List<Problem> findings) {
        return new PlanFacts(was, plan, findings);
    }

    /** Returns all of the first and those of the second that are new by code and message, from the worst down. */
    private static List<Problem> merge(List<Problem> first, List<Problem> second) {
        Set<Problem> merged = new LinkedHashSet<>(first);
        Set<String> known = new HashSet<>();
        merged.forEach(p -> known.add(p.code() + '\n' + p.message()));
        for (Problem problem : second) {
            if (!known.contains(problem.code() + '\n' + problem.message())) {
                merged.add(problem);
            }
        }
        return merged.stream().sorted(Comparator.comparing(Problem::severity)).toList();
    }

    static boolean isMilestone(ActivityTimes row) {
        return row.isMilestone() || (row.activity().milestone() && !row.summary());
    }

    Project project() {
        return plan.project();
    }

    UnitConversion conversion() {
        return project().settings().conversion();
    }

    LocalDateTime start() {
        return plan.start();
    }

    LocalDateTime finish() {
        return plan.finish();
    }

    Optional<LocalDateTime> dataDate() {
        return Optional.ofNullable(plan.options().dataDate()).or(project()::dataDate);
    }

    List<ActivityTimes> rows() {
        return rows;
    }

    List<ActivityTimes> criticalPath() {
        return criticalPath;
    }

    List<ActivityTimes> milestones() {
        return milestones;
    }

    List<ResourceProfile> profiles() {
        return profiles;
    }

    boolean hasBefore() {
        return !before.isEmpty();
    }

    Optional<ResourceProfile> before(Resource resource) {
        return Optional.ofNullable(before.get(resource.id()));
    }

    List<Problem> findings() {
        return findings;
    }

    PathAnalysis paths() {
        return paths;
    }

    ActivityTimes row(String id) {
        return rows.get(project().indexOf(id));
    }

    long findings(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Returns the overloads by resource, in order. */
    Map<Resource, List<Overallocation>> overloadsByResource() {
        Map<Resource, List<Overallocation>> result = new LinkedHashMap<>();
        for (ResourceProfile profile : profiles) {
            if (profile.isOverallocated()) {
                result.put(profile.resource(), profile.overallocations());
            }
        }
        return result;
    }

    /** Returns the rows that are neither summaries nor milestones and take part. */
    long activityCount() {
        return rows.stream()
                .filter(r -> !r.summary() && !isMilestone(r) && r.activity().active())
                .count();
    }

    long summaryCount() {
        return rows.stream().filter(ActivityTimes::summary).count();
    }

    long completeCount() {
        return rows.stream()
                .filter(r -> !r.summary() && r.activity().progress().isComplete())
                .count();
    }

    long startedCount() {
        return rows.stream()
                .filter(r -> !r.summary() && r.activity().progress().isStarted())
                .filter(r -> !r.activity().progress().isComplete())
                .count();
    }

    /** Returns whether any row has a code in the work breakdown structure. */
    boolean isCoded() {
        return rows.stream().anyMatch(r -> !r.activity().wbs().isEmpty());
    }

    /** Returns the activities that finish after their deadline. */
    long missedDeadlines() {
        return rows.stream().filter(PlanFacts::missesDeadline).count();
    }

    static boolean missesDeadline(ActivityTimes row) {
        LocalDateTime deadline = row.activity().deadline();
        return deadline != null && row.activity().active() && row.finish().isAfter(deadline);
    }

    /** Returns the working time from start to finish on the project's calendar. */
    WorkTime duration() {
        return workBetween(start(), finish());
    }

    /** Returns the duration as the planner wrote it; for a summary the working time between its dates. */
    String duration(ActivityTimes row) {
        Activity activity = row.activity();
        return row.summary()
                ? Formats.days(workBetween(row.start(), row.finish()), conversion())
                : activity.duration().format(conversion()) + (activity.estimated() ? "?" : "");
    }

    String days(WorkTime time) {
        return Formats.days(time, conversion());
    }

    /** Returns what decides the start, in words: the predecessor's name with the kind of relationship, or the reason. */
    String driver(ActivityTimes row) {
        Relationship relationship = row.driver().relationship();
        Constraint constraint = row.driver().constraint();
        if (relationship != null) {
            Lag lag = relationship.lag();
            String wait = lag.isZero() ? "" : (lag.isNegative() ? "" : "+") + lag;
            return project().activity(relationship.predecessor()).name() + " (" + relationship.type() + wait + ")";
        }
        if (constraint != null) {
            String type = constraint.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return constraint.date() == null ? type : type + " " + Formats.dateTime(constraint.date());
        }
        return row.driver().toString();
    }

    /** Returns the names of the resources at work on an activity, with their units where these aren't 100%. */
    String resources(ActivityTimes row) {
        StringJoiner names = new StringJoiner(", ");
        for (Assignment assignment : project().assignmentsOf(row.activity().id())) {
            String id = assignment.resource();
            Optional<Resource> resource =
                    id == null ? Optional.empty() : project().findResource(id);
            if (resource.isPresent()) {
                boolean whole = assignment.units() == 1 || resource.get().type() != ResourceType.WORK;
                String units = Formats.units(assignment.units());
                names.add(resource.get().name() + (whole ? "" : " [" + units + "]"));
            }
        }
        return names.toString();
    }

    private WorkTime workBetween(LocalDateTime from, LocalDateTime to) {
        return project().calendar().hasWorkingTime() ? project().calendar().workBetween(from, to) : WorkTime.ZERO;
    }
}
