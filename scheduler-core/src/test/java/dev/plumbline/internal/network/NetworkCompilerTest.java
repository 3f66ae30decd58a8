package dev.plumbline.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCompilerTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final DayHours MORNING = DayHours.of(Shift.of(LocalTime.of(9, 0), LocalTime.of(11, 0)));

    /** The network of one activity of two days. */
    private static Network one(WorkCalendar calendar, UnaryOperator<ActivityBuilder> details) {
        return NetworkCompiler.compile(Project.builder("one")
                .start(MONDAY)
                .calendar(calendar)
                .activity("A", "A", WorkTime.days(2), details)
                .build());
    }

    private static @Nullable LocalDateTime march(@Nullable String dayAndTime) {
        return dayAndTime == null ? null : LocalDateTime.parse("2026-03-" + dayAndTime.replace(' ', 'T'));
    }

    private static String told(long ticks) {
        return Ticks.toDateTime(ticks).toString().substring("2026-03-".length()).replace('T', ' ');
    }

    @Test
    void rowsOfAnOutlineKnowTheirSummaryTheirFirstRowAndTheNext() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ProjectBuilder builder = Project.builder("outline");
            int[] level = new int[12];
            for (int a = 0; a < level.length; a++) {
                int own = a == 0 ? 1 : 1 + random.nextInt(level[a - 1] + 1);
                level[a] = own;
                builder.activity("A" + a, "A", WorkTime.hours(1), row -> row.outlineLevel(own));
            }
            Network g = NetworkCompiler.compile(builder.build());

            for (int a = 0; a < level.length; a++) {
                int parent = a;
                while (parent >= 0 && level[parent] >= level[a]) {
                    parent--;
                }
                int next = a + 1;
                while (next < level.length && level[next] > level[a]) {
                    next++;
                }
                boolean summary = a + 1 < level.length && level[a + 1] > level[a];
                boolean together = parent >= 0 && next < level.length && level[next] == level[a];
                assertThat(g.parent[a]).isEqualTo(parent);
                assertThat(g.summary[a]).isEqualTo(summary);
                assertThat(g.firstChild[a]).isEqualTo(summary ? a + 1 : -1);
                assertThat(g.nextSibling[a]).isEqualTo(together ? next : -1);
            }
        }
    }

    @ParameterizedTest(name = "typed {0} to {1}, {2} hours: {3} to {4}")
    @CsvSource({
        "04 10:00, 05 15:00, , 04 10:00, 05 15:00, 12",
        "04 10:00, , , 04 10:00, 06 10:00, 16", // two days of its own
        ", 05 15:00, , 03 15:00, 05 15:00, 16",
        "04 10:00, , 4, 04 10:00, 04 15:00, 4",
        ", 05 15:00, 4, 05 10:00, 05 15:00, 4",
    })
    void datesOfOtherProjectsAndTypedOnesStandWhereTheyAreGiven(
            @Nullable String start,
            @Nullable String finish,
            @Nullable Integer hours,
            String from,
            String to,
            long span) {
        ManualDates typed = new ManualDates(march(start), march(finish), hours == null ? null : WorkTime.hours(hours));
        Network external = one(WorkCalendar.standard(), a -> a.external(true).manual(typed));
        Network manual =
                one(WorkCalendar.standard(), a -> a.mode(SchedulingMode.MANUAL).manual(typed));

        assertThat(external.state).containsExactly(Network.EXTERNAL);
        assertThat(manual.state).containsExactly(Network.MANUAL);
        for (Network g : new Network[] {external, manual}) {
            assertThat(told(g.fixedStart[0])).isEqualTo(from);
            assertThat(told(g.fixedFinish[0])).isEqualTo(to);
            assertThat(g.span).containsExactly(span * 600);
        }
    }

    @Test
    void whatHasNoTypedDatesIsScheduled() {
        ManualDates none = new ManualDates(null, null, WorkTime.hours(3));

        assertThat(one(WorkCalendar.standard(), a -> a.external(true).manual(none)).state)
                .containsExactly(Network.UNSTARTED);
        assertThat(one(
                                WorkCalendar.standard(),
                                a -> a.mode(SchedulingMode.MANUAL).manual(none))
                        .span)
                .containsExactly(3 * 600);
    }

    @Test
    void aTypedDayOffIsWorkedAsTheFirstWeekdayFromTuesdayOn() {
        UnaryOperator<ActivityBuilder> sunday =
                a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(march("08 00:00"), march("08 23:00"), null));
        WorkCalendar noTuesday = WorkCalendar.standard().toBuilder()
                .day(DayOfWeek.TUESDAY, DayHours.OFF)
                .day(DayOfWeek.WEDNESDAY, MORNING)
                .build();
        WorkCalendar oneDay = oneDay();
        WorkCalendar onlyMonday =
                week(DayHours.OFF).toBuilder().day(DayOfWeek.MONDAY, MORNING).build();

        assertThat(one(WorkCalendar.standard(), sunday).span).containsExactly(8 * 600);
        assertThat(one(noTuesday, sunday).span).containsExactly(2 * 600);
        assertThat(one(noTuesday.derive("crew").build(), sunday).span).containsExactly(2 * 600);
        assertThat(one(
                                noTuesday
                                        .derive("crew")
                                        .day(DayOfWeek.TUESDAY, DayHours.ALL_DAY)
                                        .build(),
                                sunday)
                        .span)
                .containsExactly(23 * 600);
        assertThat(one(
                                WorkCalendar.standard()
                                        .derive("crew")
                                        .day(DayOfWeek.TUESDAY, DayHours.OFF)
                                        .day(DayOfWeek.WEDNESDAY, MORNING)
                                        .build(),
                                sunday)
                        .span)
                .containsExactly(2 * 600);
        assertThat(one(onlyMonday, sunday).span).containsExactly(2 * 600);
        assertThat(one(oneDay, sunday).span).containsExactly(8 * 600); // no weekday is worked
    }

    /** A calendar that works on one day only. */
    private static WorkCalendar oneDay() {
        return week(DayHours.OFF).toBuilder()
                .exception(CalendarException.working("", MONDAY.toLocalDate(), MORNING))
                .build();
    }

    private static WorkCalendar week(DayHours every) {
        WorkCalendar.Builder builder = WorkCalendar.builder("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.day(day, every);
        }
        return builder.build();
    }

    @ParameterizedTest(name = "{0} done, {1} remaining, stopped {2}, resumed {3}: goes on {4}, ends {5}")
    @CsvSource({
        "4, , , , 02 13:00, 03 17:00", // four of sixteen hours were done, from eight to twelve
        ", 12, , , 02 13:00, 03 17:00",
        ", 20, , , 02 08:00, 04 12:00", // more is left than there was
        "4, 2, , , 02 13:00, 02 15:00",
        ", , 03 10:00, , 03 10:00, 04 15:00", // 25 percent
        ", , , 04 08:00, 04 08:00, 05 12:00",
        ", , 03 10:00, 03 09:00, 03 10:00, 04 15:00", // not before it stopped
    })
    void remainingWorkGoesOnWhereItWasResumed(
            @Nullable Integer done,
            @Nullable Integer remaining,
            @Nullable String stop,
            @Nullable String resume,
            String on,
            String end) {
        for (boolean elapsed : new boolean[] {false, true}) {
            Progress progress = new Progress(
                    MONDAY,
                    null,
                    done == null ? null : WorkTime.hours(done),
                    remaining == null ? null : WorkTime.hours(remaining),
                    25,
                    0,
                    march(stop),
                    march(resume));
            Network g = one(
                    WorkCalendar.standard(),
                    a -> a.duration(elapsed ? WorkTime.elapsedHours(16) : WorkTime.hours(16))
                            .progress(progress));

            long hours = remaining != null ? remaining : 12;
            long pause = done == null && remaining == null ? 4 : done == null ? Math.max(0, 16 - remaining) : done;
            long stopped = stop != null ? Ticks.of(march(stop)) : Ticks.of(MONDAY.plusHours(pause));
            long resumed = resume == null ? stopped : Math.max(stopped, Ticks.of(march(resume)));
            assertThat(g.remaining).containsExactly(hours * 600);
            assertThat(elapsed ? resumed : g.calendar[0].nextStart(g.resume[0]))
                    .isEqualTo(elapsed ? g.resume[0] : Ticks.of(march(on)));
            assertThat(g.fixedFinish[0]).isEqualTo(elapsed ? resumed + hours * 600 : Ticks.of(march(end)));
        }
    }

    @Test
    void onlyWhatTheShortWayServesIsPlain() {
        WorkCalendar standard = WorkCalendar.standard();
        WorkCalendar oneDay = oneDay();

        assertThat(one(standard, a -> a).plain).containsExactly(true);
        assertThat(one(standard, a -> a.deadline(MONDAY)).plain).containsExactly(true);
        assertThat(one(standard, a -> a.constraint(Constraint.startNoEarlierThan(MONDAY))).plain)
                .containsExactly(false);
        assertThat(one(standard, a -> a.active(false)).plain).containsExactly(false);
        assertThat(one(standard, a -> a.duration(WorkTime.elapsedHours(1))).plain)
                .containsExactly(false);
        assertThat(one(standard, a -> a.progress(new Progress(MONDAY, null, null, null, 0, 0, null, null))).plain)
                .containsExactly(false);
        assertThat(one(oneDay, a -> a).plain).containsExactly(false);
    }

    @Test
    void asksManyTimesWhetherToStop() {
        ProjectBuilder builder = Project.builder("large");
        int size = 3 * Stopped.STEPS + 1;
        for (int a = 0; a < size; a++) {
            builder.activity("A" + a, "A", WorkTime.hours(1));
        }
        Project project = builder.build();
        AtomicInteger asked = new AtomicInteger();
        NetworkCompiler.compile(project, () -> asked.incrementAndGet() < 0);

        assertThat(asked).hasValue(4 + 3); // before each part of the rows, and before each of the other steps
        for (int times = 1; times <= asked.get(); times++) {
            AtomicInteger left = new AtomicInteger(times);
            assertThatThrownBy(() -> NetworkCompiler.compile(project, () -> left.decrementAndGet() == 0))
                    .isInstanceOf(Stopped.class);
        }
    }
}
