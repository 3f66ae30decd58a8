package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.AllTimes.early;
import static dev.plumbline.internal.kernel.AllTimes.late;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardPassTest {

    @Test
    void rowsWaitForWhatSummariesAboveThemWaitFor() {
        RandomOutlines.plain(500).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            ForwardPass.run(g, true, t);
            SlowOutline slow = SlowOutline.forward(g);

            assertThat(t.earlyStart).as("starts of %s", project.name()).isEqualTo(slow.start);
            assertThat(t.earlyFinish).as("finishes of %s", project.name()).isEqualTo(slow.finish);
            for (int a = 0; a < g.size; a++) {
                if (g.summary[a]) {
                    long start = slow.start[a];
                    assertThat(t.firstLeaf[a])
                            .as("first row below A%d of %s", a, project.name())
                            .isEqualTo(IntStream.of(slow.leaves(a))
                                    .filter(row -> slow.start[row] == start)
                                    .findFirst()
                                    .orElse(-1));
                }
            }
        });
    }

    @Test
    void theShortWayGivesWhatTheGeneralRulesGive() {
        RandomOutlines.rich(300).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Network general = g.copy();
            Arrays.fill(general.plain, false);
            Times fast = new Times(g);
            Times slow = new Times(general);
            Passes.byRules(g, true, false, fast);
            Passes.byRules(general, true, false, slow);

            assertThat(early(fast)).as("%s", project.name()).isEqualTo(early(slow));
            assertThat(late(fast)).as("%s", project.name()).isEqualTo(late(slow));
        });
    }

    @ParameterizedTest(name = "plain {0}, {1} hours, relationship from the start {2}")
    @CsvSource({
        "true, 40000000, false, 1", // 4,566 years
        "false, 40000000, false, 1",
        "true, 80000000, false, 0",
        "false, 80000000, false, 0",
        "true, -100000000, true, 1",
        "false, -100000000, true, 1",
    })
    void theFirstActivityThatLeavesTheTimeAxisIsNamedAndKeptAtItsEnd(
            boolean plain, long hours, boolean lag, int first) {
        WorkTime amount = WorkTime.hours(hours);
        ProjectBuilder chain =
                Project.builder("far").start(RandomOutlines.START).calendar(WorkCalendar.roundTheClock("always"));
        for (int a = 0; a < 3; a++) {
            chain.activity("A" + a, "A", lag ? WorkTime.hours(1) : amount);
            if (a > 0) {
                RelationshipType type = lag ? RelationshipType.SS : RelationshipType.FS;
                chain.add(new Relationship("A" + (a - 1), "A" + a, type, lag ? Lag.of(amount) : Lag.NONE));
            }
        }
        Network g = NetworkCompiler.compile(chain.build());
        Arrays.fill(g.plain, plain);
        Times t = new Times(g);
        ForwardPass.run(g, true, t);

        assertThat(t.outOfRange).isEqualTo(first);
        assertThat(lag ? t.earlyStart[first] : t.earlyFinish[first])
                .isEqualTo(lag ? -ForwardPass.AXIS_END : ForwardPass.AXIS_END);
    }

    @ParameterizedTest(name = "no earlier than {0}")
    @CsvSource({"2026-03-02T17:00, 0", "2026-03-03T08:00, -2", "2026-03-02T16:00, 0", "2026-03-02T18:00, -2"})
    void ofARelationshipAndADateThatAgreeTheRelationshipDrives(LocalDateTime date, int driver) {
        Project project = Project.builder("tie")
                .start(RandomOutlines.START)
                .activity("A", "A", WorkTime.hours(8))
                .activity("B", "B", WorkTime.hours(8), b -> b.constraint(Constraint.startNoEarlierThan(date)))
                .finishToStart("A", "B")
                .build();
        Network g = NetworkCompiler.compile(project);
        Times flat = new Times(g);
        Times general = new Times(g);
        Passes.run(g, true, false, flat);
        Passes.byRules(g, true, false, general);

        assertThat(general.driver).containsExactly(Times.PROJECT_START, driver);
        assertThat(early(flat)).isEqualTo(early(general));
    }
}
