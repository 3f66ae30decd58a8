package dev.plumbline.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of status updates on random chains of activities, some of them split, under random options. */
class StatusLawsTest {

    private static final LocalDateTime START = LocalDateTime.parse("2025-03-03T08:00");

    private static Project plan(Random random) {
        ProjectBuilder plan = Project.builder("plan")
                .start(START)
                .dataDate(date(random))
                .settings(ProjectSettings.DEFAULT
                        .withMoves(
                                random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean())
                        .withSplitsInProgress(random.nextInt(4) > 0));
        plan.resource("Ann", 1);
        int size = 1 + random.nextInt(5);
        for (int a = 0; a < size; a++) {
            String id = "A" + a;
            EffortRule rule = EffortRule.values()[random.nextInt(3)];
            int hours = 1 + random.nextInt(60);
            WorkTime duration = random.nextInt(6) == 0 ? WorkTime.elapsedHours(hours) : WorkTime.hours(hours);
            plan.activity(id, id, duration, b -> b.effortRule(rule));
            if (random.nextBoolean()) {
                plan.add(assigned(id, duration, random));
            }
            if (a > 0 && random.nextBoolean()) {
                plan.finishToStart("A" + random.nextInt(a), id);
            }
        }
        return plan.build();
    }

    private static LocalDateTime date(Random random) {
        return START.plusHours(random.nextInt(24 * 30));
    }

    private static Assignment assigned(String id, WorkTime duration, Random random) {
        double units = (1 + random.nextInt(20)) / 10.0;
        long work = Math.round(duration.ticks() * units);
        List<TimephasedWork> blocks = new ArrayList<>();
        if (!duration.isElapsed() && random.nextBoolean()) {
            var calendar = Project.builder("c").build().calendar();
            long first = Math.round(duration.ticks() * random.nextDouble());
            long firstWork = Math.round((double) work * first / duration.ticks());
            LocalDateTime gap = calendar.add(START, WorkTime.ofTicks(first));
            LocalDateTime resume = calendar.nextStart(calendar.add(gap, WorkTime.hours(1 + random.nextInt(40))));
            LocalDateTime end = calendar.add(resume, WorkTime.ofTicks(duration.ticks() - first));
            add(blocks, START, gap, firstWork);
            add(blocks, resume, end, work - firstWork);
        }
        return Assignment.builder(id + "/Ann", id, "Ann")
                .units(units)
                .work(WorkTime.hours(0).withTicks(work))
                .timephased(blocks)
                .build();
    }

    private static void add(List<TimephasedWork> blocks, LocalDateTime from, LocalDateTime to, long work) {
        if (from.isBefore(to)) {
            blocks.add(new TimephasedWork(
                    TimephasedWork.Kind.REMAINING, from, to, WorkTime.hours(0).withTicks(work)));
        }
    }

    private static void report(StatusUpdate update, Project plan, Random random) {
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String id = "A" + random.nextInt(plan.activities().size());
            WorkTime hours = WorkTime.hours(1 + random.nextInt(50));
            switch (random.nextInt(8)) {
                case 0 -> update.started(id, date(random));
                case 1 -> update.progressed(id, random.nextInt(101));
                case 2 -> update.worked(id, hours);
                case 3 -> update.remaining(id, hours);
                case 4 -> update.finished(id);
                case 5 -> update.rescheduleRemainingFrom(date(random));
                case 6 -> update.updateProject(date(random), UpdateMode.SHARE_BEFORE_DATE, id);
                default -> update.started(id).finished(id, date(random).plusYears(1));
            }
        }
    }

    private static List<Double> units(Project project, Activity activity) {
        return project.assignmentsOf(activity.id()).stream()
                .map(Assignment::units)
                .toList();
    }

    private static long sum(Assignment assignment, TimephasedWork.Kind kind) {
        return assignment.timephased().stream()
                .filter(t -> t.kind() == kind)
                .mapToLong(t -> t.work().ticks())
                .sum();
    }

    @Property(tries = 500) // 5.1.1
    void durationAndWorkAreWhatIsDoneAndWhatIsLeft(@ForAll long seed) {
        Random random = new Random(seed);
        Project plan = plan(random);
        StatusUpdate update = StatusUpdate.of(CriticalPath.schedule(plan));
        report(update, plan, random);

        Project updated = update.project();

        for (Activity a : updated.activities()) {
            assertThat(a.duration()).isEqualTo(a.actualDuration().plus(a.remainingDuration()));
            assertThat(a.progress().isComplete())
                    .isEqualTo(a.progress().actualFinish() != null)
                    .isEqualTo(a.remainingDuration().isZero() && a.progress().isStarted());
        }
        for (Assignment assignment : updated.assignments()) {
            WorkTime left = assignment.remainingWork();
            if (left != null) {
                assertThat(assignment.work()).isEqualTo(assignment.actualWork().plus(left));
                if (!assignment.timephased().isEmpty()) {
                    assertThat(sum(assignment, TimephasedWork.Kind.REMAINING)).isEqualTo(left.ticks());
                    assertThat(sum(assignment, TimephasedWork.Kind.ACTUAL))
                            .isEqualTo(assignment.actualWork().ticks());
                }
            }
        }
    }

    @Property(tries = 500) // 5.3.1
    void whatIsLeftIsScheduledWhereTheUpdateLeftIt(@ForAll long seed) {
        Random random = new Random(seed);
        Project plan = plan(random);
        StatusUpdate update = StatusUpdate.of(CriticalPath.schedule(plan));
        report(update, plan, random);
        Project updated = update.project();

        Schedule schedule = CriticalPath.schedule(updated);

        for (Activity a : updated.activities()) {
            Progress progress = a.progress();
            ActivityTimes times = schedule.of(a.id());
            if (progress.isStarted() && units(updated, a).equals(units(plan, a))) {
                assertThat(times.start()).isEqualTo(progress.actualStart());
                Axis axis = Axis.of(updated, a);
                long finish = ScheduledBar.of(schedule, updated.effort(a.id())).finish();
                double least = updated.assignmentsOf(a.id()).stream()
                        .mapToDouble(Assignment::units)
                        .min()
                        .orElse(1);
                assertThat(Math.abs(axis.between(finish, Ticks.of(times.finish()))))
                        .as("%s of %s", times.finish(), a)
                        .isLessThanOrEqualTo(Math.round(3 + 4 / least)); // a tick of work is 1/units of time
            }
        }
    }

    @Property(tries = 500) // 5.2.5
    void anUpdateOfTheProjectMovesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Project plan = plan(random);
        Schedule schedule = CriticalPath.schedule(plan);
        LocalDateTime date = date(random);

        Project updated = StatusUpdate.of(schedule)
                .updateProject(date, UpdateMode.SHARE_BEFORE_DATE)
                .project();

        Schedule after = CriticalPath.schedule(updated);
        for (Activity a : updated.activities()) {
            assertThat(after.of(a.id()).start()).isEqualTo(schedule.of(a.id()).start());
            assertThat(after.of(a.id()).finish()).isEqualTo(schedule.of(a.id()).finish());
            assertThat(a.duration()).isEqualTo(plan.activity(a.id()).duration());
            LocalDateTime stop = a.progress().stop();
            assertThat(stop == null || !stop.isAfter(date)).isTrue();
        }
    }
}
