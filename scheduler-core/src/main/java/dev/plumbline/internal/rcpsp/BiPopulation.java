package dev.plumbline.internal.rcpsp;

import org.jspecify.annotations.Nullable;

/**
 * Two populations, of schedules pushed to the left and to the right, each the parents of the other: every child is a
 * justification as well. Not safe for several threads.
 */
final class BiPopulation {

    /*
     * One step is one schedule. A place in the populations begins with a sampled schedule in one direction and its justification
     * in the other. Then the directions take turns: the schedule in each place has a child with the better of two others of
     * its population; the child takes the same place of the other population. Most children must not be longer than what the place
     * holds; the others may, which keeps the populations moving: with 7 of 10 the mean over the instances of 120 activities in
     * PSPLIB is 0.2 points better after 5,000 schedules than with all or with none. A few children are made by the parallel
     * scheme, which helps small budgets. Few places find good schedules soon, many find better ones later: Island chooses.
     *
     * [1] D. Debels, M. Vanhoucke, ICCSA 2005: see Crossover.
     */

    private static final double SPREAD = 0.7;
    private static final double CHOOSY = 0.7;
    private static final double PARALLEL = 0.1;

    private final Compiled project;
    private final Decoder decoder;
    private final Orders orders;
    private final Generator random;
    private final Crossover crossover;
    private final Individual[][] members;
    private final int[] keys;
    private final int[] list;
    private final Individual best;
    private Individual child;
    private @Nullable Individual guest;
    private int size;
    private boolean halfMade;
    private int direction;
    private int place;

    BiPopulation(Compiled project, Decoder decoder, Generator random, int places) {
        this.project = project;
        this.decoder = decoder;
        this.orders = new Orders(project);
        this.random = random;
        this.crossover = new Crossover(project, random);
        this.members = new Individual[2][places];
        this.keys = new int[project.n];
        this.list = new int[project.n];
        this.child = new Individual(project.n);
        this.best = new Individual(project.n);
        best.makespan = Integer.MAX_VALUE;
    }

    /** Generates one schedule. */
    void step() {
        if (size < members[0].length) {
            settle();
            return;
        }
        breed();
        place++;
        if (place == size) {
            place = 0;
            direction = 1 - direction;
        }
    }

    /** Samples a schedule for the next place, or justifies the one sampled just before. */
    private void settle() {
        int from = size & 1;
        if (halfMade) {
            members[from][size].mirror(project.duration, keys);
            serial(1 - from, members[1 - from][size]);
            size++;
            if (guest != null && size == members[0].length) {
                seat(guest);
            }
        } else {
            members[0][size] = new Individual(project.n);
            members[1][size] = new Individual(project.n);
            sample(from, members[from][size]);
        }
        halfMade = !halfMade;
    }

    /** The first of each direction follows a rule, the latest finish first; the others disturb it. */
    private void sample(int from, Individual into) {
        double spread = size < 2 ? 0 : SPREAD * random.fraction() * project.criticalPath;
        int[] tail = project.sides[from].tail;
        for (int a = 0; a < project.n; a++) {
            keys[a] = project.criticalPath - tail[a] + project.duration[a] + (int) (spread * random.fraction());
        }
        if (random.below(2) == 0) {
            parallel(from, into);
        } else {
            serial(from, into);
        }
    }

    private void serial(int towards, Individual into) {
        orders.sort(towards, keys, list);
        into.makespan = decoder.serial(towards, list, into.start);
        into.direction = towards;
        keep(into);
    }

    private void parallel(int towards, Individual into) {
        orders.sort(towards, keys, list);
        into.makespan = decoder.parallel(towards, list, into.start);
        into.direction = towards;
        keep(into);
    }

    private void breed() {
        Individual[] parents = members[1 - direction];
        Individual first = parents[place];
        Individual second = parents[random.below(size)];
        Individual rival = parents[random.below(size)];
        if (rival.makespan < second.makespan) {
            second = rival;
        }
        if (first == second || Crossover.alike(first, second)) {
            crossover.mutate(first, keys);
        } else {
            crossover.combine(first, second, keys);
        }
        boolean parallel = random.fraction() < PARALLEL;
        if (parallel) {
            parallel(direction, child);
        } else {
            serial(direction, child);
        }
        Individual old = members[direction][place];
        boolean choosy = parallel || random.fraction() < CHOOSY;
        if (!choosy || child.makespan <= old.makespan) {
            members[direction][place] = child;
            child = old;
        }
    }

    private void keep(Individual schedule) {
        if (schedule.makespan < best.makespan) {
            best.copyFrom(schedule);
        }
    }

    /** Returns the length of the shortest schedule so far. */
    int makespan() {
        return best.makespan;
    }

    /** Returns a copy of the shortest schedule so far. */
    Individual champion() {
        Individual copy = new Individual(project.n);
        copy.copyFrom(best);
        return copy;
    }

    /** Lets a schedule of another population take the place of the longest of its direction, once all places are taken. */
    void adopt(Individual newcomer) {
        guest = newcomer;
        if (size == members[0].length) {
            seat(newcomer);
        }
    }

    private void seat(Individual newcomer) {
        Individual[] side = members[newcomer.direction];
        int worst = 0;
        for (int i = 1; i < size; i++) {
            worst = side[i].makespan > side[worst].makespan ? i : worst;
        }
        if (side[worst].makespan > newcomer.makespan) {
            side[worst].copyFrom(newcomer);
        }
        keep(newcomer);
        guest = null;
    }
}
