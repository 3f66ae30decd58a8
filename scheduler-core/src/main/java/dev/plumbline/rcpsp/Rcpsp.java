package dev.plumbline.rcpsp;

import dev.plumbline.internal.rcpsp.Compiled;
import dev.plumbline.internal.rcpsp.Search;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.LevellingSearch;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.List;
import java.util.Objects;

/**
 * Searches for short schedules of resource-constrained projects, abstract instances ({@link #solve}) and real plans
 * ({@link #improve}). The search begins with rules and improves from there, tells its
 * progress, can be stopped at any time, and stops by itself when its schedule is proved optimal.
 *
 * <p>The same instance, budget of schedules and seed give the same result on every machine and for any number of threads; with
 * twice the budget the list of incumbents goes on where it ended.
 */
public final class Rcpsp {

    private static final Budget UNLIMITED = Budget.schedules(Long.MAX_VALUE);

    private Rcpsp() {}

    /** Returns the shortest schedule found on one thread. */
    public static RcpspResult solve(Instance instance, Budget budget, long seed) {
        return solve(instance, budget, seed, SearchOptions.defaults());
    }

    /**
     * Returns the shortest schedule found, at least that of the first rule, however small the budget. An interrupted thread
     * stops the search like a cancelled token and stays interrupted.
     *
     * @param instance the project
     * @param budget how much to spend
     * @param seed the seed of the random choices
     * @param options threads, listener, cancellation
     * @throws PlumblineException with {@code LEVEL_INFEASIBLE} for each activity that asks for more than there is
     */
    public static RcpspResult solve(Instance instance, Budget budget, long seed, SearchOptions options) {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(options, "options");
        Compiled project = compile(instance);
        SearchRun run = new SearchRun(budget, options);
        Search.Outcome outcome = Search.run(project, seed, budget.schedules(), options.threads(), run);
        List<Incumbent> incumbents = outcome.incumbents().stream()
                .map(i -> new Incumbent(i.makespan(), i.schedules()))
                .toList();
        int[] starts = outcome.starts();
        List<Problem> faults = Validator.check(instance, starts);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "the search made a wrong schedule of %s: %s".formatted(instance, faults.get(0)));
        }
        return new RcpspResult(
                instance, starts, LowerBound.of(outcome.bound()), outcome.schedules(), incumbents, run.reason(outcome));
    }

    /**
     * Returns a length that no schedule goes below: the best of the critical path, the work of each resource, sets of activities
     * that exclude each other, and the lengths that the time-table and energetic reasoning refute. It takes about as long as
     * some thousand schedules; arguments about intervals are left out beyond 1,000 activities or 4,096 time units, and sets beyond
     * 500 activities.
     *
     * @throws PlumblineException with {@code LEVEL_INFEASIBLE} for each activity that asks for more than there is
     */
    public static LowerBound lowerBound(Instance instance) {
        return LowerBound.of(Search.bound(compile(instance), new SearchRun(UNLIMITED, SearchOptions.defaults())));
    }

    private static Compiled compile(Instance instance) {
        List<Problem> infeasible = instance.infeasibilities();
        if (!infeasible.isEmpty()) {
            throw new PlumblineException(infeasible);
        }
        return instance.compile();
    }

    /**
     * Returns the levelled plan with the earliest finish found, on one thread: over real calendars, assignments, constraints and
     * whatever else a plan has, with the reason of every delay.
     *
     * @throws PlumblineException if the plan can't be scheduled
     */
    public static ImprovedPlan improve(Project project, Budget budget, long seed) {
        return improve(project, budget, seed, ImproveOptions.defaults());
    }

    /**
     * Returns the levelled plan with the earliest finish found, never a later one than levelling by the rules of the options
     * gives. An interrupted thread stops the search like a cancelled token and stays interrupted.
     *
     * @param project the plan
     * @param budget how much to spend
     * @param seed the seed of the random choices
     * @param options how to level and schedule, threads, listener, cancellation
     * @throws PlumblineException if the plan can't be scheduled
     */
    public static ImprovedPlan improve(Project project, Budget budget, long seed, ImproveOptions options) {
        return improveTogether(List.of(new Levelling.Claim(project, 0)), budget, seed, options);
    }

    /**
     * Returns the levelled plans of projects that share resources, so that the last of them finishes as early as was found.
     * Resources with the same id are the same. The priorities of the projects decide in the first schedule only.
     *
     * @throws PlumblineException if a plan can't be scheduled
     * @throws IllegalArgumentException if there is no project
     */
    public static ImprovedPlan improveTogether(
            List<Levelling.Claim> projects, Budget budget, long seed, ImproveOptions options) {
        if (projects.isEmpty()) {
            throw new IllegalArgumentException("there is no project to improve; give at least one");
        }
        PlanRun run = new PlanRun(budget, options);
        LevellingSearch.Found found = LevellingSearch.run(
                projects,
                options.levelling(),
                options.scheduling(),
                new LevellingSearch.Effort(Math.max(1, budget.schedules()), seed, options.threads()),
                run);
        return new ImprovedPlan(found, run.reason());
    }
}
