package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/*
 * The parser of the JDK prints on System.err when it meets malformed bytes, and buffers comments and attributes without
 * bound. So the bytes are decoded here, strictly, and counted: those of the document, and those handed to the parser since
 * its last event.
 */
/** The characters of an XML document, decoded by byte order mark and declaration. */
final class XmlDecoder extends Reader {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ReadLimits limits;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private long bytesRead;
    private long sinceEvent;
    private int line = 1;
    private char secondHalf;
    private boolean endOfInput;
    private boolean atEnd;

    /** Reads the beginning of the stream to learn its encoding. */
    XmlDecoder(InputStream in, ReadLimits limits, ProblemLog problems) {
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

    /** Begins to count anew for the limit of one token. */
    void eventDone() {
        sinceEvent = 0;
    }

    /** Returns whether the parser has asked for more than there is. */
    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (secondHalf != 0) {
            target[offset] = secondHalf;
            secondHalf = 0;
            return handOut(target, offset, 1);
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, endOfInput);
            if (result.isError()) {
                throw malformed(result.length(), target, offset, out.position() - offset);
            }
            if (out.position() > offset) {
                return handOut(target, offset, out.position() - offset);
            }
            if (result.isOverflow()) {
                return half(target, offset);
            }
            if (endOfInput) {
                atEnd = true;
                return -1;
            }
            bytes.compact();
            fill();
            bytes.flip();
        }
    }

    /** There is room for one char only, and the next character takes two: the second one is handed out with the next call. */
    private int half(char[] target, int offset) {
        CharBuffer both = CharBuffer.allocate(2);
        decoder.decode(bytes, both, endOfInput);
        target[offset] = both.get(0);
        secondHalf = both.get(1);
        return handOut(target, offset, 1);
    }

    private int handOut(char[] target, int offset, int count) {
        sinceEvent += count;
        if (sinceEvent > (long) limits.tokenBytes() + BUFFER) {
            throw new PlumblineException(Problem.error(
                    "LIMIT_TOKEN",
                    "a comment, attribute, tag or processing instruction is longer than %d bytes"
                            .formatted(limits.tokenBytes()),
                    "shorten it, or read with larger limits"));
        }
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            if (target[i] == '\n') {
                line++;
            }
        }
        return count;
    }

    private void fill() {
        try {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytesRead > limits.documentBytes()) {
            throw new PlumblineException(Problem.error(
                    "LIMIT_DOCUMENT",
                    "the document is longer than %d bytes".formatted(limits.documentBytes()),
                    "read it with larger limits if you trust it"));
        }
    }

    private PlumblineException malformed(int length, char[] target, int offset, int decoded) {
        int errorLine = line;
        for (int i = offset; i < offset + decoded; i++) {
            if (target[i] == '\n') {
                errorLine++;
            }
        }
        long at = bytesRead - bytes.remaining();
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(length, bytes.remaining()); i++) {
            hex.append(hex.isEmpty() ? "" : " ")
                    .append(Character.forDigit(bytes.get(bytes.position() + i) >> 4 & 15, 16))
                    .append(Character.forDigit(bytes.get(bytes.position() + i) & 15, 16));
        }
        return new PlumblineException(Problem.error(
                        "XML_ENCODING",
                        "byte %d (%s) is not %s"
                                .formatted(at, hex, decoder.charset().name()),
                        "save the file in the encoding that its first line declares")
                .at(new Location("", errorLine, 0, at, "")));
    }

    /** The stream belongs to the caller. */
    @Override
    public void close() {
        endOfInput = true;
    }
}
