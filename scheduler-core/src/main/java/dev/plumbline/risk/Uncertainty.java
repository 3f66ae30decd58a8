package dev.plumbline.risk;

import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that an analysis says is uncertain, to look at, to compare or to write down. Immutable; everything is in the order in which
 * it was said. Activities, resources and calendars are named by their ids.
 *
 * @param estimates how the plan's three-point estimates count; null where they don't
 * @param defaultRange the range of the durations that have none; null for none
 * @param durations the uncertain durations, by activity
 * @param durationFactors the uncertain factors of planned durations, by activity
 * @param certain the activities whose durations are as planned, though they have an estimate or there is a range for all
 * @param lags the uncertain lags
 * @param rates the factors on the rates of resources
 * @param costs the uncertain fixed costs, by activity
 * @param drivers the common drivers
 * @param correlations the rank correlations
 * @param risks the register
 * @param mitigated the ids of the risks that are taken as mitigated
 * @param branches the branches of each fork
 * @param weather the working days lost
 */
public record Uncertainty(
        PertMethod.@Nullable Shape estimates,
        @Nullable Range defaultRange,
        Map<String, Distribution> durations,
        Map<String, Distribution> durationFactors,
        Set<String> certain,
        List<UncertainLag> lags,
        Map<String, Distribution> rates,
        Map<String, Distribution> costs,
        List<Driver> drivers,
        List<Correlated> correlations,
        List<Risk> risks,
        Set<String> mitigated,
        Map<String, List<Branch>> branches,
        List<LostDays> weather) {

    /**
     * A range around planned durations.
     *
     * @param low the least deviation as a share, such as -0.1
     * @param high the greatest, such as 0.3
     */
    public record Range(double low, double high) {}

    /**
     * An uncertain lag.
     *
     * @param predecessor the id of the predecessor
     * @param successor the id of the successor
     * @param time how long it can be
     */
    public record UncertainLag(String predecessor, String successor, Distribution time) {}

    /**
     * A factor that several activities share.
     *
     * @param name its name
     * @param factor multiplies their durations
     * @param activities their ids
     */
    public record Driver(String name, Distribution factor, List<String> activities) {

        /** Copies the ids. */
        public Driver {
            activities = List.copyOf(activities);
        }
    }

    /**
     * Two inputs that go together.
     *
     * @param first the id of an activity or the name of a driver
     * @param second another
     * @param correlation the rank correlation
     */
    public record Correlated(String first, String second, double correlation) {}

    /**
     * Working days that a calendar loses.
     *
     * @param calendar the id of the calendar
     * @param month in which month
     * @param days how many
     */
    public record LostDays(String calendar, Month month, Distribution days) {}

    /** Copies everything, in its order. */
    public Uncertainty {
        durations = copy(durations);
        durationFactors = copy(durationFactors);
        certain = Collections.unmodifiableSet(new LinkedHashSet<>(certain));
        lags = List.copyOf(lags);
        rates = copy(rates);
        costs = copy(costs);
        drivers = List.copyOf(drivers);
        correlations = List.copyOf(correlations);
        risks = List.copyOf(risks);
        mitigated = Collections.unmodifiableSet(new LinkedHashSet<>(mitigated));
        branches = copy(branches);
        weather = List.copyOf(weather);
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Uncertainty of(Draft draft) {
        Set<String> certain = new LinkedHashSet<>(draft.certain);
        certain.removeAll(draft.durations.keySet());
        certain.removeAll(draft.factors.keySet());
        List<UncertainLag> lags = new ArrayList<>();
        draft.lags.forEach((pair, time) -> lags.add(new UncertainLag(pair.first(), pair.second(), time)));
        List<Driver> drivers = new ArrayList<>();
        draft.drivers.forEach((name, driver) -> drivers.add(new Driver(name, driver.factor(), driver.activities())));
        List<Correlated> correlations = new ArrayList<>();
        draft.correlations.forEach(
                (pair, value) -> correlations.add(new Correlated(pair.first(), pair.second(), value)));
        List<LostDays> weather = new ArrayList<>();
        draft.weather.forEach((calendar, months) ->
                months.forEach((month, days) -> weather.add(new LostDays(calendar, month, days))));
        return new Uncertainty(
                draft.shape,
                Optional.ofNullable(draft.range)
                        .map(r -> new Range(r.low(), r.high()))
                        .orElse(null),
                draft.durations,
                draft.factors,
                certain,
                lags,
                draft.rates,
                draft.costs,
                drivers,
                correlations,
                List.copyOf(draft.risks.values()),
                draft.mitigated,
                draft.branches,
                weather);
    }
}
