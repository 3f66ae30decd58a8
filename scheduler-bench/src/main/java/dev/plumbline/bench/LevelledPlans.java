package dev.plumbline.bench;

import dev.plumbline.level.GenerationScheme;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Project;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Levels generated plans of 1,000 to 100,000 activities on 4 calendars with 1.5 assignments an activity, in one pass of the
 * serial and of the parallel scheme. Prints the CPU time, and the time by n log n, on the machine it runs on.
 */
public final class LevelledPlans {

    private static final int RUNS = 3;
    private static final int MOST_RUNS = 60;
    private static final double WARM = 2e9;
    private static final int LARGEST = 100_000;

    private final PrintStream out;

    private LevelledPlans(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs all sizes.
     *
     * @param args the largest number of activities, 100,000 if absent
     */
    public static void main(String[] args) {
        run(System.out, args.length == 0 ? LARGEST : Integer.parseInt(args[0]));
    }

    static void run(PrintStream out, int largest) {
        LevelledPlans plans = new LevelledPlans(out);
        plans.print(
                "Java %s, %d processors, heap limit %d MB%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        plans.print("| activities | resources | scheme | CPU ms | ns / (n log2 n) | delayed | left |%n");
        plans.print("|-----------:|----------:|--------|-------:|----------------:|--------:|-----:|%n");
        for (int n = 1_000; n <= largest; n *= 10) {
            for (int size : new int[] {n, 3 * n}) {
                if (size <= largest) {
                    plans.measure(size);
                }
            }
        }
    }

    private void measure(int activities) {
        int resources = Math.max(2, activities / 500);
        PlanShape shape =
                PlanShape.DEFAULT.withActivities(activities).withCalendars(4).withResources(resources);
        Project project = PlanGenerator.generate(shape, 42);
        for (GenerationScheme scheme : GenerationScheme.values()) {
            Levelling how = Levelling.of(scheme, PriorityRule.LATEST_FINISH);
            double best = Double.MAX_VALUE;
            Levelled levelled = how.level(project);
            double spent = 0; // small plans run until they are compiled
            for (int run = 0; run < RUNS || (spent < WARM && run < MOST_RUNS); run++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                levelled = how.level(project);
                double took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - (double) before;
                best = Math.min(best, took);
                spent += took;
            }
            print(
                    "| %,d | %,d | %s | %,.0f | %.1f | %,d | %,d |%n",
                    activities,
                    resources,
                    scheme,
                    best / 1e6,
                    best / (activities * Math.log(activities) / Math.log(2)),
                    levelled.delays().size(),
                    levelled.overallocations().size());
        }
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
