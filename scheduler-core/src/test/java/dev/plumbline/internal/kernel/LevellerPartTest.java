package dev.plumbline.internal.kernel;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.Placement;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What levelling does to activities one by one, and how it is taken back. */
class LevellerPartTest {

    private static final int WHOLE = 0;
    private static final int BEGUN = 1;
    private static final int BEGUN_WITH_LITTLE_WORK = 2;
    private static final int TYPED = 3;
    private static final int TYPED_ELAPSED = 4;
    private static final int BEGUN_ELAPSED = 5;
    private static final int ALONE = 6;
    private static final int SUMMARY = 7;
    private static final int CRANE = 1;

    private final ResourcePool pool = new ResourcePool();
    private final Network g;
    private final Requirements q;
    private final LevellerPart part;

    LevellerPartTest() {
        Progress half = new Progress(at(3, 8), null, days(1), days(2), 33, 0, at(3, 17), at(4, 8));
        Progress halfElapsed = new Progress(at(3, 8), null, elapsedDays(1), elapsedDays(2), 33, 0, at(4, 8), at(4, 8));
        Project project = Project.builder("plan")
                .start(at(3, 8))
                .resource("crew", 9)
                .resource("crane", 9)
                .activity("whole", "", days(3))
                .activity("begun", "", days(3), a -> a.progress(half))
                .activity("little", "", days(3), a -> a.progress(half))
                .activity(
                        "typed",
                        "",
                        days(2),
                        a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(at(3, 8), at(4, 17), days(2))))
                .activity(
                        "typed elapsed",
                        "",
                        elapsedDays(2),
                        a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(at(3, 8), at(5, 10), elapsedDays(2))))
                .activity("begun elapsed", "", elapsedDays(3), a -> a.progress(halfElapsed))
                .activity("alone", "", days(1))
                .summary("summary", "", s -> s.activity("row", "", days(1)))
                .assign("whole", "crew", 1)
                .assign("whole", "crane", 1)
                .assign("begun", "crew", 1)
                .add(Assignment.builder("l", "little", "crew").work(hours(16)).build())
                .assign("typed", "crew", 1)
                .assign("typed elapsed", "crew", 1)
                .assign("begun elapsed", "crew", 1)
                .build();
        g = NetworkCompiler.compile(project).copy();
        q = RequirementCompiler.compile(project, g, pool, false);
        Times times = new Times(g);
        Passes.run(g, true, false, times);
        part = new LevellerPart(g, q, true, times);
        for (int a = BEGUN; a <= BEGUN_ELAPSED; a++) {
            part.release(a);
        }
    }

    private static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2025, 3, day, hour, 0);
    }

    private static long tick(int day, int hour) {
        return Ticks.of(at(day, hour));
    }

    /** All that levelling may change. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>(List.of(
                Arrays.toString(g.span),
                Arrays.toString(g.fixedStart),
                Arrays.toString(g.fixedFinish),
                Arrays.toString(g.resume),
                Arrays.toString(g.placement),
                Arrays.toString(g.plain),
                Arrays.toString(g.delay),
                Arrays.toString(q.shift),
                Arrays.toString(q.anchor),
                Arrays.toString(part.gaps),
                Arrays.toString(part.conflictResource),
                Arrays.toString(part.outcome),
                Arrays.toString(part.sequence),
                Arrays.toString(part.clashes)));
        for (int u = 0; u < q.resource.length; u++) {
            for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                state.add("use %s: %s-%s x%s".formatted(u, q.begin[p], q.end[p], q.units[p]));
            }
        }
        return state;
    }

    private void note(int a) {
        part.conflictResource[a] = CRANE;
        part.outcome[a] = Leveller.PLACED;
        part.sequence[a] = 3;
        part.clashes[a] = true;
        g.delay[WHOLE] = 77;
    }

    @Test
    void whateverWasDoneIsTakenBack() {
        part.keptDelay[WHOLE] = 14_400;
        part.keptDelay[BEGUN] = 14_400; // of no effect on what has begun
        part.reset();
        List<Object> before = state();
        List<Runnable> deeds = List.of(
                () -> part.split(WHOLE, new Gaps(new long[] {600}, new long[] {1200}, new int[] {0}, new long[] {0})),
                () -> part.pause(WHOLE, tick(3, 8), tick(4, 8), tick(5, 8), 0, 0),
                () -> part.shift(WHOLE, CRANE, tick(4, 8), tick(3, 8)),
                () -> part.separate(WHOLE, Placement.of(q, WHOLE)),
                () -> part.moveDated(BEGUN, tick(10, 8)),
                () -> part.moveDated(TYPED, tick(10, 8)));
        for (Runnable deed : deeds) {
            note(ALONE);
            deed.run();
            assertThat(state()).isNotEqualTo(before);

            part.reset();

            assertThat(state()).isEqualTo(before);
        }
        assertThat(g.delay[WHOLE]).isEqualTo(14_400);
        assertThat(part.outcome).containsOnly(Leveller.KEPT);
        assertThat(part.network()).isSameAs(g);
        assertThat(part.requirements()).isSameAs(q);
    }

    @Test
    void whatIsLeftOfWorkThatHasBegunTakesAsLongLater() {
        assertThat(at(part.finishOfDated(BEGUN, tick(10, 8)))).isEqualTo(at(11, 17));
        assertThat(at(part.finishOfDated(BEGUN_WITH_LITTLE_WORK, tick(10, 8)))).isEqualTo(at(11, 17));
        assertThat(at(part.finishOfDated(BEGUN_ELAPSED, tick(8, 8)))).isEqualTo(at(10, 8));

        part.moveDated(BEGUN, tick(10, 8));

        assertThat(at(g.resume[BEGUN])).isEqualTo(at(10, 8));
        assertThat(at(g.fixedFinish[BEGUN])).isEqualTo(at(11, 17));
        assertThat(at(g.fixedStart[BEGUN])).isEqualTo(at(3, 8));
        assertThat(part.moved(BEGUN)).isEqualTo(6 * 14_400);
        assertThat(part.moved(TYPED)).isZero();
        assertThat(part.moved(WHOLE)).isZero();
    }

    @Test
    void typedWorkTakesAsLongLater() {
        assertThat(at(part.finishOfDated(TYPED, tick(7, 8)))).isEqualTo(at(10, 17));
        assertThat(at(part.finishOfDated(TYPED_ELAPSED, tick(7, 8)))).isEqualTo(at(9, 10));

        part.moveDated(TYPED, tick(7, 8));

        assertThat(at(g.fixedStart[TYPED])).isEqualTo(at(7, 8));
        assertThat(at(g.fixedFinish[TYPED])).isEqualTo(at(10, 17));
        part.moveDated(TYPED, tick(10, 8)); // counts from how it stood at first
        assertThat(at(g.fixedFinish[TYPED])).isEqualTo(at(11, 17));
    }

    private static LocalDateTime at(long tick) {
        return Ticks.toDateTime(tick);
    }

    @Test
    void aUseThatWaitsBeginsAtItsInstantAndTheActivityWithTheFirst() {
        part.shift(WHOLE, CRANE, tick(4, 8), tick(3, 8));

        assertThat(g.delay[WHOLE]).isZero();
        assertThat(q.shift[0]).isZero();
        assertThat(q.shift[1]).isEqualTo(14_400);
        assertThat(part.useConflict[1]).isEqualTo(tick(3, 8));
        assertThat(part.useConflict[0]).isZero();

        part.shift(WHOLE, 0, tick(5, 8), tick(3, 12));

        assertThat(g.delay[WHOLE]).as("both wait a day").isEqualTo(14_400);
        assertThat(q.shift[0]).isEqualTo(14_400);
        assertThat(q.shift[1]).isZero();
        assertThat(part.useConflict[0]).isEqualTo(tick(3, 12));
    }

    @Test
    void anActivityIsBoundedByALatestStartOrALatestFinish() {
        assertThat(part.isBounded(WHOLE)).isFalse();
        assertThat(part.isLate(WHOLE, tick(30, 8))).isFalse();
        part.latestStart[ALONE] = tick(5, 8);
        assertThat(part.isBounded(ALONE)).isTrue();
        part.latestFinish[WHOLE] = tick(6, 17);
        assertThat(part.isBounded(WHOLE)).isTrue();
        assertThat(part.isLate(WHOLE, tick(4, 8))).isFalse();
        assertThat(part.isLate(WHOLE, tick(4, 9))).isTrue();
    }

    @Test
    void onlyWhatIsNotASummaryHasNoGivenDatesAndAsksForSomethingIsLimited() {
        assertThat(part.isLimited(WHOLE)).isTrue();
        assertThat(part.isLimited(BEGUN)).isFalse();
        assertThat(part.isLimited(ALONE)).isFalse();
        assertThat(part.isLimited(SUMMARY)).isFalse();
        assertThat(part.isLimited(g.size + WHOLE)).isFalse();
        assertThat(part.uses(WHOLE)).isTrue();
        assertThat(part.uses(ALONE)).isFalse();
        assertThat(part.begin(SUMMARY)).isEqualTo(g.size + SUMMARY);
        assertThat(part.begin(WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void conflictsThatAreKnownNowReplaceThoseOfBefore() {
        LevellerPart other = new LevellerPart(g, q, true, part.t);
        other.conflictResource[WHOLE] = 0;
        other.conflictAt[WHOLE] = 5;
        part.conflictResource[ALONE] = CRANE;
        part.conflictAt[ALONE] = 7;

        part.learn(other);
        part.learn(part);

        assertThat(part.conflictResource).startsWith(0, -1).contains(CRANE);
        assertThat(part.conflictAt[WHOLE]).isEqualTo(5);
        assertThat(part.conflictResource[ALONE]).isEqualTo(CRANE);
        assertThat(part.conflictAt[ALONE]).isEqualTo(7);
    }

    @Test
    void pausesAtTheSamePlaceAreOne() {
        part.pause(WHOLE, tick(3, 8), tick(4, 8), tick(5, 8), 0, tick(4, 8));
        part.pause(WHOLE, tick(3, 8), tick(5, 8), tick(6, 8), 0, tick(5, 8));

        assertThat(part.gaps[WHOLE].at()).containsExactly(8 * 600);
        assertThat(part.gaps[WHOLE].length()).containsExactly(16 * 600);
        assertThat(g.span[WHOLE]).isEqualTo((24 + 16) * 600);
        assertThat(at(q.from(WHOLE, 0, q.firstPiece[0] + 1, tick(3, 8)))).isEqualTo(at(6, 8));

        part.pause(WHOLE, tick(3, 8), tick(3, 12), tick(3, 17), 0, tick(3, 13));
        part.pause(WHOLE, tick(3, 8), tick(10, 8), tick(10, 12), 1, tick(10, 8));

        assertThat(part.gaps[WHOLE].total()).isEqualTo((16 + 4 + 4) * 600);
        assertThat(part.gaps[WHOLE].at()).isSorted().hasSize(3).startsWith(4 * 600, 8 * 600);
    }
}
