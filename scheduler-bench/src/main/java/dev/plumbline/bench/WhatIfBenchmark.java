package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.WhatIfResult;
import dev.plumbline.model.Project;
import java.util.List;
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

/** A what-if edit of one duration beside the full schedule; p0.50 of the samples is the median edit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class WhatIfBenchmark {

    private static final int EDITS = 4096;

    /** The number of activities; relationships are 2.3 times as many. */
    @Param({"10000", "1000000"})
    public int activities;

    private Project project = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(1), 0);
    private Schedule plan = CriticalPath.schedule(project);
    private List<EditMix.Edit> edits = List.of();
    private int next;

    /** Made by JMH. */
    public WhatIfBenchmark() {}

    /** Builds and schedules the plan, which is not measured, and asks once, which makes the working copy. */
    @Setup
    public void generate() {
        project = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(activities), 42);
        plan = CriticalPath.schedule(project);
        edits = EditMix.of(project, EDITS, 7);
        edit();
    }

    /**
     * Measures one edit of the mix, one after the other.
     *
     * @return the schedule after the edit and what changed
     */
    @Benchmark
    public WhatIfResult edit() {
        EditMix.Edit edit = edits.get(next);
        next = (next + 1) % EDITS;
        return plan.whatIf().duration(edit.activity(), edit.duration()).schedule();
    }

    /**
     * Measures what an edit saves.
     *
     * @return the schedule
     */
    @Benchmark
    public Schedule schedule() {
        return CriticalPath.schedule(project);
    }
}
