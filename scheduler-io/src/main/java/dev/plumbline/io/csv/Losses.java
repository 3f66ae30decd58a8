package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a file can't hold, by kind. */
final class Losses {

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Severity> severities = new LinkedHashMap<>();

    /** Counts something that changes the plan. */
    void count(boolean lost, String kind) {
        count(lost, kind, Severity.WARNING);
    }

    /** Counts something that no date or amount depends on. */
    void remark(boolean lost, String kind) {
        count(lost, kind, Severity.INFO);
    }

    private void count(boolean lost, String kind, Severity severity) {
        if (lost) {
            counts.merge(kind, 1, Integer::sum);
            severities.put(kind, severity);
        }
    }

    List<Problem> findings(String hint) {
        List<Problem> findings = new ArrayList<>();
        counts.forEach((kind, count) -> {
            String message = "not written: " + kind + " (" + count + ")";
            findings.add(
                    severities.get(kind) == Severity.INFO
                            ? Problem.info("CSV_LOSS", message, hint)
                            : Problem.warning("CSV_LOSS", message, hint));
        });
        return findings;
    }
}
