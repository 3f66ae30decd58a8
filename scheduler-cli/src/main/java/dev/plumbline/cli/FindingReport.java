package dev.plumbline.cli;

import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Problems as data for other programs. */
final class FindingReport {

    private FindingReport() {}

    static void csv(Writer out, List<Problem> findings) throws IOException {
        Cells.row(out, "severity", "code", "file", "line", "column", "path", "message", "hint");
        for (Problem finding : findings) {
            Location place = finding.location();
            Cells.row(
                    out,
                    severity(finding),
                    finding.code(),
                    Cells.text(place.file()),
                    number(place.line()),
                    number(place.column()),
                    Cells.text(place.path()),
                    Cells.text(finding.message()),
                    Cells.text(finding.hint()));
        }
        out.flush();
    }

    /** Writes the member {@code findings} of an object that is open. */
    static void json(JsonWriter json, List<Problem> findings) throws IOException {
        json.name("findings").beginArray();
        for (Problem finding : findings) {
            Location place = finding.location();
            json.beginRow().name("severity").value(severity(finding));
            json.name("code").value(finding.code());
            json.name("file").value(place.file());
            if (place.line() > 0) {
                json.name("line").value(place.line());
                json.name("column").value(place.column());
            }
            if (!place.path().isEmpty()) {
                json.name("path").value(place.path());
            }
            json.name("message").value(finding.message());
            json.name("hint").value(finding.hint()).endObject();
        }
        json.endArray();
    }

    private static String severity(Problem finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }
}
