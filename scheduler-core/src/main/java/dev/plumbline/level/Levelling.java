package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is levelled: delayed until no resource is asked for more than there is. Immutable; vary it with the {@code with}
 * methods.
 *
 * <pre>{@code
 * Levelling.serial(PriorityRule.LATEST_FINISH).level(project)
 * Levelling.parallel(PriorityRule.PRIORITY, PriorityRule.MIN_SLACK).withinFloat().level(project)
 * }</pre>
 *
 * <p>Only unstarted, automatic activities are moved, and only later than their logic puts them. Those with priority 1000, with
 * a date they must start or finish on, and those as late as possible stay; dates they must not start or finish after are kept.
 * A plan in which nothing can be improved is left as it is. Units, work and calendars never change.
 */
public final class Levelling {

    private static final int TRIES = 24;
    private static final int MOST_PERCENT = 1_000;

    /**
     * The shortest of a few schedules: by priority, then the earliest late finish, then the least float, in both schemes; and
     * variations of it.
     */
    public static final Levelling DEFAULT = serial(
                    PriorityRule.PRIORITY, PriorityRule.LATEST_FINISH, PriorityRule.MIN_SLACK)
            .trying(TRIES);

    private final GenerationScheme scheme;
    private final PriorityRule rule;
    private final @Nullable Direction direction;
    private final int tries;
    private final Scope scope;
    private final Freedom freedom;
    private final @Nullable ConflictRules conflicts;

    /**
     * What is levelled.
     *
     * @param from the earliest instant, or the beginning of time
     * @param to the end, or the end of time
     * @param resources the ids of the resources; none for all
     * @param proposed whether proposed assignments count
     */
    record Scope(LocalDateTime from, LocalDateTime to, Set<String> resources, boolean proposed) {

        static final Scope ALL = new Scope(LocalDateTime.MIN, LocalDateTime.MAX, Set.of(), false);

        Scope {
            resources = Set.copyOf(resources);
        }

        boolean isLimited() {
            return !from.equals(LocalDateTime.MIN) || !to.equals(LocalDateTime.MAX);
        }
    }

    private Levelling(
            GenerationScheme scheme,
            PriorityRule rule,
            @Nullable Direction direction,
            int tries,
            Scope scope,
            Freedom freedom,
            @Nullable ConflictRules conflicts) {
        this.scheme = scheme;
        this.rule = rule;
        this.direction = direction;
        this.tries = tries;
        this.scope = scope;
        this.freedom = freedom;
        this.conflicts = conflicts;
    }

    /** Returns the serial scheme with rules; a later rule decides what those before leave open. */
    public static Levelling serial(PriorityRule first, PriorityRule... rest) {
        return of(GenerationScheme.SERIAL, PriorityRule.combined(first, rest));
    }

    /** Returns the parallel scheme with rules; a later rule decides what those before leave open. */
    public static Levelling parallel(PriorityRule first, PriorityRule... rest) {
        return of(GenerationScheme.PARALLEL, PriorityRule.combined(first, rest));
    }

    /** Returns a scheme with a rule. */
    public static Levelling of(GenerationScheme scheme, PriorityRule rule) {
        return new Levelling(
                Objects.requireNonNull(scheme, "scheme"),
                Objects.requireNonNull(rule, "rule"),
                null,
                1,
                Scope.ALL,
                Freedom.USUAL,
                null);
    }

    /**
     * Returns levelling conflict by conflict, in order of time, as planners know it from Microsoft Project: activities stay
     * where they are until a conflict moves them. It asks for the critical path after each step, so its time grows with the
     * square of the plan.
     */
    public static Levelling byConflict(ConflictRules rules) {
        Objects.requireNonNull(rules, "rules");
        return new Levelling(GenerationScheme.SERIAL, PriorityRule.ID, null, 1, Scope.ALL, Freedom.USUAL, rules);
    }

    /** Returns the same levelling, but no activity moves by more than its float: the finish of the project stays. */
    public Levelling withinFloat() {
        return withinFloat(WorkTime.ofTicks(0));
    }

