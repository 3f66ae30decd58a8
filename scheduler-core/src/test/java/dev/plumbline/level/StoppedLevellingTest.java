package dev.plumbline.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levelling and smoothing that are told to stop, at whatever question. */
class StoppedLevellingTest {

    private static final int SIZE = 150;
    private static final Project PLAN = plan();

    /** Says stop from a question on, and counts the questions. */
    private static final class StopAt implements BooleanSupplier {

        private final int question;
        private final AtomicInteger asked = new AtomicInteger();

        StopAt(int question) {
            this.question = question;
        }

        @Override
        public boolean getAsBoolean() {
            return asked.incrementAndGet() >= question;
        }
    }

    private static Project plan() {
        Random random = new Random(3);
        ProjectBuilder builder = Project.builder("plan").start(LocalDateTime.of(2026, 3, 2, 8, 0));
        for (int i = 0; i < SIZE; i++) {
            builder.activity("A" + i, "", WorkTime.hours(4 + random.nextInt(30)));
            if (i > 20) {
                builder.finishToStart("A" + (i - 1 - random.nextInt(20)), "A" + i);
            }
        }
        for (int r = 0; r < 4; r++) {
            builder.resource("R" + r, 3);
        }
        for (int i = 0; i < SIZE; i++) {
            builder.assign("A" + i, "R" + random.nextInt(4), 1);
        }
        return builder.build();
    }

    private static int questions(Levelling how) {
        StopAt never = new StopAt(Integer.MAX_VALUE);
        how.level(PLAN, ScheduleOptions.DEFAULT, never);
        return never.asked.get();
    }

    @Test
    void nobodyWhoSaysStopChangesNothing() {
        Levelled asked = Levelling.DEFAULT.level(PLAN, ScheduleOptions.DEFAULT, () -> false);

        assertThat(asked.delays()).isEqualTo(Levelling.DEFAULT.level(PLAN).delays());
        assertThat(asked.findings()).extracting(Problem::code).doesNotContain("LEVEL_STOPPED");
    }

    @Test
    void atEveryQuestionItIsASoundScheduleOrNone() {
        int questions = questions(Levelling.DEFAULT);
        int levelled = 0;
        for (int at = 1; at <= questions; at++) {
            try {
                Levelled result = Levelling.DEFAULT.level(PLAN, ScheduleOptions.DEFAULT, new StopAt(at));

                assertThat(LevellingCheck.check(result.schedule()))
                        .as("question %d", at)
                        .isEmpty();
                assertThat(result.findings()).extracting(Problem::code).containsExactly("LEVEL_STOPPED");
                levelled++;
            } catch (PlumblineException e) {
                assertThat(e.problems()).extracting(Problem::code).containsExactly("CANCELLED");
                assertThat(levelled)
                        .as("question %d comes after one with a schedule", at)
                        .isZero();
            }
        }
        assertThat(levelled).isPositive().isLessThan(questions);
    }

    @Test
    void theQuestionsComeWithEveryFewHundredActivities() {
        Levelling once = Levelling.serial(PriorityRule.LATEST_FINISH);

        assertThat(questions(once)).isGreaterThanOrEqualTo(SIZE / 512 + 1);
        assertThat(questions(Levelling.DEFAULT)).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void conflictByConflictFewerAreLeftThanBefore(int left) {
        Levelling how = Levelling.byConflict(ConflictRules.DEFAULT);

        Levelled result = how.level(PLAN, ScheduleOptions.DEFAULT, new StopAt(questions(how) - left));

        assertThat(result.findings()).extracting(Problem::code).contains("LEVEL_STOPPED");
        assertThat(result.delays()).hasSizeLessThan(how.level(PLAN).delays().size());
    }

    @Test
    void anInterruptStopsLevellingAndStays() {
        Thread.currentThread().interrupt();

        try {
            assertThatThrownBy(() -> Levelling.DEFAULT.level(PLAN, ScheduleOptions.DEFAULT, () -> false))
                    .isInstanceOf(PlumblineException.class)
                    .hasMessageContaining("CANCELLED");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatTheSupplierThrowsReachesTheCaller() {
        assertThatThrownBy(() -> Levelling.DEFAULT.level(PLAN, ScheduleOptions.DEFAULT, () -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 50, 120})
    void smoothingGivesWhatItHasByThen(int at) {
        Smoothed result = Smoothing.DEFAULT.smooth(PLAN, ScheduleOptions.DEFAULT, new StopAt(at));

        assertThat(result.moment()).isLessThanOrEqualTo(result.momentBefore());
        assertThat(result.schedule().finish())
                .isEqualTo(
                        Smoothing.DEFAULT.withEffort(1).smooth(PLAN).schedule().finish());
    }
}
