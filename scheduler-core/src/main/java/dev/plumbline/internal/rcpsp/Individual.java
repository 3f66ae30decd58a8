package dev.plumbline.internal.rcpsp;

/** A schedule in one direction of time: in direction 1 the starts count from the end of the project backwards. */
final class Individual {

    final int[] start;
    int makespan;
    int direction;

    Individual(int activities) {
        this.start = new int[activities];
    }

    void copyFrom(Individual other) {
        System.arraycopy(other.start, 0, start, 0, start.length);
        makespan = other.makespan;
        direction = other.direction;
    }

    /** Writes when each activity starts if the other direction of time is taken; these order the other direction's list. */
    void mirror(int[] duration, int[] keys) {
        for (int a = 0; a < keys.length; a++) {
            keys[a] = makespan - start[a] - duration[a];
        }
    }

    /** Returns the starts forward in time. */
    int[] forward(int[] duration) {
        int[] starts = start.clone();
        if (direction == 1) {
            mirror(duration, starts);
        }
        return starts;
    }
}
