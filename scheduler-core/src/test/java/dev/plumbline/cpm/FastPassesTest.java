package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast ways through the passes give what the general rules give, to the last driver. */
class FastPassesTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    @Property(tries = 2000)
    void pureWorkingTimeGivesThePlainPlansTheirDatesAndDrivers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size, @ForAll boolean openEndsCritical) {
        Network network = NetworkCompiler.compile(PlainPlans.of(seed, size));

        assertThat(FlatNetwork.of(network)).isNotNull();
        assertAgreement(network, true, openEndsCritical);
    }

    @Property(tries = 1000)
    void plainActivitiesOfRichPlansTakeTheShortWay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll boolean honour,
            @ForAll boolean openEndsCritical) {
        assertAgreement(NetworkCompiler.compile(RandomPlans.of(seed, size)), honour, openEndsCritical);
    }

    @Test
    void anyOtherCalendarOrDateLeavesPureWorkingTimeToTheGeneralRules() {
        assertThat(flat(two())).isNotNull();
        assertThat(flat(two().addCalendar(WorkCalendar.roundTheClock("24"))
                        .activity("C", "C", WorkTime.hours(1), c -> c.calendar("24"))))
                .isNull();
        assertThat(flat(two().activity("C", "C", WorkTime.hours(1), c -> c.constraint(Constraint.mustStartOn(START)))))
                .isNull();
        assertThat(flat(two().activity("C", "C", WorkTime.elapsedHours(1)))).isNull();
        assertThat(flat(two().add(new Relationship("A", "B", RelationshipType.FS, Lag.of(WorkTime.elapsedHours(2))))))
                .isNull();
    }

    @Test
    void aPathThatOffsetsCouldNotHoldIsLeftToTheGeneralRules() {
        ProjectBuilder builder = Project.builder("long").start(START);
        for (int i = 0; i < 300; i++) {
            builder.activity("A" + i, "A", WorkTime.hours(20_000));
            if (i > 0) {
                builder.finishToStart("A" + (i - 1), "A" + i);
            }
        }

        assertThat(flat(builder)).isNull();
        assertThat(CriticalPath.schedule(builder.build()).finish().getYear()).isEqualTo(4900);
    }

    private static ProjectBuilder two() {
        return Project.builder("two")
                .start(START)
                .calendar(WorkCalendar.standard())
                .activity("A", "A", WorkTime.hours(8))
                .activity("B", "B", WorkTime.hours(8));
    }

    private static FlatNetwork flat(ProjectBuilder builder) {
        return FlatNetwork.of(NetworkCompiler.compile(builder.build()));
    }

    private static void assertAgreement(Network network, boolean honour, boolean openEndsCritical) {
        Network slow = network.copy();
        Arrays.fill(slow.plain, false);
        Times expected = new Times(slow);
        Passes.byRules(slow, honour, openEndsCritical, expected);
        Times actual = new Times(network);
        Passes.run(network, honour, openEndsCritical, actual);
        Times again = new Times(network);
        Passes.byRules(network, honour, openEndsCritical, again);

        assertSame(actual, expected);
        assertSame(again, expected);
    }

    /** Compares array by array: a comparison by reflection takes ten times as long as the passes. */
    private static void assertSame(Times actual, Times expected) {
        assertThat(actual.earlyStart).as("early starts").isEqualTo(expected.earlyStart);
        assertThat(actual.earlyFinish).as("early finishes").isEqualTo(expected.earlyFinish);
        assertThat(actual.rolledFinish).as("rolled finishes").isEqualTo(expected.rolledFinish);
        assertThat(actual.logicStart).as("logic starts").isEqualTo(expected.logicStart);
        assertThat(actual.lateStart).as("late starts").isEqualTo(expected.lateStart);
        assertThat(actual.lateFinish).as("late finishes").isEqualTo(expected.lateFinish);
        assertThat(actual.driver).as("drivers").isEqualTo(expected.driver);
        assertThat(actual.driverSource).as("sources").isEqualTo(expected.driverSource);
        assertThat(actual.startBound).as("start bounds").isEqualTo(expected.startBound);
        assertThat(actual.finishBound).as("finish bounds").isEqualTo(expected.finishBound);
        assertThat(actual.boundDriver).as("drivers of start bounds").isEqualTo(expected.boundDriver);
        assertThat(actual.boundSource).as("sources of start bounds").isEqualTo(expected.boundSource);
        assertThat(actual.finishBoundDriver).as("drivers of finish bounds").isEqualTo(expected.finishBoundDriver);
        assertThat(actual.lateBound).as("late bounds").isEqualTo(expected.lateBound);
        assertThat(actual.firstLeaf).as("first leaves").isEqualTo(expected.firstLeaf);
        assertThat(actual.begun).as("begun").isEqualTo(expected.begun);
        assertThat(actual.late).as("late").isEqualTo(expected.late);
        assertThat(actual.projectStart).as("start").isEqualTo(expected.projectStart);
        assertThat(actual.projectFinish).as("finish").isEqualTo(expected.projectFinish);
        assertThat(actual.outOfRange).as("out of range").isEqualTo(expected.outOfRange);
    }
}
