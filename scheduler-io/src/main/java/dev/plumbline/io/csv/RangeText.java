package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A distribution in a cell: its name and its values, separated by blanks, such as {@code triangular 3d 5d 12d},
 * {@code uniform 90% 120%} or {@code discrete 0:2 5d:1}. Three values without a name are PERT-beta, one is certain.
 */
final class RangeText {

    private static final String CODE = "RISK_RANGE";
    static final int MOST_VALUES = 1_000;
    private static final String HINT = "write it like pert 3d 5d 12d, triangular 90% 100% 130%, uniform 2d 5d,"
            + " normal 10d 2d, lognormal 10d 3d, weibull 2d 1.5 4d, exponential 3d, discrete 0d:70% 5d:30%,"
            + " quantiles 0%:2d 50%:5d 100%:12d or fixed 5d";

    /** What the values of a distribution are. */
    enum Values {
        /** Amounts of time, {@code 5d}. */
        TIMES("amounts of time such as 5d"),
        /** Shares, {@code 110%}. */
        SHARES("percentages such as 110%"),
        /** Plain numbers, {@code 20000}. */
        NUMBERS("plain numbers such as 20000");

        private final String words;

        Values(String words) {
            this.words = words;
        }
    }

    private final CellContext context;
    private final String cell;
    private final Values values;

    private RangeText(CellContext context, String cell, Values values) {
        this.context = context;
        this.cell = cell;
        this.values = values;
    }

    /** Returns the distribution in a cell. */
    static Distribution parse(Cell cell, Values values) throws CellProblem {
        String text = cell.raw();
        String[] words = text.split("\\s+", MOST_VALUES + 2);
        if (words.length > MOST_VALUES) {
            throw new CellProblem(CODE, Problem.quote(text) + " has too many values", "use at most " + MOST_VALUES);
        }
        RangeText range = new RangeText(cell.context(), text, values);
        try {
            return range.read(List.of(words));
        } catch (IllegalArgumentException e) {
            throw new CellProblem(CODE, Problem.quote(text) + ": " + e.getMessage(), HINT);
        }
    }

    /** Returns whether the values of a cell are shares rather than amounts of time. */
    static boolean isShare(Cell cell) {
        String[] words = cell.raw().split("\\s+", 3);
        String first = words.length > 1 && !Character.isDigit(words[0].charAt(0)) ? words[1] : words[0];
        String[] pair = first.split(":", 2);
        boolean quantiles = words[0].equalsIgnoreCase("quantiles");
        return (quantiles ? pair[pair.length - 1] : pair[0]).endsWith("%");
    }

    /** How a distribution is made of times, and of plain numbers. */
    private record Maker(int count, OfTimes times, OfNumbers numbers) {}

    private interface OfTimes {
        Distribution of(WorkTime[] v);
    }

    private interface OfNumbers {
        Distribution of(double[] v);
    }

    private static final Map<String, Maker> MAKERS = Map.of(
            "fixed", new Maker(1, v -> Distribution.constant(v[0]), v -> Distribution.constant(v[0])),
            "pert",
                    new Maker(
                            3,
                            v -> Distribution.pertBeta(v[0], v[1], v[2]),
                            v -> Distribution.pertBeta(v[0], v[1], v[2])),
            "triangular",
                    new Maker(
                            3,
                            v -> Distribution.triangular(v[0], v[1], v[2]),
                            v -> Distribution.triangular(v[0], v[1], v[2])),
            "trigen",
                    new Maker(
                            3,
                            v -> Distribution.triangularP10P90(v[0], v[1], v[2]),
                            v -> Distribution.triangularP10P90(v[0], v[1], v[2])),
            "uniform", new Maker(2, v -> Distribution.uniform(v[0], v[1]), v -> Distribution.uniform(v[0], v[1])),
            "normal",
                    new Maker(
                            2, v -> Distribution.normal(v[0], v[1]), v -> Distribution.normal(v[0], v[1], 0, 2 * v[0])),
            "lognormal", new Maker(2, v -> Distribution.lognormal(v[0], v[1]), v -> Distribution.lognormal(v[0], v[1])),
            "exponential", new Maker(1, v -> Distribution.exponential(v[0]), v -> Distribution.weibull(0, 1, v[0])));

    private Distribution read(List<String> words) throws CellProblem {
        String name = words.get(0).toLowerCase(Locale.ROOT);
        List<String> rest = words.subList(1, words.size());
        return switch (name) {
            case "discrete" -> pairs(rest, true);
            case "quantiles" -> pairs(rest, false);
            case "weibull" -> weibull(rest);
            default -> withMore(name, rest, words);
        };
    }

    /** Some kinds may name more than they must. */
    private Distribution withMore(String name, List<String> rest, List<String> words) throws CellProblem {
        return switch (name + " " + rest.size()) {
            case "pert 4" -> pert(rest);
            case "normal 4" -> normal(rest);
            case "trigen 5" -> trigen(rest);
            default -> made(name, rest, words);
        };
    }