    /**
     * Returns the same levelling, but no activity moves by more than its float, of which each keeps some.
     *
     * @throws IllegalArgumentException if that is negative
     */
    public Levelling withinFloat(WorkTime least) {
        if (least.isNegative()) {
            throw new IllegalArgumentException("activities can't keep a negative float: " + least);
        }
        return with(freedom.withinFloat(least));
    }

    /**
     * Returns the same levelling, but where an activity finds no place within its limits, such as its float, the capacity of
     * resources may be exceeded by some percent.
     *
     * @throws IllegalArgumentException if the percentage is not 0 to 1000
     */
    public Levelling exceedingCapacityBy(int percent) {
        if (percent < 0 || percent > MOST_PERCENT) {
            throw new IllegalArgumentException("capacity can be exceeded by 0 to 1000 percent: " + percent);
        }
        return with(freedom.exceeding(percent));
    }

    /** Returns the same levelling on top of the delays that the plan holds, which otherwise are taken away first. */
    public Levelling keepingDelays() {
        return with(freedom.keepingDelays());
    }

    /**
     * Returns the same levelling in which work may be split where the activity allows it, into pieces of at least an hour; what
     * is left of activities in progress may go on later where the project allows it.
     */
    public Levelling withSplits() {
        return withSplits(Freedom.HOUR);
    }

    /**
     * Returns the same levelling in which work may be split into pieces of some working time at least.
     *
     * @throws IllegalArgumentException if that is not positive
     */
    public Levelling withSplits(WorkTime leastPiece) {
        if (leastPiece.ticks() <= 0) {
            throw new IllegalArgumentException("pieces of work must take some time: " + leastPiece);
        }
        return with(freedom.splitting(leastPiece));
    }

    /** Returns the same levelling in which work is never split. */
    public Levelling withoutSplits() {
        return with(freedom.splitting(null));
    }

    /** Returns the same levelling in which the assignments of an activity may begin one by one, where the activity allows it. */
    public Levelling assignmentByAssignment() {
        return with(freedom.assignmentByAssignment(true));
    }

    /** Returns the same levelling in which all that work on an activity begin together. */
    public Levelling activityByActivity() {
        return with(freedom.assignmentByAssignment(false));
    }

    /** Returns the same levelling in which activities with typed dates may be moved too. */
    public Levelling movingManual() {
        return with(freedom.movingManual());
    }

    /**
     * Returns the same levelling, generated in a direction. Activities end up early in a plan that is scheduled from its start,
     * and late in one that is scheduled from its finish; the other direction is a pass that finds the order in which they are
     * placed then, and often gives a shorter schedule.
     */
    public Levelling inDirection(Direction value) {
        Objects.requireNonNull(value, "direction");
        return new Levelling(scheme, rule, value, 1, scope, freedom, conflicts);
    }

    /**
     * Returns levelling that tries several schedules, by this and other schemes, rules and directions, and takes the shortest;
     * those in front count most where they have different priorities. Plans of very many activities get fewer tries.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public Levelling trying(int schedules) {
        if (schedules < 1) {
            throw new IllegalArgumentException("at least one schedule must be tried: " + schedules);
        }
        return new Levelling(scheme, rule, null, schedules, scope, freedom, conflicts);
    }

    private Levelling with(Freedom other) {
        return new Levelling(scheme, rule, direction, tries, scope, other, conflicts);
    }

    /** Returns the same levelling of these resources only. */
    public Levelling onlyResources(String... ids) {
        return withScope(new Scope(scope.from, scope.to, Set.of(ids), scope.proposed));
    }

