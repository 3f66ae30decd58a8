package dev.plumbline.io.text;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a file can't hold, by kind. */
public final class LossCounts {

    private final String code;
    private final String saying;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Severity> severities = new LinkedHashMap<>();

    /** Returns counts whose findings will have a code and begin so. */
    public LossCounts(String code, String saying) {
        this.code = code;
        this.saying = saying;
    }

    /** Counts something that changes the plan. */
    public void count(boolean lost, String kind) {
        count(lost, kind, Severity.WARNING);
    }

    /** Counts something that no date or amount depends on. */
    public void remark(boolean lost, String kind) {
        count(lost, kind, Severity.INFO);
    }

    private void count(boolean lost, String kind, Severity severity) {
        if (lost) {
            counts.merge(kind, 1, Integer::sum);
            severities.put(kind, severity);
        }
    }

    /** Returns a finding for each kind, with the way out. */
    public List<Problem> findings(String hint) {
        List<Problem> findings = new ArrayList<>();
        counts.forEach((kind, count) -> {
            String message = saying + ": " + kind + " (" + count + ")";
            findings.add(
                    severities.get(kind) == Severity.INFO
                            ? Problem.info(code, message, hint)
                            : Problem.warning(code, message, hint));
        });
        return findings;
    }
}
