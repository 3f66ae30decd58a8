package dev.plumbline.io.mspdi;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Documents for tests: our example, and small ones written where they are read. */
final class Documents {

    private Documents() {}

    static byte[] example() {
        return resource("pump-station.xml");
    }

    static byte[] resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream("/mspdi/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadResult read(byte[] document) {
        try {
            return ProjectFiles.read(new ByteArrayInputStream(document), Format.MSPDI, ReadOptions.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadResult read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the problems for which a document is refused; none if it is read. */
    static List<Problem> problems(String document) {
        try {
            read(document);
            return List.of();
        } catch (PlumblineException e) {
            return e.problems();
        }
    }

    /** Returns a document with these elements behind the start date. */
    static String project(String elements) {
        return "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-03-02T08:00:00</StartDate>"
                + elements
                + "</Project>";
    }

    /** Returns a document with one task of these elements. */
    static String task(String elements) {
        return project("<Tasks><Task><UID>1</UID>" + elements + "</Task></Tasks>");
    }

    static byte[] written(Project project) {
        return write(project, null, null).bytes();
    }

    /** A document and what it could not hold. */
    record Written(byte[] bytes, List<Problem> losses) {

        MspdiReader.Content read() {
            return read(ReadOptions.DEFAULT);
        }

        MspdiReader.Content readTrusted() {
            return read(ReadOptions.DEFAULT.withLimits(ReadLimits.trusted()));
        }

        private MspdiReader.Content read(ReadOptions options) {
            try {
                return MspdiReader.read(new ByteArrayInputStream(bytes), "", options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Written write(Project project, @Nullable Schedule schedule, ReadResult.@Nullable Ledger ledger) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            List<Problem> losses = MspdiWriter.write(out, project, schedule, ledger);
            return new Written(out.toByteArray(), losses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
