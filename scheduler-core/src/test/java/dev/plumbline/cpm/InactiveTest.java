package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import org.junit.jupiter.api.Test;

/** Inactive activities between active ones: what follows them follows what they followed. */
class InactiveTest {

    /** A takes two days, C four; I and J are inactive; B and D take a day. */
    private static ProjectBuilder plan() {
        return Project.builder("inactive")
                .start(Dates.START)
                .activity("A", "A", days(2))
                .activity("C", "C", days(4))
                .activity("I", "I", days(20), i -> i.active(false))
                .activity("J", "J", days(20), j -> j.active(false))
                .activity("B", "B", days(1))
                .activity("D", "D", days(1));
    }

    private static void assertStart(ProjectBuilder builder, String id, String start) {
        assertThat(CriticalPath.schedule(builder.build()).of(id).start()).isEqualTo(at(start));
    }

    @Test // 2.4.1
    void theSuccessorFollowsThePredecessorOfAnInactiveActivity() {
        assertStart(plan().finishToStart("A", "I").finishToStart("I", "B"), "B", "Wed 03-05 08:00");
    }

    @Test // 2.4.1, O-08
    void theirOwnTypesAndLagsAreDropped() {
        assertStart(plan().startToStart("A", "I", days(3)).finishToFinish("I", "B", days(3)), "B", "Wed 03-05 08:00");
    }

    @Test // 2.4.1
    void severalInactiveActivitiesInARowAreCrossed() {
        ProjectBuilder builder = plan().finishToStart("A", "I")
                .finishToStart("I", "J")
                .finishToStart("A", "J")
                .finishToStart("J", "B")
                .finishToStart("I", "D");

        assertStart(builder, "B", "Wed 03-05 08:00");
        assertStart(builder, "D", "Wed 03-05 08:00");
    }

    @Test // 2.4.1
    void ofSeveralPredecessorsTheLastCounts() {
        ProjectBuilder builder = plan().finishToStart("A", "I")
                .finishToStart("C", "I")
                .finishToStart("I", "B")
                .finishToStart("A", "D");

        assertStart(builder, "B", "Fri 03-07 08:00");
        assertStart(builder, "D", "Wed 03-05 08:00");
        Schedule plan = CriticalPath.schedule(builder.build());
        assertThat(plan.of("C").critical()).isTrue();
        assertThat(plan.of("A").critical()).isFalse();
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Thu 03-06 17:00"));
    }
}
