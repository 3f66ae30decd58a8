package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.CostRate;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contingency for cost is made of, and what dates and costs are kept together. */
class CostContingencyTest {

    private static final CostRate RATE =
            CostRate.perHour(BigDecimal.valueOf(100), BigDecimal.valueOf(150), BigDecimal.ZERO);

    private static Project project() {
        return Project.builder("Site")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .add(Resource.work("crew", "crew", 1).with(r -> r.rates(List.of(RATE))))
                .activity("A", "Excavate", days(10))
                .activity("B", "Foundation", days(10))
                .activity("C", "Pipework", days(10))
                .finishToStart("A", "B")
                .finishToStart("A", "C")
                .assign("B", "crew", 1)
                .build();
    }

    private static BigDecimal sum(List<CostContribution> parts) {
        return parts.stream().map(CostContribution::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double share(List<CostContribution> parts, String name) {
        double part = parts.stream()
                .filter(p -> p.name().equals(name))
                .mapToDouble(p -> p.amount().doubleValue())
                .sum();
        return part / sum(parts).doubleValue();
    }

    /** Of independent costs each has the part of the contingency that it has of the variance. */
    @Test
    void independentCostsShareItByTheirVariances() {
        RiskResult result = RiskAnalysis.of(project())
                .cost("A", Distribution.uniform(0, 6_000))
                .duration("B", Distribution.uniform(days(10), days(20)))
                .risk(Risk.of("R1", "Rain", 0.5).costs("C", Distribution.constant(4_000)))
                .simulate(50_000, 3);
        double a = 6_000.0 * 6_000 / 12;
        double b = 8_000.0 * 8_000 / 12; // ten days of eight hours at 100
        double r = 4_000.0 * 4_000 / 4;

        List<CostContribution> parts = result.costContingency(80);

        assertThat(parts)
                .extracting(CostContribution::kind, CostContribution::name)
                .containsExactlyInAnyOrder(
                        Assertions.tuple(Contribution.Kind.ACTIVITY, "A"),
                        Assertions.tuple(Contribution.Kind.ACTIVITY, "B"),
                        Assertions.tuple(Contribution.Kind.RISK, "R1"));
        assertThat(share(parts, "A")).isCloseTo(a / (a + b + r), within(0.01));
        assertThat(share(parts, "B")).isCloseTo(b / (a + b + r), within(0.01));
        assertThat(share(parts, "R1")).isCloseTo(r / (a + b + r), within(0.01));
        assertThat(parts.get(0).amount()).isGreaterThanOrEqualTo(parts.get(1).amount());
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 50, 80, 99})
    void theSharesAddUpToTheHundredth(double percent) {
        RiskResult result = RiskAnalysis.of(project())
                .cost("A", Distribution.lognormal(3_000, 1_000))
                .rate("crew", Distribution.triangular(0.9, 1, 1.4))
                .driver("Ground", Distribution.pertBeta(0.9, 1, 1.5), "A", "B", "C")
                .risk(Risk.of("R1", "Rain", 0.3)
                        .delays("B", Distribution.uniform(days(1), days(4)))
                        .costs("B", Distribution.uniform(500, 900)))
                .simulate(3_000, 3);
        CostDistribution cost = result.cost().orElseThrow();

        assertThat(sum(result.costContingency(percent)))
                .isEqualByComparingTo(cost.percentile(percent).subtract(cost.deterministic()));
    }

    @Test
    void whatCostsNothingNeedsNoContingencyAndWhatIsCertainHasNoParts() {
        Project free = Project.builder("Free")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(10))
                .build();

        assertThat(RiskAnalysis.of(free)
                        .defaultRange(-0.1, 0.3)
                        .simulate(100, 1)
                        .costContingency(80))
                .isEmpty();
        assertThat(RiskAnalysis.of(project()).simulate(100, 1).costContingency(80))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50, 80, 95})
    void theJointAimIsKeptBySoManyAndNoEarlierOneIs(double percent) {
        RiskResult result = RiskAnalysis.of(project())
                .cost("A", Distribution.lognormal(3_000, 1_000))
                .defaultRange(-0.2, 0.6)
                .simulate(2_000, 3);

        JointAim aim = result.jointAim(percent);

        assertThat(aim.probability()).isGreaterThanOrEqualTo(percent / 100);
        assertThat(aim.probability()).isEqualTo(result.jointConfidence(aim.finish(), aim.cost()));
        assertThat(aim.percentile()).isBetween(percent, 100.0);
        double before = aim.percentile() - 0.06; // more than one of 2,000 iterations
        if (before > percent) {
            assertThat(result.jointConfidence(
                            result.finish().percentile(before),
                            result.cost().orElseThrow().percentile(before)))
                    .isLessThan(percent / 100);
        }
    }

    @Test
    void aRelationshipThatTheProjectDoesNotHoldHasNoCriticality() {
        RiskResult result = RiskAnalysis.of(project()).defaultRange(-0.2, 0.6).simulate(200, 3);

        assertThat(result.criticalityIndex(Relationship.finishToStart("A", "B")))
                .isEqualTo(result.criticalityIndex("A", "B"));
        Assertions.assertThatThrownBy(() -> result.criticalityIndex(Relationship.finishToStart("B", "C")))
                .hasMessageContaining("there is no relationship");
    }
}
