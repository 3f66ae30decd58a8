package dev.plumbline.internal.rcpsp;

/**
 * Two populations, of schedules pushed to the left and to the right, each the parents of the other: every child is a
 * justification as well. Not safe for several threads.
 */
final class BiPopulation {

    /*
     * One step is one schedule: first the sampled members, then their justified partners, then children in turns of one
     * direction. Member i of a population has a child with the better of two others drawn from it; the child takes place i
     * of the other population unless that place holds one as short as the best schedule and the child is longer.
     *
     * [1] D. Debels, M. Vanhoucke, ICCSA 2005: see Crossover.
     */

    private static final double SPREAD = 0.5;

    private final Compiled project;
    private final Decoder decoder;
    private final Orders orders;
    private final Generator random;
    private final Crossover crossover;
    private final Individual[][] members;
    private final int[] keys;
    private final int[] list;
    private Individual child;
    private Individual best;
    private int bestDirection;
    private int turn;

    BiPopulation(Compiled project, Decoder decoder, Generator random, int size) {
        this.project = project;
        this.decoder = decoder;
        this.orders = new Orders(project);
        this.random = random;
        this.crossover = new Crossover(project, random);
        this.members = new Individual[2][size];
        for (Individual[] side : members) {
            for (int i = 0; i < size; i++) {
                side[i] = new Individual(project.n);
            }
        }
        this.keys = new int[project.n];
        this.list = new int[project.n];
        this.child = new Individual(project.n);
        this.best = new Individual(project.n);
        best.makespan = Integer.MAX_VALUE;
    }

    /** Generates one schedule. */
    void step() {
        int size = members[0].length;
        int direction = turn / size & 1;
        int i = turn % size;
        if (turn < size) {
            sample(i);
        } else if (turn < 2 * size) {
            members[0][i].mirror(project.duration, keys);
            serial(1, members[1][i]);
        } else {
            breed(direction, i);
        }
        turn = turn == 4 * size - 1 ? 2 * size : turn + 1;
    }

    private void serial(int direction, Individual into) {
        orders.sort(direction, keys, list);
        into.makespan = decoder.serial(direction, list, into.start);
        keep(direction, into);
    }

    /** The first member is a rule: latest finish first. The others disturb it. */
    private void sample(int i) {
        double spread = i == 0 ? 0 : SPREAD * random.fraction() * project.criticalPath;
        Compiled.Side side = project.sides[0];
        for (int a = 0; a < project.n; a++) {
            keys[a] = project.criticalPath - side.tail[a] + project.duration[a] + (int) (spread * random.fraction());
        }
        if (random.below(2) == 0) {
            orders.sort(0, keys, list);
            members[0][i].makespan = decoder.parallel(0, list, members[0][i].start);
            keep(0, members[0][i]);
        } else {
            serial(0, members[0][i]);
        }
    }

    private void breed(int direction, int i) {
        Individual[] parents = members[1 - direction];
        Individual first = parents[i];
        Individual second = parents[random.below(parents.length)];
        Individual rival = parents[random.below(parents.length)];
        if (rival.makespan < second.makespan) {
            second = rival;
        }
        if (first == second || Crossover.alike(first, second)) {
            crossover.mutate(first, keys);
        } else {
            crossover.combine(first, second, keys);
        }
        serial(direction, child);
        Individual old = members[direction][i];
        if (child.makespan <= old.makespan || old.makespan > best.makespan) {
            members[direction][i] = child;
            child = old;
        }
    }

    private void keep(int direction, Individual schedule) {
        if (schedule.makespan < best.makespan) {
            best.makespan = schedule.makespan;
            System.arraycopy(schedule.start, 0, best.start, 0, project.n);
            bestDirection = direction;
        }
    }

    /** Returns the length of the shortest schedule so far. */
    int makespan() {
        return best.makespan;
    }

    /** Writes the starts of the shortest schedule, forward in time. */
    void copyBest(int[] starts) {
        if (bestDirection == 0) {
            System.arraycopy(best.start, 0, starts, 0, starts.length);
        } else {
            best.mirror(project.duration, starts);
        }
    }
}
