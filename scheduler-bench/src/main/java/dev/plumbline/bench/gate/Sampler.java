package dev.plumbline.bench.gate;

import dev.plumbline.bench.work.Workload;
import dev.plumbline.bench.work.Workloads;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Measures workloads within one Java process: processor time of the thread in ratio to the calibration loop just before and just
 * after. Prints a line with name and ratio for each sample.
 */
public final class Sampler {

    /*
     * Absolute times vary with the machine, its clock and its neighbours; ratios to a loop that ran a moment ago vary far less. The
     * time of the thread is taken, so that a stolen processor counts for nothing but cold caches.
     */

    private static final double LEAST_SAMPLE = 2e7;
    private static final double WARM_UP = 8e8;
    private static final int LEAST_WARM_UP_RUNS = 4;
    private static final int SAMPLES = 10;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Calibration calibration = new Calibration();
    private final PrintStream out;
    private int unusedSink;

    private Sampler(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param names the workloads
     * @throws IOException if a file that one needs can't be written
     */
    public static void main(String[] names) throws IOException {
        Sampler sampler = new Sampler(System.out);
        for (int i = 0; i < 150; i++) {
            sampler.unusedSink += sampler.calibration.once();
        }
        for (String name : names) {
            sampler.measure(Workloads.of(name));
        }
    }

    private void measure(Workload workload) throws IOException {
        Workload.Run run = workload.setup().prepare(workload.gateSize());
        double spent = 0;
        int runs = 0;
        double once = Double.MAX_VALUE;
        while (spent < WARM_UP || runs < LEAST_WARM_UP_RUNS) {
            double took = time(run, 1);
            once = Math.min(once, took);
            spent += took;
            runs++;
        }
        int repeats = (int) Math.max(1, Math.min(1_000_000, LEAST_SAMPLE / Math.max(1, once)));
        double before = calibrate();
        for (int sample = 0; sample < SAMPLES; sample++) {
            double took = time(run, repeats);
            double after = calibrate();
            out.printf(Locale.ROOT, "%s\t%.6g%n", workload.name(), took / repeats * 2 / (before + after));
            before = after;
        }
        out.flush();
    }

    private double calibrate() {
        long from = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < 5; i++) {
            unusedSink += calibration.once();
        }
        return (clock.getCurrentThreadCpuTime() - from) / 5.0;
    }

    private double time(Workload.Run run, int repeats) throws IOException {
        long from = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < repeats; i++) {
            unusedSink += System.identityHashCode(run.once()) & 1;
        }
        return clock.getCurrentThreadCpuTime() - from;
    }
}
