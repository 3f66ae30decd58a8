package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Schedules a million activities with 2.3 million relationships and a chain of a million activities of a minute each, and
 * shows the error of a chain too long for the time axis. Prints times and memory of the machine it runs on.
 */
public final class LargePlans {

    private static final int RUNS = 5;
    private static final int MILLION = 1_000_000;

    private final PrintStream out;
    private final int activities;

    private LargePlans(PrintStream out, int activities) {
        this.out = out;
        this.activities = activities;
    }

    /**
     * Runs all three.
     *
     * @param args the number of activities, a million if absent
     */
    public static void main(String[] args) {
        run(System.out, args.length == 0 ? MILLION : Integer.parseInt(args[0]));
    }

    static void run(PrintStream out, int activities) {
        LargePlans plans = new LargePlans(out, activities);
        plans.print(
                "Java %s, %d processors, heap limit %d MB%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        PlanShape network = PlanShape.DEFAULT.withActivities(activities);
        plans.measure("network", network);
        plans.measure("network, 4 calendars", network.withCalendars(4));
        plans.measure("network, 3 levels of summaries", network.withSummaryLevels(3));
        plans.measure("chain of minutes", network.asChain(1));
        plans.tooLong(network.asChain(chainTooLong(activities)));
    }

    private void measure(String name, PlanShape shape) {
        long before = System.nanoTime();
        Project project = PlanGenerator.generate(shape, 42);
        double generated = millisSince(before);
        print(
                "%n%s: %,d rows, %,d relationships; built and checked in %.0f ms, project %d MB%n",
                name, project.activities().size(), project.relationships().size(), generated, usedMegabytes());
        double compile = Double.MAX_VALUE;
        double passes = Double.MAX_VALUE;
        double schedule = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            before = System.nanoTime();
            Network network = NetworkCompiler.compile(project);
            compile = Math.min(compile, millisSince(before));
            Times times = new Times(network);
            before = System.nanoTime();
            Passes.run(network, true, false, times);
            passes = Math.min(passes, millisSince(before));
            before = System.nanoTime();
            CriticalPath.schedule(project);
            schedule = Math.min(schedule, millisSince(before));
        }
        Schedule plan = CriticalPath.schedule(project);
        print(
                "  best of %d: compile %.1f ms, passes %.1f ms (%.1f ns a relationship), schedule %.1f ms; with the schedule %d MB%n",
                RUNS,
                compile,
                passes,
                passes * 1e6 / Math.max(1, project.relationships().size()),
                schedule,
                usedMegabytes());
        print(
                "  %s to %s, %,d critical%n",
                plan.start(), plan.finish(), plan.criticalPath().size());
    }

    private void tooLong(PlanShape shape) {
        Project project = PlanGenerator.generate(shape, 42);
        print("%nchain too long: %,d activities of %,d minutes%n", activities, shape.chainMinutes());
        try {
            print("  scheduled up to %s%n", CriticalPath.schedule(project).finish());
        } catch (PlumblineException e) {
            print("  refused with %d problem(s): %s%n", e.problems().size(), String.valueOf(e.getMessage()));
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** Returns what is reachable, after the collector was asked to run. */
    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Returns minutes of work that, in a chain, lead past the year 9999: 12,000 years of 130,000 working minutes. */
    private static int chainTooLong(int activities) {
        return Math.toIntExact(12_000L * 130_000 / activities);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
