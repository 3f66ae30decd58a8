package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Laws of the critical path that hold in every network, on a calendar that works round the clock: I01 to I27, by the comments. */
@Domain(Nets.class)
@Domain(DomainContext.Global.class)
class NetworkLawsTest {

    private static final int TRIES = 150;

    @Property(tries = 500)
    void agreesWithTheOracle(@ForAll Net net) {
        assertThat(net.schedule()).isEqualTo(PlainOracle.solve(net));
    }

    @Property(tries = 500)
    void agreesWithTheOracleWhereNothingBeginsBeforeTheProject(@ForAll Net net) {
        Net textbook = net.fromZero();

        assertThat(textbook.schedule()).isEqualTo(PlainOracle.solve(textbook));
    }

    @Property(tries = TRIES)
    void agreesWithTheOracleUnderDeadlinesAndBounds(
            @ForAll Net net, @ForAll @IntRange(max = 40) int deadline, @ForAll @IntRange(max = 12) int bound) {
        int some = (deadline + bound) % net.size();
        Net bounded = net.withDeadline(some, deadline).withNotBefore(net.size() - 1 - some, bound);

        assertThat(bounded.schedule()).isEqualTo(PlainOracle.solve(bounded));
    }

    @Property(tries = TRIES) // I01
    void earlyAndLateDatesSatisfyEveryRelationship(@ForAll Net net) {
        Dated dated = net.fromZero().schedule();

        for (Link link : net.links()) {
            assertThat(PlainOracle.gap(link, dated.earlyStart(), dated.earlyFinish()))
                    .isNotNegative();
            assertThat(PlainOracle.gap(link, dated.lateStart(), dated.lateFinish()))
                    .isNotNegative();
        }
    }

    @Property(tries = TRIES) // I02
    void anActivityBeginsWithTheProjectOrIsDriven(@ForAll Net net) {
        Dated dated = net.fromZero().schedule();

        for (int i = 0; i < net.size(); i++) {
            int activity = i;
            boolean driven = net.links().stream()
                    .filter(link -> link.to() == activity)
                    .anyMatch(link -> PlainOracle.gap(link, dated.earlyStart(), dated.earlyFinish()) == 0);
            assertThat(dated.earlyStart().get(i) == 0 || driven).isTrue();
        }
    }

    @Property(tries = TRIES) // I03, I04
    void floatsAreInOrder(@ForAll Net net) {
        Dated dated = net.fromZero().schedule();

        for (int i = 0; i < net.size(); i++) {
            assertThat(dated.lateStart().get(i))
                    .isGreaterThanOrEqualTo(dated.earlyStart().get(i));
            assertThat(dated.freeFloat().get(i)).isBetween(0, dated.totalFloat().get(i));
        }
    }

    @Property(tries = TRIES) // I05
    void someActivityWithoutFloatEndsTheProject(@ForAll Net net) {
        Dated dated = net.fromZero().schedule();

        assertThat(IntStream.range(0, net.size())
                        .anyMatch(i -> dated.totalFloat().get(i) == 0
                                && dated.earlyFinish().get(i) == dated.finish()))
                .isTrue();
    }

    @Property(tries = TRIES) // I06
    void theProjectIsAsLongAsItsLongestChain(@ForAll Net net) {
        assertThat(net.fromZero().schedule().finish()).isEqualTo(longestChain(net));
    }

    private static int longestChain(Net net) {
        int longest = 0;
        for (int i = 0; i < net.size(); i++) {
            longest = Math.max(longest, longestChainFrom(net, i, 0));
        }
        return longest;
    }

    private static int longestChainFrom(Net net, int activity, int start) {
        int longest = start + net.durations().get(activity);
        for (Link link : net.links()) {
            if (link.from() == activity) {
                int from = net.durations().get(activity);
                int to = net.durations().get(link.to());
                int end = link.type().fromFinish() ? start + from : start;
                int next = end + link.lag() - (link.type().toFinish() ? to : 0);
                longest = Math.max(longest, longestChainFrom(net, link.to(), next));
            }
        }
        return longest;
    }

