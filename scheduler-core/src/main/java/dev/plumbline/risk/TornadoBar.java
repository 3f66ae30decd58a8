package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;

/**
 * How far one input moves the finish of the project. Immutable.
 *
 * <p>The ends are the mean finishes of the iterations in which the input was lowest and highest: in its lowest and highest
 * tenth; for a risk, in which it did not and in which it did occur.
 *
 * @param kind what the input is
 * @param name its name
 * @param low the mean finish where it is low
 * @param high the mean finish where it is high
 * @param swing the working time between the two, negative if the second is earlier
 */
public record TornadoBar(Contribution.Kind kind, String name, LocalDateTime low, LocalDateTime high, WorkTime swing) {}
