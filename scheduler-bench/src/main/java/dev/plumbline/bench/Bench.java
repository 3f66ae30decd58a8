package dev.plumbline.bench;

import dev.plumbline.bench.gate.Gate;
import dev.plumbline.bench.work.Workload;
import dev.plumbline.bench.work.Workloads;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The runnable jar: the gate, the short set, or JMH with all its options. */
public final class Bench {

    private static final String USAGE = """
            plumbline bench --compare BASE.json   measures and judges against a baseline; exit code 1 if something is slower, 2 if BASE.json won't do
            plumbline bench --record BASE.json    measures and writes a baseline
            plumbline bench --short [JMH OPTIONS] the short set, ours and other tools, in less than ten minutes; keep it with -rf json -rff result.json
            plumbline bench --figures RESULT.json [NAMES...]   processor time of all workloads to a million activities, for busy machines
            plumbline bench --memory              bytes an activity
            plumbline bench --charts RESULT.json FOLDER   draws the growth curves of a JMH result as SVG, and prints its table
            plumbline bench JMH OPTIONS           JMH: -l lists the benchmarks, -h its options
            """;

    private static final int[] SHORT_SIZES = {1_000, 10_000, 100_000};
    private static final long SHORT_ITERATION_MILLIS = 700;

    private Bench() {}

    /**
     * Runs.
     *
     * @param args see the usage
     * @throws Exception if JMH or a file fails
     */
    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        List<String> all = List.of(args);
        List<String> rest = all.subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "--help" : args[0]) {
            case "--help" -> System.out.print(USAGE);
            case "--record" -> {
                return rest.size() == 1 ? new Gate(System.out).record(Path.of(rest.get(0))) : misused("--record FILE");
            }
            case "--compare" -> {
                return rest.size() == 1
                        ? new Gate(System.out).compare(Path.of(rest.get(0)))
                        : misused("--compare FILE");
            }
            case "--figures" -> {
                return rest.isEmpty() ? misused("--figures FILE [NAMES...]") : figures(rest);
            }
            case "--charts" -> {
                return rest.size() == 2 ? charts(rest) : misused("--charts FILE FOLDER");
            }
            case "--memory" -> memory();
            case "--short" -> shortSet(rest);
            default -> org.openjdk.jmh.Main.main(args);
        }
        return Gate.PASSED;
    }

    private static int misused(String usage) {
        System.err.println("usage: plumbline bench " + usage + "; see plumbline bench --help");
        return Gate.UNUSABLE;
    }

    private static int figures(List<String> args) throws IOException {
        new Figures(System.out).measure(Path.of(args.get(0)), args.subList(1, args.size()));
        return Gate.PASSED;
    }

    private static int charts(List<String> args) throws IOException {
        Charts.draw(Path.of(args.get(0)), Path.of(args.get(1)), System.out);
        return Gate.PASSED;
    }

    private static void memory() {
        System.out.println("| activities | model with 1.5 assignments each | network | flat form | dates |");
        System.out.println("|---:|---:|---:|---:|---:|");
        MemoryFigures figures = new MemoryFigures(System.out);
        for (int size : new int[] {10_000, 100_000, 1_000_000}) {
            figures.measure(size);
        }
    }

    /** Each workload at the sizes it is meant for; the results of all in one file. */
    private static void shortSet(List<String> args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions given = new CommandLineOptions(args.toArray(String[]::new));
        List<RunResult> all = new ArrayList<>();
        for (Workload workload : Workloads.all()) {
            for (int size : SHORT_SIZES) {
                if (size <= workload.largest() && isWanted(workload, size)) {
                    all.addAll(new Runner(options(given, workload, size)).run());
                }
            }
        }
        ResultFormatType type = given.getResultFormat().orElse(ResultFormatType.TEXT);
        if (given.getResult().hasValue()) {
            ResultFormatFactory.getInstance(type, given.getResult().get()).writeOut(all);
        }
        ResultFormatFactory.getInstance(ResultFormatType.TEXT, System.out).writeOut(all);
    }

    /** The largest size is left to work that takes at most a few hundred milliseconds there. */
    private static boolean isWanted(Workload workload, int size) {
        boolean slow = workload.name().startsWith("peer-") || workload.name().startsWith("simulation");
        return size < 100_000 || !slow;
    }

    private static Options options(CommandLineOptions given, Workload workload, int size) throws IOException {
        File own = File.createTempFile("plumbline-bench", ".result");
        own.deleteOnExit();
        return new OptionsBuilder()
                .parent(given)
                .include(WorkBenchmark.class.getName())
                .param("work", workload.name())
                .param("activities", Integer.toString(size))
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(SHORT_ITERATION_MILLIS))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(SHORT_ITERATION_MILLIS))
                .result(own.getPath())
                .build();
    }
}