    /**
     * Returns the same levelling of overallocations between two instants only.
     *
     * @throws IllegalArgumentException if the second is not later
     */
    public Levelling between(LocalDateTime from, LocalDateTime to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the range of dates ends (%s) before it begins (%s)".formatted(to, from));
        }
        return withScope(new Scope(from, to, scope.resources, scope.proposed));
    }

    /** Returns the same levelling in which resources and assignments count that are only proposed. */
    public Levelling withProposed() {
        return withScope(new Scope(scope.from, scope.to, scope.resources, true));
    }

    private Levelling withScope(Scope other) {
        return new Levelling(scheme, rule, direction, tries, other, freedom, conflicts);
    }

    /** Returns the scheme. */
    public GenerationScheme scheme() {
        return scheme;
    }

    /** Returns the rule. */
    public PriorityRule rule() {
        return rule;
    }

    /** Returns whether no activity moves by more than its float. */
    public boolean isWithinFloat() {
        return freedom.withinFloat();
    }

    /** Returns whether delays that the plan holds are taken away first. */
    public boolean clearsFirst() {
        return freedom.clearFirst();
    }

    /** Returns the direction, if one is wanted. */
    public Optional<Direction> direction() {
        return Optional.ofNullable(direction);
    }

    int tries() {
        return tries;
    }

    Freedom freedom() {
        return freedom;
    }

    Scope scope() {
        return scope;
    }

    /** Returns the rules of levelling conflict by conflict, if that is how. */
    public Optional<ConflictRules> conflicts() {
        return Optional.ofNullable(conflicts);
    }

    /**
     * Returns the levelled plan.
     *
     * @throws PlumblineException if the plan can't be scheduled
     */
    public Levelled level(Project project) {
        return level(project, ScheduleOptions.DEFAULT);
    }

    /**
     * Returns the levelled plan, scheduled with options.
     *
     * @throws PlumblineException if the plan can't be scheduled
     */
    public Levelled level(Project project, ScheduleOptions options) {
        return new LevelRun(List.of(new Claim(project, 0)), this, options).run().get(0);
    }

    /**
     * Returns the levelled plan, or what is levelled of it when the supplier says that it is time, with a finding
     * {@code LEVEL_STOPPED}: the shortest of the schedules made so far or, conflict by conflict, a plan with fewer conflicts. The
     * supplier is asked often. An interrupted thread ends levelling likewise and stays interrupted.
     *
     * @throws PlumblineException if the plan can't be scheduled, or with the code {@code CANCELLED} if there is no schedule yet
     */
    public Levelled level(Project project, ScheduleOptions options, BooleanSupplier cancelled) {
        Objects.requireNonNull(cancelled, "cancelled");
        try {
            return new LevelRun(List.of(new Claim(project, 0)), this, options, Stopped.orInterrupted(cancelled))
                    .run()
                    .get(0);
        } catch (Stopped e) {
            throw LevelRun.stopped();
        }
    }

    /**
     * A project that shares resources with others.
     *
     * @param project the project
     * @param priority which project's activities are placed first: those of the highest
     */
    public record Claim(Project project, int priority) {

        /** Checks that there is a project. */
        public Claim {
            Objects.requireNonNull(project, "project");
        }
    }

    /**
     * Returns the levelled plans of projects that share resources: those with the same id are the same, with the capacity and
     * the calendar they have in the first project that names them.
     *
     * @throws PlumblineException if a plan can't be scheduled
     */
    public List<Levelled> levelTogether(List<Claim> projects) {
        return new LevelRun(projects, this, ScheduleOptions.DEFAULT).run();
    }

    /**
     * Returns the project without what levelling did: delays of activities and assignments, splits, and moves of typed dates. What
     * a planner split or delayed stays.
     */
    public static Project clear(Project project) {
        return Clearing.clear(project);
    }

    /** Returns the rule of a name such as {@code latest-finish}, if there is one. */
    public static Optional<PriorityRule> rule(String name) {
        return PriorityRule.named(name);
    }

    /** Returns scheme, rules and limits in words. */
    @Override
    public String toString() {
        return "%s levelling by %s%s%s"
                .formatted(
                        conflicts != null ? "stepwise" : scheme == GenerationScheme.SERIAL ? "serial" : "parallel",
                        conflicts != null ? conflicts : rule,
                        freedom.withinFloat() ? ", within float" : "",
                        scope.isLimited() ? ", from %s to %s".formatted(scope.from, scope.to) : "");
    }
}
