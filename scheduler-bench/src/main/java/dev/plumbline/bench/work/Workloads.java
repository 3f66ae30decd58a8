package dev.plumbline.bench.work;

import dev.plumbline.bench.PlanGenerator;
import dev.plumbline.bench.PlanShape;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.FlatPasses;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import dev.plumbline.rcpsp.Budget;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.Rcpsp;
import dev.plumbline.risk.RiskAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** All that is measured. */
public final class Workloads {

    private static final int MILLION = 1_000_000;
    private static final int GATE = 10_000;
    private static final int SEED = 42;
    private static final int ITERATIONS = 1000;
    private static final int SCHEDULES = 500;

    private Workloads() {}

    /**
     * Returns our own work and that of other tools.
     *
     * @return all workloads, in the order of the tables
     */
    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>(List.of(
                new Workload("compile", MILLION, GATE, n -> compile(plan(n, 1))),
                new Workload("passes-one-calendar", MILLION, GATE, Workloads::flatPasses),
                new Workload("passes-with-dates", MILLION, GATE, n -> passes(plan(n, 1))),
                new Workload("passes-four-calendars", MILLION, GATE, n -> passes(plan(n, 4))),
                new Workload("passes-constraints-progress", MILLION, GATE, n -> passes(RichPlans.of(n, SEED))),
                new Workload("schedule", MILLION, GATE, n -> schedule(assigned(n))),
                new Workload("what-if", MILLION, GATE, n -> whatIf(plan(n, 1))),
                new Workload("calendar-add", MILLION, GATE, Workloads::calendar),
                new Workload("levelling-serial", 100_000, 1000, Workloads::levelling),
                new Workload("search-500-schedules", 1000, 100, Workloads::search),
                new Workload("simulation-1000-iterations", 100_000, 1000, Workloads::simulation)));
        all.addAll(FileWork.all());
        all.addAll(PeerWork.all());
        return List.copyOf(all);
    }

    /**
     * Returns one of them.
     *
     * @param name its name
     * @return the workload
     */
    public static Workload of(String name) {
        return all().stream()
                .filter(w -> w.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload '%s'".formatted(name)));
    }

    static Project plan(int activities, int calendars) {
        return PlanGenerator.generate(
                PlanShape.DEFAULT.withActivities(activities).withCalendars(calendars), SEED);
    }

    /** A plan with 1.5 assignments an activity. */
    static Project assigned(int activities) {
        return PlanGenerator.generate(
                PlanShape.DEFAULT.withActivities(activities).withResources(Math.max(2, activities / 500)), SEED);
    }

    private static Workload.Run compile(Project project) {
        return () -> NetworkCompiler.compile(project);
    }

    private static Workload.Run flatPasses(int activities) {
        FlatNetwork flat = Objects.requireNonNull(FlatNetwork.of(NetworkCompiler.compile(plan(activities, 1))));
        int[] early = new int[flat.size];
        int[] late = new int[flat.size];
        return () -> {
            FlatPasses.backward(flat, FlatPasses.forward(flat, early), null, late);
            return late;
        };
    }

    private static Workload.Run passes(Project project) {
        Network network = NetworkCompiler.compile(project);
        Times times = new Times(network);
        return () -> {
            Passes.run(network, true, false, times);
            return times;
        };
    }

    private static Workload.Run schedule(Project project) {
        return () -> CriticalPath.schedule(project).finish();
    }

    private static Workload.Run whatIf(Project project) {
        Schedule plan = CriticalPath.schedule(project);
        Random random = new Random(SEED);
        List<Activity> activities = project.activities();
        return () -> {
            Activity activity = activities.get(random.nextInt(activities.size()));
            WorkTime longer = activity.duration().plus(WorkTime.hours(4));
            return plan.whatIf()
                    .duration(activity.id(), longer)
                    .schedule()
                    .schedule()
                    .finish();
        };
    }

    private static Workload.Run calendar(int activities) {
        CompiledCalendar calendar = plan(1, 1).calendar().compiled();
        long[] instants = new long[activities];
        Random random = new Random(SEED);
        for (int i = 0; i < activities; i++) {
            instants[i] = 20_500L * 14_400 + random.nextInt(5 * 365) * 14_400L + 4_800 + random.nextInt(4_800);
        }
        return () -> {
            long sum = 0;
            for (int i = 0; i < activities; i++) {
                sum += calendar.add(instants[i], 2_400 + (i & 1023));
            }
            return sum;
        };
    }

    private static Workload.Run levelling(int activities) {
        Project project = PlanGenerator.generate(
                PlanShape.DEFAULT
                        .withActivities(activities)
                        .withCalendars(4)
                        .withResources(Math.max(2, activities / 500)),
                SEED);
        Levelling levelling = Levelling.serial(PriorityRule.LATEST_FINISH);
        return () -> levelling.level(project);
    }

    private static Workload.Run search(int activities) {
        Instance instance = Instances.of(activities, SEED);
        return () -> Rcpsp.solve(instance, Budget.schedules(SCHEDULES), SEED);
    }

    private static Workload.Run simulation(int activities) {
        RiskAnalysis risk = RiskAnalysis.of(plan(activities, 1))
                .defaultRange(-0.2, 0.5)
                .threads(1)
                .datesOnly();
        return () -> risk.simulate(ITERATIONS, SEED);
    }
}
