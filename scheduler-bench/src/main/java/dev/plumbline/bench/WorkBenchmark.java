package dev.plumbline.bench;

import dev.plumbline.bench.work.Workload;
import dev.plumbline.bench.work.Workloads;
import java.io.IOException;
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

/** Every workload, ours and those of other tools, under JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-XX:+UseParallelGC"})
public class WorkBenchmark {

    /** The name of the workload. */
    @Param({
        "compile",
        "passes-one-calendar",
        "passes-with-dates",
        "passes-four-calendars",
        "passes-constraints-progress",
        "schedule",
        "what-if",
        "calendar-add",
        "levelling-serial",
        "search-500-schedules",
        "simulation-1000-iterations",
        "xml-read",
        "xml-write",
        "csv-read",
        "csv-read-15-columns",
        "csv-write",
        "peer-mpxj-schedule",
        "peer-mpxj-xml-read",
        "peer-mpxj-xml-write",
        "peer-jgrapht-passes",
        "peer-commons-math-10-iterations",
        "peer-choco-search"
    })
    public String work = "compile";

    /** The number of activities. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int activities;

    private Workload.Run run = () -> "";

    /** Made by JMH. */
    public WorkBenchmark() {}

    /**
     * Prepares what is not measured.
     *
     * @throws IOException if a file that the work needs can't be written
     */
    @Setup
    public void prepare() throws IOException {
        Workload workload = Workloads.of(work);
        if (activities > workload.largest()) {
            throw new IllegalArgumentException("%s takes at most %d activities".formatted(work, workload.largest()));
        }
        run = workload.setup().prepare(activities);
    }

    /**
     * Measures the work.
     *
     * @return what it computed
     * @throws IOException if a file can't be read or written
     */
    @Benchmark
    public Object run() throws IOException {
        return run.once();
    }
}
