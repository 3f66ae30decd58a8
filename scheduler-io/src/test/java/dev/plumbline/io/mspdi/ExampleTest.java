package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.TimephasedWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Every kind of element of our example, as the model sees it. */
class ExampleTest {

    private final Project project = Documents.read(Documents.example()).project();

    @Test
    void theProjectHasItsTitleStartDataDateAndCurrency() {
        assertThat(project.name()).isEqualTo("Pump station");
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 0));
        assertThat(project.dataDate()).contains(LocalDateTime.of(2026, 3, 6, 17, 0));
        assertThat(project.settings().currencyCode()).isEqualTo("EUR");
    }

    @Test
    void calendarsHaveHoursExceptionsByDateAndWorkWeeks() {
        WorkCalendar standard = project.calendar();

        assertThat(standard.hoursOn(LocalDate.of(2026, 4, 6))).isEqualTo(DayHours.OFF);
        assertThat(standard.hoursOn(LocalDate.of(2026, 3, 14)).ticks()).isEqualTo(2400);
        assertThat(standard.hoursOn(LocalDate.of(2030, 5, 1)).isWorking()).isFalse();
        assertThat(standard.hoursOn(LocalDate.of(2030, 1, 1)).isWorking()).isTrue(); // Q4
        assertThat(standard.hoursOn(LocalDate.of(2026, 6, 26)).isWorking()).isFalse();
        assertThat(standard.hoursOn(LocalDate.of(2026, 7, 6)).toString()).isEqualTo("06:00-14:00");
        assertThat(standard.hoursOn(LocalDate.of(2026, 7, 7)).isWorking()).isFalse(); // 1.2.6
        assertThat(standard.exceptions()).extracting(e -> e.recurrence().from()).isSorted();
        assertThat(standard.exceptions().get(3).recurrence())
                .isEqualTo(new Recurrence(
                        new Recurrence.MonthlyByPosition(1, Recurrence.Position.LAST, Recurrence.DayKind.FRIDAY),
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 12, 31),
                        5));
        assertThat(project.findCalendar("2").orElseThrow().base()).contains(standard);
    }

    @Test
    void progressIsReadWhereWorkHasBegunAndLeftOutElsewhere() {
        Activity excavate = project.activity("2");

        assertThat(excavate.progress().percentComplete()).isEqualTo(60);
        assertThat(excavate.progress().remainingDuration()).isEqualTo(WorkTime.days(2));
        assertThat(excavate.progress().resume()).isEqualTo(LocalDateTime.of(2026, 3, 5, 8, 0));
        assertThat(excavate.fixedCost()).isEqualByComparingTo("123.45");
        assertThat(excavate.baselines().get(0).cost()).isEqualByComparingTo("2000");
        assertThat(excavate.notes()).isEqualTo("Mind the\ncable.");
        assertThat(project.activity("3").progress().remainingDuration()).isNull();
    }

    @Test
    void constraintsDelaysAndEstimatesAreRead() {
        Activity foundation = project.activity("3");

        assertThat(foundation.constraint())
                .isEqualTo(Constraint.startNoEarlierThan(LocalDateTime.of(2026, 3, 9, 8, 0)));
        assertThat(foundation.deadline()).isEqualTo(LocalDateTime.of(2026, 3, 20, 17, 0));
        assertThat(foundation.levellingDelay()).isEqualTo(elapsedDays(1)); // 7.6.3
        assertThat(foundation.estimated()).isTrue();
        assertThat(foundation.duration()).isEqualTo(WorkTime.days(8));
    }

    @Test
    void relationshipsHaveTypesAndLagsInTheirUnits() {
        assertThat(project.relationships())
                .containsExactly(
                        new Relationship("2", "3", RelationshipType.FS, Lag.of(WorkTime.days(1))),
                        new Relationship("3", "4", RelationshipType.SS, Lag.percent(50)),
                        new Relationship("2", "4", RelationshipType.FF, Lag.of(elapsedDays(-1))),
                        Relationship.finishToStart("4", "7"),
                        Relationship.finishToStart("6", "7"));
        assertThat(project.activity("4").duration()).isEqualTo(elapsedDays(2));
    }

    @Test
    void manualAndExternalRowsHaveTypedDates() {
        Activity permit = project.activity("5");
        Activity delivery = project.activity("6");

        assertThat(permit.mode()).isEqualTo(SchedulingMode.MANUAL);
        assertThat(permit.manual().start()).isEqualTo(LocalDateTime.of(2026, 3, 10, 9, 0));
        assertThat(permit.manual().duration()).isEqualTo(hours(13));
        assertThat(delivery.external()).isTrue();
        assertThat(delivery.manual().start()).isEqualTo(LocalDateTime.of(2026, 3, 16, 8, 0));
    }

    @Test
    void resourcesHaveRatesAvailabilityAndKinds() {
        Resource crew = project.findResource("1").orElseThrow();

        assertThat(project.resources()).hasSize(2); // Q1
        assertThat(crew.maxUnits()).isEqualTo(4);
        assertThat(crew.rates().get(0).standardRate()).isEqualByComparingTo("45");
        assertThat(crew.rates().get(0).costPerUse()).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(crew.availability().get(0).units()).isEqualTo(4);
        assertThat(project.findResource("2").orElseThrow().type()).isEqualTo(ResourceType.MATERIAL);
    }

    @Test
    void assignmentsHaveTheirWorkByTime() {
        Assignment crew = project.assignmentsOf("2").get(0);

        assertThat(project.assignments()).hasSize(2);
        assertThat(crew.units()).isEqualTo(2);
        assertThat(crew.remainingWork()).isEqualTo(hours(32));
        assertThat(crew.timephased())
                .containsExactly(
                        new TimephasedWork(
                                TimephasedWork.Kind.REMAINING,
                                LocalDateTime.of(2026, 3, 5, 8, 0),
                                LocalDateTime.of(2026, 3, 6, 17, 0),
                                new WorkTime(19_200, WorkUnit.HOURS)),
                        new TimephasedWork(
                                TimephasedWork.Kind.ACTUAL,
                                LocalDateTime.of(2026, 3, 2, 8, 0),
                                LocalDateTime.of(2026, 3, 4, 17, 0),
                                new WorkTime(28_800, WorkUnit.HOURS)));
    }
}
