package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.elapsedHours;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lags, leads and elapsed time between A (four days, Monday 3 to Thursday 6 March 2025) and B (two days). */
class LagTest {

    private static Schedule schedule(WorkTime a, WorkTime b, RelationshipType type, Lag lag) {
        return CriticalPath.schedule(Project.builder("lags")
                .start(Dates.START)
                .activity("A", "A", a)
                .activity("B", "B", b)
                .add(new Relationship("A", "B", type, lag))
                .build());
    }

    @ParameterizedTest(name = "{0} {1} elapsed days")
    @CsvSource({
        "FS, 1, Mon 03-10 08:00", // Friday 17:00 is rolled on (2.2.4)
        "FS, 4, Tue 03-11 08:00",
        "FS, 5, Wed 03-12 08:00",
        "FS, -1, Thu 03-06 08:00",
        "SS, 1, Tue 03-04 08:00",
        "SS, 5, Mon 03-10 08:00",
        "FF, 1, Thu 03-06 08:00",
        "FF, 2, Thu 03-06 08:00" // Saturday 17:00 is no other instant of work than Friday 17:00
    })
    void anElapsedLagIgnoresTheCalendarAndTheSuccessorRollsOn(RelationshipType type, int lag, String start) {
        assertThat(schedule(days(4), days(2), type, Lag.of(elapsedDays(lag)))
                        .of("B")
                        .start())
                .isEqualTo(at(start));
    }

    @ParameterizedTest(name = "{0} {1} %")
    @CsvSource({
        "FS, 50, Tue 03-11 08:00",
        "FS, -50, Wed 03-05 08:00",
        "FS, 12.5, Fri 03-07 13:00",
        "SS, 25, Tue 03-04 08:00",
        "SS, 100, Fri 03-07 08:00",
        "FF, 25, Thu 03-06 08:00"
    })
    void aPercentLagIsAShareOfThePredecessorsDuration(RelationshipType type, double percent, String start) { // 2.2.5
        assertThat(schedule(days(4), days(2), type, Lag.percent(percent))
                        .of("B")
                        .start())
                .isEqualTo(at(start));
    }

    @Test // 2.2.5
    void aPercentLagOfAMilestoneIsNothing() {
        assertThat(schedule(days(0), days(2), RelationshipType.FS, Lag.percent(200))
                        .of("B")
                        .start())
                .isEqualTo(Dates.START);
    }

    @Test // 2.2.5, O-05
    void aPercentLagOfAnElapsedPredecessorIsElapsed() {
        Schedule plan = schedule(elapsedDays(2), days(2), RelationshipType.FS, Lag.percent(50));

        assertThat(plan.of("A").finish()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Thu 03-06 08:00"));
    }

    @Test // 2.2.5
    void anElapsedPercentLagOfAnElapsedPredecessorIsElapsed() {
        Lag half = new Lag.Percent(new BigDecimal(50), true);

        assertThat(schedule(elapsedDays(2), days(2), RelationshipType.FS, half)
                        .of("B")
                        .start())
                .isEqualTo(at("Thu 03-06 08:00"));
    }

    @ParameterizedTest(name = "{0} {1} days")
    @CsvSource({
        "FS, -4, Mon 03-03 08:00",
        "SS, -1, Fri 02-28 08:00", // 3.1.2, O-23: a lead may go before the project start
        "FF, -4, Mon 03-03 08:00", // 3.1.1: but not through a finish-to-finish relationship
        "FF, -1, Tue 03-04 08:00"
    })
    void aLeadPullsTheSuccessor(RelationshipType type, int lag, String start) {
        assertThat(schedule(days(4), days(2), type, Lag.of(days(lag))).of("B").start())
                .isEqualTo(at(start));
    }

    @Test // 2.2.7: no lag leaves the instant untouched, the start rolls on by itself
    void aLagIsAddedBeforeTheSuccessorRollsOn() {
        Schedule plan = schedule(days(4), WorkTime.hours(4), RelationshipType.FS, Lag.of(WorkTime.hours(4)));

        assertThat(plan.of("B").start()).isEqualTo(at("Fri 03-07 13:00"));
        assertThat(plan.of("B").finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("A").totalFloat().isZero()).isTrue();
    }

    @Test // 1.4.8, 3.1.3
    void workAfterAnElapsedActivityWaitsForTheNextShift() {
        Schedule plan = CriticalPath.schedule(Project.builder("curing")
                .start(Dates.START)
                .activity("Pour", "Pour", days(4))
                .activity("Cure", "Cure", elapsedDays(2))
                .activity("Strip", "Strip", days(1))
                .finishToStart("Pour", "Cure")
                .finishToStart("Cure", "Strip")
                .build());

        assertThat(plan.of("Cure").finish()).isEqualTo(at("Sat 03-08 17:00"));
        assertThat(plan.of("Strip").start()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("Strip").totalFloat().isZero()).isTrue();
        assertThat(plan.of("Pour").lateFinish()).isEqualTo(at("Fri 03-07 17:00")); // the weekend holds a day of float
    }

    @Test // 4.1.1
    void theFloatOfAnElapsedActivityIsElapsed() {
        Schedule plan = CriticalPath.schedule(Project.builder("elapsed")
                .start(Dates.START)
                .activity("E", "E", elapsedHours(24))
                .activity("Z", "Z", days(5))
                .build());

        assertThat(plan.of("E").lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(hours(plan.of("E").totalFloat())).isEqualTo(81);
        assertThat(plan.of("E").totalFloat().isElapsed()).isTrue();
    }
}
