package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.Smoothing;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * How long scheduling, levelling and smoothing go on after they were told to stop, at instants spread over the whole of a run. All is
 * done once without stopping before it is measured.
 */
public final class StopFigures {

    private static final int STOPS = 20;
    private static final double MILLISECOND = 1e6;

    private final PrintStream out;

    /** Work that can be stopped. */
    private interface Work {
        void run(BooleanSupplier cancelled);
    }

    private StopFigures(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints three lines for each size.
     *
     * @param args numbers of activities; 1,000, 10,000 and 100,000 if absent
     */
    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {1_000, 10_000, 100_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        run(System.out, sizes);
    }

    static void run(PrintStream out, int... sizes) {
        StopFigures figures = new StopFigures(out);
        for (int size : sizes) {
            Project project = PlanGenerator.generate(
                    PlanShape.DEFAULT.withActivities(size).withCalendars(4).withResources(Math.max(2, size / 500)), 42);
            figures.measure("schedule", size, stop -> CriticalPath.schedule(project, ScheduleOptions.DEFAULT, stop));
            figures.measure("level", size, stop -> Levelling.DEFAULT.level(project, ScheduleOptions.DEFAULT, stop));
            figures.measure("smooth", size, stop -> Smoothing.DEFAULT.smooth(project, ScheduleOptions.DEFAULT, stop));
        }
    }

    private void measure(String name, int size, Work work) {
        work.run(() -> false);
        long begin = System.nanoTime();
        work.run(() -> false);
        long whole = System.nanoTime() - begin;
        long[] late = new long[STOPS];
        for (int i = 0; i < STOPS; i++) {
            late[i] = stopped(work, whole * (i + 1) / (STOPS + 1));
        }
        Arrays.sort(late);
        out.printf(
                Locale.ROOT,
                "%-8s %,9d activities: whole %,9.1f ms;"
                        + " after a stop %,7.1f ms (median), %,7.1f ms (longest of %d)%n",
                name,
                size,
                whole / MILLISECOND,
                late[STOPS / 2] / MILLISECOND,
                late[STOPS - 1] / MILLISECOND,
                STOPS);
    }

    /** Returns for how long work goes on after an instant. */
    private static long stopped(Work work, long after) {
        long deadline = System.nanoTime() + after;
        try {
            work.run(() -> System.nanoTime() - deadline >= 0);
        } catch (PlumblineException e) {
            if (!e.problems().get(0).code().equals("CANCELLED")) {
                throw e;
            }
        }
        return Math.max(0, System.nanoTime() - deadline);
    }
}
