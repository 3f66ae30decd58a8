package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML document, decoded by byte order mark and declaration. Bytes that don't fit are a problem with their
 * place, never replaced. The bytes of the document are counted.
 */
final class XmlDecoder {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_SHOWN = 8;

    private final InputStream in;
    private final ReadLimits limits;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private long bytesRead;
    private boolean endOfInput;
    private @Nullable Problem problem;

    /** Reads the beginning of the stream to learn its encoding. */
    XmlDecoder(InputStream in, ReadLimits limits, ProblemLog problems) throws IOException {
        this.in = in;
        this.limits = limits;
        while (!endOfInput && bytes.position() < XmlPrologue.LENGTH) {
            fill();
        }
        bytes.flip();
        XmlPrologue prologue = XmlPrologue.of(bytes, endOfInput, problems);
        decoder = prologue.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.position(prologue.markLength());
    }

    /** Returns why there is nothing more though the document goes on: malformed bytes, or a limit. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /**
     * Decodes into an array, at least two characters, for a character may take two.
     *
     * @return how many characters, or -1 at the end of the document or before a {@link #problem()}
     */
    int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (problem == null) {
            CoderResult result = decoder.decode(bytes, out, endOfInput);
            if (result.isError()) {
                problem = malformed(result.length());
            }
            if (out.position() > offset) {
                return out.position() - offset;
            }
            if (endOfInput || problem != null) {
                return -1;
            }
            bytes.compact();
            fill();
            bytes.flip();
        }
        return -1;
    }

    private void fill() throws IOException {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count == 0) {
            int one = in.read();
            if (one >= 0) {
                bytes.array()[bytes.position()] = (byte) one;
            }
            count = one < 0 ? -1 : 1;
        }
        if (count < 0) {
            endOfInput = true;
            return;
        }
        bytes.position(bytes.position() + count);
        bytesRead += count;
        if (bytesRead > limits.documentBytes()) {
            problem = Problem.error(
                    "LIMIT_DOCUMENT",
                    "the document is longer than %s bytes".formatted(limits.documentBytes()),
                    "read it with larger limits if you trust it");
        }
    }

    private Problem malformed(int length) {
        long at = bytesRead - bytes.remaining();
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(Math.min(length, MOST_SHOWN), bytes.remaining()); i++) {
            byte b = bytes.get(bytes.position() + i);
            hex.append(hex.isEmpty() ? "" : " ")
                    .append(Character.forDigit(b >> 4 & 15, 16))
                    .append(Character.forDigit(b & 15, 16));
        }
        return Problem.error(
                        "XML_ENCODING",
                        "byte %s (%s) is not %s"
                                .formatted(at, hex, decoder.charset().name()),
                        "save the file in the encoding that its first line declares")
                .at(new Location("", 0, 0, at, ""));
    }
}
