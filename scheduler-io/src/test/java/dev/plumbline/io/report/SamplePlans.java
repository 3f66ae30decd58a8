package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Plans that the tests of reports share. */
public final class SamplePlans {

    private SamplePlans() {}

    /** The plan of the architecture's example: five activities, one crew that is overloaded. */
    public static Project pumpStation() {
        return Project.builder("Pump station")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .calendar(WorkCalendar.standard())
                .activity("A", "Excavate", hours(40))
                .activity("B", "Foundation", hours(64))
                .activity("C", "Pipework", hours(80))
                .activity("D", "Commission", hours(24))
                .milestone("M", "Handover")
                .finishToStart("A", "B")
                .startToStart("B", "C", hours(16))
                .finishToStart("B", "D")
                .finishToStart("C", "D")
                .finishToStart("D", "M")
                .resource("crew", 4)
                .assign("B", "crew", 3)
                .assign("C", "crew", 2)
                .build();
    }

    /** Two levels of summaries, all kinds of relationships, progress, baselines, deadlines, holidays, an inactive row. */
    public static Project waterworks() {
        WorkCalendar site = WorkCalendar.standard().toBuilder()
                .dayOff("Easter Monday", LocalDate.of(2026, 4, 6))
                .dayOff("Labour day", LocalDate.of(2026, 5, 1))
                .build();
        ProjectBuilder plan = Project.builder("Waterworks Süd, phase 2")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .dataDate(LocalDateTime.of(2026, 3, 24, 17, 0))
                .calendar(site)
                .addCalendar(WorkCalendar.roundTheClock("Curing"))
                .add(Resource.work("eng", "Engineers", 2))
                .add(Resource.work("crew", "Civil crew", 4))
                .add(Resource.work("weld", "Welders", 1))
                .add(Resource.work("crane", "Crane", 1));
        plan.summary(
                "1",
                "Preparation",
                p -> p.activity(
                                "2",
                                "Design",
                                days(10),
                                a -> a.wbs("1.1")
                                        .progress(done(
                                                LocalDateTime.of(2026, 3, 2, 8, 0),
                                                LocalDateTime.of(2026, 3, 13, 17, 0)))
                                        .baselines(baseline(2, 13)))
                        .activity(
                                "3",
                                "Permits",
                                days(15),
                                a -> a.wbs("1.2")
                                        .progress(started(LocalDateTime.of(2026, 3, 5, 8, 0), 60))
                                        .baselines(baseline(4, 24)))
                        .activity("4", "Procure pumps", days(30), a -> a.wbs("1.3"))
                        .add(Activity.builder("5", "Design approved", days(0))
                                .milestone(true)
                                .wbs("1.4")
                                .outlineLevel(2)
                                .deadline(LocalDateTime.of(2026, 3, 20, 17, 0))
                                .build()));
        plan.summary(
                "6",
                "Construction",
                p -> p.summary(
                                "7",
                                "Civil works",
                                c -> c.activity(
                                                "8",
                                                "Set up site",
                                                days(3),
                                                a -> a.wbs("2.1.1").baselines(baseline(25, 27)))
                                        .activity("9", "Excavate pump pit", days(8), a -> a.wbs("2.1.2"))
                                        .activity(
                                                "10",
                                                "Foundation and walls of the pump house, including reinforcement",
                                                days(12),
                                                a -> a.wbs("2.1.3"))
                                        .activity(
                                                "11",
                                                "Cure concrete",
                                                elapsedDays(7),
                                                a -> a.wbs("2.1.4").calendar("Curing"))
                                        .activity("12", "Access road", days(6), a -> a.wbs("2.1.5")))
                        .summary(
                                "13",
                                "Mechanical works",
                                m -> m.activity("14", "Pipework", days(14), a -> a.wbs("2.2.1"))
                                        .activity(
                                                "15",
                                                "Install pumps",
                                                days(5),
                                                a -> a.wbs("2.2.2").deadline(LocalDateTime.of(2026, 5, 8, 17, 0)))
                                        .activity(
                                                "16",
                                                "Optional booster pump",
                                                days(4),
                                                a -> a.wbs("2.2.3").active(false))
                                        .activity("17", "Electrical installation", days(9), a -> a.wbs("2.2.4")))
                        .milestone("18", "Mechanical completion"));
        plan.summary(
                "19",
                "Commissioning",
                p -> p.activity("20", "Dry tests", days(3), a -> a.wbs("3.1"))
                        .activity(
                                "21",
                                "Wet tests",
                                days(5),
                                a -> a.wbs("3.2")
                                        .constraint(Constraint.startNoEarlierThan(LocalDateTime.of(2026, 5, 25, 8, 0))))
                        .activity("22", "Training", days(4), a -> a.wbs("3.3"))
                        .add(Activity.builder("23", "Handover", days(0))
                                .milestone(true)
                                .wbs("3.4")
                                .outlineLevel(2)
                                .deadline(LocalDateTime.of(2026, 6, 12, 17, 0))
                                .build()));
        return relate(plan).build();
    }

    private static ProjectBuilder relate(ProjectBuilder plan) {
        plan.finishToStart("2", "5")
                .finishToStart("2", "4")
                .startToStart("2", "3", days(3))
                .finishToStart("5", "8")
                .finishToStart("3", "8")
                .finishToStart("8", "9")
                .finishToStart("9", "10")
                .finishToStart("10", "11")
                .finishToStart("8", "12", days(2))
                .finishToStart("11", "15")
                .finishToStart("4", "15")
                .startToStart("10", "14", days(4))
                .finishToFinish("15", "14", days(-1))
                .finishToStart("15", "16")
                .finishToStart("14", "17", days(-6))
                .finishToStart("15", "18")
                .finishToStart("14", "18")
                .finishToStart("17", "18")
                .finishToStart("18", "20")
                .finishToStart("20", "21")
                .finishToStart("21", "23")
                .finishToStart("22", "23")
                .finishToStart("12", "23")
                .add(new Relationship("21", "22", RelationshipType.FF, Lag.of(days(2))));
        return plan.assign("2", "eng", 2)
                .assign("3", "eng", 1)
                .assign("9", "crew", 3)
                .assign("10", "crew", 4)
                .assign("12", "crew", 2)
                .assign("14", "weld", 1)
                .assign("15", "weld", 1)
                .assign("15", "crane", 1)
                .assign("20", "eng", 2)
                .assign("22", "eng", 0.5)
                .assign("21", "eng", 2);
    }

    private static Progress done(LocalDateTime start, LocalDateTime finish) {
        return new Progress(start, finish, null, null, 100, 0, null, null);
    }

    private static Progress started(LocalDateTime start, double percent) {
        return new Progress(start, null, null, null, percent, 0, null, null);
    }

    private static List<Baseline> baseline(int from, int to) {
        return List.of(new Baseline(
                0, LocalDateTime.of(2026, 3, from, 8, 0), LocalDateTime.of(2026, 3, to, 17, 0), null, null, null));
    }

    /** A milestone that starts no earlier than some days after a start, with a deadline as many days after it. */
    static Activity gate(String id, LocalDateTime start, int day, Progress progress, int deadline) {
        return Activity.builder(id, "Gate " + id, WorkTime.ZERO)
                .milestone(true)
                .progress(progress)
                .constraint(Constraint.startNoEarlierThan(start.plusDays(day)))
                .deadline(start.plusDays(deadline))
                .build();
    }
}
