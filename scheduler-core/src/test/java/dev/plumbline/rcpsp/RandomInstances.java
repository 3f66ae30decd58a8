package dev.plumbline.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random instances of any size. */
final class RandomInstances {

    private RandomInstances() {}

    /** Returns an instance in which every activity fits alone; about half of the nearby pairs are related. */
    static Instance of(long seed, int activities, int resources, int longest) {
        Random random = new Random(seed);
        int[] durations = new int[activities];
        int[][] successors = new int[activities][];
        int[][] demands = new int[activities][resources];
        int[] capacities = new int[resources];
        for (int r = 0; r < resources; r++) {
            capacities[r] = 2 + random.nextInt(6);
        }
        for (int a = 0; a < activities; a++) {
            durations[a] = random.nextInt(longest + 1);
            List<Integer> heads = new ArrayList<>();
            for (int b = a + 1; b < Math.min(activities, a + 6); b++) {
                if (random.nextInt(4) == 0) {
                    heads.add(b);
                }
            }
            successors[a] = heads.stream().mapToInt(Integer::intValue).toArray();
            for (int r = 0; r < resources; r++) {
                demands[a][r] = random.nextBoolean() ? random.nextInt(capacities[r] + 1) : 0;
            }
        }
        return Instance.of("random " + seed, durations, successors, demands, capacities);
    }
}
