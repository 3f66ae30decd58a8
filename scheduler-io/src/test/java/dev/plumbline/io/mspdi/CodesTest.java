package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Severity;
import dev.plumbline.model.TimephasedWork;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that documents use for kinds and units, and the log that keeps the first thousand problems. */
class CodesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "3, MINUTES",
        "4, ELAPSED_MINUTES",
        "5, HOURS",
        "6, ELAPSED_HOURS",
        "7, DAYS",
        "8, ELAPSED_DAYS",
        "9, WEEKS",
        "10, ELAPSED_WEEKS",
        "11, MONTHS",
        "12, ELAPSED_MONTHS"
    })
    void everyFormatOfDurationsIsAUnitEstimatedOrNot(int code, WorkUnit unit) {
        assertThat(Codes.unit(code)).isEqualTo(unit);
        assertThat(Codes.unit(code + 32)).isEqualTo(unit);
        assertThat(Codes.format(unit)).isEqualTo(code);
        assertThat(Codes.isFormat(code)).isTrue();
        assertThat(Codes.isFormat(code + 32)).isTrue();
        assertThat(Codes.elapsed(unit)).hasToString(unit.isElapsed() ? unit.name() : "ELAPSED_" + unit.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 13, 18, 22, 31, 34, 45, 64, 67, 99})
    void otherNumbersAreNoFormats(int code) {
        assertThat(Codes.isFormat(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 51, 53})
    void percentAndNoUnitAreFormatsInDays(int code) {
        assertThat(Codes.isFormat(code)).isTrue();
        assertThat(Codes.unit(code)).isEqualTo(WorkUnit.DAYS);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1, MINUTES, 1",
        "2, HOURS, 2",
        "3, DAYS, 3",
        "4, WEEKS, 4",
        "5, MONTHS, 5",
        "7, HOURS, 2",
        "8, HOURS, 2"
    })
    void ratesArePerUnit(int code, WorkUnit unit, int written) {
        assertThat(Codes.rateUnit(code)).isEqualTo(unit);
        assertThat(Codes.rateCode(unit)).isEqualTo(written);
        assertThat(Codes.rateCode(WorkUnit.ELAPSED_DAYS)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void weeksBeginOnSunday(DayOfWeek day) {
        assertThat(Codes.weekday(Codes.dayType(day))).isEqualTo(day);
        assertThat(Codes.dayType(day)).isEqualTo(day == DayOfWeek.SUNDAY ? 1 : day.getValue() + 1);
    }

    @Test
    void everyKindHasOneCode() {
        assertThat(EnumSet.allOf(RelationshipType.class))
                .allSatisfy(
                        type -> assertThat(Codes.relationship(Codes.code(type))).isEqualTo(type));
        assertThat(EnumSet.allOf(Constraint.Type.class))
                .allSatisfy(
                        type -> assertThat(Codes.constraint(Codes.code(type))).isEqualTo(type));
        assertThat(EnumSet.allOf(Accrual.class))
                .allSatisfy(type -> assertThat(Codes.accrual(Codes.code(type))).isEqualTo(type));
        assertThat(EnumSet.allOf(EffortRule.class))
                .allSatisfy(
                        type -> assertThat(Codes.effortRule(Codes.code(type))).isEqualTo(type));
        assertThat(EnumSet.allOf(Contour.class))
                .allSatisfy(type -> assertThat(Codes.contour(Codes.code(type))).isEqualTo(type));
        assertThat(EnumSet.of(TimephasedWork.Kind.REMAINING, TimephasedWork.Kind.ACTUAL))
                .allSatisfy(
                        type -> assertThat(Codes.timephased(Codes.code(type))).isEqualTo(type));
    }

    private static Problem problem(int number, Severity severity) {
        return new Problem("CODE", severity, Location.NONE, "number " + number, "");
    }

    @Test
    void theFirstProblemsAreListedAndTheOthersCounted() {
        ProblemLog log = new ProblemLog("plan.xml", 2);
        for (int i = 1; i <= 2; i++) {
            assertThat(log.takes(Severity.ERROR)).isTrue();
            assertThat(log.takes(Severity.WARNING)).isTrue();
            log.add(problem(i, Severity.ERROR));
            log.add(problem(i, Severity.WARNING));
        }

        assertThat(log.findings()).extracting(Problem::message).containsExactly("number 1", "number 2");
        assertThat(log.takes(Severity.WARNING)).isFalse();
        log.add(problem(4, Severity.INFO));
        assertThat(log.findings())
                .extracting(Problem::message)
                .containsExactly("number 1", "number 2", "2 more problems of 4 are not listed");
        assertThat(log.takes(Severity.ERROR)).isFalse();
        assertThat(log.failure().problems())
                .extracting(Problem::message)
                .containsExactly("number 1", "number 2", "1 more problems of 3 are not listed");
        assertThat(log.failure().problems())
                .allSatisfy(p -> assertThat(p.location().file()).isEqualTo("plan.xml"));
        assertThat(log.file()).isEqualTo("plan.xml");
    }

    @Test
    void theProblemThatEndsTheReadingIsAlwaysListed() {
        ProblemLog log = new ProblemLog("plan.xml", 2);
        assertThat(log.hasErrors()).isFalse();
        List.of(1, 2, 3).forEach(i -> log.add(problem(i, Severity.ERROR)));

        assertThat(log.hasErrors()).isTrue();
        assertThat(log.failure(problem(9, Severity.ERROR)).problems())
                .extracting(Problem::message)
                .containsExactly("number 1", "number 9", "2 more problems of 4 are not listed");
    }
}
