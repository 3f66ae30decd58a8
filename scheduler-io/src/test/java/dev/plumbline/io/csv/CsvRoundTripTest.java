package dev.plumbline.io.csv;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.SchedulingMode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvRoundTripTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    @Test
    void aPlanWithEveryColumnComesBackEqual() {
        Project project = Project.builder("Pump station")
                .start(START)
                .dataDate(LocalDateTime.of(2026, 3, 9, 17, 0))
                .settings(ProjectSettings.DEFAULT.withConversion(new UnitConversion(450, 2250, 22)))
                .calendar(WorkCalendar.standard())
                .addCalendar(shifts())
                .add(Activity.builder("A", "=SUM(A1)", new WorkTime(4512, WorkUnit.DAYS))
                        .estimated(true)
                        .wbs("1.10")
                        .calendar("Nights")
                        .deadline(LocalDateTime.of(2026, 4, 1, 17, 0))
                        .constraint(Constraint.finishNoLaterThan(LocalDateTime.of(2026, 4, 2, 12, 30)))
                        .progress(new Progress(
                                START, null, days(1), days(3), 33.333, 12.5, START.plusHours(4), START.plusDays(1)))
                        .notes("two\nlines, \"quoted\"; and 'more")
                        .build())
                .add(Activity.builder("B 1", "- B", new WorkTime(77, WorkUnit.ELAPSED_MONTHS))
                        .mode(SchedulingMode.MANUAL)
                        .manual(new ManualDates(START, START.plusDays(2), days(2)))
                        .priority(1000)
                        .cost(new BigDecimal("-1234.56"))
                        .fixedCost(new BigDecimal("0.5"))
                        .fixedCostAccrual(Accrual.END)
                        .estimate(new Estimate(days(1), days(2), days(7)))
                        .build())
                .add(Activity.builder("S", "summary", WorkTime.ZERO)
                        .recurring(true)
                        .build())
                .add(Activity.builder("5SS", " below ", hours(3))
                        .outlineLevel(2)
                        .active(false)
                        .external(true)
                        .ignoresResourceCalendars(true)
                        .levellingDelay(new WorkTime(5, WorkUnit.ELAPSED_HOURS))
                        .levelAssignments(false)
                        .levellingMaySplit(false)
                        .effortRule(EffortRule.FIXED_WORK)
                        .effortDriven(true)
                        .build())
                .add(Activity.builder("M", "''@done", WorkTime.ZERO)
                        .milestone(true)
                        .row(40)
                        .build())
                .add(new Relationship("A", "B 1", RelationshipType.SF, Lag.of(new WorkTime(-7, WorkUnit.WEEKS))))
                .add(new Relationship("A", "5SS", RelationshipType.FS, new Lag.Percent(new BigDecimal("-12.5"), true)))
                .add(new Relationship("5SS", "M", RelationshipType.FF, Lag.percent(50)))
                .add(Resource.work("Anna", "Anna", 1.0))
                .add(Resource.builder("r2", "Crew; [night]")
                        .maxUnits(2.5)
                        .calendar("Nights")
                        .rates(List.of(CostRate.perHour(new BigDecimal("50.25"), BigDecimal.TEN, BigDecimal.ONE)))
                        .accrual(Accrual.START)
                        .group("=group")
                        .build())
                .add(Resource.builder("Nails", "Nails")
                        .type(ResourceType.MATERIAL)
                        .materialLabel("boxes")
                        .row(7)
                        .build())
                .assign("A", "Anna", 0.5)
                .add(Assignment.builder("A/r2", "A", "r2")
                        .units(1.0 / 3)
                        .work(hours(7))
                        .build())
                .assign("B 1", "Nails", 20)
                .add(Assignment.builder("M/", "M", null).work(hours(2)).build())
                .build();

        CsvPlans.Written written = CsvPlans.write(project, null);

        assertThat(written.findings()).isEmpty();
        assertThat(written.read().project()).isEqualTo(project);
    }

    private static WorkCalendar shifts() {
        DayHours night = DayHours.of(
                Shift.of(LocalTime.MIDNIGHT, LocalTime.of(6, 0)), Shift.of(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2030, 12, 31);
        WorkCalendar.Builder builder = WorkCalendar.builder("Nights", "Nights")
                .base(WorkCalendar.standard())
                .day(DayOfWeek.MONDAY, night)
                .day(DayOfWeek.SUNDAY, DayHours.ALL_DAY)
                .workWeek(new WorkWeek("summer", from, to, Map.of(DayOfWeek.MONDAY, night, DayOfWeek.TUESDAY, night)))
                .workWeek(new WorkWeek("", from, to, Map.of(DayOfWeek.FRIDAY, DayHours.OFF)))
                .dayOff("-Christmas", LocalDate.of(2026, 12, 25))
                .exception(CalendarException.daysOff("", from, from.plusDays(7)));
        for (Recurrence.Pattern pattern : List.of(
                new Recurrence.Daily(3),
                new Recurrence.EveryWeekday(2),
                new Recurrence.Weekly(2, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
                new Recurrence.MonthlyOnDay(1, 31),
                new Recurrence.MonthlyByPosition(3, Recurrence.Position.LAST, Recurrence.DayKind.WEEKEND_DAY),
                new Recurrence.YearlyOnDay(1, Month.FEBRUARY, 29),
                new Recurrence.YearlyByPosition(2, Month.MAY, Recurrence.Position.FIRST, Recurrence.DayKind.MONDAY))) {
            builder.exception(new CalendarException("", new Recurrence(pattern, from, to, 0), DayHours.OFF));
            builder.exception(new CalendarException("n", new Recurrence(pattern, from, to, 5), night));
        }
        return builder.build();
    }

    @Test
    void computedDatesFillStartAndFinishAndDontConstrain() {
        Project project = Project.builder("plan")
                .start(START)
                .activity("A", "A", days(5))
                .activity("B", "B", days(2))
                .finishToStart("A", "B")
                .build();
        Schedule schedule = CriticalPath.schedule(project);

        CsvPlans.Written written = CsvPlans.write(project, schedule);

        assertThat(written.plan()).isEqualTo("""
                        ID,Name,Duration,Predecessors,Resources,Start,Finish
                        A,A,5d,,,2026-03-02 08:00,2026-03-06 17:00
                        B,B,2d,A,,2026-03-09 08:00,2026-03-10 17:00
                        """);
        assertThat(written.companions()).isEmpty();
        assertThat(written.read().project()).isEqualTo(project);
    }

    @Test
    void whatCsvCannotHoldIsNamedOncePerKindWithItsCount() {
        Project project = Project.builder("plan")
                .start(START)
                .activity("A", "nul\u0000", days(1))
                .activity("B", "B", days(1))
                .resource("R", 1)
                .add(Assignment.builder("17", "A", "R").delay(hours(1)).build())
                .add(Assignment.builder("18", "B", "R").delay(hours(1)).build())
                .build();

        assertThat(CsvPlans.write(project, null).findings())
                .extracting(p -> p.severity() + " " + p.code() + " " + p.message())
                .containsExactly(
                        "WARNING CSV_LOSS not written: characters that no text file can hold (1)",
                        "INFO CSV_LOSS not written: ids of assignments (2)",
                        "WARNING CSV_LOSS not written: details of assignments beside units and work, such as contours, delays,"
                                + " actual work and costs (2)");
    }
}
