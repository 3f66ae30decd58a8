package dev.plumbline.internal.rcpsp;

/** A schedule in one direction of time: in direction 1 the starts count from the end of the project backwards. */
final class Individual {

    final int[] start;
    int makespan;

    Individual(int activities) {
        this.start = new int[activities];
    }

    /** Writes when each activity starts if the other direction of time is taken; these order the other direction's list. */
    void mirror(int[] duration, int[] keys) {
        for (int a = 0; a < keys.length; a++) {
            keys[a] = makespan - start[a] - duration[a];
        }
    }
}
