package dev.plumbline.risk;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.PercentLags;
import dev.plumbline.internal.risk.Copula;
import dev.plumbline.internal.risk.Model;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.List;

/**
 * An analysis as arrays.
 *
 * @param schedule the plan as it stands
 * @param model the inputs
 * @param percents lags that follow a duration
 * @param copulas the groups of correlated inputs
 * @param importance the inputs by how much they matter, the greatest first
 * @param durationOf the number of the uncertain duration of an activity, or -1
 * @param sources what can be uncertain in its own right, for contingency and what would help
 * @param costs the parts of the cost that vary
 * @param hasCosts whether the plan costs anything
 * @param plannedCost what it costs if durations are as planned, no risk occurs and every branch is taken
 * @param findings what is odd about the inputs
 */
@SuppressWarnings("ArrayRecordComponent") // made once, then only read
record Compiled(
        Schedule schedule,
        Model model,
        PercentLags percents,
        Copula[] copulas,
        int[] importance,
        int[] durationOf,
        List<Source> sources,
        List<CostPiece> costs,
        boolean hasCosts,
        double plannedCost,
        List<Problem> findings) {

    /**
     * Something that is uncertain in its own right.
     *
     * @param kind of what
     * @param name the id of the activity or risk, or the name of the driver
     * @param rows the numbers of the rows that tell what it does
     * @param ticks by how many ticks a unit of each row moves the plan's durations
     * @param duration the number of the uncertain duration whose own variable this is, or -1
     * @param lag the number of the uncertain lag, or -1
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, then only read
    record Source(Contribution.Kind kind, String name, int[] rows, double[] ticks, int duration, int lag) {}

    static Compiled of(Project project, Draft draft) {
        Schedule schedule = CriticalPath.schedule(project, draft.options);
        Network network = NetworkCompiler.compile(project);
        return new InputCompiler(project, draft, network).compile(schedule);
    }

    int uncertainDurations() {
        return model.durations();
    }
}
