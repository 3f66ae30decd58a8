package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Relationship;
import java.util.List;
import java.util.Optional;

/**
 * Where the float of an activity comes from: the chain of successors that limits it, with the gap at each step. Immutable; prints as
 * sentences. On one calendar the gaps and the last total float add up to the activity's total float.
 *
 * @param activity the id of the activity
 * @param critical whether it is critical after all
 * @param totalFloat its total float
 * @param limit up to how much total float an activity is critical
 * @param gaps the steps from the activity to a critical one or to an end
 * @param sentences the same in plain words
 */
public record WhyNotCritical(
        String activity,
        boolean critical,
        WorkTime totalFloat,
        WorkTime limit,
        List<Gap> gaps,
        List<String> sentences) {

    /**
     * One step along the chain.
     *
     * @param predecessor the id of the activity before the gap
     * @param relationship the relationship across the gap; empty where the finish of the project or a late date ends the chain
     * @param successor the id of the activity after the gap; empty at the end
     * @param gap the working time that the relationship leaves, zero where it drives
     */
    public record Gap(
            String predecessor, Optional<Relationship> relationship, Optional<String> successor, WorkTime gap) {}

    /** Copies the lists. */
    public WhyNotCritical {
        gaps = List.copyOf(gaps);
        sentences = List.copyOf(sentences);
    }

    /** Returns the sentences, a line each. */
    @Override
    public String toString() {
        return String.join("\n", sentences);
    }
}
