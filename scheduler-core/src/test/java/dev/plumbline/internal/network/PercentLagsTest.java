package dev.plumbline.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentLagsTest {

    private static Relationship share(String tail, String head, String percent) {
        return new Relationship(tail, head, RelationshipType.FS, new Lag.Percent(new BigDecimal(percent), false));
    }

    @Test
    void onlySharesOfAnActivityThatTieItToItsOwnSuccessorCount() {
        Project project = Project.builder("shares")
                .activity("S", "Summary", WorkTime.ZERO)
                .activity("A", "A", WorkTime.hours(8), a -> a.outlineLevel(2))
                .activity("B", "B", WorkTime.hours(8))
                .activity("I", "Inactive", WorkTime.hours(8), i -> i.active(false))
                .activity("C", "C", WorkTime.hours(8))
                .finishToStart("A", "C")
                .add(share("S", "B", "10"))
                .add(share("A", "B", "20"))
                .add(share("B", "I", "30"))
                .add(share("I", "C", "40"))
                .build();
        Network g = NetworkCompiler.compile(project);

        PercentLags lags = PercentLags.of(project, g);

        assertThat(lags.size()).isEqualTo(1);
        assertThat(g.tail[lags.edge(0)]).isEqualTo(1);
        assertThat(g.head[lags.edge(0)]).isEqualTo(2);
        assertThat(lags.ticks(0, 1_000)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "50",
                "-50",
                "12.5",
                "0.01",
                "-0.01",
                "33.333",
                "-33.333",
                "1E+2",
                "999999.99",
                "9999999",
                "-9999999"
            })
    void halvesAreRoundedAwayFromZero(String percent) {
        Project project = Project.builder("share")
                .activity("A", "A", WorkTime.hours(8))
                .activity("B", "B", WorkTime.hours(8))
                .add(share("A", "B", "50"))
                .build();
        Network g = NetworkCompiler.compile(project);
        Project other = project.toBuilder()
                .removeRelationship("A", "B")
                .add(share("A", "B", percent))
                .build();
        PercentLags lags = PercentLags.of(other, g);

        for (long duration : new long[] {0, 1, 2, 3, 4, 49, 50, 4_999, 5_000, 5_001, 123_457, 90_000_000_000L}) {
            BigDecimal exact = new BigDecimal(percent).multiply(BigDecimal.valueOf(duration));
            assertThat(lags.ticks(0, duration))
                    .as("%s %% of %s", percent, duration)
                    .isEqualTo(exact.divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                            .longValueExact());
        }
        assertThat(Arrays.asList(lags.size(), lags.edge(0))).containsExactly(1, 0);
    }
}
