package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Project;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The processor time of single what-if edits and of a full schedule of the same plan, and their ratio. The time of the thread is
 * taken, not that on the wall, so that other work on the machine counts for little.
 */
public final class WhatIfFigures {

    private static final int EDITS = 2000;
    private static final int WARM_UP_EDITS = 6000;
    private static final int SCHEDULES = 7;
    private static final double MICROSECOND = 1000;

    private final PrintStream out;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    private WhatIfFigures(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a line for each size.
     *
     * @param args numbers of activities; 10,000 and a million if absent
     */
    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {10_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        run(System.out, sizes);
    }

    static void run(PrintStream out, int... sizes) {
        WhatIfFigures figures = new WhatIfFigures(out);
        figures.print(
                "Java %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (int size : sizes) {
            figures.measure(size);
        }
    }

    private void measure(int size) {
        Project project = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(size), 42);
        Schedule plan = CriticalPath.schedule(project);
        List<EditMix.Edit> edits = EditMix.of(project, EDITS, 7);
        edits(plan, edits, Math.min(WARM_UP_EDITS, 3 * EDITS));
        long[] times = edits(plan, edits, EDITS);
        Arrays.sort(times);
        long[] full = new long[SCHEDULES];
        for (int i = 0; i < SCHEDULES; i++) {
            long before = clock.getCurrentThreadCpuTime();
            CriticalPath.schedule(project);
            full[i] = clock.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(full);
        double median = times[EDITS / 2] / MICROSECOND;
        double schedule = full[SCHEDULES / 2] / MICROSECOND;
        print(
                "%,d activities: edit median %.1f us, p90 %.1f us, p99 %.1f us; full schedule %.0f us; 1/%.0f of it%n",
                size,
                median,
                times[EDITS * 9 / 10] / MICROSECOND,
                times[EDITS * 99 / 100] / MICROSECOND,
                schedule,
                schedule / median);
    }

    /** Runs so many edits, from the first again after the last; returns what each took. */
    private long[] edits(Schedule plan, List<EditMix.Edit> edits, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            EditMix.Edit edit = edits.get(i % edits.size());
            long before = clock.getCurrentThreadCpuTime();
            plan.whatIf().duration(edit.activity(), edit.duration()).schedule();
            times[i] = clock.getCurrentThreadCpuTime() - before;
        }
        return times;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
