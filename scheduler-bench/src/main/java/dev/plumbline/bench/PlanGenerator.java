package dev.plumbline.bench;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of any size that look like plans: activities of half a day to three weeks, predecessors mostly among the rows
 * shortly before, four fifths of the relationships finish to start, some lags. The same shape and seed give the same plan.
 *
 * <pre>{@code
 * Project plan = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(10_000), 42);
 * }</pre>
 */
public final class PlanGenerator {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);

    private final PlanShape shape;
    private final SplittableRandom random;
    private final ProjectBuilder builder;
    private final WorkTime[] durations;

    private PlanGenerator(PlanShape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
        this.builder = Project.builder("generated").start(START);
        this.durations = new WorkTime[30];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = WorkTime.hours(4L * (i + 1));
        }
    }

    /**
     * Returns a plan.
     *
     * @param shape what it looks like
     * @param seed the seed of all that is random in it
     * @return the plan, checked
     */
    public static Project generate(PlanShape shape, long seed) {
        PlanGenerator generator = new PlanGenerator(shape, seed);
        generator.addCalendars();
        generator.addActivities();
        if (shape.chain()) {
            generator.chain();
        } else {
            generator.relate();
        }
        generator.addResources();
        return generator.builder.build();
    }

    private void addCalendars() {
        builder.calendar(withHolidays(WorkCalendar.standard().toBuilder()));
        for (int c = 1; c < shape.calendars(); c++) {
            int from = 6 + c % 4;
            WorkCalendar.Builder calendar = WorkCalendar.builder("calendar " + c);
            DayHours hours = DayHours.of(
                    Shift.of(LocalTime.of(from, 0), LocalTime.of(from + 4, 0)),
                    Shift.of(LocalTime.of(from + 5, 0), LocalTime.of(from + 8 + c % 3, 0)));
            if (c % 5 == 0) {
                calendar.everyDay(hours);
            } else {
                calendar.workdays(hours);
            }
            builder.addCalendar(withHolidays(calendar));
        }
    }

    private static WorkCalendar withHolidays(WorkCalendar.Builder calendar) {
        for (int year = 2026; year < 2036; year++) {
            calendar.dayOff("New Year", LocalDate.of(year, 1, 1));
            calendar.dayOff("May Day", LocalDate.of(year, 5, 1));
            calendar.dayOff("Christmas", LocalDate.of(year, 12, 25));
        }
        return calendar.build();
    }

    private void addActivities() {
        int levels = shape.summaryLevels();
        int breadth = (int) Math.max(2, Math.ceil(Math.pow(shape.activities(), 1.0 / (levels + 1))));
        int[] span = new int[levels + 1];
        span[levels] = 1;
        for (int level = levels - 1; level >= 0; level--) {
            span[level] = Math.multiplyExact(span[level + 1], breadth);
        }
        int summaries = 0;
        WorkTime ofChain = WorkTime.minutes(shape.chainMinutes());
        for (int i = 0; i < shape.activities(); i++) {
            for (int level = 0; level < levels; level++) {
                if (i % span[level] == 0) {
                    addRow("S" + ++summaries, level + 1, WorkTime.ZERO, null);
                }
            }
            WorkTime duration = shape.chain() ? ofChain : durations[random.nextInt(durations.length)];
            String calendar = i % shape.calendars() == 0 ? null : "calendar " + i % shape.calendars();
            addRow(id(i), levels + 1, duration, calendar);
        }
    }

    private void addRow(String id, int level, WorkTime duration, @Nullable String calendar) {
        builder.activity(id, id, duration, a -> a.outlineLevel(level).calendar(calendar));
    }

    private static String id(int activity) {
        return "A" + activity;
    }

    private void chain() {
        for (int i = 1; i < shape.activities(); i++) {
            builder.add(Relationship.finishToStart(id(i - 1), id(i)));
        }
    }

    private void relate() {
        int n = shape.activities();
        if (n == 1) {
            return;
        }
        long wanted = Math.round(n * shape.relationshipsPerActivity());
        int window = Math.max(20, n / 100);
        for (long r = 0; r < wanted; r++) {
            int to = 1 + (int) (r % (n - 1));
            int from = Math.max(0, to - 1 - random.nextInt(window));
            builder.add(new Relationship(id(from), id(to), type(), lag()));
        }
    }

    private RelationshipType type() {
        int percent = random.nextInt(100);
        if (percent < 82) {
            return RelationshipType.FS;
        }
        if (percent < 92) {
            return RelationshipType.SS;
        }
        return percent < 99 ? RelationshipType.FF : RelationshipType.SF;
    }

    private Lag lag() {
        return random.nextInt(10) == 0 ? Lag.of(durations[random.nextInt(8)]) : Lag.NONE;
    }

    private void addResources() {
        for (int r = 0; r < shape.resources(); r++) {
            builder.resource("R" + r, 1 + r % 3);
        }
        if (shape.resources() == 0) {
            return;
        }
        for (int i = 0; i < shape.activities(); i++) {
            int first = random.nextInt(shape.resources());
            builder.assign(id(i), "R" + first, 1.0);
            int second = random.nextInt(shape.resources());
            if (second != first && random.nextBoolean()) {
                builder.assign(id(i), "R" + second, 0.5);
            }
        }
    }
}
