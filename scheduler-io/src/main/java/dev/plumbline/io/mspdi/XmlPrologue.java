package dev.plumbline.io.mspdi;

import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first bytes of a document tell.
 *
 * @param charset the encoding
 * @param markLength how many bytes the byte order mark takes
 */
record XmlPrologue(Charset charset, int markLength) {

    /** How many bytes are looked at. */
    static final int LENGTH = 1024;

    private static final Pattern DECLARED =
            Pattern.compile("^\\s{0,64}<\\?xml[^>]{0,200}?\\bencoding\\s{0,9}=\\s{0,9}[\"']([^\"'>]{0,100})[\"']");

    /** Encodings of one byte, or several that contain ASCII as it is; nothing that could hide markup. */
    private static final Pattern SAFE = Pattern.compile(
            "(?i)utf-?8|us-ascii|ascii|iso-8859-\\d{1,2}|windows-125\\d|cp125\\d|cp437|ibm437|ibm85\\d|koi8-[ru]|macintosh|x-macroman"
                    + "|gb2312|gbk|gb18030|big5|shift_jis|windows-31j|euc-jp|euc-kr|tis-620|windows-874");

    private static final Pattern WEB_PAGE =
            Pattern.compile("(?i)^\\s{0,200}(<\\?xml[^>]{0,200}>\\s{0,200})?<(!doctype\\s{1,9}html|html)\\b");

    static XmlPrologue of(ByteBuffer bytes, boolean whole, ProblemLog problems) {
        refuseBinary(bytes);
        XmlPrologue prologue = detect(bytes, problems);
        int from = prologue.markLength();
        String text = prologue.charset()
                .decode(bytes.slice(from, Math.max(0, Math.min(bytes.limit(), LENGTH) - from)))
                .toString();
        String trimmed = text.strip();
        if (trimmed.isEmpty() && whole) {
            throw fail("XML_EMPTY", "the file is empty", "export the plan again");
        }
        if (WEB_PAGE.matcher(text).find()) {
            throw fail(
                    "NOT_MSPDI",
                    "this is an html page, not a plan",
                    "a server may have answered with a page to sign in: download the file again");
        }
        if (!trimmed.isEmpty() && trimmed.charAt(0) != '<') {
            throw fail(
                    "NOT_XML",
                    "this is not XML: it begins with " + Problem.quote(shorten(trimmed)),
                    "save the plan as XML, or name the file .csv");
        }
        return prologue;
    }

    private static String shorten(String text) {
        return text.length() > 20 ? text.substring(0, 20) : text;
    }

    private static void refuseBinary(ByteBuffer bytes) {
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw fail(
                    "NOT_XML",
                    "this is a binary MPP file of Microsoft Project (or another OLE2 file), not XML",
                    "save it in Microsoft Project as XML");
        }
        if (startsWith(bytes, 0x1F, 0x8B)) {
            throw fail("NOT_XML", "this is a gzip archive, not XML", "unpack it first");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            throw fail("NOT_XML", "this is a zip archive, not XML", "unpack it first");
        }
        if (startsWith(bytes, 0x4C, 0x6F, 0xA7, 0x94)) {
            throw fail("XML_ENCODING", "EBCDIC encodings are not supported", "save the file as UTF-8");
        }
    }

    private static XmlPrologue detect(ByteBuffer bytes, ProblemLog problems) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new XmlPrologue(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new XmlPrologue(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new XmlPrologue(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(bytes, '<', 0)) {
            return new XmlPrologue(StandardCharsets.UTF_16LE, 0);
        }
        if (startsWith(bytes, 0, '<')) {
            return new XmlPrologue(StandardCharsets.UTF_16BE, 0);
        }
        String start = StandardCharsets.ISO_8859_1
                .decode(bytes.slice(0, Math.min(bytes.limit(), LENGTH)))
                .toString();
        Matcher declared = DECLARED.matcher(start);
        return new XmlPrologue(
                declared.find()
                        ? charset(declared.group(1), lineOf(start, declared.start(1)), problems)
                        : StandardCharsets.UTF_8,
                0);
    }

    private static Charset charset(String name, int line, ProblemLog problems) {
        if (name.toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            problems.add(Problem.warning(
                            "XML_ENCODING",
                            "the file declares %s but is not; it is read as UTF-8".formatted(name),
                            "declare the encoding that the file is in")
                    .at(Location.of("", line, 1)));
            return StandardCharsets.UTF_8;
        }
        try {
            if (SAFE.matcher(name).matches()) {
                return Charset.forName(name);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unknown(name, line);
        }
        throw unknown(name, line);
    }

    private static PlumblineException unknown(String name, int line) {
        return new PlumblineException(Problem.error(
                        "XML_ENCODING",
                        "encoding %s is not supported".formatted(Problem.quote(name)),
                        "save the file as UTF-8")
                .at(Location.of("", line, 1)));
    }

    private static int lineOf(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static boolean startsWith(ByteBuffer bytes, int... prefix) {
        if (bytes.limit() < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes.get(i) & 255) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static PlumblineException fail(String code, String message, String hint) {
        return new PlumblineException(Problem.error(code, message, hint).at(Location.of("", 1, 1)));
    }
}
