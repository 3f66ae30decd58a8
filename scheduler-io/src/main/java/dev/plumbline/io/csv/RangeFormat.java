package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.risk.Constant;
import dev.plumbline.risk.Discrete;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.LogNormal;
import dev.plumbline.risk.PertBeta;
import dev.plumbline.risk.Quantiles;
import dev.plumbline.risk.Triangular;
import dev.plumbline.risk.Trigen;
import dev.plumbline.risk.TruncatedNormal;
import dev.plumbline.risk.Uniform;
import dev.plumbline.risk.Weibull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Distributions as {@link RangeText} reads them. */
final class RangeFormat {

    private static final int LONGEST_NUMBER = 60;

    private final UnitConversion conversion;
    private final RangeText.Values values;
    private final @Nullable WorkUnit unit;
    private boolean exact = true;

    private RangeFormat(UnitConversion conversion, RangeText.Values values, @Nullable WorkUnit unit) {
        this.conversion = conversion;
        this.values = values;
        this.unit = unit;
    }

    /**
     * A distribution in a cell.
     *
     * @param text what is written
     * @param exact whether reading it gives an equal one
     */
    record Text(String text, boolean exact) {}

    /** Returns the text of a distribution. */
    static Text of(Distribution distribution, RangeText.Values values, UnitConversion conversion) {
        RangeFormat format =
                new RangeFormat(conversion, values, distribution.unit().orElse(null));
        String text = format.text(distribution);
        return new Text(text, format.exact && text.split(" ", -1).length <= RangeText.MOST_VALUES);
    }

    private String text(Distribution distribution) {
        if (distribution instanceof Constant d) {
            return "fixed " + amount(d.value());
        }
        if (distribution instanceof PertBeta d) {
            String three = "pert " + amounts(d.optimistic(), d.mostLikely(), d.pessimistic());
            return d.lambda() == PertBeta.CLASSIC ? three : three + " " + number(d.lambda());
        }
        if (distribution instanceof Triangular d) {
            return "triangular " + amounts(d.optimistic(), d.mostLikely(), d.pessimistic());
        }
        if (distribution instanceof Trigen d) {
            String three = "trigen " + amounts(d.low(), d.mostLikely(), d.high());
            return d.lowPercentile() == 10 && d.highPercentile() == 90
                    ? three
                    : three + " " + number(d.lowPercentile()) + "% " + number(d.highPercentile()) + "%";
        }
        if (distribution instanceof Uniform d) {
            return "uniform " + amounts(d.least(), d.greatest());
        }
        return ofOther(distribution);
    }

    private String ofOther(Distribution distribution) {
        if (distribution instanceof TruncatedNormal d) {
            return "normal " + amounts(d.location(), d.scale(), d.least(), d.greatest());
        }
        if (distribution instanceof LogNormal d) {
            return "lognormal " + amounts(d.average(), d.deviation());
        }
        if (distribution instanceof Weibull d) {
            return "weibull " + amount(d.least()) + " " + number(d.shape()) + " " + amount(d.scale());
        }
        if (distribution instanceof Discrete d) {
            StringBuilder text = new StringBuilder("discrete");
            for (int i = 0; i < d.values().size(); i++) {
                text.append(' ')
                        .append(amount(d.values().get(i)))
                        .append(':')
                        .append(number(d.probabilities().get(i)));
            }
            return text.toString();
        }
        Quantiles d = (Quantiles) distribution;
        StringBuilder text = new StringBuilder("quantiles");
        for (int i = 0; i < d.values().size(); i++) {
            text.append(' ')
                    .append(number(d.probabilities().get(i)))
                    .append(':')
                    .append(amount(d.values().get(i)));
        }
        return text.toString();
    }

    private String amounts(double... amounts) {
        List<String> words =
                java.util.Arrays.stream(amounts).mapToObj(this::amount).toList();
        return String.join(" ", words);
    }

    private String amount(double amount) {
        if (Double.isInfinite(amount)) {
            exact = false;
            return amount < 0 ? "-999999999" : "999999999";
        }
        if (unit == null) {
            BigDecimal decimal = BigDecimal.valueOf(amount);
            return values == RangeText.Values.SHARES ? plain(decimal.movePointRight(2)) + "%" : plain(decimal);
        }
        long ticks = Math.round(amount);
        WorkTime time = new WorkTime(ticks, unit);
        exact &= ticks == amount && Durations.isWritable(time);
        return Durations.format(time, conversion);
    }

    private String number(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private String plain(BigDecimal decimal) {
        String text = ResourceCell.plain(decimal);
        exact &= text.length() <= LONGEST_NUMBER;
        return text;
    }
}
