package dev.plumbline.bench.work;

import dev.plumbline.rcpsp.Instance;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.chocosolver.solver.variables.Task;

/** The instance of our search as a Choco model: cumulative constraints, smallest start first, until its first schedule. */
final class ChocoSearch {

    private ChocoSearch() {}

    static Workload.Run prepare(int activities) {
        Instance instance = Instances.of(activities, 42);
        return () -> firstMakespan(instance);
    }

    private static int firstMakespan(Instance instance) {
        int n = instance.activities();
        int horizon = 0;
        for (int a = 0; a < n; a++) {
            horizon += instance.duration(a);
        }
        Model model = new Model(instance.name());
        IntVar[] start = model.intVarArray("start", n, 0, horizon, true);
        IntVar makespan = model.intVar("makespan", 0, horizon, true);
        Task[] tasks = new Task[n];
        for (int a = 0; a < n; a++) {
            tasks[a] = model.taskVar(start[a], instance.duration(a));
            model.arithm(makespan, "-", start[a], ">=", instance.duration(a)).post();
            for (int s : instance.successors(a)) {
                model.arithm(start[s], "-", start[a], ">=", instance.duration(a))
                        .post();
            }
        }
        for (int r = 0; r < instance.resources(); r++) {
            IntVar[] heights = new IntVar[n];
            for (int a = 0; a < n; a++) {
                heights[a] = model.intVar(instance.demand(a, r));
            }
            model.cumulative(tasks, heights, model.intVar(instance.capacity(r))).post();
        }
        model.getSolver().setSearch(Search.inputOrderLBSearch(start), Search.inputOrderLBSearch(makespan));
        return model.getSolver().solve() ? makespan.getValue() : -1;
    }
}
