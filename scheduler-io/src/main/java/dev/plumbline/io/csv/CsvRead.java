package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.List;

/**
 * What a CSV file holds.
 *
 * @param project the plan
 * @param findings what was odd but legal, which dialect was recognised, and the findings of the project, with their places
 */
public record CsvRead(Project project, List<Problem> findings) {

    /** Copies the findings. */
    public CsvRead {
        findings = List.copyOf(findings);
    }
}