    @Property(tries = TRIES) // I07, I08
    void oneMoreRelationshipMovesNothingEarlier(
            @ForAll Net net, @ForAll Random random, @ForAll RelationshipType type, @ForAll @IntRange(max = 6) int lag) {
        Net before = net.fromZero().plus(500);
        int from = random.nextInt(net.size());
        int to = from + random.nextInt(net.size() - from);
        if (from == to) {
            return;
        }

        Dated less = before.schedule();
        Dated more = before.with(new Link(from, to, type, lag - 3)).schedule();

        assertThat(more.finish()).isEqualTo(less.finish());
        for (int i = 0; i < net.size(); i++) {
            assertThat(more.earlyStart().get(i))
                    .isGreaterThanOrEqualTo(less.earlyStart().get(i));
            assertThat(more.lateFinish().get(i))
                    .isLessThanOrEqualTo(less.lateFinish().get(i));
        }
    }

    @Property(tries = TRIES) // I09
    void theFinishMovesNoFurtherThanADurationGrows(
            @ForAll Net net, @ForAll Random random, @ForAll @IntRange(max = 9) int growth) {
        int longer = random.nextInt(net.size());
        Net grown = net.withDuration(longer, net.durations().get(longer) + growth);

        int moved =
                grown.fromZero().schedule().finish() - net.fromZero().schedule().finish();

        assertThat(Math.abs(moved)).isLessThanOrEqualTo(growth);
    }

    @Provide
    Arbitrary<Net> startDriven() {
        return Nets.networks(RelationshipType.FS, RelationshipType.SS);
    }

    @Property(tries = TRIES) // I10
    void aLongerActivityMovesNothingEarlierWhereOnlyStartsAreDriven(
            @ForAll("startDriven") Net net, @ForAll Random random, @ForAll @IntRange(max = 9) int growth) {
        int longer = random.nextInt(net.size());

        Dated shorter = net.schedule();
        Dated grown =
                net.withDuration(longer, net.durations().get(longer) + growth).schedule();

        assertThat(grown.finish()).isGreaterThanOrEqualTo(shorter.finish());
        for (int i = 0; i < net.size(); i++) {
            assertThat(grown.earlyStart().get(i))
                    .isGreaterThanOrEqualTo(shorter.earlyStart().get(i));
        }
    }

    @Property(tries = TRIES) // I11
    void anActivityMayGrowByItsTotalFloat(@ForAll Net net, @ForAll Random random) {
        int longer = random.nextInt(net.size());
        Dated before = net.fromZero().schedule();
        int growth = random.nextInt(before.totalFloat().get(longer) + 1);

        Dated after = net.withDuration(longer, net.durations().get(longer) + growth)
                .fromZero()
                .schedule();

        assertThat(after.finish()).isEqualTo(before.finish());
    }

    @Property(tries = TRIES) // I12
    void aDelayByFreeFloatMovesNothingElse(@ForAll Net net, @ForAll Random random) {
        int delayed = random.nextInt(net.size());
        Dated before = net.fromZero().schedule();
        int start = before.earlyStart().get(delayed) + before.freeFloat().get(delayed);

        Dated after = net.fromZero().withNotBefore(delayed, start).schedule();

        List<Integer> expected = new ArrayList<>(before.earlyStart());
        expected.set(delayed, start);
        assertThat(after.earlyStart()).isEqualTo(expected);
        assertThat(after.finish()).isEqualTo(before.finish());
    }

    @Property(tries = TRIES) // I13
    void totalFloatIsExactlyWhatTheProjectCanBear(@ForAll Net net, @ForAll Random random) {
        int delayed = random.nextInt(net.size());
        Dated before = net.fromZero().schedule();
        int late = before.earlyStart().get(delayed) + before.totalFloat().get(delayed);

        Dated atLimit = net.fromZero().withNotBefore(delayed, late).schedule();
        Dated beyond = net.fromZero().withNotBefore(delayed, late + 1).schedule();

        assertThat(atLimit.finish()).isEqualTo(before.finish());
        assertThat(beyond.finish()).isEqualTo(before.finish() + 1);
    }

