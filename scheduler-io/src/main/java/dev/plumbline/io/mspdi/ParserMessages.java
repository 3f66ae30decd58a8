package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Problem;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/*
 * The texts of the JDK's parser come in the language of the machine, so they are not handed on; the numbers that begin the
 * messages about limits are the same everywhere.
 */
/** Which of our limits the parser speaks of. */
final class ParserMessages {

    private ParserMessages() {}

    static @Nullable Problem limit(XMLStreamException e, ReadLimits limits) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("JAXP000");
        if (at < 0 || at + 12 > message.length()) {
            return null;
        }
        return switch (message.substring(at, at + 12)) {
            case "JAXP00010006" ->
                problem("LIMIT_DEPTH", "elements are nested deeper than %d (depth limit)", limits.depth());
            case "JAXP00010002" ->
                problem("LIMIT_ATTRIBUTE", "an element has more than %d attributes", limits.attributes());
            case "JAXP00010005" -> problem("LIMIT_NAME", "a name is longer than %d characters", limits.nameChars());
            default -> Problem.error("LIMIT_XML", "a limit of the XML parser is exceeded", "");
        };
    }

    private static Problem problem(String code, String message, int value) {
        return Problem.error(code, message.formatted(value), "read it with larger limits if you trust it");
    }
}
