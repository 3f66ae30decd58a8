package dev.plumbline.level;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.SharedTime;
import dev.plumbline.internal.kernel.Smoother;
import dev.plumbline.internal.kernel.UsageProfile;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Project;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Smooths a project once. */
final class SmoothRun {

    /*
     * Sweeps until nothing gets better; then rounds of a local search: the best positions, some activities put elsewhere at random in
     * the room that they have, sweeps again, kept if better. At last the delays are given to the critical path method; if the
     * plan that it makes isn't better, it stays as it was.
     */

    private static final int MOST_SWEEPS = 30;
    private static final int SWEEPS_SHAKEN = 6;
    private static final int MOST_ROUNDS = 2_000;
    private static final long CANDIDATES_IN_ALL = 400_000;
    private static final int FEWEST_CANDIDATES = 16;

    /** Large plans are swept until a sweep gains less than this share. */
    private static final double LEAST_GAIN = 1e-3;

    private static final int LARGE = 2_000;
    private static final int MOST_CANDIDATES = 256;
    private static final double BETTER = 1e-9;

    private final Smoothing how;
    private final ScheduleOptions options;
    private final Schedule before;
    private final ResourcePool pool = new ResourcePool();
    private final LevelPart part;
    private final Movability movability;
    private final List<Load> loads;
    private final BooleanSupplier stop;
    private boolean stopped;

    private SmoothRun(Schedule before, Smoothing how, BooleanSupplier stop) {
        this.stop = stop;
        this.how = how;
        this.options = before.options();
        this.before = before;
        this.part = new LevelPart(before.project(), 0, options, pool, false, stop);
        Stopped.check(stop);
        this.movability = new Movability(Levelling.DEFAULT, pool, List.of(part));
        movability.decide(part);
        for (int a = 0; a < part.network().size; a++) {
            if (part.immovable(a) == Immovable.ABOVE_CAPACITY) {
                part.keep(a, null);
            }
        }
        this.loads = Load.of(pool, List.of(part));
    }

    /** Returns a project smoothed until there is nothing left to do or it is told to stop. */
    static Smoothed run(Project project, Smoothing how, ScheduleOptions options, BooleanSupplier stop) {
        Schedule before = CriticalPath.schedule(project, options);
        try {
            return new SmoothRun(before, how, stop).run();
        } catch (Stopped e) {
            return new Smoothed(before, ResourceProfile.of(before, false), how); // there was no time for a first step
        }
    }

    private Smoothed run() {
        List<ResourceProfile> profilesBefore =
                loads.stream().map(ResourceProfile::new).toList();
        Smoother smoother = smoother();
        double first = smoother.moment();
        smoother.stopsWhen(stop);
        search(smoother);
        if (smoother.moment() >= first * (1 - BETTER)) {
            return new Smoothed(before, profilesBefore, how);
        }
        smoother.writeDelays();
        Project project = Amendment.of(part);
        Schedule after = CriticalPath.schedule(project, options);
        Smoothed result = new Smoothed(before, profilesBefore, after, ResourceProfile.of(after, false), how);
        return isAcceptable(result) ? result : new Smoothed(before, profilesBefore, how);
    }

    private Smoother smoother() {
        int n = part.network().size;
        @Nullable UsageProfile[] profiles = new UsageProfile[pool.size()];
        SharedTime shared = new SharedTime(part.network().start);
        long[] limit = new long[pool.size()];
        double[] weight = new double[pool.size()];
        for (int r = 0; r < pool.size(); r++) {
            weight[r] = how.weight(pool.resource(r).id());
            limit[r] = limit(loads.get(r));
            if (movability.isLevelled(r) && weight[r] > 0) {
                profiles[r] = new UsageProfile(pool.useCalendars(r), shared);
            }
        }
        int most = (int) Math.max(FEWEST_CANDIDATES, Math.min(MOST_CANDIDATES, CANDIDATES_IN_ALL / Math.max(1, n)));
        return new Smoother(part.kernel(), part.openEnds(), profiles, limit, weight, most);
    }

    /** No peak rises, and what was never overloaded never is. */
    private static long limit(Load load) {
        Sweep sweep = Sweep.of(load);
        if (load.bookings().isEmpty() || !Overloads.of(load, sweep).isEmpty()) {
            return sweep.peak();
        }
        long first = load.bookings().get(0).from();
        long last = load.bookings().stream().mapToLong(Load.Booking::to).max().orElse(first);
        long least = Long.MAX_VALUE;
        for (long cut : load.capacityFrom()) {
            least = cut < last ? Math.min(least, load.units(Math.max(cut, first))) : least;
        }
        return Math.min(sweep.peak(), least);
    }

    private void search(Smoother smoother) {
        sweep(smoother, MOST_SWEEPS);
        int n = part.network().size;
        int[] movable = IntStream.range(0, n).filter(smoother::isMovable).toArray();
        long end = smoother.tried() + how.effort();
        SplittableRandom random = new SplittableRandom(how.seed());
        double best = smoother.moment();
        for (int round = 0;
                round < MOST_ROUNDS && movable.length > 1 && smoother.tried() < end && !isStopped();
                round++) {
            long[] kept = smoother.positions();
            int[] shaken = new int[n];
            Arrays.fill(shaken, -1);
            int many = 1 + random.nextInt(Math.max(1, Math.min(4, movable.length / 2)));
            for (int i = 0; i < many; i++) {
                shaken[movable[random.nextInt(movable.length)]] = random.nextInt(Smoother.SHARES);
            }
            attempt(smoother, kept, () -> smoother.backward(shaken));
            sweep(smoother, SWEEPS_SHAKEN);
            double moment = smoother.moment();
            if (moment <= best && smoother.isWithinLimits()) {
                best = moment;
            } else {
                smoother.restore(kept);
            }
        }
    }

    /** Returns what a step of the smoother does; one that is stopped half way is taken back. */
    private boolean attempt(Smoother smoother, long[] kept, BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (Stopped e) {
            stopped = true;
            smoother.restore(kept);
            return false;
        }
    }

    private void sweep(Smoother smoother, int most) {
        boolean small = part.network().size <= LARGE;
        boolean better = true;
        double before = smoother.moment();
        for (int i = 0; i < most && better && !isStopped(); i++) {
            better = attempt(smoother, smoother.positions(), smoother::improve);
            double after = smoother.moment();
            better &= small || after < before * (1 - LEAST_GAIN);
            before = after;
        }
    }

    private boolean isStopped() {
        stopped |= stop.getAsBoolean();
        return stopped;
    }

    /** Whether the plan is as good as expected: where many calendars meet, some date may come out otherwise. */
    private boolean isAcceptable(Smoothed result) {
        if (!result.schedule().finish().equals(before.finish()) || result.moment() >= result.momentBefore()) {
            return false;
        }
        for (int a = 0; a < part.network().size; a++) {
            ActivityTimes was = before.activities().get(a);
            ActivityTimes is = result.schedule().activities().get(a);
            if (is.finish().isAfter(was.finish()) && is.finish().isAfter(was.lateFinish())) {
                return false;
            }
        }
        return result.profiles().stream().allMatch(profile -> isNoWorse(result, profile));
    }

    private boolean isNoWorse(Smoothed result, ResourceProfile profile) {
        String id = profile.resource().id();
        ResourceProfile was = result.profileBefore(id);
        return how.weight(id) == 0
                || profile.peak() <= was.peak() && (was.isOverallocated() || !profile.isOverallocated());
    }
}
