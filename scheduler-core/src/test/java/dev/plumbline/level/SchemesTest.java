package dev.plumbline.level;

import static dev.plumbline.level.LevellingPlans.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.ScheduleFrom;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemes place activities where trying hour after hour does: with summaries, all relationships, two calendars, shares of crews. */
class SchemesTest {

    private static final int CASES = 30;
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2025, 3, 28, 17, 0);

    private static Project plan(long seed, boolean backward) {
        Random random = new Random(seed);
        ProjectBuilder builder = Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(11, 0), LocalTime.of(19, 0)))
                .resource("crew", 2)
                .resource("crane", 1);
        if (backward) {
            builder.finish(FRIDAY).scheduleFrom(ScheduleFrom.FINISH);
        }
        int n = 5 + random.nextInt(4);
        int inside = random.nextInt(n);
        for (int i = 0; i < n; i++) {
            activity(builder, random, i, backward);
            if (i == inside) {
                builder.summary(
                        "S",
                        "S",
                        summary -> summary.activity(
                                        "in", "in", WorkTime.hours(6), a -> a.constraint(constraint(backward)))
                                .activity("side", "side", WorkTime.hours(3), a -> a.constraint(constraint(backward))));
                builder.assign("in", "crew", 2).assign("side", "crane", 1);
            }
        }
        for (int i = 1; i < n; i++) {
            int from = random.nextInt(i);
            if (random.nextInt(3) > 0) {
                RelationshipType type = RelationshipType.values()[random.nextInt(8) < 5 ? 0 : random.nextInt(4)];
                builder.add(new Relationship("a" + from, "a" + i, type, Lag.of(WorkTime.hours(random.nextInt(3)))));
            }
        }
        if (inside > 0 && random.nextBoolean()) {
            builder.finishToStart("a" + random.nextInt(inside), "S");
        }
        if (inside < n - 1 && random.nextBoolean()) {
            builder.finishToStart("S", "a" + (inside + 1));
        }
        return builder.build();
    }

    private static Constraint constraint(boolean backward) {
        return backward ? Constraint.AS_LATE_AS_POSSIBLE : Constraint.NONE;
    }

    private static void activity(ProjectBuilder builder, Random random, int i, boolean backward) {
        String calendar = random.nextInt(4) == 0 ? "late" : null;
        builder.activity(
                "a" + i,
                "a" + i,
                WorkTime.hours(1 + random.nextInt(14)),
                a -> a.calendar(calendar).ignoresResourceCalendars(true).constraint(constraint(backward)));
        switch (random.nextInt(6)) {
            case 0, 1 -> builder.assign("a" + i, "crew", 1);
            case 2 -> builder.assign("a" + i, "crew", 1).assign("a" + i, "crane", 1);
            case 3 ->
                builder.assign("a" + i, "crew", 1)
                        .add(Assignment.builder("again" + i, "a" + i, "crew").build());
            case 4 -> builder.assign("a" + i, "crane", 1);
            default -> {}
        }
    }

    private static List<LocalDateTime> starts(Schedule schedule) {
        return schedule.activities().stream().map(times -> times.start()).toList();
    }

    @ParameterizedTest
    @EnumSource(GenerationScheme.class)
    void forwardEachBeginsInTheFirstHourWithRoom(GenerationScheme scheme) {
        for (int seed = 0; seed < CASES; seed++) {
            Project project = plan(seed, false);

            Levelled levelled = Levelling.of(scheme, PriorityRule.ID).level(project);

            assertThat(starts(levelled.schedule()))
                    .as("seed %s", seed)
                    .isEqualTo(starts(HourByHour.forward(project, scheme == GenerationScheme.PARALLEL)));
        }
    }

    @ParameterizedTest
    @EnumSource(GenerationScheme.class)
    void backwardEachEndsInTheLastHourWithRoom(GenerationScheme scheme) {
        for (int seed = 0; seed < CASES; seed++) {
            Project project = plan(seed, true);

            Levelled levelled = Levelling.of(scheme, PriorityRule.ID).level(project);

            assertThat(starts(levelled.schedule()))
                    .as("seed %s", seed)
                    .isEqualTo(starts(HourByHour.backward(project, scheme == GenerationScheme.PARALLEL)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100})
    void withinFloatEachStaysWhereItIsIfNoHourHasRoom(int extraPercent) {
        for (int seed = 0; seed < CASES; seed++) {
            Project project = plan(seed, false);
            Levelling how = Levelling.serial(PriorityRule.ID).withinFloat().exceedingCapacityBy(extraPercent);

            assertThat(starts(how.level(project).schedule()))
                    .as("seed %s", seed)
                    .isEqualTo(starts(HourByHour.withinFloat(project, extraPercent)));
        }
    }
}
