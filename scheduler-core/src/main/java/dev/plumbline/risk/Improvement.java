package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;

/**
 * What the plan would gain if an input were certain, or a risk mitigated: the same iterations on the same random numbers without
 * it. Immutable.
 *
 * @param kind what the input is
 * @param name its name
 * @param action what is done about it
 * @param gain by how much the percentile of the finish comes forward, working time of the project's calendar
 * @param meanGain by how much the mean finish comes forward
 * @param cost what it costs; 0 where that is not known
 */
public record Improvement(
        Contribution.Kind kind, String name, Action action, WorkTime gain, WorkTime meanGain, BigDecimal cost) {

    /** What is done about an input. */
    public enum Action {
        /** Its effect is taken away: a risk doesn't occur, a duration is as planned, a driver is 1. */
        REMOVE,
        /** The mitigation of a risk is carried out. */
        MITIGATE
    }
}
