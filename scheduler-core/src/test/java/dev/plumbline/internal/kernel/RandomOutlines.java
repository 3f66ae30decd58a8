package dev.plumbline.internal.kernel;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.SchedulingMode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small plans in which most relationships tie summaries: what rows hand up and summaries hand down decides most dates. */
final class RandomOutlines {

    static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private final Random random;
    private final boolean rich;
    private final ProjectBuilder builder;

    private RandomOutlines(long seed, boolean rich) {
        this.random = new Random(seed);
        this.rich = rich;
        this.builder = Project.builder("outline " + seed)
                .start(START)
                .calendar(rich ? WorkCalendar.standard() : WorkCalendar.roundTheClock("always"))
                .addCalendar(WorkCalendar.roundTheClock("24h"))
                .addCalendar(WorkCalendar.weekdays("early", LocalTime.of(5, 0), LocalTime.of(11, 0)));
    }

    /** Returns plans that work round the clock, in which some rows start no earlier than a date and some take no part. */
    static Stream<Project> plain(int count) {
        return IntStream.range(0, count).mapToObj(seed -> new RandomOutlines(seed, false).build());
    }

    /** Returns plans with several calendars, constraints, progress, typed dates, delays and all kinds of lag as well. */
    static Stream<Project> rich(int count) {
        return IntStream.range(0, count).mapToObj(seed -> new RandomOutlines(seed, true).build());
    }

    private Project build() {
        int size = 3 + random.nextInt(10);
        int[] level = new int[size];
        for (int a = 0; a < size; a++) {
            level[a] = a == 0 ? 1 : Math.max(1, Math.min(4, level[a - 1] + 1 - random.nextInt(3)));
            builder.add(activity(a, level[a]));
        }
        boolean upward = random.nextBoolean();
        for (int i = random.nextInt(2 * size); i > 0; i--) {
            int tail = random.nextInt(size - 1); // or the head, where all relationships lead up
            int after = tail + 1;
            while (after < size && level[after] > level[tail]) {
                after++; // a row below the tail
            }
            if (after < size) {
                int head = after + random.nextInt(size - after);
                builder.add(
                        new Relationship("A" + (upward ? head : tail), "A" + (upward ? tail : head), type(), lag()));
            }
        }
        return builder.build();
    }

    private RelationshipType type() {
        return RelationshipType.values()[random.nextInt(6) % 4];
    }

    private Lag lag() {
        return switch (random.nextInt(rich ? 8 : 5)) {
            case 0 -> Lag.of(WorkTime.hours(random.nextInt(9) - 3));
            case 1 -> Lag.percent(random.nextInt(150) - 30);
            case 2 -> new Lag.Percent(BigDecimal.valueOf(random.nextInt(120)), true);
            case 5 -> Lag.of(WorkTime.elapsedHours(random.nextInt(30) - 5));
            default -> Lag.NONE;
        };
    }

    private Activity activity(int a, int level) {
        WorkTime duration = WorkTime.hours(random.nextInt(5) * (rich ? 4 : 1));
        ActivityBuilder row = Activity.builder("A" + a, "A" + a, duration)
                .outlineLevel(level)
                .active(random.nextInt(level > 1 ? 4 : 10) > 0);
        if (!rich) {
            int hour = random.nextInt(8) * 3;
            return (hour > 6 ? row : row.constraint(Constraint.startNoEarlierThan(START.plusHours(hour)))).build();
        }
        LocalDateTime date = START.plusHours(random.nextInt(200));
        row.calendar(random.nextInt(3) == 0 ? (random.nextBoolean() ? "24h" : "early") : null);
        switch (random.nextInt(20)) {
            case 0 -> row.constraint(Constraint.startNoEarlierThan(date));
            case 1 -> row.constraint(Constraint.finishNoEarlierThan(date));
            case 2 -> row.constraint(Constraint.startNoLaterThan(date));
            case 3 -> row.constraint(Constraint.finishNoLaterThan(date));
            case 4 -> row.constraint(Constraint.mustStartOn(date));
            case 5 -> row.constraint(Constraint.mustFinishOn(date));
            case 6 -> row.deadline(date);
            case 7 -> row.levellingDelay(WorkTime.elapsedHours(random.nextInt(50)));
            case 8 -> row.mode(SchedulingMode.MANUAL).manual(new ManualDates(date, date.plusDays(2), null));
            case 9 ->
                row.progress(new Progress(
                        date, null, WorkTime.hours(0), WorkTime.hours(random.nextInt(40)), 0, 0, null, null));
            case 10 -> row.progress(new Progress(date, date.plusHours(30), null, null, 100, 0, null, null));
            case 11 -> row.duration(WorkTime.elapsedHours(random.nextInt(40)));
            case 12 -> row.external(true).manual(new ManualDates(date, date.plusDays(1), null));
            default -> {}
        }
        return row.build();
    }
}
