package dev.plumbline.io;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan read from a file, with what was odd in it and what the model does not hold. Immutable. */
public final class ReadResult {

    private final Project project;
    private final Format format;
    private final List<Problem> findings;
    private final @Nullable Ledger ledger;

    /** Made by the readers. */
    ReadResult(Project project, Format format, List<Problem> findings, @Nullable Ledger ledger) {
        this.project = Objects.requireNonNull(project, "project");
        this.format = Objects.requireNonNull(format, "format");
        this.findings = List.copyOf(findings);
        this.ledger = ledger;
    }

    /** Returns the plan. */
    public Project project() {
        return project;
    }

    /** Returns the format it was read from. */
    public Format format() {
        return format;
    }

    /** Returns what was odd but legal, with line and column, those of the project included. */
    public List<Problem> findings() {
        return findings;
    }

    /**
     * Writes a schedule of this plan or of a changed copy, by the extension of the path, with all that the file held and the
     * model does not know.
     *
     * @return what the format can't hold
     */
    public List<Problem> write(Schedule plan, Path path) throws IOException {
        return ProjectFiles.write(plan, path, ledger);
    }

    /** Writes a plan without computed dates; see {@link #write(Schedule, Path)}. */
    public List<Problem> write(Project plan, Path path) throws IOException {
        return ProjectFiles.write(plan, path, ledger);
    }

    /** What a file holds and the model doesn't know, kept for writing it back. */
    public interface Ledger {}
}
