package dev.plumbline.bench;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.io.mspdi.MspdiWriter;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.mspdi.MSPDIWriter;

/**
 * Reads and writes a document and tells the time of one thread's processor and the memory that stays taken, beside MPXJ in the
 * same run. The best of several runs counts, in megabytes of a million bytes.
 *
 * <pre>{@code
 * java -Xmx3g -XX:+UseSerialGC -cp target/benchmarks.jar dev.plumbline.bench.DocumentFigures /tmp/large.xml 7 peer
 * }</pre>
 */
public final class DocumentFigures {

    private static final ReadOptions OPTIONS = ReadOptions.DEFAULT.withLimits(ReadLimits.trusted());
    private static final int COLLECTIONS = 3;

    private final PrintStream out;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int runs;
    private @Nullable Object held;

    private DocumentFigures(PrintStream out, int runs) {
        this.out = out;
        this.runs = runs;
    }

    /** Work that is measured. */
    private interface Work {
        Object run() throws IOException;
    }

    /** Measures a file: its name, the number of runs, and {@code peer} for MPXJ beside it. */
    public static void main(String[] args) throws IOException {
        run(System.out, Path.of(args[0]), Integer.parseInt(args[1]), args.length > 2);
    }

    static void run(PrintStream out, Path file, int runs, boolean peer) throws IOException {
        DocumentFigures figures = new DocumentFigures(out, runs);
        long size = Files.size(file);
        figures.out.format(Locale.ROOT, "%s: %.1f MB, Java %s%n", file.getFileName(), size / 1e6, Runtime.version());
        figures.memory(file);
        if (peer && isXml(file)) {
            figures.peerMemory(file);
        }
        figures.time("read", size, () -> ProjectFiles.read(file, OPTIONS));
        if (isXml(file)) {
            figures.write(ProjectFiles.read(file, OPTIONS).project());
        }
        if (peer && isXml(file)) {
            figures.peer(file, size);
        }
    }

    private static boolean isXml(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** Nothing but the field holds the plan, so that what is not needed can be collected. */
    private void memory(Path file) throws IOException {
        long before = used();
        held = ProjectFiles.read(file, OPTIONS);
        long both = used() - before;
        held = project();
        long model = used() - before;
        Project project = (Project) held;
        int activities = project.activities().size();
        out.format(
                Locale.ROOT,
                "%,d rows, %,d relationships, %,d assignments: plan %,d bytes a row, what only the file holds %,d%n",
                activities,
                project.relationships().size(),
                project.assignments().size(),
                model / activities,
                (both - model) / activities);
        held = null;
    }

    private Project project() {
        return ((ReadResult) Objects.requireNonNull(held)).project();
    }

    private void peerMemory(Path file) throws IOException {
        long before = used();
        held = peerRead(file);
        long model = used() - before;
        out.format(
                Locale.ROOT,
                "MPXJ: plan %,d bytes a row%n",
                model / ((ProjectFile) held).getTasks().size());
        held = null;
    }

    private void write(Project project) throws IOException {
        Schedule plan = CriticalPath.schedule(project);
        Counter counter = new Counter();
        MspdiWriter.write(counter, project, plan, null);
        time("write", counter.count, () -> MspdiWriter.write(new Counter(), project, plan, null));
    }

    private void peer(Path file, long size) throws IOException {
        time("MPXJ read", size, () -> peerRead(file));
        ProjectFile read = peerRead(file);
        Counter counter = new Counter();
        new MSPDIWriter().write(read, counter);
        time("MPXJ write", counter.count, () -> {
            new MSPDIWriter().write(read, new Counter());
            return read;
        });
    }

    private static ProjectFile peerRead(Path file) throws IOException {
        try {
            return new MSPDIReader().read(file.toFile());
        } catch (org.mpxj.MPXJException e) {
            throw new IOException(e);
        }
    }

    private void time(String what, long bytes, Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long before = threads.getCurrentThreadCpuTime();
            held = work.run();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        held = null;
        out.format(
                Locale.ROOT,
                "%s: %.1f MB in %.0f ms of CPU, %.1f MB/s%n",
                what,
                bytes / 1e6,
                best / 1e6,
                bytes * 1e3 / best);
    }

    /** Returns what is taken when all that nobody needs is collected. */
    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Takes bytes and counts them. */
    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
