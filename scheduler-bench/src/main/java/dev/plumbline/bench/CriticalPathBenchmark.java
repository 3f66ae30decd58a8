package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Project;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The critical path from a project to its schedule: compiling the network, the two passes, and both together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class CriticalPathBenchmark {

    /** The number of activities; relationships are 2.3 times as many. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int activities;

    /** The number of calendars. */
    @Param({"1", "4"})
    public int calendars;

    private Project project = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(1), 0);
    private Network network = NetworkCompiler.compile(project);
    private Times times = new Times(network);

    /** Made by JMH. */
    public CriticalPathBenchmark() {}

    /** Builds the plan, which is not measured. */
    @Setup
    public void generate() {
        project = PlanGenerator.generate(
                PlanShape.DEFAULT.withActivities(activities).withCalendars(calendars), 42);
        network = NetworkCompiler.compile(project);
        times = new Times(network);
    }

    /**
     * Measures turning objects into arrays and sorting them.
     *
     * @return the network
     */
    @Benchmark
    public Network compile() {
        return NetworkCompiler.compile(project);
    }

    /**
     * Measures the forward and the backward pass on a compiled network.
     *
     * @return the dates
     */
    @Benchmark
    public Times passes() {
        Passes.run(network, true, false, times);
        return times;
    }

    /**
     * Measures what a caller waits for.
     *
     * @return the schedule
     */
    @Benchmark
    public Schedule schedule() {
        return CriticalPath.schedule(project);
    }
}
