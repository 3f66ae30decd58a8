package dev.plumbline.cli;

import dev.plumbline.risk.PertBeta;
import dev.plumbline.risk.PertMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the three-point estimates of a plan are understood. */
final class EstimateOptions {

    private enum Named {
        PERT,
        TRIANGULAR
    }

    @Option(
            names = "--estimates",
            paramLabel = "pert|triangular",
            description = "The distribution that the plan's three-point estimates stand for (default: pert).")
    private @Nullable Named shape;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "The weight of the most likely value in pert; less is flatter (default: 4).")
    private @Nullable Double lambda;

    @Option(
            names = "--estimate-percentiles",
            paramLabel = "LOW,HIGH",
            split = ",",
            hideParamSyntax = true,
            description = "The percentiles that optimistic and pessimistic values are, such as 10,90 "
                    + "(default: 0,100, the least and the greatest value).")
    private List<Double> percentiles = new ArrayList<>();

    /** Returns whether anything was said. */
    boolean isGiven() {
        return shape != null || lambda != null || !percentiles.isEmpty();
    }

    PertMethod.Shape shape() {
        if (!percentiles.isEmpty() && percentiles.size() != 2) {
            throw Failure.usage(
                    "--estimate-percentiles names %s".formatted(percentiles.size()), "name two, such as 10,90");
        }
        if (shape == Named.TRIANGULAR && lambda != null) {
            throw Failure.usage("--lambda has no meaning for triangular estimates", "leave it out, or use pert");
        }
        double low = percentiles.isEmpty() ? 0 : percentiles.get(0);
        double high = percentiles.isEmpty() ? 100 : percentiles.get(1);
        try {
            return shape == Named.TRIANGULAR
                    ? PertMethod.triangular().between(low, high)
                    : PertMethod.beta(lambda == null ? PertBeta.CLASSIC : lambda)
                            .between(low, high);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()), "check --estimate-percentiles and --lambda");
        }
    }

    /** Returns the rule of PERT by formula: the classic one where nothing was said. */
    PertMethod method() {
        return isGiven() ? shape() : PertMethod.classic();
    }
}
