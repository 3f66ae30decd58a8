package dev.plumbline.io.csv;

import dev.plumbline.model.Constraint;
import java.util.Locale;
import java.util.Map;

/** The names of constraints: written out or abbreviated. */
final class ConstraintNames {

    private static final Map<String, Constraint.Type> SHORT = Map.of(
            "ASAP", Constraint.Type.AS_SOON_AS_POSSIBLE,
            "ALAP", Constraint.Type.AS_LATE_AS_POSSIBLE,
            "MSO", Constraint.Type.MUST_START_ON,
            "MFO", Constraint.Type.MUST_FINISH_ON,
            "SNET", Constraint.Type.START_NO_EARLIER_THAN,
            "SNLT", Constraint.Type.START_NO_LATER_THAN,
            "FNET", Constraint.Type.FINISH_NO_EARLIER_THAN,
            "FNLT", Constraint.Type.FINISH_NO_LATER_THAN);

    private ConstraintNames() {}

    static Constraint.Type parse(Cell cell) throws CellProblem {
        Constraint.Type type = SHORT.get(cell.raw().toUpperCase(Locale.ROOT));
        return type == null ? cell.constant(Constraint.Type.class) : type;
    }
}
