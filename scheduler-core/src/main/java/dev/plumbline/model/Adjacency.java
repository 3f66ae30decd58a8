package dev.plumbline.model;

/** Items by activity, as one array behind the other. */
final class Adjacency {

    /** Where the items of an activity begin; those of the next one follow. */
    final int[] first;

    /** The items, in order for each activity. */
    final int[] item;

    private Adjacency(int[] first, int[] item) {
        this.first = first;
        this.item = item;
    }

    /** Sorts the first so many items by the activities that own them. */
    static Adjacency of(int activities, int items, int[] owners) {
        int[] first = new int[activities + 1];
        for (int i = 0; i < items; i++) {
            first[owners[i] + 1]++;
        }
        for (int a = 0; a < activities; a++) {
            first[a + 1] += first[a];
        }
        int[] next = first.clone();
        int[] item = new int[items];
        for (int i = 0; i < items; i++) {
            item[next[owners[i]]++] = i;
        }
        return new Adjacency(first, item);
    }
}
