package dev.plumbline.bench;

import dev.plumbline.bench.gate.Calibration;
import dev.plumbline.bench.work.Workload;
import dev.plumbline.bench.work.Workloads;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The processor time of all workloads, ours and those of other tools, in one process: for machines that other work keeps busy,
 * where times on the wall tell little. Time of collector threads is not counted. Beside the time stands its ratio to the
 * calibration loop, run before and after. The result has the shape of JMH's JSON and is written anew after each workload, so that
 * a long run can be cut short.
 */
final class Figures {

    private static final double WARM_UP = 8e8;
    private static final double MEASURED = 6e8;
    private static final int FEWEST = 5;
    private static final int MOST = 20_000;
    private static final int LARGEST_PEER = 10_000;
    private static final int CALIBRATIONS = 10;
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Calibration calibration = new Calibration();
    private final PrintStream out;
    private final List<String> runs = new ArrayList<>();
    private int unusedSink;

    Figures(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param result the file for the result
     * @param names the beginnings of the names of workloads; all if there is none
     */
    void measure(Path result, List<String> names) throws IOException {
        for (int i = 0; i < CALIBRATIONS; i++) {
            calibrate();
        }
        for (Workload workload : Workloads.all()) {
            boolean wanted = names.isEmpty() || names.stream().anyMatch(workload.name()::startsWith);
            for (int size : SIZES) {
                if (wanted && size <= workload.largest() && (size <= LARGEST_PEER || isLight(workload))) {
                    measure(workload, size);
                    Files.writeString(result, "[\n  " + String.join(",\n  ", runs) + "\n]\n");
                }
            }
        }
    }

    private void measure(Workload workload, int size) throws IOException {
        double before = calibrate();
        double millis = median(workload, size) / 1e6;
        double ratio = 2 * millis / (before + calibrate());
        out.printf(
                Locale.ROOT,
                "%-32s %,9d activities %12.4f ms %12.5f calibration loops%n",
                workload.name(),
                size,
                millis,
                ratio);
        runs.add(String.format(
                Locale.ROOT,
                "{\"params\": {\"work\": \"%s\", \"activities\": \"%d\"}, \"primaryMetric\": {\"score\": %.6g, \"scoreUnit\": \"ms/op\"}, \"calibrationRatio\": %.6g}",
                workload.name(),
                size,
                millis,
                ratio));
    }

    /** Returns the milliseconds that the calibration loop takes now, the median of some runs. */
    private double calibrate() {
        double[] times = new double[CALIBRATIONS];
        for (int i = 0; i < CALIBRATIONS; i++) {
            long before = clock.getCurrentThreadCpuTime();
            unusedSink += calibration.once();
            times[i] = (clock.getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(times);
        return times[CALIBRATIONS / 2];
    }

    /** What takes seconds a run at the larger sizes is left out there. */
    private static boolean isLight(Workload workload) {
        return !workload.name().startsWith("peer-mpxj") && !workload.name().startsWith("peer-commons");
    }

    private double median(Workload workload, int size) throws IOException {
        Workload.Run run = workload.setup().prepare(size);
        double spent = 0;
        for (int i = 0; i < MOST && (i < 3 || spent < WARM_UP); i++) {
            spent += once(run);
        }
        double[] times = new double[MOST];
        int count = 0;
        spent = 0;
        while (count < MOST && (count < FEWEST || spent < MEASURED)) {
            times[count] = once(run);
            spent += times[count++];
        }
        Arrays.sort(times, 0, count);
        return times[count / 2];
    }

    private double once(Workload.Run run) throws IOException {
        long before = clock.getCurrentThreadCpuTime();
        unusedSink += System.identityHashCode(run.once()) & 1;
        return clock.getCurrentThreadCpuTime() - before;
    }
}
