package dev.plumbline.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.io.InstanceFiles;
import dev.plumbline.rcpsp.Budget;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.Rcpsp;
import dev.plumbline.rcpsp.RcpspResult;
import dev.plumbline.rcpsp.SearchOptions;
import dev.plumbline.rcpsp.Validator;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The quality of the search on PSPLIB, as the literature measures it: mean deviation from the critical path (j60, j120) or from
 * the optimum (j30) after a number of schedules.
 *
 * <pre>{@code
 * java -cp benchmarks.jar dev.plumbline.bench.PsplibQuality --root ../shared/psplib --sets j30,j120 \
 *     --schedules 1000,5000 --every 10 --seed 1 --threads 1
 * }</pre>
 *
 * <p>With {@code --seconds 0.1,1,10} the budgets are times instead: the learning curve.
 */
public final class PsplibQuality {

    private static final double PERCENT = 100;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int COLUMN_LOWER = 2;
    private static final int COLUMN_UPPER = 3;
    private static final int COLUMN_OPTIMAL = 4;
    private static final int COLUMN_CRITICAL_PATH = 5;
    private static final int COLUMNS = 6;

    private PsplibQuality() {}

    /** Prints one row for each set and budget. */
    public static void main(String[] arguments) throws IOException {
        run(arguments, System.out);
    }

    /**
     * What is known of an instance.
     *
     * @param lower the largest known lower bound
     * @param best the shortest known schedule
     * @param optimal whether it is proved optimal
     * @param criticalPath the critical-path bound
     */
    record Known(int lower, int best, boolean optimal, int criticalPath) {}

    /**
     * One row of the table.
     *
     * @param instances the number of instances
     * @param overCriticalPath mean % above the critical path
     * @param overBest mean % above the best known
     * @param proved how many were proved optimal
     * @param bounded how many lower bounds are as large as the best known
     * @param schedules the schedules generated, all together
     * @param micros CPU microseconds a schedule, all threads
     */
    record Row(
            int instances,
            double overCriticalPath,
            double overBest,
            int proved,
            int bounded,
            long schedules,
            double micros) {}

    static void run(String[] arguments, PrintStream out) throws IOException {
        Map<String, String> options = options(arguments);
        Path root = Path.of(options.getOrDefault("--root", "../shared/psplib"));
        String seconds = options.get("--seconds");
        int every = Integer.parseInt(options.getOrDefault("--every", "1"));
        int threads = Integer.parseInt(options.getOrDefault("--threads", "1"));
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        Map<String, Known> known = known(root.resolve("best_known.csv"));
        List<Budget> budgets = new ArrayList<>();
        if (seconds == null) {
            for (String count : options.getOrDefault("--schedules", "1000").split(",", -1)) {
                budgets.add(Budget.schedules(Long.parseLong(count)));
            }
        } else {
            for (String length : seconds.split(",", -1)) {
                budgets.add(Budget.seconds(Double.parseDouble(length)));
            }
        }
        out.printf(
                Locale.ROOT,
                "%-5s %10s %9s %8s %8s %7s %7s %9s%n",
                "set",
                "budget",
                "instances",
                "% cp",
                "% best",
                "proved",
                "bounded",
                "us");
        for (String set : options.getOrDefault("--sets", "j30,j60,j120").split(",", -1)) {
            List<Instance> instances = instances(root.resolve(set), every);
            for (Budget budget : budgets) {
                Row row = measure(instances, known, budget, seed, threads);
                String label =
                        seconds == null ? Long.toString(budget.schedules()) : budget.nanos() / NANOS_PER_SECOND + " s";
                out.printf(
                        Locale.ROOT,
                        "%-5s %10s %9d %8.3f %8.3f %7d %7d %9.2f%n",
                        set,
                        label,
                        row.instances,
                        row.overCriticalPath,
                        row.overBest,
                        row.proved,
                        row.bounded,
                        row.micros);
            }
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    static Row measure(List<Instance> instances, Map<String, Known> known, Budget budget, long seed, int threads) {
        double overCriticalPath = 0;
        double overBest = 0;
        int proved = 0;
        int bounded = 0;
        long schedules = 0;
        long before = cpu();
        for (Instance instance : instances) {
            RcpspResult result =
                    Rcpsp.solve(instance, budget, seed, SearchOptions.defaults().withThreads(threads));
            Known best = Objects.requireNonNull(known.get(instance.name()), instance.name());
            check(result, best);
            overCriticalPath += PERCENT * (result.makespan() - best.criticalPath) / best.criticalPath;
            overBest += PERCENT * (result.makespan() - best.best) / best.best;
            proved += result.isOptimal() ? 1 : 0;
            bounded += result.lowerBound() >= best.lower ? 1 : 0;
            schedules += result.schedules();
        }
        double micros = (cpu() - before) / NANOS_PER_MICRO / schedules;
        int n = instances.size();
        return new Row(n, overCriticalPath / n, overBest / n, proved, bounded, schedules, micros);
    }

    /** A schedule must be valid, a bound must hold, and no proved optimum can be beaten. */
    private static void check(RcpspResult result, Known best) {
        boolean wrong = !Validator.check(result.instance(), result.starts()).isEmpty()
                || result.lowerBound() > best.best
                || (best.optimal && result.makespan() < best.best);
        if (wrong) {
            throw new IllegalStateException("wrong result or best known value: " + result);
        }
    }

    /** The time of all threads of this process, those of the compiler and the collector included. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    static List<Instance> instances(Path folder, int every) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".sm")).sorted().toList();
        }
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < files.size(); i += every) {
            instances.add(InstanceFiles.read(files.get(i)));
        }
        return instances;
    }

    static Map<String, Known> known(Path file) throws IOException {
        Map<String, Known> known = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (cells.length == COLUMNS && !cells[0].equals("set")) {
                known.put(
                        cells[1],
                        new Known(
                                Integer.parseInt(cells[COLUMN_LOWER]),
                                Integer.parseInt(cells[COLUMN_UPPER]),
                                cells[COLUMN_OPTIMAL].equals("yes"),
                                Integer.parseInt(cells[COLUMN_CRITICAL_PATH])));
            }
        }
        return known;
    }
}