    @Property(tries = TRIES) // I14
    void datesScaleWithDurationsAndLags(@ForAll Net net, @ForAll @IntRange(min = 2, max = 9) int factor) {
        Net scaled = Net.of(
                scale(net.durations(), factor),
                net.links().stream()
                        .map(link -> new Link(link.from(), link.to(), link.type(), link.lag() * factor))
                        .toList());

        Dated small = net.schedule();
        Dated large = scaled.schedule();

        assertThat(large)
                .isEqualTo(new Dated(
                        scale(small.earlyStart(), factor),
                        scale(small.earlyFinish(), factor),
                        scale(small.lateStart(), factor),
                        scale(small.lateFinish(), factor),
                        scale(small.totalFloat(), factor),
                        scale(small.freeFloat(), factor),
                        small.finish() * factor));
    }

    private static List<Integer> scale(List<Integer> values, int factor) {
        return values.stream().map(v -> v * factor).toList();
    }

    @Property(tries = TRIES) // I15
    void theReversedNetworkHasTheSameLengthAndFloats(@ForAll Net net) {
        int last = net.size() - 1;
        List<Integer> durations = new ArrayList<>(net.durations());
        Collections.reverse(durations);
        List<Link> links = net.links().stream()
                .map(link -> new Link(last - link.to(), last - link.from(), reversed(link.type()), link.lag()))
                .toList();

        Dated forward = net.fromZero().schedule();
        Dated backward = Net.of(durations, links).fromZero().schedule();

        assertThat(backward.finish()).isEqualTo(forward.finish());
        for (int i = 0; i < net.size(); i++) {
            assertThat(backward.earlyStart().get(last - i))
                    .isEqualTo(forward.finish() - forward.lateFinish().get(i));
            assertThat(backward.totalFloat().get(last - i))
                    .isEqualTo(forward.totalFloat().get(i));
        }
    }

    private static RelationshipType reversed(RelationshipType type) {
        return switch (type) {
            case SS -> RelationshipType.FF;
            case FF -> RelationshipType.SS;
            case FS, SF -> type;
        };
    }

    @Property(tries = TRIES) // I16
    void orderOfActivitiesAndRelationshipsDoesNotMatter(@ForAll Net net, @ForAll Random random) {
        List<Integer> place =
                new ArrayList<>(IntStream.range(0, net.size()).boxed().toList());
        Collections.shuffle(place, random);
        Integer[] durations = new Integer[net.size()];
        for (int i = 0; i < durations.length; i++) {
            durations[place.get(i)] = net.durations().get(i);
        }
        List<Link> links = new ArrayList<>();
        net.links()
                .forEach(link ->
                        links.add(new Link(place.get(link.from()), place.get(link.to()), link.type(), link.lag())));
        Collections.shuffle(links, random);

        Dated plain = net.schedule();
        Dated permuted = Net.of(Arrays.asList(durations), links).schedule();

        assertThat(permuted.finish()).isEqualTo(plain.finish());
        for (int i = 0; i < net.size(); i++) {
            int at = place.get(i);
            assertThat(permuted.earlyStart().get(at))
                    .isEqualTo(plain.earlyStart().get(i));
            assertThat(permuted.lateFinish().get(at))
                    .isEqualTo(plain.lateFinish().get(i));
            assertThat(permuted.totalFloat().get(at))
                    .isEqualTo(plain.totalFloat().get(i));
            assertThat(permuted.freeFloat().get(at)).isEqualTo(plain.freeFloat().get(i));
        }
    }

