package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.SchedulingMode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of paths in plans with everything: calendars, summaries, constraints, progress, typed dates, percent lags. */
class PathLawsTest {

    private static final int TRIES = 300;

    private static Project random(long seed) {
        Random random = new Random(seed);
        for (int attempt = 0; ; attempt++) {
            try {
                return build(random);
            } catch (PlumblineException e) {
                assertThat(attempt)
                        .as("loops only, now and then: %s", e.getMessage())
                        .isLessThan(200);
            }
        }
    }

    private static Project build(Random random) {
        ProjectBuilder builder = Project.builder("random")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.roundTheClock("24h"))
                .addCalendar(WorkCalendar.weekdays("early", LocalTime.of(5, 0), LocalTime.of(11, 0)));
        int n = 3 + random.nextInt(9);
        int level = 1;
        for (int i = 0; i < n; i++) {
            builder.add(activity(random, i, level));
            level = Math.max(1, Math.min(level + random.nextInt(3) - 1, 3));
        }
        RelationshipType[] types = RelationshipType.values();
        for (int r = random.nextInt(2 * n); r > 0; r--) {
            int from = random.nextInt(n - 1);
            int to = from + 1 + random.nextInt(n - 1 - from);
            builder.add(new Relationship(
                    "a" + from,
                    "a" + to,
                    random.nextInt(3) > 0 ? RelationshipType.FS : types[random.nextInt(4)],
                    lag(random)));
        }
        return builder.build();
    }

    private static Lag lag(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Lag.of(WorkTime.hours(random.nextInt(30) - 10));
            case 1 -> Lag.of(WorkTime.elapsedHours(random.nextInt(60)));
            case 2 -> new Lag.Percent(BigDecimal.valueOf(random.nextInt(120) - 20), random.nextBoolean());
            default -> Lag.of(WorkTime.ZERO);
        };
    }

    private static Activity activity(Random random, int i, int level) {
        boolean elapsed = random.nextInt(10) == 0;
        WorkTime duration = new WorkTime(600L * random.nextInt(60), elapsed ? WorkUnit.ELAPSED_HOURS : WorkUnit.HOURS);
        ActivityBuilder builder =
                Activity.builder("a" + i, "a" + i, duration).outlineLevel(level).active(random.nextInt(12) > 0);
        String[] calendars = {null, null, "24h", "early"};
        builder.calendar(calendars[random.nextInt(4)]);
        LocalDateTime date = Dates.START.plusHours(random.nextInt(400));
        switch (random.nextInt(16)) {
            case 0 -> builder.constraint(Constraint.startNoEarlierThan(date));
            case 1 -> builder.constraint(Constraint.finishNoEarlierThan(date));
            case 2 -> builder.constraint(Constraint.startNoLaterThan(date));
            case 3 -> builder.constraint(Constraint.finishNoLaterThan(date));
            case 4 -> builder.constraint(Constraint.mustStartOn(date));
            case 5 -> builder.constraint(Constraint.mustFinishOn(date));
            case 6 -> builder.deadline(date);
            case 7 -> builder.levellingDelay(WorkTime.elapsedHours(random.nextInt(50)));
            case 8 -> builder.mode(SchedulingMode.MANUAL).manual(new ManualDates(date, date.plusDays(2), null));
            case 9 ->
                builder.progress(new Progress(
                        date, null, WorkTime.hours(0), WorkTime.hours(random.nextInt(40)), 0, 0, null, null));
            case 10 -> builder.progress(new Progress(date, date.plusHours(30), null, null, 100, 0, null, null));
            default -> {}
        }
        return builder.build();
    }

    /** The plan with one activity that takes no time any more. */
    private static Project without(Project project, Activity activity) {
        WorkTime none = activity.duration().withTicks(0);
        return project.toBuilder()
                .replace(activity.with(a -> {
                    Progress p = activity.progress();
                    a.duration(none);
                    if (p.isStarted()) {
                        a.progress(new Progress(
                                p.actualStart(), null, p.actualDuration(), WorkTime.ZERO, 0, 0, p.stop(), p.resume()));
                    }
                    LocalDateTime typed = activity.manual().start();
                    if (activity.mode() == SchedulingMode.MANUAL && typed != null && !p.isStarted()) {
                        a.manual(new ManualDates(typed, typed, null));
                    }
                    return a;
                }))
                .build();
    }

    @Property(tries = TRIES)
    void dragIsWhatSchedulingAgainGains(@ForAll long seed) {
        Project project = random(seed);
        Schedule plan = CriticalPath.schedule(project);
        PathAnalysis paths = PathAnalysis.of(plan);

        for (ActivityTimes times : plan.activities()) {
            Activity activity = times.activity();
            boolean none =
                    times.summary() || !activity.active() || activity.progress().isComplete();
            long gain = none
                    ? 0
                    : project.calendar()
                            .workBetween(
                                    CriticalPath.schedule(without(project, activity))
                                            .finish(),
                                    plan.finish())
                            .ticks();
            assertThat(paths.drag(activity.id()).ticks())
                    .as("%s of seed %d%n%s", activity.id(), seed, plan)
                    .isEqualTo(gain);
        }
    }

    @Property(tries = TRIES)
    void theFirstPathFinishesLastAndIsLongest(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(random(seed));
        PathAnalysis paths = PathAnalysis.of(plan);
        List<ActivityTimes> rows = plan.activities().stream()
                .filter(times -> !times.summary() && times.activity().active())
                .toList();
        if (rows.isEmpty()) {
            assertThat(paths.longestPaths(3)).isEmpty();
            return;
        }
        LocalDateTime latest = rows.stream()
                .map(ActivityTimes::finish)
                .max(LocalDateTime::compareTo)
                .orElseThrow();

        List<RankedPath> ranked = paths.longestPaths(4);

        assertThat(ranked.get(0).finish()).as("seed %d%n%s", seed, plan).isEqualTo(latest);
        if (rows.stream().noneMatch(times -> pinned(times.activity()))) {
            assertThat(paths.longestPath())
                    .as("seed %d%n%s%n%s", seed, plan, ranked)
                    .containsAll(ranked.get(0).activities());
        }
        assertThat(ranked).isSortedAccordingTo((a, b) -> b.finish().compareTo(a.finish()));
        assertThat(paths.longestPath())
                .as("seed %d%n%s%n%s", seed, plan, ranked)
                .isNotEmpty()
                .allMatch(activity -> activity.active());
    }

    /** Whether predecessors may demand a later date than the activity has, so that a path alone meets it by chance. */
    private static boolean pinned(Activity activity) {
        return activity.progress().isStarted()
                || activity.mode() == SchedulingMode.MANUAL
                || switch (activity.constraint().type()) {
                    case MUST_START_ON, MUST_FINISH_ON, START_NO_LATER_THAN, FINISH_NO_LATER_THAN -> true;
                    default -> false;
                };
    }

    @Property(tries = TRIES)
    void independentFloatIsPartOfFreeFloatAndFreeOfTotalFloat(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(random(seed));
        PathAnalysis paths = PathAnalysis.of(plan);

        for (ActivityTimes times : plan.activities()) {
            String id = times.activity().id();
            WorkTime independent = paths.independentFloat(id);
            assertThat(independent.isNegative()).isFalse();
            if (!times.summary()) {
                assertThat(independent).as("%s of seed %d%n%s", id, seed, plan).isLessThanOrEqualTo(times.freeFloat());
            }
            assertThat(paths.interferingFloat(id).ticks() + times.freeFloat().ticks())
                    .isEqualTo(times.totalFloat().ticks());
        }
    }

    @Property(tries = TRIES)
    void noActivityIsOnTwoFloatPaths(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(random(seed));
        PathAnalysis paths = PathAnalysis.of(plan);

        for (FloatPath.By by : FloatPath.By.values()) {
            for (ActivityTimes end : plan.activities()) {
                if (end.summary()) {
                    continue;
                }
                Set<Activity> earlier = new HashSet<>();
                for (FloatPath path : paths.floatPaths(end.activity().id(), 100, by)) {
                    assertThat(path.joins().map(earlier::contains).orElse(path.number() == 1))
                            .isTrue();
                    path.activities()
                            .forEach(activity ->
                                    assertThat(earlier.add(activity)).isTrue());
                }
            }
        }
    }

    @Property(tries = TRIES)
    void everyActivityHasAReasonThatEnds(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(random(seed));
        PathAnalysis paths = PathAnalysis.of(plan);

        for (ActivityTimes times : plan.activities()) {
            WhyNotCritical why = paths.whyNotCritical(times.activity().id());
            assertThat(why.critical()).isEqualTo(times.critical());
            assertThat(why.sentences()).isNotEmpty();
            assertThat(why.gaps().stream().map(WhyNotCritical.Gap::predecessor).collect(Collectors.toSet()))
                    .hasSameSizeAs(why.gaps());
        }
    }
}
