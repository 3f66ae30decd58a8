package dev.plumbline.risk;

import dev.plumbline.internal.risk.Copula;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns pairs of correlated inputs into groups that are drawn together. */
final class CorrelationCompiler {

    /** A repair smaller than this is rounding. */
    private static final double NOTICED = 0.005;

    private final Map<Draft.Pair, Double> pairs = new LinkedHashMap<>();
    private final Map<String, Integer> variableOf;
    private final List<Copula> copulas = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();

    CorrelationCompiler(Map<Draft.Pair, Double> all, Map<String, Integer> variableOf) {
        this.variableOf = variableOf;
        all.forEach((pair, rho) -> {
            if (variableOf.containsKey(pair.first()) && variableOf.containsKey(pair.second())) {
                pairs.put(pair, rho);
            } else {
                findings.add(Problem.warning(
                        "RISK_NO_EFFECT",
                        "the correlation of %s and %s does nothing: one of them is certain"
                                .formatted(Problem.shown(pair.first()), Problem.shown(pair.second())),
                        "give both a distribution"));
            }
        });
        groups().forEach(this::add);
    }

    /** Inputs that are correlated, directly or through others, in order of their first mention. */
    private List<List<String>> groups() {
        Map<String, List<String>> groupOf = new LinkedHashMap<>();
        for (Draft.Pair pair : pairs.keySet()) {
            List<String> first = groupOf.computeIfAbsent(pair.first(), n -> new ArrayList<>(List.of(n)));
            List<String> second = groupOf.computeIfAbsent(pair.second(), n -> new ArrayList<>(List.of(n)));
            if (!first.contains(pair.second())) {
                first.addAll(second);
                second.forEach(name -> groupOf.put(name, first));
            }
        }
        return groupOf.values().stream().distinct().toList();
    }

    private void add(List<String> group) {
        int n = group.size();
        Map<String, Integer> place = new LinkedHashMap<>();
        group.forEach(name -> place.put(name, place.size()));
        double[][] ranks = new double[n][n];
        for (int i = 0; i < n; i++) {
            ranks[i][i] = 1;
        }
        pairs.forEach((pair, rho) -> {
            Integer i = place.get(pair.first());
            Integer j = place.get(pair.second());
            if (i != null && j != null) {
                ranks[i][j] = rho;
                ranks[j][i] = rho;
            }
        });
        int[] variables = group.stream().mapToInt(variableOf::get).toArray();
        Copula copula = new Copula(variables, ranks);
        copulas.add(copula);
        if (copula.repair() > NOTICED) {
            findings.add(Problem.warning(
                    "RISK_CORRELATIONS_REPAIRED",
                    "the correlations of %s contradict each other; the nearest that fit together differ by %s at most"
                            .formatted(
                                    group.stream().limit(5).map(Problem::shown).collect(Collectors.joining(", "))
                                            + (n > 5 ? ", ..." : ""),
                                    String.format(Locale.ROOT, "%.2f", copula.repair())),
                    "give correlations to the pairs that have none, or smaller ones"));
        }
    }

    Copula[] copulas() {
        return copulas.toArray(Copula[]::new);
    }

    List<Problem> findings() {
        return findings;
    }
}
