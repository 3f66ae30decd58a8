package dev.plumbline.risk;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A date and a cost that are kept together: one percentile of both. Immutable.
 *
 * @param finish the date
 * @param cost the amount; 0 where the plan costs nothing
 * @param percentile the percentile of the finish and of the cost that they are
 * @param probability the share of the iterations that keep both, at least what was asked for
 */
public record JointAim(LocalDateTime finish, BigDecimal cost, double percentile, double probability) {}
