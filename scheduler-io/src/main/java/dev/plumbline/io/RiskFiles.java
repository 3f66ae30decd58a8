package dev.plumbline.io;

import dev.plumbline.io.csv.CompanionSource;
import dev.plumbline.io.csv.RiskReader;
import dev.plumbline.io.csv.RiskWriter;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskAnalysis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads and writes what is uncertain about a plan, in tables beside it: for {@code site.csv} or {@code site.xml} in
 * {@code site.ranges.csv}, {@code site.drivers.csv}, {@code site.correlations.csv}, {@code site.risks.csv},
 * {@code site.branches.csv} and {@code site.weather.csv}, as many of them as there are.
 *
 * <pre>{@code
 * var path = Path.of("site.xml");
 * var risk = RiskFiles.read(path, ProjectFiles.read(path));
 * risk.findings().forEach(System.out::println);
 * risk.analysis().simulate(10_000, 42);
 * }</pre>
 *
 * <p>The three-point estimates of the plan's activities count too. Activities are named as the plan's own cells name them: in a
 * CSV plan by the column ID, in a Microsoft Project file by the number of the row; everywhere also as {@code uid:17}.
 */
public final class RiskFiles {

    private RiskFiles() {}

    /**
     * Returns what is uncertain about a plan, with the limits for files from anywhere.
     *
     * @param plan the file of the plan, beside which the tables are
     * @param read the plan
     * @throws PlumblineException with all problems of all tables
     */
    public static RiskInputs read(Path plan, ReadResult read) throws IOException {
        return read(plan, read, ReadOptions.DEFAULT);
    }

    /**
     * Returns what is uncertain about a plan.
     *
     * @param plan the file of the plan, beside which the tables are; it need not exist
     * @param read the plan
     * @throws PlumblineException with all problems of all tables
     */
    public static RiskInputs read(Path plan, ReadResult read, ReadOptions options) throws IOException {
        RiskReader.Content content = RiskReader.read(
                CompanionSource.beside(plan),
                ProjectFiles.nameOf(plan),
                read.project(),
                namesByRow(read.format()),
                Objects.requireNonNull(options, "options"));
        return new RiskInputs(content.analysis(), content.findings(), content.rows());
    }

    /**
     * Writes what an analysis says is uncertain as tables beside a plan of the same project. The plan itself, with its three-point
     * estimates, is not written. Tables that are there already and would hold nothing keep their header only; others aren't made.
     * Each file is replaced as a whole.
     *
     * @param analysis what is uncertain
     * @param plan the file of the plan, {@code .csv} or {@code .xml}, by whose ways activities are named
     * @return what the tables can't hold
     * @throws PlumblineException if the plan's name ends in neither
     */
    public static List<Problem> write(RiskAnalysis analysis, Path plan) throws IOException {
        return write(writer(analysis, plan), plan);
    }

    private static RiskWriter writer(RiskAnalysis analysis, Path plan) {
        boolean byRow = namesByRow(ProjectFiles.writtenFormat(plan));
        return RiskWriter.of(analysis.project(), analysis.uncertainty(), byRow);
    }

    private static List<Problem> write(RiskWriter writer, Path plan) throws IOException {
        for (String part : RiskReader.PARTS) {
            Path table = CompanionSource.companion(plan, part);
            if (writer.needs(part) || Files.exists(table)) {
                AtomicFile.write(table, out -> writer.writeCompanion(part, out));
            }
        }
        return writer.findings();
    }

    /**
     * Carries the tables beside a plan over to another file of the same plan. Where both have the same tables, as
     * {@code site.csv} and {@code site.xml} in one folder do, these are written anew only if they say something else beside the
     * other file.
     *
     * @param from the file that was read
     * @param read what was read
     * @param to the file that was written, {@code .csv} or {@code .xml}
     * @return what is odd in the tables, what they can't hold there, and tables beside the other file that now belong to this plan
     * @throws PlumblineException with all problems of all tables
     */
    public static List<Problem> carry(Path from, ReadResult read, Path to, ReadOptions options) throws IOException {
        RiskInputs inputs = read(from, read, options);
        List<Problem> findings = new ArrayList<>(inputs.findings());
        boolean shared = tables(from).equals(tables(to));
        if (inputs.rows() == 0) {
            findings.addAll(shared ? List.of() : left(to));
        } else if (!shared) {
            findings.addAll(write(inputs.analysis(), to));
        } else if (!saysTheSame(inputs, CompanionSource.beside(to), ProjectFiles.writtenFormat(to), options)) {
            RiskWriter writer = writer(inputs.analysis(), to);
            if (saysTheSame(inputs, source(writer), read.format(), options)) {
                findings.addAll(write(writer, to));
            } else {
                findings.add(Problem.warning(
                        "RISK_TABLE_SHARED",
                        "the tables of risk beside %s are those of %s, which names activities otherwise"
                                .formatted(ProjectFiles.nameOf(to), ProjectFiles.nameOf(from)),
                        "write the plan under another name, so that it gets tables of its own"));
            }
        }
        return findings;
    }

    private static List<Path> tables(Path plan) {
        Path whole = plan.toAbsolutePath().normalize();
        return RiskReader.PARTS.stream()
                .map(part -> CompanionSource.companion(whole, part))
                .toList();
    }

    private static List<Problem> left(Path plan) {
        return tables(plan).stream()
                .filter(Files::exists)
                .map(table -> Problem.warning(
                        "RISK_TABLE_LEFT",
                        "%s was there already and now belongs to this plan".formatted(ProjectFiles.nameOf(table)),
                        "delete it unless it is meant for it"))
                .toList();
    }

    /** Returns the tables that a writer would write. */
    private static CompanionSource source(RiskWriter writer) {
        return part -> {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            writer.writeCompanion(part, table);
            return new ByteArrayInputStream(table.toByteArray());
        };
    }

    /** Returns whether tables say the same beside a plan of another format. */
    private static boolean saysTheSame(RiskInputs inputs, CompanionSource tables, Format format, ReadOptions options)
            throws IOException {
        RiskAnalysis analysis = inputs.analysis();
        try {
            RiskReader.Content content = RiskReader.read(tables, "", analysis.project(), namesByRow(format), options);
            return content.analysis().uncertainty().equals(analysis.uncertainty());
        } catch (PlumblineException e) {
            return false;
        }
    }

    private static boolean namesByRow(Format format) {
        return format == Format.MSPDI;
    }
}
