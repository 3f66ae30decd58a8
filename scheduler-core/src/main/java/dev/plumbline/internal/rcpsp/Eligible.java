package dev.plumbline.internal.rcpsp;

/** The state of a parallel generation scheme: the activities that wait, most urgent first, and those that run. */
final class Eligible {

    final int[] waiting;
    final int[] finished;
    int count;
    int runningCount;
    private final int[] running;
    private final int[] rank;
    private final int[] open;
    private final Compiled project;
    private Compiled.Side side;

    Eligible(Compiled project) {
        this.project = project;
        this.side = project.sides[0];
        this.waiting = new int[project.n];
        this.finished = new int[project.n];
        this.running = new int[project.n];
        this.rank = new int[project.n];
        this.open = new int[project.n];
    }

    /** Starts over with the ranks of a list. */
    void begin(int direction, int[] list) {
        side = project.sides[direction];
        count = 0;
        runningCount = 0;
        for (int i = 0; i < list.length; i++) {
            int a = list[i];
            rank[a] = i;
            open[a] = side.firstPred[a + 1] - side.firstPred[a];
            if (open[a] == 0) {
                waiting[count++] = a;
            }
        }
    }

    void run(int activity) {
        running[runningCount++] = activity;
    }

    int nextFinish(int[] finish) {
        int next = Integer.MAX_VALUE;
        for (int i = 0; i < runningCount; i++) {
            next = Math.min(next, finish[running[i]]);
        }
        return next;
    }

    /** Ends what finishes at an instant, lets its successors wait, and returns how many there are; {@link #finished} holds them. */
    int finishing(int[] finish, int now) {
        int ended = 0;
        int rest = 0;
        for (int i = 0; i < runningCount; i++) {
            int a = running[i];
            if (finish[a] == now) {
                finished[ended++] = a;
            } else {
                running[rest++] = a;
            }
        }
        runningCount = rest;
        for (int i = 0; i < ended; i++) {
            release(finished[i]);
        }
        return ended;
    }

    private void release(int activity) {
        for (int e = side.firstSucc[activity]; e < side.firstSucc[activity + 1]; e++) {
            int b = side.succ[e];
            if (--open[b] == 0) {
                int i = count++;
                for (; i > 0 && rank[waiting[i - 1]] > rank[b]; i--) {
                    waiting[i] = waiting[i - 1];
                }
                waiting[i] = b;
            }
        }
    }
}
