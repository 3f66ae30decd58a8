package dev.plumbline.bench;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.mspdi.MspdiWriter;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.TimephasedWork;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes documents of any size as Microsoft Project saves them: a generated plan with four calendars, 200 resources, two levels
 * of summaries, one and a half assignments an activity with their work day by day, a baseline and some progress, written by our
 * writer, with the elements that Microsoft Project adds: about a hundred elements a task, half of them unknown to the model.
 * The same size and seed give the same bytes.
 *
 * <pre>{@code
 * java -cp target/benchmarks.jar dev.plumbline.bench.DocumentGenerator 4700 42 /tmp/large.xml
 * }</pre>
 */
public final class DocumentGenerator {

    private static final int RESOURCES = 200;
    private static final int CALENDARS = 4;
    private static final int MOST_DAYS = 20;
    private static final WorkTime DAY = WorkTime.hours(8);

    private DocumentGenerator() {}

    /** Writes a document: number of activities, seed, file; one that ends in .csv is written as our own CSV with its companions. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[2]);
        Schedule plan = plan(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        if (file.toString().endsWith(".csv")) {
            ProjectFiles.write(plan, file);
        } else {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                write(plan, out);
            }
        }
        PrintStream shown = System.out;
        shown.println(file + ": " + Files.size(file) + " bytes");
    }

    /**
     * Writes a schedule with all that Microsoft Project adds to it.
     *
     * @param plan the schedule
     * @param out where to; it is not closed
     * @throws IOException if the stream can't be written
     */
    public static void write(Schedule plan, OutputStream out) throws IOException {
        VendorElements vendor = new VendorElements(out);
        MspdiWriter.write(vendor, plan.project(), plan, null);
        vendor.flush();
    }

    /**
     * Returns a plan with all that one in use holds.
     *
     * @param activities the number of activities
     * @param seed the seed of all that is random in it
     * @return the plan, scheduled
     */
    public static Schedule plan(int activities, long seed) {
        Project bare = PlanGenerator.generate(
                PlanShape.DEFAULT
                        .withActivities(activities)
                        .withCalendars(CALENDARS)
                        .withResources(RESOURCES)
                        .withSummaryLevels(2),
                seed);
        Schedule plan = CriticalPath.schedule(bare);
        LocalDateTime dataDate = bare.start().plusDays(90);
        ProjectBuilder used = Project.builder("generated").start(bare.start()).dataDate(dataDate);
        bare.calendars().forEach(used::addCalendar);
        used.calendar(bare.calendar().id());
        bare.resources().forEach(used::add);
        for (Activity activity : bare.activities()) {
            used.add(
                    inUse(activity, plan.of(activity.id()), dataDate, bare.wbs().isSummary(activity.id())));
        }
        bare.relationships().forEach(used::add);
        for (Assignment assignment : bare.assignments()) {
            used.add(withWork(assignment, plan.of(assignment.activity()), dataDate));
        }
        return CriticalPath.schedule(used.build());
    }

    private static Activity inUse(Activity activity, ActivityTimes times, LocalDateTime dataDate, boolean summary) {
        BigDecimal cost = BigDecimal.valueOf(activity.duration().ticks() / 10);
        Baseline baseline =
                new Baseline(0, times.start(), times.finish(), activity.duration(), activity.duration(), cost);
        boolean done = !summary && times.finish().isBefore(dataDate);
        Progress progress = done
                ? new Progress(
                        times.start(), times.finish(), activity.duration(), WorkTime.hours(0), 100, 0, null, null)
                : Progress.NONE;
        String name = (summary ? "Phase " : "Design, review and release of component ") + activity.id();
        return activity.with(a ->
                a.name(name).baselines(List.of(baseline)).progress(progress).cost(cost));
    }

    private static Assignment withWork(Assignment assignment, ActivityTimes times, LocalDateTime dataDate) {
        boolean done = times.finish().isBefore(dataDate);
        List<TimephasedWork> days =
                days(times, done ? TimephasedWork.Kind.ACTUAL : TimephasedWork.Kind.REMAINING, assignment.units());
        long ticks = days.stream().mapToLong(d -> d.work().ticks()).sum();
        WorkTime work = new WorkTime(ticks, WorkUnit.HOURS);
        return assignment.with(a -> done
                ? a.work(work)
                        .actualWork(work)
                        .remainingWork(WorkTime.hours(0))
                        .actualStart(times.start())
                        .actualFinish(times.finish())
                        .timephased(days)
                : a.work(work).timephased(days));
    }

    private static List<TimephasedWork> days(ActivityTimes times, TimephasedWork.Kind kind, double units) {
        List<TimephasedWork> days = new ArrayList<>();
        LocalDate day = times.start().toLocalDate();
        while (!day.isAfter(times.finish().toLocalDate()) && days.size() < MOST_DAYS) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            days.add(new TimephasedWork(
                    kind,
                    day.atTime(8, 0),
                    weekend ? day.plusDays(1).atTime(8, 0) : day.atTime(17, 0),
                    DAY.withTicks(weekend ? 0 : Math.round(DAY.ticks() * units))));
            day = day.plusDays(1);
        }
        return days;
    }
}
