package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Accrual;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.TimephasedWork;
import java.time.DayOfWeek;
import java.util.List;

/** The numbers that stand for kinds of things in Microsoft Project XML. */
final class Codes {

    /** Durations with this bit are estimated. */
    static final int ESTIMATED = 32;
    /** A lag in percent of the predecessor's duration. */
    static final int PERCENT = 19;
    /** The same, on the wall clock. */
    static final int ELAPSED_PERCENT = 20;
    /** The code of working days. */
    static final int DAYS = 7;
    /** The code of elapsed days. */
    static final int ELAPSED_DAYS = 8;
    /** No unit: the project's is meant. */
    static final int NO_UNIT = 21;

    private static final int FIRST_UNIT = 3;

    private static final List<WorkUnit> UNITS = List.of(
            WorkUnit.MINUTES,
            WorkUnit.ELAPSED_MINUTES,
            WorkUnit.HOURS,
            WorkUnit.ELAPSED_HOURS,
            WorkUnit.DAYS,
            WorkUnit.ELAPSED_DAYS,
            WorkUnit.WEEKS,
            WorkUnit.ELAPSED_WEEKS,
            WorkUnit.MONTHS,
            WorkUnit.ELAPSED_MONTHS);

    private static final List<RelationshipType> RELATIONSHIPS =
            List.of(RelationshipType.FF, RelationshipType.FS, RelationshipType.SF, RelationshipType.SS);

    private static final List<Constraint.Type> CONSTRAINTS = List.of(
            Constraint.Type.AS_SOON_AS_POSSIBLE,
            Constraint.Type.AS_LATE_AS_POSSIBLE,
            Constraint.Type.MUST_START_ON,
            Constraint.Type.MUST_FINISH_ON,
            Constraint.Type.START_NO_EARLIER_THAN,
            Constraint.Type.START_NO_LATER_THAN,
            Constraint.Type.FINISH_NO_EARLIER_THAN,
            Constraint.Type.FINISH_NO_LATER_THAN);

    private static final List<Accrual> ACCRUALS = List.of(Accrual.START, Accrual.END, Accrual.PRORATED);

    private static final List<WorkUnit> RATE_UNITS =
            List.of(WorkUnit.MINUTES, WorkUnit.HOURS, WorkUnit.DAYS, WorkUnit.WEEKS, WorkUnit.MONTHS);

    private static final List<EffortRule> EFFORT_RULES =
            List.of(EffortRule.FIXED_UNITS, EffortRule.FIXED_DURATION, EffortRule.FIXED_WORK);

    private static final List<Contour> CONTOURS = List.of(
            Contour.FLAT,
            Contour.BACK_LOADED,
            Contour.FRONT_LOADED,
            Contour.DOUBLE_PEAK,
            Contour.EARLY_PEAK,
            Contour.LATE_PEAK,
            Contour.BELL,
            Contour.TURTLE,
            Contour.CONTOURED);

    private static final List<TimephasedWork.Kind> TIMEPHASED =
            List.of(TimephasedWork.Kind.REMAINING, TimephasedWork.Kind.ACTUAL, TimephasedWork.Kind.ACTUAL_OVERTIME);

    private Codes() {}

    /** Returns whether a duration format is one of the documented codes. */
    static boolean isFormat(int format) {
        int code = format & ~ESTIMATED;
        return format >= 0
                && format < 2 * ESTIMATED
                && ((code >= FIRST_UNIT && code < FIRST_UNIT + UNITS.size()) || (code >= PERCENT && code <= NO_UNIT));
    }

    /** Returns the unit of a duration format; working days where it names none. */
    static WorkUnit unit(int format) {
        int code = (format & ~ESTIMATED) - FIRST_UNIT;
        return code >= 0 && code < UNITS.size() ? UNITS.get(code) : WorkUnit.DAYS;
    }

    static int format(WorkUnit unit) {
        return FIRST_UNIT + UNITS.indexOf(unit);
    }

    /** Returns the elapsed unit that looks like a unit: a working day is taken as a day of 24 hours. */
    static WorkUnit elapsed(WorkUnit unit) {
        return unit.isElapsed() ? unit : UNITS.get(UNITS.indexOf(unit) + 1);
    }

    static RelationshipType relationship(int code) {
        return RELATIONSHIPS.get(code);
    }

    static int code(RelationshipType type) {
        return RELATIONSHIPS.indexOf(type);
    }

    static Constraint.Type constraint(int code) {
        return CONSTRAINTS.get(code);
    }

    static int code(Constraint.Type type) {
        return CONSTRAINTS.indexOf(type);
    }

    static Accrual accrual(int code) {
        return ACCRUALS.get(code - 1);
    }

    static int code(Accrual accrual) {
        return ACCRUALS.indexOf(accrual) + 1;
    }

    static EffortRule effortRule(int code) {
        return EFFORT_RULES.get(code);
    }

    static int code(EffortRule rule) {
        return EFFORT_RULES.indexOf(rule);
    }

    static Contour contour(int code) {
        return CONTOURS.get(code);
    }

    static int code(Contour contour) {
        return CONTOURS.indexOf(contour);
    }

    /** Returns which work a type of time-phased data is, 1 to 3. */
    static TimephasedWork.Kind timephased(int type) {
        return TIMEPHASED.get(type - 1);
    }

    static int code(TimephasedWork.Kind kind) {
        return TIMEPHASED.indexOf(kind) + 1;
    }

    /** Returns the unit a rate is shown in; rates per year and per unit of material are shown per hour. */
    static WorkUnit rateUnit(int code) {
        return code >= 1 && code <= RATE_UNITS.size() ? RATE_UNITS.get(code - 1) : WorkUnit.HOURS;
    }

    static int rateCode(WorkUnit unit) {
        int index = RATE_UNITS.indexOf(unit);
        return index < 0 ? 2 : index + 1;
    }

    /** Returns the weekday of a day type, 1 for Sunday. */
    static DayOfWeek weekday(int dayType) {
        return DayOfWeek.of(dayType == 1 ? 7 : dayType - 1);
    }

    static int dayType(DayOfWeek day) {
        return day == DayOfWeek.SUNDAY ? 1 : day.getValue() + 1;
    }
}
