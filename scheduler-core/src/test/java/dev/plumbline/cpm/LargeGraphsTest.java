package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs that break what recurses over them, counts their paths, or compares all with all. Each answer is known by hand. */
class LargeGraphsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static ProjectBuilder plan(int activities, WorkTime duration) {
        ProjectBuilder builder = Project.builder("large").start(START);
        for (int i = 0; i < activities; i++) {
            builder.activity("A" + i, "", duration);
        }
        return builder;
    }

    @Test
    void aChainOfAMillionEndsAfterAMillionMinutes() {
        int n = 1_000_000;
        ProjectBuilder builder = plan(n, WorkTime.minutes(1));
        for (int i = 1; i < n; i++) {
            builder.finishToStart("A" + (i - 1), "A" + i);
        }

        Schedule schedule = CriticalPath.schedule(builder.build());

        // 1,000,000 minutes are 2,083 days of 8 hours and 160 minutes: 416 weeks and 3 days.
        assertThat(schedule.finish()).isEqualTo(START.plusWeeks(416).plusDays(3).plusMinutes(160));
        assertThat(schedule.of("A999999").finish()).isEqualTo(schedule.finish());
        assertThat(schedule.of("A500000").totalFloat()).isEqualTo(WorkTime.minutes(0));
    }

    @Test
    void allPairsOfAThousandActivitiesAreAChain() {
        int n = 1_000;
        ProjectBuilder builder = plan(n, WorkTime.hours(8));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                builder.finishToStart("A" + i, "A" + j);
            }
        }

        Schedule schedule = CriticalPath.schedule(builder.build());

        assertThat(schedule.project().relationships()).hasSize(499_500);
        assertThat(schedule.finish()).isEqualTo(START.plusWeeks(199).plusDays(4).plusHours(9));
        assertThat(schedule.criticalPath()).hasSize(n);
    }

    @Test
    void twoToTheHundredthPathsAreNotCounted() {
        int diamonds = 100;
        ProjectBuilder builder = plan(3 * diamonds + 1, WorkTime.hours(8));
        for (int d = 0; d < diamonds; d++) {
            int top = 3 * d;
            for (int side = top + 1; side <= top + 2; side++) {
                builder.finishToStart("A" + top, "A" + side).finishToStart("A" + side, "A" + (top + 3));
            }
        }

        Schedule schedule = CriticalPath.schedule(builder.build());
        PathAnalysis paths = PathAnalysis.of(schedule);

        // A way through has 201 activities, a day each: 40 weeks and a day.
        assertThat(schedule.finish()).isEqualTo(START.plusWeeks(40).plusHours(9));
        assertThat(schedule.activities()).allMatch(times -> times.totalFloat().isZero());
        assertThat(paths.longestPaths(5))
                .hasSize(5)
                .allSatisfy(path -> assertThat(path.activities().size()).isEqualTo(2 * diamonds + 1));
        assertThat(schedule.explain("A300").toString()).contains("A300");
    }

    @Test
    void fiftyThousandTiesOnOneResourceStandInARow() {
        int n = 50_000;
        ProjectBuilder builder = plan(n, WorkTime.minutes(1)).resource("crew", 1);
        for (int i = 0; i < n; i++) {
            builder.assign("A" + i, "crew", 1);
        }

        Levelled levelled = Levelling.serial(PriorityRule.ID).level(builder.build());

        // 50,000 minutes are 104 days of 8 hours and 80 minutes: 20 weeks and 4 days.
        assertThat(levelled.schedule().finish())
                .isEqualTo(START.plusWeeks(20).plusDays(4).plusMinutes(80));
        assertThat(levelled.overallocations()).isEmpty();
        List<String> first = levelled.project().activities().stream()
                .limit(3)
                .map(Activity::id)
                .toList();
        assertThat(first)
                .allSatisfy(id -> assertThat(levelled.schedule().of(id).start())
                        .isEqualTo(START.plusMinutes(Integer.parseInt(id.substring(1)))));
    }
}
