package dev.plumbline.io;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.csv.CompanionSource;
import dev.plumbline.io.csv.CsvPlanReader;
import dev.plumbline.io.csv.CsvPlanWriter;
import dev.plumbline.io.csv.CsvRead;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        String name = nameOf(path);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            Format format = looksLikeXml(in) || extension(name).equals("xml") ? Format.MSPDI : Format.CSV;
            return read(in, format, name, CompanionSource.beside(path), options);
        }
    }

    /**
     * Returns the plan in a stream, which is not closed.
     *
     * @throws PlumblineException with all problems of the stream
     */
    public static ReadResult read(InputStream in, Format format, ReadOptions options) throws IOException {
        return read(in, format, "", null, options);
    }

    private static ReadResult read(
            InputStream in, Format format, String name, @Nullable CompanionSource companions, ReadOptions options)
            throws IOException {
        return switch (format) {
            case MSPDI -> throw new IOException("being written");
            case CSV -> {
                CsvRead read = CsvPlanReader.read(in, name, companions, options);
                yield new ReadResult(read.project(), format, read.findings(), null);
            }
        };
    }

    /** Returns whether the first character that is no blank opens an element, in any encoding that XML is found in. */
    private static boolean looksLikeXml(InputStream in) throws IOException {
        in.mark(SNIFFED_BYTES);
        byte[] head = in.readNBytes(SNIFFED_BYTES);
        in.reset();
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
        return write(plan.project(), plan, path, ledger);
    }

    static List<Problem> write(Project plan, Path path, ReadResult.@Nullable Ledger ledger) throws IOException {
        return write(plan, null, path, ledger);
    }

    private static List<Problem> write(
            Project plan, @Nullable Schedule schedule, Path path, ReadResult.@Nullable Ledger ledger)
            throws IOException {
        return switch (extension(nameOf(path))) {
            case "csv" -> writeCsv(plan, schedule, path);
            case "xml" -> throw new IOException("being written" + ledger);
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

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
