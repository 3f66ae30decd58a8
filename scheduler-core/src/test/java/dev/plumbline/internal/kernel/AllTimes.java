package dev.plumbline.internal.kernel;

import java.util.Arrays;
import java.util.List;

/** All that passes write, as values to compare. */
final class AllTimes {

    private AllTimes() {}

    static List<?> early(Times t) {
        return List.of(
                Arrays.toString(t.earlyStart),
                Arrays.toString(t.earlyFinish),
                Arrays.toString(t.rolledFinish),
                Arrays.toString(t.logicStart),
                Arrays.toString(t.driver),
                Arrays.toString(t.driverSource),
                Arrays.toString(t.startBound),
                Arrays.toString(t.finishBound),
                Arrays.toString(t.boundDriver),
                Arrays.toString(t.boundSource),
                Arrays.toString(t.finishBoundDriver),
                Arrays.toString(t.firstLeaf),
                Arrays.toString(t.begun),
                t.projectStart,
                t.projectFinish);
    }

    static List<?> late(Times t) {
        return List.of(Arrays.toString(t.lateStart), Arrays.toString(t.lateFinish), Arrays.toString(t.lateBound));
    }
}
