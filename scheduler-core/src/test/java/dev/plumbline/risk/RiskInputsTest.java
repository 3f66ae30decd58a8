package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskInputsTest {

    private static Project project() {
        return Project.builder("Two")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(5))
                .activity("B", "B", days(8))
                .finishToStart("A", "B")
                .build();
    }

    private static List<LocalDateTime> finishes(RiskAnalysis analysis) {
        FinishDistribution finish = analysis.simulate(300, 9).finish();
        return List.of(finish.percentile(10), finish.percentile(50), finish.percentile(90), finish.mean());
    }

    @Test
    void analysesOfOneProjectAddUp() {
        Project project = project();
        RiskAnalysis durations = RiskAnalysis.of(project)
                .duration("A", Distribution.uniform(days(4), days(9)))
                .durationFactor("B", Distribution.uniform(0.9, 1.5))
                .weather(project.calendar().id(), Month.MARCH, Distribution.uniform(0, 2));
        RiskAnalysis others = RiskAnalysis.of(project)
                .duration("B", Distribution.triangular(days(6), days(8), days(14)))
                .driver("Vendor", Distribution.pertBeta(0.85, 1, 1.31), "A")
                .correlate("A", "B", 0.5)
                .weather(project.calendar().id(), Month.APRIL, Distribution.uniform(0, 2))
                .risk(Risk.of("R1", "Rain", 0.3).delays("B", Distribution.uniform(days(1), days(4))))
                .branch("Fork", Branch.of(0.5, "B"));

        RiskAnalysis sum = durations.plus(others);

        RiskAnalysis direct = RiskAnalysis.of(project)
                .duration("A", Distribution.uniform(days(4), days(9)))
                .duration("B", Distribution.triangular(days(6), days(8), days(14)))
                .driver("Vendor", Distribution.pertBeta(0.85, 1, 1.31), "A")
                .correlate("A", "B", 0.5)
                .weather(project.calendar().id(), Month.MARCH, Distribution.uniform(0, 2))
                .weather(project.calendar().id(), Month.APRIL, Distribution.uniform(0, 2))
                .risk(Risk.of("R1", "Rain", 0.3).delays("B", Distribution.uniform(days(1), days(4))))
                .branch("Fork", Branch.of(0.5, "B"));
        assertThat(finishes(sum)).isEqualTo(finishes(direct));
        assertThat(finishes(durations)).isNotEqualTo(finishes(direct));
    }

    @Test
    void analysesOfTwoProjectsDoNotAddUp() {
        RiskAnalysis one = RiskAnalysis.of(project());
        RiskAnalysis other = RiskAnalysis.of(project().withDuration("A", days(6)));

        assertThatThrownBy(() -> one.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the same project");
    }

    @Test
    void aRiskThatGainsTimeIsToldFromOneThatDoesNotOccur() {
        RiskResult result = RiskAnalysis.of(project())
                .duration("B", Distribution.uniform(days(8), days(9)))
                .risk(Risk.of("R1", "Luck", 0.4).stretches("A", Distribution.uniform(-0.5, -0.4)))
                .simulate(2_000, 4);

        TornadoBar luck = result.tornado().stream()
                .filter(bar -> bar.name().equals("R1"))
                .findFirst()
                .orElseThrow();

        assertThat(luck.swing()).isBetween(days(-3), days(-2)); // 40 to 50 % of 5 days earlier where it occurs
        assertThat(luck.high()).isBefore(luck.low());
    }
}
