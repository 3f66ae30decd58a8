package dev.plumbline.risk;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.level.Levelling;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that an analysis knows, filled in while one is varied and never changed after. */
final class Draft {

    final Map<String, Distribution> durations = new LinkedHashMap<>();
    final Map<String, Distribution> factors = new LinkedHashMap<>();
    final Map<Pair, Distribution> lags = new LinkedHashMap<>();
    final Map<String, Distribution> rates = new LinkedHashMap<>();
    final Map<String, Distribution> costs = new LinkedHashMap<>();
    final Map<Pair, Double> correlations = new LinkedHashMap<>();
    final Map<String, Driver> drivers = new LinkedHashMap<>();
    final Map<String, Risk> risks = new LinkedHashMap<>();
    final Map<String, List<Branch>> branches = new LinkedHashMap<>();
    final Map<String, Map<Month, Distribution>> weather = new LinkedHashMap<>();
    final Set<String> mitigated = new LinkedHashSet<>();
    final Set<String> tracked = new LinkedHashSet<>();
    final Set<String> certain = new LinkedHashSet<>();

    /** How estimates count; null if they don't. */
    PertMethod.@Nullable Shape shape;

    @Nullable
    Range range;

    Sampling sampling = Sampling.MONTE_CARLO;
    int threads = 1;
    int batch = 512;
    boolean criticality = true;

    @Nullable
    Precision precision;

    @Nullable
    Levelling levelling;

    ScheduleOptions options = ScheduleOptions.DEFAULT;
    BooleanSupplier cancelled = () -> false;
    Consumer<RiskProgress> listener = progress -> {};

    /**
     * Two ends that belong together.
     *
     * @param first the predecessor, or the first of two correlated inputs
     * @param second the successor, or the second
     */
    record Pair(String first, String second) {}

    /**
     * A factor that several activities share.
     *
     * @param factor multiplies their durations
     * @param activities their ids
     */
    record Driver(Distribution factor, List<String> activities) {}

    /**
     * A range around planned durations.
     *
     * @param low the least share, such as -0.1
     * @param high the greatest share, such as 0.3
     */
    record Range(double low, double high) {}

    Draft() {}

    Draft(Draft other) {
        addInputs(other);
        tracked.addAll(other.tracked);
        sampling = other.sampling;
        threads = other.threads;
        batch = other.batch;
        criticality = other.criticality;
        precision = other.precision;
        levelling = other.levelling;
        options = other.options;
        cancelled = other.cancelled;
        listener = other.listener;
    }

    /** Takes over what another says is uncertain. */
    void addInputs(Draft other) {
        factors.keySet().removeAll(other.durations.keySet());
        durations.keySet().removeAll(other.factors.keySet());
        durations.keySet().removeAll(other.certain);
        factors.keySet().removeAll(other.certain);
        durations.putAll(other.durations);
        factors.putAll(other.factors);
        lags.putAll(other.lags);
        rates.putAll(other.rates);
        costs.putAll(other.costs);
        correlations.putAll(other.correlations);
        drivers.putAll(other.drivers);
        risks.putAll(other.risks);
        other.branches.forEach((name, ways) -> branches.put(name, new ArrayList<>(ways)));
        other.weather.forEach((calendar, days) -> weather.computeIfAbsent(calendar, c -> new EnumMap<>(Month.class))
                .putAll(days));
        mitigated.addAll(other.mitigated);
        certain.addAll(other.certain);
        shape = other.shape == null ? shape : other.shape;
        range = other.range == null ? range : other.range;
    }
}
