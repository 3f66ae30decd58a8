package dev.plumbline.io.csv;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.io.csv.CsvPlans.PLACE;
import static dev.plumbline.io.csv.CsvPlans.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.risk.Distribution;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions in cells: what each is, how it is written, and what is said of those that are none. */
class RangeFormsTest {

    private static Distribution parse(String text, RangeText.Values values) throws CellProblem {
        return RangeText.parse(cell(text), values);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMES|fixed 5d|fixed 5d",
                "TIMES|5d|fixed 5d",
                "TIMES|-5d|fixed -5d",
                "TIMES|3d 5d 12d|pert 3d 5d 12d",
                "TIMES|PERT  3d 5d 12d|pert 3d 5d 12d",
                "TIMES|pert 3d 5d 12d 4|pert 3d 5d 12d",
                "TIMES|pert 3d 5d 12d 2.5|pert 3d 5d 12d 2.5",
                "TIMES|triangular 3d 5d 12d|triangular 3d 5d 12d",
                "TIMES|trigen 3d 5d 12d|trigen 3d 5d 12d",
                "TIMES|trigen 3d 5d 12d P10 p90|trigen 3d 5d 12d",
                "TIMES|trigen 3d 5d 12d 10% P80|trigen 3d 5d 12d 10% 80%",
                "TIMES|trigen 3d 5d 12d 5% 90%|trigen 3d 5d 12d 5% 90%",
                "TIMES|uniform 2d 5d|uniform 2d 5d",
                "TIMES|normal 10d 2d 4d 20d|normal 10d 2d 4d 20d",
                "TIMES|lognormal 10d 3d|lognormal 10d 3d",
                "TIMES|weibull 2d 1.5 4d|weibull 2d 1.5 4d",
                "TIMES|exponential 3d|weibull 0d 1 3d",
                "TIMES|quantiles 0%:2d 50%:5d 1:12d|quantiles 0:2d 0.5:5d 1:12d",
                "SHARES|fixed 110%|fixed 110%",
                "SHARES|uniform 90% 120%|uniform 90% 120%",
                "SHARES|pert 90% 100% 130% 2|pert 90% 100% 130% 2",
                "SHARES|triangular 90% 100% 130%|triangular 90% 100% 130%",
                "SHARES|trigen 90% 100% 130% 5% 95%|trigen 90% 100% 130% 5% 95%",
                "SHARES|normal 100% 10%|normal 100% 10% 0% 200%",
                "SHARES|normal 100% 10% 50% 150%|normal 100% 10% 50% 150%",
                "SHARES|weibull 80% 1.5 20%|weibull 80% 1.5 20%",
                "SHARES|exponential 12.5%|weibull 0% 1 12.5%",
                "NUMBERS|uniform +100 20000.5|uniform 100 20000.5",
                "NUMBERS|lognormal 1000 100|lognormal 1000 100",
                "NUMBERS|quantiles 0:-5 1:10|quantiles 0:-5 1:10"
            })
    void distributionsAreWrittenAsTheyCanBeRead(RangeText.Values values, String text, String written)
            throws CellProblem {
        Distribution distribution = parse(text, values);

        RangeFormat.Text format = RangeFormat.of(distribution, values, UnitConversion.STANDARD);

        assertThat(format.text()).isEqualTo(written);
        assertThat(format.exact()).isTrue();
        assertThat(parse(written, values)).isEqualTo(distribution);
    }

    @Test
    void chancesOfADiscreteDistributionAreSharesOrWeights() throws CellProblem {
        Distribution shares = parse("discrete 0d:70% 5d:30%", RangeText.Values.TIMES);

        assertThat(shares).isEqualTo(Distribution.discrete(List.of(days(0), days(5)), List.of(0.7, 0.3)));
        assertThat(parse("discrete 0:2 5:1", RangeText.Values.NUMBERS))
                .isEqualTo(Distribution.discreteNumbers(List.of(0.0, 5.0), List.of(2.0, 1.0)));
    }

    @Test
    void infiniteTailsAndFractionsOfTicksAreToldToBeInexact() {
        RangeFormat.Text tails = RangeFormat.of(
                Distribution.normal(0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                RangeText.Values.NUMBERS,
                UnitConversion.STANDARD);

        assertThat(tails.text()).isEqualTo("normal 0 1 -999999999 999999999");
        assertThat(tails.exact()).isFalse();
        assertThat(RangeFormat.of(
                                Distribution.uniform(hours(1), days(1)),
                                RangeText.Values.TIMES,
                                UnitConversion.STANDARD)
                        .exact())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMES|beta 3d 5d 6d|is no distribution",
                "TIMES|3d 5d|is no distribution",
                "TIMES|uniform 3d|has 1 values, not 2",
                "TIMES|uniform 3d 4d 5d|has 3 values, not 2",
                "TIMES|pert 3d 4d|has 2 values, not 3",
                "TIMES|weibull 3d 4d|has 2 values, not 3",
                "TIMES|uniform 5 6|is not an amount of time",
                "TIMES|triangular 5d 3d 4d|triangular 5d 3d 4d",
                "TIMES|pert 3d 5d 12d x|'x' is not a number",
                "TIMES|trigen 3d 5d 12d Q5 90%|'Q5' is no percentile",
                "TIMES|discrete 5d|'5d' is not a pair",
                "TIMES|discrete :5|':5' is not a pair",
                "SHARES|uniform 90 120|none of the percentages such as 110%",
                "NUMBERS|uniform 90% 120%|none of the plain numbers such as 20000",
                "NUMBERS|fixed 1,5|is not a number"
            })
    void whatIsNoDistributionIsRefused(RangeText.Values values, String text, String message) {
        assertThatThrownBy(() -> parse(text, values))
                .isInstanceOfSatisfying(
                        CellProblem.class,
                        problem -> assertThat(problem.located(PLACE).message()).contains(message));
    }

    @Test
    void aDistributionHasAThousandWordsAtMost() throws CellProblem {
        assertThat(parse("discrete " + pairs(999), RangeText.Values.TIMES)).isNotNull();
        assertThatThrownBy(() -> parse("discrete " + pairs(1000), RangeText.Values.TIMES))
                .isInstanceOf(CellProblem.class);
        Distribution most = parse("discrete " + pairs(999), RangeText.Values.TIMES);
        assertThat(RangeFormat.of(most, RangeText.Values.TIMES, UnitConversion.STANDARD)
                        .exact())
                .isTrue();
        Distribution more = Distribution.discrete(
                IntStream.range(0, 1000).mapToObj(i -> days(i)).toList(),
                IntStream.range(0, 1000).mapToObj(i -> 1.0).toList());
        assertThat(RangeFormat.of(more, RangeText.Values.TIMES, UnitConversion.STANDARD)
                        .exact())
                .isFalse();
    }

    private static String pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + "d:1").collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "110%, true",
        "5d, false",
        "uniform 90% 120%, true",
        "uniform 2d 5d, false",
        "90% 100% 130%, true",
        "3d 5d 12d, false",
        "discrete 90%:1 100%:2, true",
        "discrete 0d:70% 5d:30%, false",
        "quantiles 0%:2d 100%:5d, false",
        "quantiles 0:90% 1:110%, true"
    })
    void sharesAreToldFromAmountsByTheFirstValue(String text, boolean share) {
        assertThat(RangeText.isShare(cell(text))).isEqualTo(share);
    }
}
