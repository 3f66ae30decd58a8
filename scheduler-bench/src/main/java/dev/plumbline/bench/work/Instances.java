package dev.plumbline.bench.work;

import dev.plumbline.rcpsp.Instance;
import java.util.SplittableRandom;

/** Abstract instances: activities of 1 to 10 periods, up to three successors each, four resources that half of them ask for. */
final class Instances {

    private static final int RESOURCES = 4;

    private Instances() {}

    static Instance of(int activities, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] durations = new int[activities];
        int[][] successors = new int[activities][];
        int[][] demands = new int[activities][RESOURCES];
        for (int a = 0; a < activities; a++) {
            durations[a] = 1 + random.nextInt(10);
            int last = Math.min(activities - 1, a + 12);
            successors[a] = random.ints(3, a + 1, Math.max(a + 2, last + 1))
                    .distinct()
                    .filter(s -> s < activities)
                    .toArray();
            for (int r = 0; r < RESOURCES; r++) {
                demands[a][r] = random.nextBoolean() ? 1 + random.nextInt(9) : 0;
            }
        }
        return Instance.of("generated", durations, successors, demands, new int[] {18, 20, 22, 24});
    }
}
