package dev.plumbline.risk;

/**
 * How far a simulation is.
 *
 * @param iterations the iterations done
 * @param total the iterations asked for
 */
public record RiskProgress(int iterations, int total) {}
