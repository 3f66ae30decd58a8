package dev.plumbline.io;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes plans. */
public final class ProjectFiles {

    private ProjectFiles() {}

    /** Returns the plan in a file, its format known by content and extension. */
    public static ReadResult read(Path path) throws IOException {
        return read(path, ReadOptions.DEFAULT);
    }

    /** Returns the plan in a file. */
    public static ReadResult read(Path path, ReadOptions options) throws IOException {
        throw new IOException("being written");
    }

    /** Returns the plan in a stream, which is not closed. */
    public static ReadResult read(InputStream in, Format format, ReadOptions options) throws IOException {
        throw new IOException("being written");
    }

    /** Writes a schedule in the format of the path's extension; returns what the format can't hold. */
    public static List<Problem> write(Schedule plan, Path path) throws IOException {
        return write(plan, path, null);
    }

    /** Writes a plan without computed dates. */
    public static List<Problem> write(Project plan, Path path) throws IOException {
        return write(plan, path, null);
    }

    static List<Problem> write(Schedule plan, Path path, ReadResult.@Nullable Ledger ledger) throws IOException {
        throw new IOException("being written");
    }

    static List<Problem> write(Project plan, Path path, ReadResult.@Nullable Ledger ledger) throws IOException {
        throw new IOException("being written");
    }
}
