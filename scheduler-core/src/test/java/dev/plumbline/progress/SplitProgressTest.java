package dev.plumbline.progress;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.TimephasedWork.Kind;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four days of work with a gap of two: Monday and Tuesday, 3 and 4 March 2025, then Friday and Monday. */
// 5.4.1
class SplitProgressTest {

    private static LocalDateTime march(String dayAndTime) {
        return LocalDateTime.parse("2025-03-" + dayAndTime.replace(' ', 'T'));
    }

    private static TimephasedWork block(Kind kind, String from, String to, long hours) {
        return new TimephasedWork(kind, march(from), march(to), hours(hours));
    }

    private static Project plan() {
        return Project.builder("plan")
                .start(march("03 08:00"))
                .activity("A", "A", days(4))
                .resource("Ann", 1)
                .add(Assignment.builder("A/Ann", "A", "Ann")
                        .work(hours(32))
                        .timephased(List.of(
                                block(Kind.REMAINING, "03 08:00", "04 17:00", 16),
                                block(Kind.REMAINING, "04 17:00", "07 08:00", 0),
                                block(Kind.REMAINING, "07 08:00", "10 17:00", 16)))
                        .build())
                .build();
    }

    private static StatusUpdate update() {
        return StatusUpdate.of(CriticalPath.schedule(plan()));
    }

    private static List<TimephasedWork> blocks(Project project) {
        return project.assignments().get(0).timephased();
    }

    private static LocalDateTime finish(Project project) {
        return CriticalPath.schedule(project).of("A").finish();
    }

    @Test // 5.1.3
    void progressUpToTheGapResumesBehindIt() {
        Project updated = update().progressed("A", 50).project();

        Progress progress = updated.activity("A").progress();
        assertThat(progress.stop()).isEqualTo(march("04 17:00"));
        assertThat(progress.resume()).isEqualTo(march("07 08:00"));
        assertThat(blocks(updated))
                .containsExactly(
                        block(Kind.ACTUAL, "03 08:00", "04 17:00", 16),
                        block(Kind.REMAINING, "04 17:00", "07 08:00", 0),
                        block(Kind.REMAINING, "07 08:00", "10 17:00", 16));
        assertThat(updated.assignments().get(0).actualWork()).isEqualTo(hours(16));
        assertThat(finish(updated)).isEqualTo(march("10 17:00"));
    }

    @Test
    void progressBehindTheGapLeavesItInTheFinishedPart() {
        Project updated = update().progressed("A", 75).project();

        assertThat(updated.activity("A").progress().stop()).isEqualTo(march("07 17:00"));
        assertThat(blocks(updated))
                .containsExactly(
                        block(Kind.ACTUAL, "03 08:00", "04 17:00", 16),
                        block(Kind.ACTUAL, "04 17:00", "07 08:00", 0),
                        block(Kind.ACTUAL, "07 08:00", "07 17:00", 8),
                        block(Kind.REMAINING, "10 08:00", "10 17:00", 8));
        assertThat(finish(updated)).isEqualTo(march("10 17:00"));
    }

    @Test // 5.4.1
    void aLaterStartMovesTheGapAlong() {
        Project updated = update().started("A", march("04 08:00")).project();

        assertThat(blocks(updated))
                .containsExactly(
                        block(Kind.REMAINING, "04 08:00", "05 17:00", 16),
                        block(Kind.REMAINING, "05 17:00", "10 08:00", 0),
                        block(Kind.REMAINING, "10 08:00", "11 17:00", 16));
        assertThat(finish(updated)).isEqualTo(march("11 17:00"));
    }

    @Test // 5.2.5
    void theShareBeforeADateLeavesTheGapOut() {
        Project updated = update().updateProject(march("06 12:00"), UpdateMode.SHARE_BEFORE_DATE)
                .project();

        assertThat(updated.percentComplete("A")).isEqualTo(50);
        assertThat(finish(updated)).isEqualTo(march("10 17:00"));
    }

    @Test // 5.2.4
    void whatIsLeftMovesWithItsGap() {
        Project updated = update().progressed("A", 25)
                .rescheduleRemainingFrom(march("05 08:00"))
                .project();

        assertThat(blocks(updated))
                .containsExactly(
                        block(Kind.ACTUAL, "03 08:00", "03 17:00", 8),
                        block(Kind.REMAINING, "03 17:00", "05 08:00", 0),
                        block(Kind.REMAINING, "05 08:00", "05 17:00", 8),
                        block(Kind.REMAINING, "05 17:00", "10 08:00", 0),
                        block(Kind.REMAINING, "10 08:00", "11 17:00", 16));
        assertThat(finish(updated)).isEqualTo(march("11 17:00"));
    }

    @Test // 5.1.4
    void aFinishInTheGapTookNoneOfIt() {
        Project updated = update().finished("A", march("06 10:00")).project();

        assertThat(updated.activity("A").duration()).isEqualTo(days(2));
        assertThat(updated.activity("A").progress().actualFinish()).isEqualTo(march("06 10:00"));
        assertThat(updated.work("A")).isEqualTo(hours(16));
    }

    @Test // 6.1.2
    void anotherDurationIsCutFromTheEndOrAddedThere() {
        Project shorter = plan().withDuration("A", days(3));
        Project longer = plan().withDuration("A", days(5));

        assertThat(blocks(shorter))
                .containsExactly(
                        block(Kind.REMAINING, "03 08:00", "04 17:00", 16),
                        block(Kind.REMAINING, "04 17:00", "07 08:00", 0),
                        block(Kind.REMAINING, "07 08:00", "07 17:00", 8));
        assertThat(finish(shorter)).isEqualTo(march("07 17:00"));
        assertThat(blocks(longer).get(2)).isEqualTo(block(Kind.REMAINING, "07 08:00", "11 17:00", 24));
        assertThat(finish(longer)).isEqualTo(march("11 17:00"));
        assertThat(plan().withDuration("A", days(2)).assignments().get(0).timephased())
                .containsExactly(block(Kind.REMAINING, "03 08:00", "04 17:00", 16));
    }

    @Test // 6.3.1
    void aContourReplacesTheTimephasedWork() {
        Project bell = plan().withContour("A", "Ann", dev.plumbline.model.Contour.BELL);

        assertThat(blocks(bell)).isEmpty();
        assertThat(bell.activity("A").duration()).isEqualTo(WorkTime.days(8));
    }

    @Test
    void whatIsTakenBackIsPlannedAgain() {
        Project updated = update().progressed("A", 75).progressed("A", 0).project();

        assertThat(updated.activity("A")).isEqualTo(plan().activity("A"));
        assertThat(blocks(updated)).allMatch(b -> b.kind() == Kind.REMAINING);
        assertThat(finish(updated)).isEqualTo(march("10 17:00"));
    }
}
