package dev.plumbline.io;

import dev.plumbline.io.psplib.RcpReader;
import dev.plumbline.io.psplib.SmReader;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.rcpsp.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads abstract instances of resource-constrained scheduling: PSPLIB {@code .sm} and Patterson {@code .rcp}. */
public final class InstanceFiles {

    private InstanceFiles() {}

    /** The formats of instances. */
    public enum InstanceFormat {
        /** PSPLIB, one mode an activity. */
        SM,
        /** Patterson. */
        RCP
    }

    /** Returns the instance in a file, with the name of the file without its extension. */
    public static Instance read(Path path) throws IOException {
        return read(path, ReadLimits.untrusted());
    }

    /** Returns the instance in a file. */
    public static Instance read(Path path, ReadLimits limits) throws IOException {
        Path name = path.getFileName();
        String file = name == null ? path.toString() : name.toString();
        InstanceFormat format = file.toLowerCase(Locale.ROOT).endsWith(".rcp") ? InstanceFormat.RCP : InstanceFormat.SM;
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, format, file, limits);
        }
    }

    /**
     * Returns the instance in a stream, which is not closed.
     *
     * @param in the text
     * @param format its format
     * @param file the name of the file, for the instance and for messages
     * @param limits how large it may be
     * @throws PlumblineException with the place, if the text is no instance
     */
    public static Instance read(InputStream in, InstanceFormat format, String file, ReadLimits limits)
            throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 16, limits.documentBytes());
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw new PlumblineException(Problem.error(
                            "LIMIT_DOCUMENT", "the file is larger than %s bytes".formatted(most), "raise the limit")
                    .at(Location.NONE.withFile(file)));
        }
        // Only digits and headings matter; names in any encoding do no harm.
        List<String> lines =
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        return switch (format) {
            case SM -> SmReader.read(name, file, lines, limits);
            case RCP -> RcpReader.read(name, file, lines, limits);
        };
    }
}
