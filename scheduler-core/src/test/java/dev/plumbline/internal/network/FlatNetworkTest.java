package dev.plumbline.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatNetworkTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    /** What offsets can hold: 51 years round the clock. */
    private static final long LIMIT = 1 << 28;

    private static ProjectBuilder plan() {
        return Project.builder("flat").start(START).calendar(WorkCalendar.roundTheClock("always"));
    }

    private static WorkTime ticks(long ticks) {
        return new WorkTime(ticks, WorkUnit.HOURS);
    }

    private static @Nullable FlatNetwork flat(ProjectBuilder builder) {
        return FlatNetwork.of(NetworkCompiler.compile(builder.build()));
    }

    @Test
    void everyRelationshipIsAWeightFromStartToStart() {
        ProjectBuilder builder = plan().activity("S", "Summary", WorkTime.ZERO)
                .activity("A", "A", WorkTime.hours(2), a -> a.outlineLevel(2))
                .activity("B", "B", WorkTime.hours(5), b -> b.deadline(START.plusHours(9)))
                .activity(
                        "C",
                        "C",
                        WorkTime.hours(1),
                        c -> c.constraint(Constraint.startNoEarlierThan(START.plusHours(3))));
        for (RelationshipType type : RelationshipType.values()) {
            builder.add(new Relationship("A", "B", type, Lag.of(WorkTime.hours(1))));
        }
        FlatNetwork flat = Objects.requireNonNull(flat(builder));

        assertThat(flat.size).isEqualTo(3);
        assertThat(flat.row).containsExactly(1, 2, 3);
        assertThat(flat.place).containsExactly(-1, 0, 1, 2);
        assertThat(flat.span).containsExactly(1_200, 3_000, 600);
        assertThat(flat.tail).containsExactly(0, 0, 0, 0);
        assertThat(flat.head).containsExactly(1, 1, 1, 1);
        assertThat(flat.weight).containsExactly(1_800, 600, -1_200, -2_400); // FS, SS, FF, SF
        assertThat(flat.floor).containsExactly(0, 0, 1_800);
        assertThat(flat.cap).containsExactly(Integer.MAX_VALUE, 2_400, Integer.MAX_VALUE);
        assertThat(flat.openEnds).containsExactly(1, 2);
        assertThat(flat.origin).isEqualTo(flat.calendar.workUpTo(Ticks.of(START)));
    }

    @Test
    void onlyAStartOrAFinishToFinishHoldsAnActivityAtTheStartOfTheProject() {
        FlatNetwork flat = Objects.requireNonNull(flat(plan().activity("A", "A", WorkTime.hours(2))
                .activity("B", "B", WorkTime.hours(5))
                .activity("C", "C", WorkTime.hours(5))
                .finishToFinish("A", "B", WorkTime.ZERO)
                .startToStart("A", "C", WorkTime.ZERO)));

        assertThat(flat.floor).containsExactly(0, 0, FlatNetwork.NONE);
        assertThat(flat.cap).isNull();
    }

    @ParameterizedTest(name = "{0} ticks too many")
    @ValueSource(longs = {-1, 0, 1})
    void whatOffsetsCannotHoldIsNotFlat(long beyond) {
        long most = LIMIT + beyond;
        boolean held = beyond < 0;

        assertThat(flat(plan().activity("A", "A", ticks(most))) != null).isEqualTo(held);
        ProjectBuilder chain = plan().activity("A", "A", ticks(LIMIT / 2))
                .activity("B", "B", ticks(most - LIMIT / 2))
                .finishToStart("A", "B");
        assertThat(flat(chain) != null).isEqualTo(held);
        ProjectBuilder lead = plan().activity("A", "A", ticks(0))
                .activity("B", "B", ticks(0))
                .add(new Relationship("A", "B", RelationshipType.SS, Lag.of(ticks(-most))));
        assertThat(flat(lead) != null).isEqualTo(held);
    }

    @ParameterizedTest(name = "{0} ticks from the limit")
    @CsvSource({"-1, true", "0, false", "1, false"})
    void datesFarFromTheStartOfTheProjectAreNotFlat(long beyond, boolean held) {
        for (long sign : new long[] {-1, 1}) {
            LocalDateTime date = Ticks.toDateTime(Ticks.of(START) + sign * (LIMIT + beyond));
            ProjectBuilder dated = plan().activity(
                            "A", "A", ticks(0), a -> a.constraint(Constraint.startNoEarlierThan(date)))
                    .activity("B", "B", ticks(10));
            assertThat(flat(dated) != null).isEqualTo(held);
            ProjectBuilder due = plan().activity("A", "A", ticks(0), a -> a.deadline(date))
                    .activity("B", "B", ticks(10), b -> b.deadline(START));
            assertThat(flat(due) != null).isEqualTo(held);
        }
    }
}
