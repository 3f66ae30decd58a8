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
import dev.plumbline.model.ProjectBuilder;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    @Property(tries = 300)
    void randomPlansComeBackEqual(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int size) {
        Project project = randomProject(new Random(seed), size);

        CsvPlans.Written written = CsvPlans.write(project, null);

        assertThat(written.findings()).as("seed %d", seed).isEmpty();
        assertThat(written.read().project()).as("seed %d: %s", seed, written).isEqualTo(project);
    }

    private static Project randomProject(Random random, int size) {
        ProjectBuilder builder = Project.builder(text(random))
                .start(START.plusMinutes(random.nextInt(10_000)))
                .calendar(WorkCalendar.standard());
        if (random.nextBoolean()) {
            builder.addCalendar(WorkCalendar.roundTheClock("24" + text(random)));
        }
        List<String> ids = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        for (int r = random.nextInt(4); r > 0; r--) {
            resources.add(text(random) + r);
            builder.add(Resource.work(resources.get(resources.size() - 1), text(random) + r, random.nextInt(9) / 7.0));
        }
        for (int i = 0; i < size; i++) {
            String id = (random.nextBoolean() ? text(random) + "n" : "") + i + (random.nextInt(5) == 0 ? "FS" : "");
            builder.add(activity(random, id));
            if (!ids.isEmpty() && random.nextInt(3) > 0) {
                builder.add(new Relationship(
                        ids.get(random.nextInt(ids.size())),
                        id,
                        List.of(RelationshipType.values()).get(random.nextInt(4)),
                        lag(random)));
            }
            if (!resources.isEmpty() && random.nextBoolean()) {
                String resource = resources.get(random.nextInt(resources.size()));
                builder.add(Assignment.builder(id + "/" + resource, id, resource)
                        .units(random.nextInt(1000) / 300.0)
                        .work(random.nextBoolean() ? hours(0) : amount(random))
                        .build());
            }
            ids.add(id);
        }
        return builder.build();
    }

    private static Activity activity(Random random, String id) {
        return Activity.builder(id, text(random), amount(random))
                .estimated(random.nextBoolean())
                .milestone(random.nextInt(9) == 0)
                .notes(text(random))
                .wbs(text(random))
                .priority(random.nextInt(1001))
                .deadline(random.nextBoolean() ? null : START.plusSeconds(random.nextInt(100_000)))
                .constraint(
                        random.nextBoolean()
                                ? Constraint.NONE
                                : new Constraint(
                                        List.of(Constraint.Type.values()).get(random.nextInt(8)), START.plusDays(3)))
                .progress(new Progress(
                        null, null, null, null, random.nextInt(100_001) / 1000.0, random.nextInt(101), null, null))
                .cost(random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(), random.nextInt(5)))
                .build();
    }

    private static WorkTime amount(Random random) {
        return new WorkTime(
                random.nextInt(200_000), List.of(WorkUnit.values()).get(random.nextInt(WorkUnit.values().length)));
    }

    private static Lag lag(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Lag.NONE;
            case 1 -> new Lag.Percent(BigDecimal.valueOf(random.nextInt(2001) - 1000, 2), random.nextBoolean());
            default -> {
                WorkTime time = amount(random);
                yield Lag.of(time.isZero() ? days(1) : random.nextBoolean() ? time : time.negated());
            }
        };
    }

    private static String text(Random random) {
        String alphabet = "ab12 ;,\"'=+-@\t\r\n[]%.é漢\u202E|";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
