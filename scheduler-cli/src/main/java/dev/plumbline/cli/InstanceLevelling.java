package dev.plumbline.cli;

import dev.plumbline.io.InstanceFiles;
import dev.plumbline.io.InstanceFiles.InstanceFormat;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.rcpsp.Budget;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.Rcpsp;
import dev.plumbline.rcpsp.RcpspResult;
import dev.plumbline.rcpsp.SearchOptions;
import dev.plumbline.rcpsp.StoppedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Levels abstract instances: a row for each, and their starts in files. What it says of searching is used for plans too. */
final class InstanceLevelling {

    private static final long DEFAULT_SCHEDULES = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final List<String> COLUMNS =
            List.of("instance", "activities", "makespan", "lower_bound", "optimal", "schedules");

    @Option(
            names = "--search",
            paramLabel = "SCHEDULES",
            description =
                    "How many schedules to generate for a plan (default: none) or an instance (default: 1000, without a limit"
                            + " with --seconds).")
    private @Nullable Long schedules;

    @Option(names = "--seconds", paramLabel = "S", description = "How long to search for a plan or an instance.")
    private @Nullable Double seconds;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the random choices (default: 1).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "How many threads search (default: 1); the result doesn't depend on it.")
    private int threads = 1;

    @Option(
            names = "--starts",
            paramLabel = "DIR",
            description = "Write the start of every activity to DIR/INSTANCE.csv, numbered as in the file.")
    private @Nullable String starts;

    @Option(names = "--times", description = "Add a column cpu_ms: the CPU time of each search.")
    private boolean times;

    private final List<Row> rows = new ArrayList<>();

    /**
     * What became of an instance.
     *
     * @param result the schedule
     * @param cpuMillis the CPU time of the search
     */
    private record Row(RcpspResult result, long cpuMillis) {

        List<String> cells(boolean timed) {
            List<String> cells = new ArrayList<>(List.of(
                    result.instance().name(),
                    Integer.toString(result.instance().activities()),
                    Integer.toString(result.makespan()),
                    Integer.toString(result.lowerBound()),
                    Boolean.toString(result.isOptimal()),
                    Long.toString(result.schedules())));
            if (timed) {
                cells.add(Long.toString(cpuMillis));
            }
            return cells;
        }
    }

    static boolean isInstance(String name) {
        String extension = InputOptions.extension(name);
        return extension.equals("sm") || extension.equals("rcp");
    }

    /** Returns the instances of a folder in order of their names, possibly none. */
    static List<Source> in(Path folder) {
        List<Source> sources = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = InputOptions.nameOf(entry);
                if (isInstance(name) && Files.isRegularFile(entry)) {
                    sources.add(new Source(name, entry, null));
                }
            }
        } catch (IOException e) {
            throw Failure.unreadable(e);
        }
        sources.sort((a, b) -> a.name().compareTo(b.name()));
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            if (!names.add(source.baseName().toLowerCase(Locale.ROOT))) {
                throw Failure.usage("two instances are called %s".formatted(source.baseName()), "rename one");
            }
        }
        return sources;
    }

    /** Returns whether a search is asked for, of how many schedules or how long. */
    boolean isAsked() {
        return schedules != null || seconds != null;
    }

    int threads() {
        return threads;
    }

    long seed() {
        return seed;
    }

    private void check() {
        if (threads < 1 || seconds != null && !(seconds >= 0) || schedules != null && schedules < 0) {
            throw Failure.usage("--search, --seconds and --threads must not be negative", "use at least one thread");
        }
    }

    /** Searches each instance; what can't be read or levelled is said and left out. */
    void level(List<Source> sources, @Nullable InstanceFormat format, Console console, Batch batch) {
        check();
        Path folder = starts == null ? null : InputOptions.path(starts);
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw Failure.unwritable(InputOptions.nameOf(folder), e);
            }
        }
        batch.forEach(sources, source -> {
            Row row = search(read(source, format, console));
            if (folder != null) {
                Path target = OutputOptions.notAnInput(folder.resolve(source.baseName() + ".csv"), sources);
                OutputOptions.write(target, console, out -> writeStarts(out, row.result));
            }
            rows.add(row);
            return List.of();
        });
    }

    private static Instance read(Source source, @Nullable InstanceFormat format, Console console) {
        try {
            Path path = source.path();
            if (path == null || format != null) {
                InstanceFormat chosen = format == null ? InstanceFormat.SM : format;
                try (InputStream in = path == null ? InputStream.nullInputStream() : Files.newInputStream(path)) {
                    return InstanceFiles.read(
                            path == null ? console.in() : in, chosen, source.name(), ReadLimits.untrusted());
                }
            }
            return InstanceFiles.read(path);
        } catch (IOException e) {
            throw Failure.unreadable(e);
        } catch (PlumblineException e) {
            throw Failure.of(Exit.INPUT, e);
        }
    }

    private Row search(Instance instance) {
        long before = cpuMillis();
        try {
            RcpspResult result = Rcpsp.solve(
                    instance, budget(), seed, SearchOptions.defaults().withThreads(threads));
            if (result.stoppedBy() == StoppedBy.CANCEL) {
                throw Failure.cancelled();
            }
            return new Row(result, cpuMillis() - before);
        } catch (PlumblineException e) {
            throw Failure.of(Exit.UNSOLVABLE, e);
        }
    }

    /** Returns how much to spend on each. */
    Budget budget() {
        check();
        if (seconds == null) {
            return Budget.schedules(schedules == null ? DEFAULT_SCHEDULES : schedules);
        }
        Budget time = Budget.seconds(seconds);
        return schedules == null ? time : time.and(Budget.schedules(schedules));
    }

    /** The time of this thread or, where several search, of the whole process. */
    private long cpuMillis() {
        if (threads == 1) {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MILLI;
        }
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static void writeStarts(Writer out, RcpspResult result) throws IOException {
        out.write("activity,start\n");
        for (int a = 0; a < result.instance().activities(); a++) {
            out.write((a + 1) + "," + result.start(a) + "\n");
        }
    }

    /** Writes the rows. */
    void print(Writer out, OutputOptions output) throws IOException {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (times) {
            columns.add("cpu_ms");
        }
        switch (output.layout()) {
            case TABLE -> {
                TextTable table = new TextTable(columns);
                rows.forEach(row -> table.row(row.cells(times)));
                out.write(table.render(output.tableRows()));
            }
            case CSV -> {
                out.write(String.join(",", columns) + "\n");
                for (Row row : rows) {
                    List<String> cells = row.cells(times);
                    cells.replaceAll(cell -> cell.equals(InputOptions.STANDARD_INPUT) ? cell : Cells.text(cell));
                    Cells.row(out, cells.toArray(new String[0]));
                }
            }
            case JSON -> json(out);
        }
    }

    private void json(Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().name("version").value(1).name("instances").beginArray();
        for (Row row : rows) {
            RcpspResult result = row.result;
            json.beginRow();
            json.name("instance").value(result.instance().name());
            json.name("activities").value(result.instance().activities());
            json.name("makespan").value(result.makespan());
            json.name("lower_bound").value(result.lowerBound());
            json.name("lower_bound_reason").value(result.bound().sentence());
            json.name("optimal").literal(Boolean.toString(result.isOptimal()));
            json.name("schedules").value(result.schedules());
            if (times) {
                json.name("cpu_ms").value(row.cpuMillis);
            }
            json.endObject();
        }
        json.endArray().endObject();
        json.finish();
    }
}
