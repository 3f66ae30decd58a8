package dev.plumbline.io;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.csv.CompanionSource;
import dev.plumbline.io.csv.CsvPlanReader;
import dev.plumbline.io.csv.CsvPlanWriter;
import dev.plumbline.io.csv.CsvRead;
import dev.plumbline.io.mspdi.MspdiReader;
import dev.plumbline.io.mspdi.MspdiWriter;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes plans. */
public final class ProjectFiles {

    private static final int SNIFFED_BYTES = 4096;

    private ProjectFiles() {}

    /**
     * Returns the plan in a file, its format known by content and extension.
     *
     * @throws PlumblineException with all problems of the file
     */
    public static ReadResult read(Path path) throws IOException {
        return read(path, ReadOptions.DEFAULT);
    }

    /**
     * Returns the plan in a file, its format known by content and extension. The companions of a CSV file are read with it.
     *
     * @throws PlumblineException with all problems of the file
     */
    public static ReadResult read(Path path, ReadOptions options) throws IOException {
        Objects.requireNonNull(options, "options");
        String name = nameOf(path);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return read(in, formatOf(in, name), name, CompanionSource.beside(path), options);
        }
    }

    /**
     * Returns the plan in a stream, which is not closed.
     *
     * @throws PlumblineException with all problems of the stream
     */
    public static ReadResult read(InputStream in, Format format, ReadOptions options) throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(options, "options");
        return read(in, format, "", null, options);
    }

    private static ReadResult read(
            InputStream in, Format format, String name, @Nullable CompanionSource companions, ReadOptions options)
            throws IOException {
        return switch (format) {
            case MSPDI -> {
                MspdiReader.Content content = MspdiReader.read(in, name, options);
                yield new ReadResult(content.project(), format, content.findings(), content.ledger());
            }
            case CSV -> {
                CsvRead read = CsvPlanReader.read(in, name, companions, options);
                yield new ReadResult(read.project(), format, read.findings(), null);
            }
        };
    }

    /** Binary plans go to the reader of XML too, which knows them and says what to do. */
    private static Format formatOf(InputStream in, String name) throws IOException {
        in.mark(SNIFFED_BYTES);
        byte[] head = in.readNBytes(SNIFFED_BYTES);
        in.reset();
        boolean binaryPlan = head.length > 1 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF;
        String extension = extension(name);
        return looksLikeXml(head) || binaryPlan || extension.equals("xml") || extension.equals("mpp")
                ? Format.MSPDI
                : Format.CSV;
    }

    /** Returns whether the first character that is no blank opens an element, in any encoding that XML is found in. */
    private static boolean looksLikeXml(byte[] head) {
        for (byte b : head) {
            boolean skipped = b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n' || isByteOrderMark(b);
            if (!skipped) {
                return b == '<';
            }
        }
        return false;
    }

    private static boolean isByteOrderMark(byte b) {
        return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF || b == (byte) 0xFE || b == (byte) 0xFF;
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
        return write(Objects.requireNonNull(plan, "plan").project(), plan, path, ledger);
    }

    static List<Problem> write(Project plan, Path path, ReadResult.@Nullable Ledger ledger) throws IOException {
        return write(Objects.requireNonNull(plan, "plan"), null, path, ledger);
    }

    private static List<Problem> write(
            Project plan, @Nullable Schedule schedule, Path path, ReadResult.@Nullable Ledger ledger)
            throws IOException {
        return switch (writtenFormat(path)) {
            case CSV -> writeCsv(plan, schedule, path);
            case MSPDI -> {
                List<Problem> losses = new ArrayList<>();
                AtomicFile.write(path, out -> losses.addAll(MspdiWriter.write(out, plan, schedule, ledger)));
                yield List.copyOf(losses);
            }
        };
    }

    /** Returns the format that a file is written in, by its extension. */
    static Format writtenFormat(Path path) {
        return switch (extension(nameOf(path))) {
            case "csv" -> Format.CSV;
            case "xml" -> Format.MSPDI;
            default ->
                throw new PlumblineException(Problem.error(
                        "NOT_A_FORMAT",
                        "the format of %s is not known by its extension".formatted(Problem.quote(nameOf(path))),
                        "name a file .xml or .csv"));
        };
    }

    /** Companions come first: until the plan itself is replaced, the old one is there with companions that hold more. */
    private static List<Problem> writeCsv(Project plan, @Nullable Schedule schedule, Path path) throws IOException {
        CsvPlanWriter writer = CsvPlanWriter.of(plan, schedule, nameOf(path));
        for (String part : CsvPlanWriter.COMPANIONS) {
            Path companion = CompanionSource.companion(path, part);
            if (writer.needs(part) || Files.exists(companion)) {
                AtomicFile.write(companion, out -> writer.writeCompanion(part, out));
            }
        }
        AtomicFile.write(path, writer::writePlan);
        return writer.findings();
    }

    /** Returns the last part of a path. */
    static String nameOf(Path path) {
        Path name = Objects.requireNonNull(path, "path").getFileName();
        return name == null ? "" : name.toString();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
