package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Project;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bits for any number of threads, any batch, in any locale, on any JDK: digests that every machine must meet. */
class ReproducibleTest {

    private static final int ITERATIONS = 2_500;

    private static RiskAnalysis analysis(Sampling sampling) {
        Project project = RandomRiskPlans.plan(11, new RandomRiskPlans.Flavour(4, true, false, false, false));
        return RiskAnalysis.of(project)
                .defaultRange(-0.2, 0.6)
                .duration("A0", Distribution.lognormal(hours(40), hours(20)))
                .durationFactor("A5", Distribution.weibull(0.5, 1.7, 0.8))
                .duration("A6", Distribution.normal(hours(30), hours(9)))
                .driver("weather", Distribution.triangular(0.9, 1, 1.5), "A1", "A5")
                .correlate("A0", "A6", 0.6)
                .risk(Risk.of("R", "r", 0.4)
                        .delays("A1", Distribution.uniform(days(1), days(4)))
                        .costs("A1", Distribution.triangular(100.0, 200, 700)))
                .sampling(sampling);
    }

    private static String digest(RiskResult result) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < result.iterations(); i++) {
            sha.update(ByteBuffer.allocate(16)
                    .putLong(result.finish().instant(i))
                    .putDouble(result.cost().orElseThrow().samples()[i])
                    .array());
        }
        for (ActivityRisk risk : result.activities()) {
            for (double index :
                    new double[] {risk.criticality(), risk.pearson(), risk.spearman(), risk.significance(), risk.ssi()
                    }) {
                sha.update(ByteBuffer.allocate(8).putDouble(index).array());
            }
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }

    @ParameterizedTest
    @CsvSource({"MONTE_CARLO, 9b3454fa14f4fe48", "LATIN_HYPERCUBE, 334cb6710528e71a", "SOBOL, 016fe0a57e57bc64"})
    void everyMachineDrawsTheSame(Sampling sampling, String expected) throws NoSuchAlgorithmException {
        assertThat(digest(analysis(sampling).simulate(ITERATIONS, 42))).isEqualTo(expected);
    }

    @Test
    void threadsBatchesAndLocalesDontMatter() throws NoSuchAlgorithmException {
        Locale before = Locale.getDefault();
        RiskAnalysis risk = analysis(Sampling.MONTE_CARLO);
        String one = digest(risk.simulate(ITERATIONS, 42));
        try {
            for (Locale locale : new Locale[] {Locale.GERMANY, Locale.forLanguageTag("ar-SA-u-nu-arab")}) {
                Locale.setDefault(locale);
                for (int threads : new int[] {1, 2, 3, 16}) {
                    for (int batch : new int[] {32, 256}) {
                        assertThat(digest(risk.threads(threads).batch(batch).simulate(ITERATIONS, 42)))
                                .as("%s threads, batches of %s, %s", threads, batch, locale)
                                .isEqualTo(one);
                    }
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
