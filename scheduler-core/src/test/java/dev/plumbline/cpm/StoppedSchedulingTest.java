package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Scheduling that is told to stop, at whatever question. */
class StoppedSchedulingTest {

    private static final int SIZE = 10_000;

    /** A chain; the constraint of its last activity makes it one for the general rules. */
    private static Project chain(boolean plain) {
        ProjectBuilder builder = Project.builder("chain").start(LocalDateTime.of(2026, 3, 2, 8, 0));
        for (int i = 0; i < SIZE; i++) {
            boolean late = !plain && i == SIZE - 1;
            builder.activity(
                    "A" + i, "", WorkTime.hours(1), a -> late ? a.constraint(Constraint.AS_LATE_AS_POSSIBLE) : a);
            if (i > 0) {
                builder.finishToStart("A" + (i - 1), "A" + i);
            }
        }
        return builder.build();
    }

    private static int questions(Project project) {
        AtomicInteger asked = new AtomicInteger();
        Schedule schedule = CriticalPath.schedule(project, ScheduleOptions.DEFAULT, () -> {
            asked.incrementAndGet();
            return false;
        });
        assertThat(schedule.activities())
                .isEqualTo(CriticalPath.schedule(project).activities());
        return asked.get();
    }

    private static void stopsAtEach(Project project) {
        int questions = questions(project);
        for (int at = 1; at <= questions; at++) {
            int last = at;
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> CriticalPath.schedule(
                            project, ScheduleOptions.DEFAULT, () -> asked.incrementAndGet() >= last))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.problems())
                                    .extracting(Problem::code)
                                    .containsExactly("CANCELLED"));
            assertThat(asked).hasValue(at);
        }
    }

    @Test
    void aPlainPlanStopsAtEveryQuestion() {
        Project project = chain(true);

        assertThat(questions(project)).isGreaterThan(5);
        stopsAtEach(project);
    }

    @Test
    void aPlanForTheGeneralRulesStopsWithinItsPasses() {
        Project project = chain(false);

        assertThat(questions(project))
                .as("each of four passes asks more than once")
                .isGreaterThan(12);
        stopsAtEach(project);
    }

    @Test
    void anInterruptStopsItAndStays() {
        Project project = chain(true);
        Thread.currentThread().interrupt();

        try {
            assertThatThrownBy(() -> CriticalPath.schedule(project, ScheduleOptions.DEFAULT, () -> false))
                    .isInstanceOf(PlumblineException.class)
                    .hasMessageContaining("CANCELLED");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(CriticalPath.schedule(project).activities())
                    .as("without a supplier it runs to its end")
                    .hasSize(SIZE);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatTheSupplierThrowsReachesTheCaller() {
        Project project = chain(true);

        assertThatThrownBy(() -> CriticalPath.schedule(project, ScheduleOptions.DEFAULT, () -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }
}
