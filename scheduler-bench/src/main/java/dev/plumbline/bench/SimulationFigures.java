package dev.plumbline.bench;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Project;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.RiskAnalysis;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Iterations of a simulation in a second of processor time, on one thread, beside the loop that a user writes in an afternoon: for
 * machines that other work keeps busy. The plans are those of {@link SimulationBenchmark}.
 */
public final class SimulationFigures {

    private static final int WARM_UP = 4;
    private static final int SEED = 42;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final PrintStream out;

    private SimulationFigures(PrintStream out) {
        this.out = out;
    }

    /** Measures plans of the sizes that are given, 1,000 and 10,000 activities otherwise. */
    public static void main(String[] args) {
        SimulationFigures figures = new SimulationFigures(System.out);
        int[] sizes = args.length == 0
                ? new int[] {1_000, 10_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            figures.measure(size);
        }
    }

    private void measure(int activities) {
        int iterations = Math.max(2_048, Math.min(10_240, 102_400_000 / activities));
        for (int calendars : new int[] {1, 4}) {
            Project plan = plan(activities, calendars, 0);
            RiskAnalysis criticality = RiskAnalysis.of(plan).estimates();
            RiskAnalysis dates = criticality.datesOnly();
            String where = calendars + (calendars == 1 ? " calendar" : " calendars");
            report(activities, "dates, " + where, iterations, 15, n -> dates.simulate(n, SEED));
            report(activities, "criticality, " + where, iterations, 9, n -> criticality.simulate(n, SEED));
        }
        PlainSimulation plain = new PlainSimulation(plan(activities, 1, 0), SEED);
        report(activities, "plain loop", Math.max(1, 200_000 / activities), 9, n -> {
            for (int i = 0; i < n; i++) {
                plain.iterate();
            }
        });
        RiskAnalysis dates =
                RiskAnalysis.of(plan(activities, 1, 20)).estimates().datesOnly();
        RiskAnalysis levelled = dates.levelled(Levelling.serial(PriorityRule.LATEST_FINISH));
        report(
                activities,
                "levelled, 20 resources",
                Math.max(2, 200_000 / activities),
                9,
                n -> levelled.simulate(n, SEED));
        RiskAnalysis weather =
                withWeather(RiskAnalysis.of(plan(activities, 1, 0)).estimates().datesOnly());
        report(activities, "weather", Math.max(2, 200_000 / activities), 9, n -> weather.simulate(n, SEED));
    }

    private static Project plan(int activities, int calendars, int resources) {
        PlanShape shape = PlanShape.DEFAULT.withActivities(activities).withCalendars(calendars);
        return SimulationBenchmark.estimated(PlanGenerator.generate(shape.withResources(resources), SEED), 7);
    }

    private static RiskAnalysis withWeather(RiskAnalysis analysis) {
        WorkCalendar calendar = analysis.project().calendar();
        RiskAnalysis result = analysis;
        for (Month month : Month.values()) {
            Distribution days = Distribution.discreteNumbers(List.of(0.0, 3.0), List.of(1.0, 1.0));
            result = result.weather(calendar.id(), month, days);
        }
        return result;
    }

    private void report(int activities, String what, int iterations, int times, IntConsumer run) {
        double[] rates = new double[times];
        for (int i = -WARM_UP; i < times; i++) {
            long before = clock.getCurrentThreadCpuTime();
            run.accept(iterations);
            double seconds = (clock.getCurrentThreadCpuTime() - before) / 1e9;
            rates[Math.max(0, i)] = iterations / seconds;
        }
        Arrays.sort(rates);
        out.printf(
                Locale.ROOT,
                "%,7d activities, %-24s median %,12.1f best %,12.1f iterations a second%n",
                activities,
                what,
                rates[times / 2],
                rates[times - 1]);
    }
}
