package dev.plumbline.internal.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The packed decoder agrees with the one for any capacities, and justification never makes a schedule longer. */
class DecoderTest {

    private static Compiled random(long seed, int activities, int resources) {
        Random random = new Random(seed);
        int[] durations = new int[activities];
        int[][] successors = new int[activities][0];
        int[][] demands = new int[activities][resources];
        int[] capacities = new int[resources];
        for (int r = 0; r < resources; r++) {
            capacities[r] = 1 + random.nextInt(9);
        }
        for (int a = 0; a < activities; a++) {
            durations[a] = random.nextInt(7);
            if (a + 3 < activities) {
                successors[a] = new int[] {a + 1 + random.nextInt(3)};
            }
            for (int r = 0; r < resources; r++) {
                demands[a][r] = random.nextInt(capacities[r] + 1);
            }
        }
        return Compiled.of(durations, successors, demands, capacities);
    }

    private static int[] keys(Compiled project, long seed) {
        return new Random(seed).ints(project.n, 0, 100).toArray();
    }

    @Property(tries = 500, seed = "1")
    void bothDecodersMakeTheSameSchedules(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 40) int activities,
            @ForAll @IntRange(min = 1, max = 4) int resources) {
        Compiled project = random(seed, activities, resources);
        Decoder packed = Decoder.of(project);
        Decoder general = new ProfileDecoder(project);
        assertThat(packed).isInstanceOf(PackedDecoder.class);
        int[] list = new int[activities];
        int[] one = new int[activities];
        int[] other = new int[activities];
        for (int direction = 0; direction < 2; direction++) {
            new Orders(project).sort(direction, keys(project, seed), list);

            assertThat(packed.serial(direction, list, one)).isEqualTo(general.serial(direction, list, other));
            assertThat(one).isEqualTo(other);
            assertThat(packed.parallel(direction, list, one)).isEqualTo(general.parallel(direction, list, other));
            assertThat(one).isEqualTo(other);
        }
    }

    // L08, L09
    @Property(tries = 500, seed = "2")
    void justifyingNeverMakesAScheduleLonger(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Compiled project = random(seed, 30, 2);
        Decoder decoder = Decoder.of(project);
        Orders orders = new Orders(project);
        int[] keys = keys(project, seed);
        int[] list = new int[project.n];
        Individual schedule = new Individual(project.n);
        int before = Integer.MAX_VALUE;
        for (int pass = 0; pass < 6; pass++) {
            orders.sort(pass & 1, keys, list);
            schedule.makespan = decoder.serial(pass & 1, list, schedule.start);

            assertThat(schedule.makespan).isLessThanOrEqualTo(before);
            before = schedule.makespan;
            schedule.mirror(project.duration, keys);
        }
    }

    @Property(tries = 200, seed = "3")
    void listsHoldEveryActivityOnceAfterItsPredecessors(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Compiled project = random(seed, 30, 1);
        int[] few = keys(project, seed);
        int[] list = new int[project.n];
        for (int factor : new int[] {10, 1_000, 1_000_000, 20_000_000}) {
            int[] many = Arrays.stream(few).map(key -> key * factor).toArray();
            int[] same = new int[project.n];

            new Orders(project).sort(0, many, same);
            new Orders(project).sort(0, few.clone(), list);

            assertThat(same).isEqualTo(list);
        }
        int[] position = new int[project.n];
        for (int i = 0; i < list.length; i++) {
            position[list[i]] = i;
        }
        assertThat(list).doesNotHaveDuplicates();
        for (int a = 0; a < project.n; a++) {
            for (int e = project.sides[0].firstPred[a]; e < project.sides[0].firstPred[a + 1]; e++) {
                assertThat(position[project.sides[0].pred[e]]).isLessThan(position[a]);
            }
        }
    }
}
