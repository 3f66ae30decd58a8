package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Activities on calendars of their own: A takes four days on the standard calendar. */
class SeveralCalendarsTest {

    private static final WorkCalendar AROUND = WorkCalendar.roundTheClock("24h");

    private static ProjectBuilder plan(WorkCalendar other) {
        return Project.builder("calendars")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(other)
                .activity("A", "A", days(4))
                .activity("N", "N", days(3), n -> n.calendar(other.id()))
                .finishToStart("A", "N");
    }

    /** 23:00 to 08:00 with a break from 03:00 to 04:00, Monday to Friday nights (1.2.4). */
    private static WorkCalendar nightShift() {
        Shift evening = Shift.of(LocalTime.of(23, 0), LocalTime.MIDNIGHT);
        Shift night = Shift.of(LocalTime.MIDNIGHT, LocalTime.of(3, 0));
        Shift morning = Shift.of(LocalTime.of(4, 0), LocalTime.of(8, 0));
        return WorkCalendar.builder("Night")
                .workdays(DayHours.of(night, morning, evening))
                .day(DayOfWeek.MONDAY, DayHours.of(evening))
                .day(DayOfWeek.SATURDAY, DayHours.of(night, morning))
                .build();
    }

    @Test // 1.5.2, 2.1.1, 3.4.6, 4.1.1, 16.9
    void workRoundTheClockBridgesTheNightAndFloatsOverTheWeekend() {
        Project project =
                plan(AROUND).activity("X", "X", days(1)).finishToStart("N", "X").build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("N").start()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("N").finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.of("X").start()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("N").lateFinish()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("N").lateStart()).isEqualTo(at("Sun 03-09 08:00"));
        assertThat(hours(plan.of("N").totalFloat())).isEqualTo(63);
        assertThat(plan.of("N").freeFloat().isZero()).isTrue();
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(8);
        assertThat(plan.of("A").freeFloat().isZero()).isTrue();
        assertThat(plan.criticalPath()).extracting("id").containsExactly("X");
    }

    @Test // 1.2.3, 1.2.4
    void aNightShiftBeginsTheSameEvening() {
        Schedule plan = CriticalPath.schedule(plan(nightShift()).build());

        assertThat(plan.of("N").start()).isEqualTo(at("Thu 03-06 23:00"));
        assertThat(plan.of("N").finish()).isEqualTo(at("Tue 03-11 08:00"));
    }

    @Test // 2.2.3: lag is worked on the successor's calendar
    void lagRunsOnTheCalendarOfTheSuccessor() {
        Project project = plan(AROUND).activity("X", "X", days(1)).build().toBuilder()
                .removeRelationship("A", "N")
                .finishToStart("A", "N", days(1))
                .finishToStart("N", "X", days(1))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("N").start()).isEqualTo(at("Fri 03-07 01:00"));
        assertThat(plan.of("N").finish()).isEqualTo(at("Sat 03-08 01:00"));
        assertThat(plan.of("X").start()).isEqualTo(at("Tue 03-11 08:00"));
        assertThat(plan.of("X").totalFloat().isZero()).isTrue();
    }

    @Test // 1.5.2
    void aDayOfEightHoursEndsEarlyOnLongDays() {
        WorkCalendar longDays = WorkCalendar.weekdays("10h", LocalTime.of(7, 0), LocalTime.of(17, 0));

        Schedule plan = CriticalPath.schedule(plan(longDays).build());

        assertThat(plan.of("N").start()).isEqualTo(at("Fri 03-07 07:00"));
        assertThat(plan.of("N").finish()).isEqualTo(at("Tue 03-11 11:00"));
    }

    @Test // 1.2.5, 1.2.8
    void holidaysAndWorkedSaturdaysCount() {
        WorkCalendar crew = WorkCalendar.standard()
                .derive("Crew")
                .dayOff("holiday", LocalDate.of(2025, 3, 7))
                .exception(CalendarException.working(
                        "inventory",
                        LocalDate.of(2025, 3, 8),
                        DayHours.of(Shift.of(LocalTime.of(8, 0), LocalTime.of(12, 0)))))
                .build();

        Schedule plan = CriticalPath.schedule(plan(crew).build());

        assertThat(plan.of("N").start()).isEqualTo(at("Sat 03-08 08:00"));
        assertThat(plan.of("N").finish()).isEqualTo(at("Wed 03-12 12:00"));
    }

    @Test // O-10: the bound of the finish is laid backward on the successor's calendar
    void aFinishIsTiedOnTheCalendarOfTheSuccessor() {
        Project project = Project.builder("ff")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(AROUND)
                .activity("P", "P", days(15), p -> p.calendar("24h"))
                .activity("S", "S", days(2))
                .finishToFinish("P", "S")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("P").finish()).isEqualTo(at("Sat 03-08 08:00"));
        assertThat(plan.of("S").start()).isEqualTo(at("Thu 03-06 08:00"));
        assertThat(plan.of("S").earlyStart()).isEqualTo(at("Thu 03-06 08:00"));
    }

    @Test // 3.1.3
    void aProjectThatBeginsAtNightBeginsWithTheFirstShiftOfEachCalendar() {
        Project project = plan(nightShift()).start(at("Sat 03-01 10:00")).build().toBuilder()
                .removeRelationship("A", "N")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("A").start()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(plan.of("N").start()).isEqualTo(at("Mon 03-03 23:00"));
        assertThat(plan.start()).isEqualTo(at("Mon 03-03 08:00"));
    }
}
