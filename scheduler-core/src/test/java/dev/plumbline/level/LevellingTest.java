package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevellingTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2025, 3, 3, 8, 0);

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(MONDAY).resource("crew", 1);
    }

    private static Project twoOnOneCrew() {
        return plan().activity("A", "A", days(3))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
    }

    private static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2025, 3, day, hour, 0);
    }

    private static LocalDateTime start(Levelled levelled, String id) {
        return levelled.schedule().of(id).start();
    }

    /** What every levelled plan promises. */
    private static Levelled level(Levelling how, Project project) {
        Levelled levelled = how.level(project);
        Schedule again = CriticalPath.schedule(levelled.project());
        for (int i = 0; i < again.activities().size(); i++) {
            assertThat(levelled.schedule().activities().get(i))
                    .isEqualTo(again.activities().get(i));
        }
        assertThat(how.level(levelled.project()).project()).isEqualTo(levelled.project()); // L15
        assertThat(LevellingCheck.check(levelled.schedule()).stream()
                        .filter(problem -> !problem.code().equals("LEVEL_CAPACITY")))
                .isEmpty();
        return levelled;
    }

    private static Levelled level(Project project) {
        return level(Levelling.serial(PriorityRule.ID), project);
    }

    @Test
    void ofTwoActivitiesThatAskForTheSameCrewTheSecondWaits() {
        Levelled levelled = level(twoOnOneCrew());

        assertThat(start(levelled, "A")).isEqualTo(MONDAY);
        assertThat(start(levelled, "B")).isEqualTo(at(6, 8));
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(3));
        assertThat(levelled.delays()).containsOnlyKeys("B");
        assertThat(levelled.overallocations()).isEmpty();
        assertThat(levelled.findings()).isEmpty();
        assertThat(levelled.before().finish()).isEqualTo(at(5, 17));
        assertThat(levelled.schedule().finish()).isEqualTo(at(6, 17));
    }

    @Test
    void aDelayNamesTheResourceAndTheActivitiesThatHoldIt() {
        DelayReason why = level(twoOnOneCrew()).why("B");

        assertThat(why.resource()).isEqualTo("crew");
        assertThat(why.capacity()).isEqualTo(1);
        assertThat(why.wanted()).isEqualTo(1);
        assertThat(why.logicStart()).isEqualTo(MONDAY);
        assertThat(why.delayedBy()).containsExactly("A");
        assertThat(why.holders().get(0).since()).isEqualTo(MONDAY);
        assertThat(why.holders().get(0).until()).isEqualTo(at(5, 17));
        assertThat(why)
                .hasToString(
                        "B starts 2025-03-06 08:00 instead of 2025-03-03 08:00 (3ed): it asks for 1 of crew, of which"
                                + " there are 1; from 2025-03-03 08:00 on too few are left: held by A (1 from 2025-03-03 08:00 to"
                                + " 2025-03-05 17:00)");
    }

    @Test
    void anActivityThatIsNotDelayedSaysSo() {
        Levelled levelled = level(twoOnOneCrew());

        assertThat(levelled.why("A").isByResource()).isFalse();
        assertThat(levelled.why("A").toString()).startsWith("A is not delayed by levelling");
        assertThatThrownBy(() -> levelled.why("X")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLevelledPlanStillTellsWhoHeldWhat() {
        Levelled again = Levelling.DEFAULT.level(level(twoOnOneCrew()).project());

        assertThat(again.isUnchanged()).isTrue();
        assertThat(again.why("B").delayedBy()).containsExactly("A");
    }

    @Test
    void aTypedDelayThatNoResourceNeedsIsLeftAndSaysSo() {
        Project typed = plan().activity("A", "A", days(1), a -> a.levellingDelay(elapsedDays(2)))
                .assign("A", "crew", 1)
                .build();

        Levelled levelled = level(typed);

        assertThat(levelled.delay("A")).isEqualTo(elapsedDays(2));
        assertThat(levelled.why("A").toString()).contains("no resource needs it");
    }

    @Test
    void delaysAreTakenAwayFirstUnlessTheyAreKept() {
        Project plain = twoOnOneCrew().with("B", b -> b.duration(days(2)));
        Project typed = plain.with("A", a -> a.levellingDelay(elapsedDays(1)));

        assertThat(start(level(typed), "A")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.serial(PriorityRule.ID).keepingDelays(), typed), "A"))
                .isEqualTo(at(4, 8));
        assertThat(Levelling.clear(typed)).isEqualTo(plain);
    }

    @Test
    void rulesDecideWhoGoesFirst() {
        assertThat(start(level(Levelling.serial(PriorityRule.SHORTEST), twoOnOneCrew()), "A"))
                .isEqualTo(at(4, 8));
        assertThat(start(level(Levelling.serial(PriorityRule.LONGEST), twoOnOneCrew()), "A"))
                .isEqualTo(MONDAY);
        Project urgent = twoOnOneCrew().with("B", b -> b.priority(900));
        assertThat(start(level(Levelling.DEFAULT, urgent), "B")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.serial(PriorityRule.ID.reversed()), twoOnOneCrew()), "B"))
                .isEqualTo(MONDAY);
    }

    @Test
    void rulesAreFoundByNameAndCombine() {
        for (PriorityRule rule : PriorityRule.all()) {
            assertThat(PriorityRule.named(rule.toString())).contains(rule);
        }
        assertThat(PriorityRule.named("LATEST_FINISH")).contains(PriorityRule.LATEST_FINISH);
        assertThat(PriorityRule.named("no such rule")).isEmpty();
        assertThat(PriorityRule.PRIORITY.then(PriorityRule.MIN_SLACK)).hasToString("priority, min slack");
        assertThat(PriorityRule.PRIORITY.reversed()).hasToString("reversed priority");
    }

    @Test
    void theParallelSchemeLetsWhateverCanBeginDoSo() {
        // the serial scheme keeps its place for B although A, which comes first, must wait for P
        Project project = plan().activity("P", "P", days(2))
                .activity("A", "A", days(1))
                .activity("B", "B", days(4))
                .finishToStart("P", "A")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        PriorityRule shortest = PriorityRule.SHORTEST;

        assertThat(start(level(Levelling.parallel(shortest), project), "B")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.parallel(shortest), project), "A")).isEqualTo(at(7, 8));
        assertThat(start(level(Levelling.serial(shortest), project), "A")).isEqualTo(at(5, 8));
        assertThat(start(level(Levelling.serial(shortest), project), "B")).isEqualTo(at(6, 8));
    }

    @Test
    void partOfACrewIsSharedUpToItsCapacity() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 4)
                .activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .activity("C", "C", days(1))
                .assign("A", "crew", 2)
                .assign("B", "crew", 3)
                .assign("C", "crew", 2)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(5, 8));
        assertThat(start(levelled, "C")).isEqualTo(MONDAY);
        assertThat(levelled.profile("crew").peak()).isEqualTo(4);
    }

    @Test
    void allResourcesOfAnActivityMustBeFreeTogether() {
        Project project = plan().resource("crane", 1)
                .activity("A", "A", days(2))
                .activity("B", "B", days(3))
                .activity("C", "C", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crane", 1)
                .assign("C", "crew", 1)
                .assign("C", "crane", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "C")).isEqualTo(at(6, 8));
        assertThat(levelled.why("C").resource()).isEqualTo("crane");
    }

    @Test
    void oneActivityMayUseAResourceTwice() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 2)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .add(Assignment.builder("second", "B", "crew").units(1).build())
                .build();

        assertThat(start(level(project), "B")).isEqualTo(at(4, 8));
    }

    @Test
    void weekendsAreCountedInTheDelay() {
        // 7.6.1: from Friday to Monday are three elapsed days
        Project project = plan().activity("A", "A", days(5))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.startNoEarlierThan(at(7, 8))))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(10, 8));
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(3));
    }

    @Test
    void oneDayActivitiesFollowOneAnotherOverTheWeekend() { // 7.7 L6
        ProjectBuilder builder = Project.builder("plan")
                .start(LocalDateTime.of(2010, 3, 31, 8, 0))
                .resource("crew", 1);
        for (int i = 1; i <= 6; i++) {
            builder.activity("T" + i, "T" + i, days(1)).assign("T" + i, "crew", 1);
        }

        Levelled levelled = level(builder.build());

        assertThat(levelled.project().activities().stream()
                        .map(a -> a.levellingDelay().ticks() / 14_400))
                .containsExactly(0L, 1L, 2L, 5L, 6L, 7L);
    }

    @Test
    void dayAndNightShiftsOfOneMachineDoNotMeet() {
        WorkCalendar night = WorkCalendar.builder("night")
                .workdays(DayHours.of(Shift.of(LocalTime.of(18, 0), LocalTime.of(23, 0))))
                .build();
        Project project = Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(night)
                .addCalendar(WorkCalendar.roundTheClock("always"))
                .add(Resource.builder("press", "press").calendar("always").build())
                .activity("day", "day", days(2), a -> a.calendar("Standard"))
                .activity("night", "night", hours(10), a -> a.calendar("night"))
                .activity("late", "late", hours(5), a -> a.calendar("night"))
                .assign("day", "press", 1)
                .assign("night", "press", 1)
                .assign("late", "press", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "night")).isEqualTo(at(3, 18));
        assertThat(start(levelled, "late")).isEqualTo(at(5, 18));
        assertThat(levelled.profile("press").peak()).isEqualTo(1);
    }

    @Test
    void aShortActivityUsesTheHoursThatAnotherCalendarLeaves() {
        WorkCalendar mornings = WorkCalendar.builder("mornings")
                .workdays(DayHours.of(Shift.of(LocalTime.of(8, 0), LocalTime.of(12, 0))))
                .build();
        Project project = Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(mornings)
                .resource("crew", 1)
                .activity("A", "A", hours(12), a -> a.calendar("mornings"))
                .activity("B", "B", hours(3))
                .activity("C", "C", hours(8))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(3, 13));
        assertThat(start(levelled, "C")).isEqualTo(at(5, 13));
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Test
    void capacityFollowsTheTableOfAvailability() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew")
                        .availability(List.of(
                                new Availability(Availability.EVER, at(5, 0), 1),
                                new Availability(at(5, 0), Availability.FOR_EVER, 2)))
                        .build())
                .activity("A", "A", days(4))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(5, 8));
        assertThat(levelled.profile("crew").capacityAt(at(4, 9))).isEqualTo(1);
        assertThat(levelled.profile("crew").capacityAt(at(5, 9))).isEqualTo(2);
        assertThat(levelled.profile("crew").capacityAt(at(5, 19))).isZero();
    }

    @Test
    void contoursLeaveRoomWhereTheyAskForLess() {
        // 6.3: back loaded, the first five tenths of ten days ask for at most half
        Project project = plan().activity("A", "A", days(10))
                .activity("B", "B", days(4))
                .add(Assignment.builder("a", "A", "crew")
                        .units(1)
                        .contour(Contour.BACK_LOADED)
                        .build())
                .assign("B", "crew", 0.5)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(levelled.profile("crew").demandAt(at(3, 9))).isEqualTo(0.6);
        assertThat(start(level(project.with("B", b -> b.duration(days(6)))), "B"))
                .isEqualTo(at(17, 8));
    }

    @Test
    void priorityThousandIsNeverDelayedAndKeepsItsPlace() { // 7.3.1
        Project project = plan().activity("P", "P", days(1))
                .activity("A", "A", days(4))
                .activity("V", "V", days(2), a -> a.priority(1000))
                .finishToStart("P", "V")
                .assign("A", "crew", 1)
                .assign("V", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "V")).isEqualTo(at(4, 8));
        assertThat(start(levelled, "A")).isEqualTo(at(6, 8));
        assertThat(levelled.overallocations()).isEmpty();
        assertThat(levelled.why("A").delayedBy()).containsExactly("V");
    }

    @Test
    void workThatHasBegunAndTypedDatesStayAndOthersGoAroundThem() {
        Project project = plan().activity(
                        "begun",
                        "begun",
                        days(3),
                        a -> a.progress(new Progress(MONDAY, null, null, null, 50, 0, null, null)))
                .activity(
                        "typed",
                        "typed",
                        days(1),
                        a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(at(6, 8), at(6, 17), null)))
                .activity("A", "A", days(2))
                .assign("begun", "crew", 1)
                .assign("typed", "crew", 1)
                .assign("A", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "A")).isEqualTo(at(7, 8));
        assertThat(levelled.why("A").delayedBy()).containsExactly("typed");
    }

    @Test
    void whatCannotBeRemovedSaysWhy() {
        Project project = plan().activity("A", "A", days(1), a -> a.priority(1000))
                .activity("B", "B", days(1), a -> a.constraint(Constraint.mustStartOn(MONDAY)))
                .activity("C", "C", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 3)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.isUnchanged()).isTrue();
        assertThat(levelled.overallocations()).hasSize(1);
        assertThat(levelled.findings()).hasSize(1);
        Problem finding = levelled.findings().get(0);
        assertThat(finding.code()).isEqualTo("LEVEL_INFEASIBLE");
        assertThat(finding.message())
                .contains("'crew'", "A has priority 1000", "B is bound by its constraint", "C alone asks for more");
        assertThat(finding.hint()).contains("lower its priority", "raise the capacity");
    }

    @Test
    void aResourceThatIsNeverThereIsReported() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 0)
                .activity("A", "A", days(1))
                .assign("A", "crew", 1)
                .build();

        assertThat(level(project).findings()).extracting(Problem::code).containsExactly("LEVEL_INFEASIBLE");
    }

    @Test
    void lateConstraintsAreKept() { // 7.3.4
        Project project = plan().activity("A", "A", days(3), a -> a.priority(600))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.startNoLaterThan(at(4, 8))))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(Levelling.DEFAULT, project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(start(levelled, "A")).isEqualTo(at(4, 8));
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Test
    void withinFloatTheFinishOfTheProjectStays() { // L14
        Project project = plan().activity("long", "long", days(10))
                .activity("A", "A", days(4))
                .activity("B", "B", days(4))
                .activity("C", "C", days(4))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();

        Levelled levelled = level(Levelling.serial(PriorityRule.ID).withinFloat(), project);

        assertThat(levelled.schedule().finish()).isEqualTo(levelled.before().finish());
        assertThat(start(levelled, "B")).isEqualTo(at(7, 8));
        assertThat(levelled.findings()).hasSize(1);
        assertThat(levelled.findings().get(0).message()).contains("C would have to move by more than its float");
    }

    @Test
    void onlyTheChosenResourcesAndDatesAreLevelled() {
        Project project = twoOnOneCrew().toBuilder()
                .resource("crane", 1)
                .activity("X", "X", days(1))
                .activity("Y", "Y", days(1))
                .assign("X", "crane", 1)
                .assign("Y", "crane", 1)
                .build();

        Levelled crane = level(Levelling.serial(PriorityRule.ID).onlyResources("crane"), project);
        assertThat(crane.delays()).containsOnlyKeys("Y");
        assertThat(crane.findings()).extracting(Problem::code).containsExactly("LEVEL_SKIPPED");

        Levelled later = level(Levelling.serial(PriorityRule.ID).between(at(10, 0), at(20, 0)), project);
        assertThat(later.delays()).isEmpty();
        assertThatThrownBy(() -> Levelling.DEFAULT.between(at(4, 0), at(4, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResourceThatMustNotLevelDelaysNothing() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew").canLevel(false).build())
                .resource("crane", 1)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("B", "crane", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delays()).isEmpty();
        assertThat(levelled.findings()).extracting(Problem::code).containsExactly("LEVEL_SKIPPED");
    }

    @Test
    void aMarkThatAllResourcesBearTellsNothing() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew").canLevel(false).build())
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delays()).containsOnlyKeys("B");
        assertThat(levelled.findings()).extracting(Problem::code).containsExactly("LEVEL_MARKS_IGNORED");
    }

    @Test
    void projectsShareTheirResourcesByPriority() {
        Project one = twoOnOneCrew();
        Project other = Project.builder("other")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(2))
                .assign("A", "crew", 1)
                .build();

        List<Levelled> levelled = Levelling.serial(PriorityRule.ID)
                .levelTogether(List.of(new Levelling.Claim(one, 1), new Levelling.Claim(other, 2)));

        assertThat(start(levelled.get(1), "A")).isEqualTo(MONDAY);
        assertThat(start(levelled.get(0), "A")).isEqualTo(at(5, 8));
        assertThat(start(levelled.get(0), "B")).isEqualTo(at(10, 8));
        assertThat(levelled.get(0).why("A").holders().get(0).project()).isEqualTo("other");
        assertThat(levelled.get(0).profile("crew").isOverallocated()).isFalse();
    }

    @Test
    void activitiesAsLateAsPossibleStayWhereTheFinishPutsThem() {
        Project project = plan().activity("late", "late", days(2), a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .activity("A", "A", days(4))
                .activity("B", "B", days(4))
                .assign("late", "crew", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delay("late").isZero()).isTrue();
        assertThat(start(levelled, "A")).isEqualTo(MONDAY);
    }

    @Test
    void summariesFollowTheRowsBelow() {
        Project project = plan().summary(
                        "S", "S", s -> s.activity("A", "A", days(2)).activity("B", "B", days(2)))
                .activity("C", "C", days(1))
                .finishToStart("S", "C")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.schedule().of("S").finish()).isEqualTo(at(6, 17));
        assertThat(start(levelled, "C")).isEqualTo(at(7, 8));
        assertThat(levelled.delays()).containsOnlyKeys("B");
    }

    @Test
    void theTableShowsDelaysAndHolders() {
        assertThat(level(twoOnOneCrew()).toString())
                .startsWith("plan: finish 2025-03-06 17:00, before levelling 2025-03-05 17:00, 1 activities delayed, 0"
                        + " overallocations left\n")
                .contains("crew: A");
    }

    @Test
    void theHistogramShowsWhatIsAskedAndTooMuch() {
        Schedule before = CriticalPath.schedule(twoOnOneCrew());
        ResourceProfile profile = ResourceProfile.of(before, "crew");

        assertThat(profile.peak()).isEqualTo(2);
        assertThat(profile.isOverallocated()).isTrue();
        assertThat(profile.work()).isEqualByComparingTo(hours(32));
        assertThat(profile.utilisation()).isEqualTo(32.0 / 24);
        assertThat(profile.overallocations()).hasSize(1);
        assertThat(profile.overallocations().get(0))
                .hasToString("crew from 2025-03-03 08:00 to 2025-03-03 17:00: 2 units asked, 1 there (A, B)");
        assertThat(profile.toString())
                .contains("crew: 1 units, peak 2, 32h of work, 133% used, overallocated 1 times")
                .contains("2025-03-03    16h     8h  ####################!!!!!!!!!!!!!!!!!!!!\n")
                .contains("2025-03-04     8h     8h  ####################\n");
        assertThatThrownBy(() -> ResourceProfile.of(before, "nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
