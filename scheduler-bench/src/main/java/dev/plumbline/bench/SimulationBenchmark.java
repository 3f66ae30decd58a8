package dev.plumbline.bench;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Iterations of a simulation a second, on one thread: every activity has a three-point estimate of its own shape. Beside it what
 * a user writes in an afternoon, with Apache Commons Math and JGraphT.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class SimulationBenchmark {

    private static final int ITERATIONS = 10_240;

    /** The number of activities; relationships are 2.3 times as many. */
    @Param({"1000", "10000"})
    public int activities;

    /** The number of calendars. */
    @Param({"1", "4"})
    public int calendars;

    private RiskAnalysis dates = RiskAnalysis.of(PlanGenerator.generate(PlanShape.DEFAULT.withActivities(1), 0));
    private RiskAnalysis criticality = dates;
    private PlainSimulation plain = new PlainSimulation(dates.project(), 0);

    /** Made by JMH. */
    public SimulationBenchmark() {}

    /** Builds plan and tables, which is not measured. */
    @Setup
    public void prepare() {
        Project plan = estimated(
                PlanGenerator.generate(
                        PlanShape.DEFAULT.withActivities(activities).withCalendars(calendars), 42),
                7);
        criticality = RiskAnalysis.of(plan).estimates();
        dates = criticality.datesOnly();
        plain = new PlainSimulation(plan, 7);
        dates.simulate(64, 1);
        criticality.simulate(64, 1);
    }

    /**
     * Returns a plan in which every activity has an estimate, each of another shape.
     *
     * @param project the plan without
     * @param seed the seed of the estimates
     * @return the plan with estimates
     */
    static Project estimated(Project project, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ProjectBuilder builder = project.toBuilder();
        builder.replaceEach(activity -> {
            if (activity.duration().isZero()) {
                return activity;
            }
            Estimate estimate = new Estimate(
                    times(activity, 60 + random.nextInt(35)),
                    activity.duration(),
                    times(activity, 110 + random.nextInt(100)));
            return activity.with(a -> a.estimate(estimate));
        });
        return builder.build();
    }

    private static dev.plumbline.calendar.WorkTime times(Activity activity, int percent) {
        return activity.duration().withTicks(activity.duration().ticks() * percent / 100);
    }

    /**
     * Measures dates: the forward pass.
     *
     * @return the result
     */
    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public RiskResult dates() {
        return dates.simulate(ITERATIONS, 42);
    }

    /**
     * Measures dates and criticality: both passes.
     *
     * @return the result
     */
    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public RiskResult criticality() {
        return criticality.simulate(ITERATIONS, 42);
    }

    /**
     * Measures one iteration of the plain loop.
     *
     * @return the length of the project
     */
    @Benchmark
    public double plainLoop() {
        return plain.iterate();
    }
}