    @Property(tries = TRIES) // I17
    void aRelationshipThatSaysNoMoreThanAnotherChangesNothing(
            @ForAll Net net, @ForAll Random random, @ForAll @IntRange(max = 3) int weaker) {
        if (net.links().isEmpty()) {
            return;
        }
        Link link = net.links().get(random.nextInt(net.links().size()));

        Dated before = net.schedule();
        Dated after = net.with(new Link(link.from(), link.to(), link.type(), link.lag() - weaker))
                .schedule();

        assertThat(after).isEqualTo(before);
    }

    @Property(tries = TRIES) // I18
    void theFourTypesSayTheSameWithFittingLags(@ForAll Net net, @ForAll RelationshipType type) {
        List<Link> other = net.links().stream()
                .map(link -> new Link(link.from(), link.to(), type, startToStart(net, link) - offset(net, link, type)))
                .toList();

        Dated mixed = net.fromZero().schedule();
        Dated uniform = net.fromZero().withLinks(other).schedule();

        assertThat(uniform).isEqualTo(mixed);
    }

    private static int startToStart(Net net, Link link) {
        return link.lag() + offset(net, link, link.type());
    }

    private static int offset(Net net, Link link, RelationshipType type) {
        return (type.fromFinish() ? net.durations().get(link.from()) : 0)
                - (type.toFinish() ? net.durations().get(link.to()) : 0);
    }

    @Property(tries = TRIES) // I19
    void aMilestoneInsideAFinishToStartRelationshipMovesNothing(@ForAll Net net, @ForAll Random random) {
        List<Link> candidates = net.links().stream()
                .filter(link -> link.type() == RelationshipType.FS && link.lag() >= 0)
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        Link split = candidates.get(random.nextInt(candidates.size()));
        int first = random.nextInt(split.lag() + 1);
        List<Link> links = new ArrayList<>(net.links());
        links.remove(split);
        links.add(new Link(split.from(), net.size(), RelationshipType.FS, first));
        links.add(new Link(net.size(), split.to(), RelationshipType.FS, split.lag() - first));

        Dated before = net.fromZero().schedule();
        Dated after = net.fromZero().plus(0).withLinks(links).schedule();

        assertThat(after.finish()).isEqualTo(before.finish());
        assertThat(after.earlyStart().subList(0, net.size())).isEqualTo(before.earlyStart());
        assertThat(after.lateFinish().subList(0, net.size())).isEqualTo(before.lateFinish());
    }

    @Property(tries = TRIES) // I20, I21
    void anEarliestStartThatIsMetAnywayChangesNothing(@ForAll Net net, @ForAll Random random) {
        Dated before = net.schedule();
        Net bounded = net;
        Net pushed = net;
        for (int i = 0; i < net.size(); i++) {
            // A date before the project start would take an activity without predecessors there.
            int start = before.earlyStart().get(i);
            bounded = bounded.withNotBefore(i, Math.max(Math.min(0, start), start - random.nextInt(2)));
            pushed = pushed.withNotBefore(i, Math.max(Math.min(0, start), start + random.nextInt(3) - 1));
        }

        assertThat(bounded.schedule()).isEqualTo(before);
        Dated after = pushed.schedule();
        for (int i = 0; i < net.size(); i++) {
            assertThat(after.earlyStart().get(i))
                    .isGreaterThanOrEqualTo(before.earlyStart().get(i));
        }
    }

    @Property(tries = TRIES) // I22
    void aDeadlineMovesNoActivityAndOnlyLowersLateDates(
            @ForAll Net net, @ForAll Random random, @ForAll @IntRange(max = 40) int deadline) {
        Dated before = net.schedule();
        Dated after = net.withDeadline(random.nextInt(net.size()), deadline).schedule();

        assertThat(after.earlyStart()).isEqualTo(before.earlyStart());
        assertThat(after.finish()).isEqualTo(before.finish());
        for (int i = 0; i < net.size(); i++) {
            assertThat(after.lateFinish().get(i))
                    .isLessThanOrEqualTo(before.lateFinish().get(i));
        }
    }

