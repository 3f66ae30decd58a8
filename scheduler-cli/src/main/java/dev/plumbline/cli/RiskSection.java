package dev.plumbline.cli;

import dev.plumbline.io.RiskInputs;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import dev.plumbline.risk.StoppedBy;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The simulation that a report tells of.
 *
 * @param result what was found; nothing where the report has no such section
 * @param findings what was odd about what is uncertain
 */
record RiskSection(@Nullable RiskResult result, List<Problem> findings) {

    private static final int ITERATIONS = 10_000;
    private static final int SEED = 1;

    /** Above so many rows a simulation takes long, and has to be asked for. */
    private static final int MOST_UNASKED = 20_000;

    /**
     * Simulates a plan.
     *
     * @param wanted whether the section is wanted; nothing where that depends on the plan
     * @param range the range of durations that have none
     */
    static RiskSection of(PlanOptions.Planned planned, @Nullable Boolean wanted, Converters.@Nullable Deviation range) {
        if (Boolean.FALSE.equals(wanted)) {
            return new RiskSection(null, List.of());
        }
        RiskInputs inputs = RiskOptions.inputs(planned, planned.source().path());
        boolean asked = Boolean.TRUE.equals(wanted) || range != null;
        boolean certain = range == null && RiskOptions.isCertain(planned.read().project(), inputs);
        boolean small = planned.schedule().activities().size() <= MOST_UNASKED;
        if (!asked && (certain || !small)) {
            return new RiskSection(null, List.of());
        }
        RiskAnalysis analysis = inputs.analysis().options(planned.schedule().options());
        RiskResult result = simulate(range == null ? analysis : analysis.defaultRange(range.low(), range.high()));
        Stream<Problem> unsure = certain ? Stream.of(RiskOptions.nothingUncertain()) : Stream.of();
        return new RiskSection(
                result,
                Stream.of(inputs.findings().stream(), unsure, result.findings().stream())
                        .flatMap(s -> s)
                        .map(f -> Outcome.in(planned.source().name(), f))
                        .toList());
    }

    private static RiskResult simulate(RiskAnalysis analysis) {
        return run(analysis.threads(Math.min(1024, Runtime.getRuntime().availableProcessors())), ITERATIONS, SEED);
    }

    /** Returns the result of a simulation; a cancelled one is a failure. */
    static RiskResult run(RiskAnalysis analysis, int iterations, long seed) {
        try {
            RiskResult result = analysis.simulate(iterations, seed);
            if (result.stoppedBy() == StoppedBy.CANCELLED) {
                throw Failure.cancelled();
            }
            return result;
        } catch (PlumblineException e) {
            throw Failure.of(Exit.UNSOLVABLE, e);
        } catch (CancellationException e) {
            throw Failure.cancelled();
        }
    }
}
