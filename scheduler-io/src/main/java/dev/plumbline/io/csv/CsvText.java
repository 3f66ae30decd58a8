package dev.plumbline.io.csv;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file: its encoding detected by byte-order mark or, for UTF-16 without one, by where zero bytes lie,
 * else UTF-8. Bytes that don't fit are an error with their line, never replaced. Counts characters since the last field so
 * that no field can fill the memory.
 */
final class CsvText extends Reader {

    private static final int BLOCK = 1 << 14;
    private static final int SLACK = 1 << 17;

    private final InputStream in;
    private final String file;
    private final ReadLimits limits;
    private final CharsetDecoder decoder;
    private final byte[] buffer;
    private final ByteBuffer bytes;
    private final boolean detected;
    private long total;
    private boolean ended;
    private int line = 1;
    private boolean afterReturn;
    private long sinceField;
    private char pending;

    private CsvText(
            InputStream in,
            String file,
            ReadLimits limits,
            Charset charset,
            byte[] buffer,
            ByteBuffer bytes,
            boolean detected) {
        this.in = in;
        this.file = file;
        this.limits = limits;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.buffer = buffer;
        this.bytes = bytes;
        this.total = bytes.remaining();
        this.detected = detected;
    }

    /** Returns the text of a stream, which is not closed. Throws PlumblineException if it is no text at all. */
    static CsvText open(InputStream in, String file, ReadLimits limits, @Nullable Charset encoding) throws IOException {
        byte[] head = new byte[BLOCK];
        int filled = 0;
        while (filled < 512) {
            int count = read(in, head, filled, head.length - filled);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        refuseOtherFormats(head, filled, file);
        int mark = markLength(head, filled, encoding);
        Charset charset = encoding != null ? encoding : detect(head, filled);
        return new CsvText(
                in, file, limits, charset, head, ByteBuffer.wrap(head, mark, filled - mark), encoding == null);
    }

    private static int read(InputStream in, byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count != 0) {
            return count;
        }
        int single = in.read();
        if (single < 0) {
            return -1;
        }
        into[offset] = (byte) single;
        return 1;
    }

    private static void refuseOtherFormats(byte[] head, int filled, String file) {
        String start = new String(head, 0, Math.min(filled, 64), StandardCharsets.ISO_8859_1);
        String plain = start.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "").toLowerCase(Locale.ROOT);
        String found = start.startsWith("PK\u0003\u0004")
                ? "a zip archive such as an Excel workbook (XLSX)"
                : start.startsWith("\u00D0\u00CF\u0011\u00E0")
                        ? "an old Office document (XLS or MPP)"
                        : start.startsWith("\u001F\u008B")
                                ? "a gzip archive"
                                : start.startsWith("%PDF")
                                        ? "a PDF"
                                        : plain.startsWith("<?xml")
                                                        || plain.startsWith("<!doctype")
                                                        || plain.startsWith("<html")
                                                ? "XML or HTML"
                                                : "";
        if (!found.isEmpty()) {
            throw new PlumblineException(new Place(file, 1, 0, "")
                    .problem("NOT_CSV", Severity.ERROR, "this is " + found + ", not CSV text", "save it as CSV first"));
        }
    }

    private static int markLength(byte[] head, int filled, @Nullable Charset encoding) {
        if (starts(head, filled, 0xEF, 0xBB, 0xBF) && (encoding == null || encoding.equals(StandardCharsets.UTF_8))) {
            return 3;
        }
        boolean wide = starts(head, filled, 0xFF, 0xFE) || starts(head, filled, 0xFE, 0xFF);
        return wide && (encoding == null || encoding.name().startsWith("UTF-16")) ? 2 : 0;
    }

    private static Charset detect(byte[] head, int filled) {
        if (starts(head, filled, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, filled, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int odd = 0;
        int even = 0;
        int looked = Math.min(filled, 64) & ~1;
        for (int i = 0; i < looked; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        if (looked >= 4 && even == 0 && odd > looked / 4) {
            return StandardCharsets.UTF_16LE;
        }
        return looked >= 4 && odd == 0 && even > looked / 4 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] head, int filled, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= filled || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    Charset charset() {
        return decoder.charset();
    }

    /** Tells that a field ended, so that the next one may be long again. */
    void fieldEnded() {
        sinceField = 0;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (pending != 0) {
            chars[offset] = pending;
            pending = 0;
            return 1;
        }
        if (length == 1) {
            char[] pair = new char[2];
            int count = read(pair, 0, 2);
            chars[offset] = pair[0];
            pending = count == 2 ? pair[1] : 0;
            return Math.min(count, 1);
        }
        CharBuffer out = CharBuffer.wrap(chars, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            int decoded = out.position() - offset;
            countLines(chars, offset, decoded);
            if (result.isError()) {
                throw malformed(result.length());
            }
            if (decoded > 0) {
                return decoded;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        int kept = bytes.remaining();
        System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
        int count = read(in, buffer, kept, buffer.length - kept);
        ended = count < 0;
        total += Math.max(count, 0);
        bytes.clear().limit(kept + Math.max(count, 0));
        if (total > limits.documentBytes()) {
            throw new PlumblineException(new Place(file, line, 0, "")
                    .problem(
                            "LIMIT_DOCUMENT",
                            Severity.ERROR,
                            "the file is longer than " + limits.documentBytes() + " bytes",
                            "give --limits trusted if you trust it"));
        }
    }

    private void countLines(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = chars[i];
            if (c == '\n') {
                line += afterReturn ? 0 : 1;
            } else if (c == '\r') {
                line++;
            } else if (c == 0) {
                throw new PlumblineException(new Place(file, line, 0, "")
                        .problem("CSV_CHAR", Severity.ERROR, "a NUL character in the text", "remove it"));
            }
            afterReturn = c == '\r';
        }
        sinceField += length;
        if (sinceField > (long) limits.textChars() + SLACK) {
            throw new PlumblineException(tooLong(file, line, limits));
        }
    }

    static Problem tooLong(String file, int line, ReadLimits limits) {
        return new Place(file, line, 0, "")
                .problem(
                        "LIMIT_TEXT",
                        Severity.ERROR,
                        "a field is longer than " + limits.textChars() + " characters",
                        "look for a quote that is not closed, or give --limits trusted if you trust the file");
    }

    private PlumblineException malformed(int length) {
        byte[] bad = new byte[Math.min(length, Math.max(1, bytes.remaining()))];
        bytes.duplicate().get(bad, 0, Math.min(bad.length, bytes.remaining()));
        StringBuilder hex = new StringBuilder();
        for (byte b : bad) {
            hex.append(' ').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
        }
        String latin = new String(Arrays.copyOf(bad, 1), Charset.forName("windows-1252"));
        return new PlumblineException(new Place(file, line, 0, "")
                .problem(
                        "CSV_ENCODING",
                        Severity.ERROR,
                        "the bytes" + hex + " are no " + decoder.charset() + " text",
                        detected
                                ? "save the file as UTF-8, or give its encoding, such as --encoding windows-1252 (in which"
                                        + " the first of them is '" + latin + "')"
                                : "give another --encoding"));
    }

    /** Leaves the stream open: it belongs to the caller. */
    @Override
    public void close() {}
}