    /** Of the kinds with a fixed number of values; three values alone are PERT, one alone is fixed. */
    private Distribution made(String name, List<String> rest, List<String> words) throws CellProblem {
        Maker maker = MAKERS.get(name);
        List<String> given = rest;
        if (maker == null && (words.size() == 3 || words.size() == 1)) {
            maker = MAKERS.get(words.size() == 3 ? "pert" : "fixed");
            given = words;
        }
        if (maker == null) {
            throw new CellProblem(CODE, Problem.quote(cell) + " is no distribution", HINT);
        }
        expect(given, maker.count);
        return values == Values.TIMES ? maker.times.of(times(given)) : maker.numbers.of(numbers(given));
    }

    private void expect(List<String> found, int count) throws CellProblem {
        if (found.size() != count) {
            throw new CellProblem(
                    CODE, "%s has %s values, not %s".formatted(Problem.quote(cell), found.size(), count), HINT);
        }
    }

    private Distribution pert(List<String> words) throws CellProblem {
        double lambda = plain(words.get(3)).doubleValue();
        List<String> three = words.subList(0, 3);
        if (values == Values.TIMES) {
            WorkTime[] v = times(three);
            return Distribution.pertBeta(v[0], v[1], v[2], lambda);
        }
        double[] v = numbers(three);
        return Distribution.pertBeta(v[0], v[1], v[2], lambda);
    }

    /** Three values, and which percentiles the first and the last of them are. */
    private Distribution trigen(List<String> words) throws CellProblem {
        double low = percentile(words.get(3));
        double high = percentile(words.get(4));
        List<String> three = words.subList(0, 3);
        if (values == Values.TIMES) {
            WorkTime[] v = times(three);
            return Distribution.triangularBetween(low, high, v[0], v[1], v[2]);
        }
        double[] v = numbers(three);
        return Distribution.triangularBetween(low, high, v[0], v[1], v[2]);
    }

    private Distribution normal(List<String> words) throws CellProblem {
        if (values == Values.TIMES) {
            WorkTime[] v = times(words);
            return Distribution.normal(v[0], v[1], v[2], v[3]);
        }
        double[] v = numbers(words);
        return Distribution.normal(v[0], v[1], v[2], v[3]);
    }

    private Distribution weibull(List<String> words) throws CellProblem {
        expect(words, 3);
        double shape = plain(words.get(1)).doubleValue();
        return values == Values.TIMES
                ? Distribution.weibull(time(words.get(0)), shape, time(words.get(2)))
                : Distribution.weibull(number(words.get(0)), shape, number(words.get(2)));
    }

    /** {@code value:weight} where values come first, else {@code probability:value}. */
    private Distribution pairs(List<String> words, boolean valueFirst) throws CellProblem {
        List<String> amounts = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            if (colon <= 0) {
                throw new CellProblem(CODE, Problem.quote(word) + " is not a pair", HINT);
            }
            String left = word.substring(0, colon);
            String right = word.substring(colon + 1);
            amounts.add(valueFirst ? left : right);
            chances.add(chance(valueFirst ? right : left));
        }
        if (values == Values.TIMES) {
            List<WorkTime> times = List.of(times(amounts));
            return valueFirst ? Distribution.discrete(times, chances) : Distribution.quantiles(chances, times);
        }
        List<Double> numbers = new ArrayList<>();
        for (String amount : amounts) {
            numbers.add(number(amount));
        }
        return valueFirst
                ? Distribution.discreteNumbers(numbers, chances)
                : Distribution.quantilesOfNumbers(chances, numbers);
    }

    /** {@code 5%} or, as people call it, {@code P5}. */
    private double percentile(String word) throws CellProblem {
        if (word.endsWith("%")) {
            return plain(word.substring(0, word.length() - 1)).doubleValue();
        }
        if (!word.startsWith("P") && !word.startsWith("p")) {
            throw new CellProblem(CODE, Problem.quote(word) + " is no percentile", "write it like P5 or 5%");
        }
        return plain(word.substring(1)).doubleValue();
    }

    private double chance(String word) throws CellProblem {
        return word.endsWith("%") ? percent(word) : plain(word).doubleValue();
    }

    private WorkTime[] times(List<String> words) throws CellProblem {
        WorkTime[] result = new WorkTime[words.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = time(words.get(i));
        }
        return result;
    }

    private double[] numbers(List<String> words) throws CellProblem {
        double[] result = new double[words.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = number(words.get(i));
        }
        return result;
    }

    private WorkTime time(String word) throws CellProblem {
        boolean negative = word.startsWith("-");
        WorkTime time = context.durations()
                .parse(negative ? word.substring(1) : word, CODE)
                .time();
        return negative ? time.negated() : time;
    }

    private double number(String word) throws CellProblem {
        if (values == Values.SHARES != word.endsWith("%")) {
            throw new CellProblem(CODE, Problem.quote(word) + " is none of the " + values.words, HINT);
        }
        return values == Values.SHARES ? percent(word) : plain(word).doubleValue();
    }

    private double percent(String word) throws CellProblem {
        return plain(word.substring(0, word.length() - 1)).movePointLeft(2).doubleValue();
    }

    private BigDecimal plain(String word) throws CellProblem {
        boolean signed = word.startsWith("-") || word.startsWith("+");
        BigDecimal number = context.numbers().parse(signed ? word.substring(1) : word);
        if (number == null) {
            String reason = context.numbers().reason(word);
            throw new CellProblem(CODE, Problem.quote(word) + " is not a number", reason.isEmpty() ? HINT : reason);
        }
        return word.startsWith("-") ? number.negate() : number;
    }
}
