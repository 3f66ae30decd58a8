package dev.plumbline.risk;

import java.math.BigDecimal;

/**
 * A share of the contingency for cost. Immutable.
 *
 * @param kind an activity, a risk, or something else where nothing varies
 * @param name the id of the activity or risk
 * @param amount the share, in the project's currency
 */
public record CostContribution(Contribution.Kind kind, String name, BigDecimal amount) {}
