package dev.plumbline.internal.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws of the serial scheme and of the optimum on small abstract instances, against a search through all schedules: L01 to L12, by
 * the comments.
 */
class SerialSchemeLawsTest {

    private static final int MOST = 5;

    private final Control never = new Control() {
        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void progress(long schedules, int makespan, int lowerBound) {
            // nobody listens
        }
    };

    /** An instance, and an order of its activities that holds predecessors first. */
    private record Case(int[] durations, int[][] successors, int[][] demands, int[] capacities, int[] list) {

        int size() {
            return durations.length;
        }

        Compiled compiled() {
            return Compiled.of(durations, successors, demands, capacities);
        }

        Case with(int[] newDurations, int[][] newDemands, int[] newCapacities) {
            return new Case(newDurations, successors, newDemands, newCapacities, list);
        }

        @Override
        public String toString() {
            return "durations %s, successors %s, demands %s, capacities %s, list %s"
                    .formatted(
                            Arrays.toString(durations),
                            Arrays.deepToString(successors),
                            Arrays.deepToString(demands),
                            Arrays.toString(capacities),
                            Arrays.toString(list));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Choices.of(50).map(SerialSchemeLawsTest::random);
    }

    private static Case random(Random random) {
        int n = 1 + random.nextInt(MOST);
        int[] capacities = {1 + random.nextInt(4), 1 + random.nextInt(4)};
        int[] durations = new int[n];
        int[][] demands = new int[n][2];
        int[][] successors = new int[n][];
        for (int a = 0; a < n; a++) {
            durations[a] = random.nextInt(4);
            demands[a][0] = random.nextInt(capacities[0] + 1);
            demands[a][1] = random.nextInt(capacities[1] + 1);
            List<Integer> heads = new ArrayList<>();
            for (int b = a + 1; b < n; b++) {
                if (random.nextInt(3) == 0) {
                    heads.add(b);
                }
            }
            successors[a] = heads.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] keys = random.ints(n, 0, 20).toArray();
        int[] list = new int[n];
        new Orders(Compiled.of(durations, successors, demands, capacities)).sort(0, keys, list);
        return new Case(durations, successors, demands, capacities, list);
    }

    private static int[] serial(Case of) {
        int[] start = new int[of.size()];
        Decoder.of(of.compiled()).serial(0, of.list(), start);
        return start;
    }

    private static int makespan(Case of, int[] start) {
        int last = 0;
        for (int a = 0; a < of.size(); a++) {
            last = Math.max(last, start[a] + of.durations()[a]);
        }
        return last;
    }