    @Property(tries = TRIES) // I23
    void aLaterEndOfTheProjectRaisesEveryTotalFloatAlike(@ForAll Net net, @ForAll @IntRange(max = 9) int later) {
        Dated before = net.fromZero().schedule();
        Dated after = net.fromZero().plus(before.finish() + later).schedule();

        for (int i = 0; i < net.size(); i++) {
            assertThat(after.totalFloat().get(i)).isEqualTo(before.totalFloat().get(i) + later);
        }
    }

    @Property(tries = TRIES) // I24
    void networksSideBySideAreScheduledAsIfAlone(@ForAll Net left, @ForAll Net right) {
        Net both = beside(left, right);

        Dated one = left.schedule();
        Dated other = right.schedule();
        Dated union = both.schedule();

        assertThat(union.finish()).isEqualTo(Math.max(one.finish(), other.finish()));
        assertThat(union.earlyStart().subList(0, left.size())).isEqualTo(one.earlyStart());
        assertThat(union.earlyStart().subList(left.size(), both.size())).isEqualTo(other.earlyStart());
        boolean leftIsLonger = one.finish() >= other.finish();
        Dated longer = leftIsLonger ? one : other;
        int from = leftIsLonger ? 0 : left.size();
        assertThat(union.lateFinish().subList(from, from + longer.lateFinish().size()))
                .isEqualTo(longer.lateFinish());
    }

    private static Net beside(Net left, Net right) {
        List<Integer> durations = new ArrayList<>(left.durations());
        durations.addAll(right.durations());
        List<Link> links = new ArrayList<>(left.links());
        int shift = left.size();
        right.links()
                .forEach(link -> links.add(new Link(link.from() + shift, link.to() + shift, link.type(), link.lag())));
        return Net.of(durations, links);
    }

    @Property(tries = TRIES) // I25
    void oneNetworkAfterAnotherTakesTheSumOfBoth(@ForAll Net first, @ForAll Net second) {
        Net both = beside(first, second).fromZero().plus(0);
        int milestone = both.size() - 1;
        List<Link> links = new ArrayList<>(both.links());
        for (int i = 0; i < milestone; i++) {
            links.add(
                    i < first.size()
                            ? new Link(i, milestone, RelationshipType.FS, 0)
                            : new Link(milestone, i, RelationshipType.FS, 0));
        }

        assertThat(both.withLinks(links).schedule().finish())
                .isEqualTo(first.fromZero().schedule().finish()
                        + second.fromZero().schedule().finish());
    }

    @Property(tries = TRIES) // I26
    void theLengthLiesBetweenTheLongestDurationAndTheSumOfAll(@ForAll Net net) {
        int durations = net.durations().stream().mapToInt(Integer::intValue).sum();
        int lags =
                net.links().stream().mapToInt(link -> Math.max(0, link.lag())).sum();

        assertThat(net.fromZero().schedule().finish()).isBetween(Collections.max(net.durations()), durations + lags);
    }

    @Property(tries = TRIES) // I27
    void aClosedLoopIsReportedStepByStep(@ForAll Net net, @ForAll Random random) {
        if (net.links().isEmpty()) {
            return;
        }
        Link link = net.links().get(random.nextInt(net.links().size()));
        Net looped = net.with(new Link(link.to(), link.from(), RelationshipType.FS, 0));

        PlumblineException refused = catchThrowableOfType(PlumblineException.class, looped::project);

        assertThat(refused).isNotNull();
        Problem loop = refused.problems().get(0);
        assertThat(loop.code()).isEqualTo("MODEL_CYCLE");
        String[] steps =
                loop.message().substring(loop.message().indexOf(": ") + 2).split(" -> ", -1);
        assertThat(steps[steps.length - 1]).isEqualTo(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            String from = steps[i - 1];
            String to = steps[i];
            assertThat(looped.links())
                    .anyMatch(step -> Net.id(step.from()).equals(from)
                            && Net.id(step.to()).equals(to));
        }
    }
}
