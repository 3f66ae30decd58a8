package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.AllTimes.early;
import static dev.plumbline.internal.kernel.AllTimes.late;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.NetworkEdits;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Edits of small outlines, recomputed event by event, against both passes over the whole plan. */
class IncrementalTest {

    /** Some of the plans have an activity beside the others that ends last, so that edits leave the finish where it is. */
    private static Stream<Project> plans() {
        return RandomOutlines.rich(250)
                .map(project -> project.name().hashCode() % 3 == 0
                        ? project
                        : project.toBuilder()
                                .activity("LAST", "Last", WorkTime.hours(500))
                                .build());
    }

    private static Times times(Network g, boolean openEndsCritical) {
        Times t = new Times(g);
        Passes.byRules(g, true, openEndsCritical, t);
        return t;
    }

    @Test
    void computesWhatBothPassesWouldAndPutsItBack() {
        plans().forEach(project -> {
            Random random = new Random(project.name().hashCode());
            boolean openEnds = project.name().hashCode() % 2 == 0;
            Network g = NetworkCompiler.compile(project);
            Times t = times(g, openEnds);
            Times original = t.copy();
            Incremental incremental = new Incremental(g, t, true, openEnds);

            for (int i = 0; i < 12; i++) {
                Edit edit = new Edit(project, g, random);
                incremental.run(edit.forward(), edit.backward());

                Times whole = times(g, openEnds);
                assertThat(early(t)).as("%s, edit %d", project.name(), i).isEqualTo(early(whole));
                assertThat(late(t)).as("%s, edit %d", project.name(), i).isEqualTo(late(whole));

                incremental.undo();
                edit.takeBack();
                assertThat(early(t)).isEqualTo(early(original));
                assertThat(late(t)).isEqualTo(late(original));
            }
        });
    }

    @Test
    void theForwardPassAloneLeavesLateDates() {
        plans().forEach(project -> {
            Random random = new Random(project.name().hashCode());
            Network g = NetworkCompiler.compile(project);
            Times t = times(g, false);
            Times original = t.copy();
            Incremental incremental = new Incremental(g, t, true, false);
            for (int a = 0; a < g.size; a++) {
                long span = g.span[a];
                g.span[a] = 600L * random.nextInt(40);
                incremental.edited(a);
                incremental.runForward();

                assertThat(early(t)).as("%s, A%d", project.name(), a).isEqualTo(early(times(g, false)));
                assertThat(late(t)).isEqualTo(late(original));

                incremental.undo();
                g.span[a] = span;
            }
        });
    }

    @Test
    void remembersWhatChangedAndWhatItWasBefore() {
        plans().limit(100).forEach(project -> {
            Random random = new Random(project.name().hashCode());
            Network g = NetworkCompiler.compile(project);
            Times t = times(g, false);
            Times original = t.copy();
            Incremental incremental = new Incremental(g, t, true, false);
            Edit edit = new Edit(project, g, random);
            incremental.run(edit.forward(), edit.backward());
            Times edited = t.copy();
            Snapshot before = incremental.snapshot();
            Snapshot after = before.now(t);
            incremental.undo();

            assertThat(Arrays.stream(before.changed(edited)).map(before::activity))
                    .containsExactlyElementsOf(IntStream.range(0, g.size)
                            .filter(a -> differ(original, edited, a))
                            .boxed()
                            .toList());
            for (int at = 0; at < before.size(); at++) {
                int a = before.activity(at);
                assertThat(before.earlyStart(at)).isEqualTo(original.earlyStart[a]);
                assertThat(before.earlyFinish(at)).isEqualTo(original.earlyFinish[a]);
                assertThat(before.lateStart(at)).isEqualTo(original.lateStart[a]);
                assertThat(before.lateFinish(at)).isEqualTo(original.lateFinish[a]);
                assertThat(before.firstLeaf(at)).isEqualTo(original.firstLeaf[a]);
            }
            after.writeTo(t);
            assertThat(early(t)).isEqualTo(early(edited));
            assertThat(late(t)).isEqualTo(late(edited));
            Snapshot.ofAll(original, g.size).writeTo(t);
            assertThat(early(t)).isEqualTo(early(original));
            assertThat(late(t)).isEqualTo(late(original));
        });
    }

