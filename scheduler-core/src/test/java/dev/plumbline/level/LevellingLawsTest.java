package dev.plumbline.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Choices;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws of levelling on small instances, against a search through all schedules: L01 to L08 and L10 to L16, by the comments;
 * L09, justification, is a law of the schedules that the search makes (SerialSchemeLawsTest).
 */
class LevellingLawsTest {

    private static final int SIZE = 4;

    @Provide
    Arbitrary<Instance> instances() {
        return Choices.of(40).map(random -> random(random, SIZE));
    }

    static Instance random(Random random, int most) {
        int n = 1 + random.nextInt(most);
        List<Integer> durations = new ArrayList<>();
        int[] capacities = {1 + random.nextInt(3), 1 + random.nextInt(3)};
        int[][] demands = new int[n][2];
        List<int[]> links = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            durations.add(1 + random.nextInt(3));
            for (int r = 0; r < 2; r++) {
                demands[i][r] = random.nextInt(capacities[r] + 1);
            }
            for (int j = 0; j < i; j++) {
                if (random.nextInt(4) == 0) {
                    links.add(new int[] {j, i});
                }
            }
        }
        return new Instance(durations, links, demands, capacities);
    }

    @Provide
    Arbitrary<Levelling> ways() {
        return Arbitraries.of(PriorityRule.all())
                .flatMap(rule -> Arbitraries.of(GenerationScheme.values()).map(scheme -> Levelling.of(scheme, rule)));
    }

    private static int[] starts(Levelling how, Instance instance) {
        return Instance.starts(how.level(instance.project()).schedule());
    }

    private static int[] early(Instance instance) {
        return Instance.starts(CriticalPath.schedule(instance.project()));
    }

    @Property(tries = 500)
    void logicAndCapacityHold(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) { // L01
        Levelled levelled = how.level(instance.project());
        assertThat(instance.isFeasible(Instance.starts(levelled.schedule()))).isTrue();
        assertThat(LevellingCheck.check(levelled.schedule())).isEmpty();
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Property(tries = 500)
    void nothingIsEarlierThanLogicOrShorterThanTheBest(
            @ForAll("instances") Instance instance, @ForAll("ways") Levelling how) { // L02
        int[] starts = starts(how, instance);
        int[] early = early(instance);
        for (int i = 0; i < starts.length; i++) {
            assertThat(starts[i]).isGreaterThanOrEqualTo(early[i]);
        }
        assertThat(instance.makespan(starts)).isGreaterThanOrEqualTo(instance.optimum());
        for (int r = 0; r < 2; r++) {
            int work = 0;
            for (int i = 0; i < starts.length; i++) {
                work += instance.durations().get(i) * instance.demands()[i][r];
            }
            assertThat(instance.makespan(starts) * instance.capacities()[r]).isGreaterThanOrEqualTo(work);
        }
    }

    @Property(tries = 500)
    void withPlentyOfEverythingNothingMoves(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        assertThat(how.level(instance.withCapacities(100, 100).project()).isUnchanged())
                .isTrue(); // L03
    }

    @Property(tries = 500)
    void scalesDoNotMatter(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        int[] starts = starts(how, instance);
        assertThat(starts(how, instance.times(3))).isEqualTo(starts); // L04
        int[] longer = Instance.starts(how.level(instance.project(5)).schedule());
        assertThat(longer).isEqualTo(Arrays.stream(starts).map(s -> 5 * s).toArray()); // L05
        if (!how.rule().equals(PriorityRule.MOST_WORK)) { // a copied resource counts twice in the work
            assertThat(starts(how, instance.withCopiedResource())).isEqualTo(starts); // L06
        }
    }

    @Property(tries = 500)
    void noActivityCanBeEarlierAlone(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) { // L07
        int[] starts = starts(how, instance);
        for (int i = 0; i < starts.length; i++) {
            int[] other = starts.clone();
            other[i]--;
            assertThat(other[i] >= 0 && instance.isFeasible(other)).isFalse();
        }
    }

    @Property(tries = 500)
    void theBestOfAllOrdersIsTheBestOfAllSchedules(@ForAll("instances") Instance instance) {
        // the serial scheme reaches the optimum with some order: priorities stand for the order
        int n = instance.size();
        int best = Integer.MAX_VALUE;
        int[] order = new int[n];
        do {
            Project project = instance.project();
            for (int i = 0; i < n; i++) {
                int priority = order[i];
                project = project.with("a" + i, a -> a.priority(priority));
            }
            Levelled levelled = Levelling.serial(PriorityRule.PRIORITY).level(project);
            best = Math.min(best, instance.makespan(Instance.starts(levelled.schedule())));
        } while (next(order));
        assertThat(best).isEqualTo(instance.optimum());
    }

    /** Counts in base n, which covers all orders. */
    private static boolean next(int[] digits) {
        for (int i = 0; i < digits.length; i++) {
            if (++digits[i] < digits.length) {
                return true;
            }
            digits[i] = 0;
        }
        return false;
    }

    @Property(tries = 500)
    void levellingByItsOwnStartsIsNeverLonger(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        int[] starts = starts(how, instance); // L08
        Project project = instance.project();
        for (int i = 0; i < starts.length; i++) {
            int priority = 999 - starts[i];
            project = project.with("a" + i, a -> a.priority(priority));
        }
        int[] again = Instance.starts(
                Levelling.serial(PriorityRule.PRIORITY).level(project).schedule());
        assertThat(instance.makespan(again)).isLessThanOrEqualTo(instance.makespan(starts));
    }

    @Property(tries = 500)
    void theOptimumFollowsCapacityAndDirection(@ForAll("instances") Instance instance) {
        int[] more = Arrays.stream(instance.capacities()).map(c -> c + 1).toArray();
        assertThat(instance.withCapacities(more).optimum()).isLessThanOrEqualTo(instance.optimum()); // L10
        assertThat(instance.reversed().optimum()).isEqualTo(instance.optimum()); // L12
    }

    @Property(tries = 500)
    void activitiesThatCannotShareNeverMeet(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        int[] starts = starts(how, instance); // L11
        for (int i = 0; i < starts.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean exclusive = false;
                for (int r = 0; r < 2; r++) {
                    exclusive |= instance.demands()[i][r] + instance.demands()[j][r] > instance.capacities()[r];
                }
                boolean meet = starts[i] < starts[j] + instance.durations().get(j)
                        && starts[j] < starts[i] + instance.durations().get(i);
                assertThat(exclusive && meet).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void aDemandAboveTheCapacityIsReported(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        instance.demands()[0][0] = instance.capacities()[0] + 1; // L13
        Levelled levelled = how.level(instance.project());
        assertThat(levelled.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("LEVEL_INFEASIBLE");
            assertThat(finding.message()).contains("a0 alone asks for more than there is");
        });
    }

    @Property(tries = 500)
    void withinFloatTheFinishStaysAndWhatIsLeftIsReported(
            @ForAll("instances") Instance instance, @ForAll("ways") Levelling how) { // L14
        Levelled levelled = how.withinFloat().level(instance.project());
        assertThat(levelled.schedule().finish()).isEqualTo(levelled.before().finish());
        assertThat(levelled.findings()).hasSameSizeAs(levelled.overallocations());
        assertThat(levelled.findings()).extracting(Problem::code).allMatch("LEVEL_INFEASIBLE"::equals);
    }

    @Property(tries = 500)
    void aLevelledPlanStaysAndTheSameInputGivesTheSameResult(
            @ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        Levelled levelled = how.level(instance.project());
        assertThat(how.level(levelled.project()).isUnchanged()).isTrue(); // L15
        assertThat(how.level(instance.project()).project()).isEqualTo(levelled.project());
        int[] starts = Instance.starts(levelled.schedule());
        int[] early = early(instance);
        for (int i = 0; i < starts.length; i++) { // L16
            int self = i;
            boolean pushed =
                    instance.links().stream().anyMatch(link -> link[1] == self && starts[link[0]] > early[link[0]]);
            if (!pushed && instance.demands()[i][0] + instance.demands()[i][1] == 0) {
                assertThat(starts[i]).isEqualTo(early[i]);
            }
        }
    }

    @Property(tries = 500)
    void everyReasonIsTrue(@ForAll("instances") Instance instance, @ForAll("ways") Levelling how) {
        Levelled levelled = how.level(instance.project());
        for (String id : levelled.delays().keySet()) {
            assertThat(levelled.why(id)).satisfies(why -> {
                assertThat(why.isByResource()).isTrue();
                double held = why.holders().stream()
                        .filter(h -> !h.since().isAfter(why.at()) && h.until().isAfter(why.at()))
                        .mapToDouble(DelayReason.Holder::units)
                        .sum();
                assertThat(held + why.wanted()).isGreaterThan(why.capacity());
                assertThat(why.at()).isBefore(why.start()).isAfterOrEqualTo(why.logicStart());
            });
        }
    }
}