    private static boolean isSchedule(Case of, int[] start) {
        for (int a = 0; a < of.size(); a++) {
            for (int b : of.successors()[a]) {
                if (start[b] < start[a] + of.durations()[a]) {
                    return false;
                }
            }
        }
        for (int t = 0; t < makespan(of, start); t++) {
            for (int r = 0; r < of.capacities().length; r++) {
                int use = 0;
                for (int a = 0; a < of.size(); a++) {
                    use += start[a] <= t && t < start[a] + of.durations()[a] ? of.demands()[a][r] : 0;
                }
                if (use > of.capacities()[r]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int optimum(Case of) {
        int length = 0;
        while (!fits(of, new int[of.size()], 0, length)) {
            length++;
        }
        return length;
    }

    private static boolean fits(Case of, int[] start, int a, int length) {
        if (a == of.size()) {
            return isSchedule(of, start);
        }
        for (int t = 0; t + of.durations()[a] <= length; t++) {
            start[a] = t;
            if (fits(of, start, a + 1, length)) {
                return true;
            }
        }
        return false;
    }

    /** The earliest starts by relationships alone. */
    private static int[] early(Case of) {
        int[] early = new int[of.size()];
        for (int a = 0; a < of.size(); a++) {
            for (int b : of.successors()[a]) {
                early[b] = Math.max(early[b], early[a] + of.durations()[a]);
            }
        }
        return early;
    }

    @Property(tries = 500)
    void logicAndCapacityHoldAndNoBoundIsBroken(@ForAll("cases") Case of) { // L01, L02
        int[] start = serial(of);
        int[] early = early(of);

        assertThat(isSchedule(of, start)).isTrue();
        int makespan = makespan(of, start);
        assertThat(makespan).isGreaterThanOrEqualTo(makespan(of, early)).isGreaterThanOrEqualTo(optimum(of));
        for (int r = 0; r < 2; r++) {
            int work = 0;
            for (int a = 0; a < of.size(); a++) {
                assertThat(start[a]).isGreaterThanOrEqualTo(early[a]);
                work += of.durations()[a] * of.demands()[a][r];
            }
            assertThat(makespan * of.capacities()[r]).isGreaterThanOrEqualTo(work);
        }
    }

    @Property(tries = 500)
    void withPlentyOfEverythingLogicDecides(@ForAll("cases") Case of) { // L03
        assertThat(serial(of.with(of.durations(), of.demands(), new int[] {100, 100})))
                .isEqualTo(early(of));
    }

    @Property(tries = 500)
    void scalesAndCopiesDoNotMatter(@ForAll("cases") Case of) {
        int[] start = serial(of);
        int[][] more = Arrays.stream(of.demands())
                .map(row -> new int[] {3 * row[0], 3 * row[1]})
                .toArray(int[][]::new);
        int[] capacities = {3 * of.capacities()[0], 3 * of.capacities()[1]};
        assertThat(serial(of.with(of.durations(), more, capacities))).isEqualTo(start); // L04
        int[] longer = Arrays.stream(of.durations()).map(d -> 4 * d).toArray();
        assertThat(serial(of.with(longer, of.demands(), of.capacities())))
                .isEqualTo(Arrays.stream(start).map(s -> 4 * s).toArray()); // L05
        int[][] twice = Arrays.stream(of.demands())
                .map(row -> new int[] {row[0], row[1], row[0]})
                .toArray(int[][]::new);
        int[] copied = {of.capacities()[0], of.capacities()[1], of.capacities()[0]};
        assertThat(serial(of.with(of.durations(), twice, copied))).isEqualTo(start); // L06
    }

    @Property(tries = 500)
    void noActivityCanBeEarlierAlone(@ForAll("cases") Case of) { // L07
        int[] start = serial(of);
        for (int a = 0; a < of.size(); a++) {
            if (start[a] > 0 && of.durations()[a] > 0) {
                int[] other = start.clone();
                other[a]--;
                assertThat(isSchedule(of, other)).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void itsOwnStartsAndJustificationNeverMakeItLonger(@ForAll("cases") Case of) {
        Compiled compiled = of.compiled();
        Decoder decoder = Decoder.of(compiled);
        Orders orders = new Orders(compiled);
        int[] start = serial(of);
        int makespan = makespan(of, start);
        int[] list = new int[of.size()];
        int[] again = new int[of.size()];

        orders.sort(0, start.clone(), list); // L08
        assertThat(decoder.serial(0, list, again)).isLessThanOrEqualTo(makespan);

        int[] keys = new int[of.size()]; // L09
        Arrays.setAll(keys, a -> makespan - start[a] - of.durations()[a]);
        orders.sort(1, keys, list);
        int backward = decoder.serial(1, list, again);
        assertThat(backward).isLessThanOrEqualTo(makespan);
        Arrays.setAll(keys, a -> backward - again[a] - of.durations()[a]);
        orders.sort(0, keys, list);
        assertThat(decoder.serial(0, list, again)).isLessThanOrEqualTo(backward);
    }

    private int found(Case of) {
        Search.Outcome outcome = Search.run(of.compiled(), 1, 300, 1, never);
        return outcome.incumbents().get(outcome.incumbents().size() - 1).makespan();
    }

    @Property(tries = 500)
    void theOptimumIsFoundAndMonotone(@ForAll("cases") Case of) {
        int optimum = optimum(of);
        assertThat(found(of)).isEqualTo(optimum); // L02

        int[] capacities = {of.capacities()[0] + 1, of.capacities()[1]}; // L10
        assertThat(found(of.with(of.durations(), of.demands(), capacities))).isLessThanOrEqualTo(optimum);
        int[] longer = of.durations().clone();
        longer[longer.length / 2]++;
        assertThat(found(of.with(longer, of.demands(), of.capacities()))).isGreaterThanOrEqualTo(optimum);
        int[][] freer = of.successors().clone();
        freer[0] = new int[0];
        assertThat(found(new Case(of.durations(), freer, of.demands(), of.capacities(), of.list())))
                .isLessThanOrEqualTo(optimum);
    }

    @Property(tries = 500)
    void theOptimumIsTheSameBackwards(@ForAll("cases") Case of) { // L12
        int n = of.size();
        List<List<Integer>> turned = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            turned.add(new ArrayList<>());
        }
        for (int a = 0; a < n; a++) {
            for (int b : of.successors()[a]) {
                turned.get(b).add(a);
            }
        }
        int[][] back = turned.stream()
                .map(heads -> heads.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);

        assertThat(found(new Case(of.durations(), back, of.demands(), of.capacities(), of.list())))
                .isEqualTo(optimum(of));
    }

    @Property(tries = 500)
    void pairsThatExceedAResourceTogetherNeverMeet(@ForAll("cases") Case of) { // L11
        int[] start = serial(of);
        for (int a = 0; a < of.size(); a++) {
            for (int b = 0; b < a; b++) {
                boolean exclusive = of.demands()[a][0] + of.demands()[b][0] > of.capacities()[0]
                        || of.demands()[a][1] + of.demands()[b][1] > of.capacities()[1];
                boolean meet = Math.max(start[a], start[b])
                        < Math.min(start[a] + of.durations()[a], start[b] + of.durations()[b]);
                assertThat(exclusive && meet).isFalse();
            }
        }
    }
}