    @Test
    void aSnapshotHoldsAsManyActivitiesAsThereAre() {
        var builder = Project.builder("long");
        for (int a = 0; a < 200; a++) {
            builder.activity("A" + a, "A", WorkTime.hours(1 + a));
        }
        Network g = NetworkCompiler.compile(builder.build());
        Times t = times(g, false);
        Times original = t.copy();

        Snapshot all = Snapshot.ofAll(t, g.size);
        for (int a = 0; a < g.size; a++) {
            t.earlyStart[a]++;
            t.rolledFinish[a]++;
            t.firstLeaf[a]++;
            t.begun[a] = !t.begun[a];
        }

        assertThat(all.changed(t)).hasSize(200);
        all.copy().writeTo(t);
        assertThat(early(t)).isEqualTo(early(original));
    }

    private static boolean differ(Times one, Times other, int a) {
        return one.earlyStart[a] != other.earlyStart[a]
                || one.earlyFinish[a] != other.earlyFinish[a]
                || one.lateStart[a] != other.lateStart[a]
                || one.lateFinish[a] != other.lateFinish[a];
    }

    /** One or two rows with other data, and at times a relationship that was taken out. */
    private static final class Edit {

        private final Project project;
        private final Network g;
        private final TreeSet<Integer> rows = new TreeSet<>();
        private final NetworkEdits.Cut cut;
        private final int[] edges;

        Edit(Project project, Network g, Random random) {
            this.project = project;
            this.g = g;
            boolean cuts = g.head.length > 0 && random.nextInt(3) == 0;
            edges = cuts ? new int[] {random.nextInt(g.head.length)} : new int[0];
            cut = NetworkEdits.cut(g, edges);
            for (int i = cuts ? 1 : 0; i <= random.nextInt(2); i++) {
                int a = random.nextInt(project.activities().size());
                NetworkCompiler.recompile(
                        project,
                        project.relationships(),
                        g,
                        a,
                        edited(project.activities().get(a), random));
                rows.add(a);
            }
        }

        private static Activity edited(Activity activity, Random random) {
            LocalDateTime date = RandomOutlines.START.plusHours(random.nextInt(200));
            return activity.with(row -> switch (random.nextInt(9)) {
                case 0 -> row.constraint(Constraint.startNoEarlierThan(date));
                case 1 -> row.constraint(Constraint.finishNoLaterThan(date));
                case 2 -> row.constraint(Constraint.mustFinishOn(date));
                case 3 -> row.deadline(date);
                case 4 -> row.mode(SchedulingMode.MANUAL).manual(new ManualDates(date, date.plusDays(1), null));
                case 5 -> row.levellingDelay(WorkTime.elapsedHours(random.nextInt(40)));
                case 6 -> row.progress(new Progress(date, null, null, null, random.nextInt(90), 0, null, null));
                default -> row.duration(WorkTime.hours(random.nextInt(30)));
            });
        }

        int[] forward() {
            TreeSet<Integer> seeds = new TreeSet<>(rows);
            for (int e = 0; e < g.head.length; e++) {
                if (rows.contains(g.tail[e]) || (edges.length > 0 && edges[0] == e)) {
                    seeds.add(g.head[e]);
                }
            }
            return seeds.stream().mapToInt(a -> a).toArray();
        }

        int[] backward() {
            TreeSet<Integer> seeds = new TreeSet<>(rows);
            for (int e = 0; e < g.head.length; e++) {
                if (rows.contains(g.head[e]) || (edges.length > 0 && edges[0] == e)) {
                    seeds.add(g.tail[e]);
                }
            }
            return seeds.stream().mapToInt(a -> a).toArray();
        }

        void takeBack() {
            rows.forEach(a -> NetworkCompiler.recompile(
                    project, project.relationships(), g, a, project.activities().get(a)));
            cut.restore();
        }
    }
}
