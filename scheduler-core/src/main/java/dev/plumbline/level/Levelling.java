package dev.plumbline.level;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Serial, by priority, then the earliest late finish, then the least float. */
    public static final Levelling DEFAULT =
            serial(PriorityRule.PRIORITY, PriorityRule.LATEST_FINISH, PriorityRule.MIN_SLACK);

    private final GenerationScheme scheme;
    private final PriorityRule rule;
    private final Scope scope;
    private final boolean clearFirst;
    private final boolean withinFloat;
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
            Scope scope,
            boolean clearFirst,
            boolean withinFloat,
            @Nullable ConflictRules conflicts) {
        this.conflicts = conflicts;
        this.scheme = scheme;
        this.rule = rule;
        this.scope = scope;
        this.clearFirst = clearFirst;
        this.withinFloat = withinFloat;
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
                Scope.ALL,
                true,
                false,
                null);
    }

    /**
     * Returns levelling conflict by conflict, in order of time, as planners know it from Microsoft Project: activities stay
     * where they are until a conflict moves them. It asks for the critical path after each step, so its time grows with the
     * square of the plan.
     */
    public static Levelling byConflict(ConflictRules rules) {
        Objects.requireNonNull(rules, "rules");
        return new Levelling(GenerationScheme.SERIAL, PriorityRule.ID, Scope.ALL, true, false, rules);
    }

    /** Returns the same levelling, but no activity moves by more than its float: the finish of the project stays. */
    public Levelling withinFloat() {
        return new Levelling(scheme, rule, scope, clearFirst, true, conflicts);
    }

    /** Returns the same levelling on top of the delays that the plan holds, which otherwise are taken away first. */
    public Levelling keepingDelays() {
        return new Levelling(scheme, rule, scope, false, withinFloat, conflicts);
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
        return new Levelling(scheme, rule, other, clearFirst, withinFloat, conflicts);
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
        return withinFloat;
    }

    /** Returns whether delays that the plan holds are taken away first. */
    public boolean clearsFirst() {
        return clearFirst;
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

    /** Returns the project without any levelling delay. */
    public static Project clear(Project project) {
        return project.toBuilder()
                .replaceEach(activity -> activity.levellingDelay().isZero()
                        ? activity
                        : activity.with(a -> a.levellingDelay(Levelled.elapsed(0))))
                .build();
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
                        withinFloat ? ", within float" : "",
                        scope.isLimited() ? ", from %s to %s".formatted(scope.from, scope.to) : "");
    }
}
