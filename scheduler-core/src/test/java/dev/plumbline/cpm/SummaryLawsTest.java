package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Relationships on summaries mean the same as relationships on the activities below them (2.3.2, 2.3.3). */
class SummaryLawsTest {

    /** Networks whose nodes become summaries; from a finish, so that every activity below counts. */
    @Provide
    Arbitrary<Net> groups() {
        return Nets.networks(RelationshipType.FS, RelationshipType.FF);
    }

    @Property(tries = 300)
    void aRelationshipOnASummaryIsOneOnEveryActivityBelow(
            @ForAll("groups") Net groups,
            @ForAll @Size(8) List<@IntRange(min = 1, max = 3) Integer> sizes,
            @ForAll @Size(24) List<@IntRange(max = 6) Integer> durations) {
        Dated expected = PlainOracle.solve(expanded(groups, sizes, durations));

        Schedule plan = CriticalPath.schedule(outlined(groups, sizes, durations));

        int leaf = 0;
        for (int g = 0; g < groups.size(); g++) {
            int first = leaf;
            for (int i = 0; i < sizes.get(g); i++, leaf++) {
                assertLeaf(plan.of(Net.id(leaf)), expected, leaf);
            }
            ActivityTimes summary = plan.of("g" + g);
            assertThat(summary.start())
                    .isEqualTo(Net.instant(min(expected.earlyStart().subList(first, leaf))));
            assertThat(summary.lateStart())
                    .isEqualTo(Net.instant(min(expected.lateStart().subList(first, leaf))));
        }
        assertThat(plan.finish()).isEqualTo(Net.instant(expected.finish()));
    }

    private static void assertLeaf(ActivityTimes times, Dated expected, int leaf) {
        assertThat(times.earlyStart())
                .as("early start of %d", leaf)
                .isEqualTo(Net.instant(expected.earlyStart().get(leaf)));
        assertThat(times.lateFinish())
                .as("late finish of %d", leaf)
                .isEqualTo(Net.instant(expected.lateFinish().get(leaf)));
        assertThat(Dates.hours(times.totalFloat()))
                .as("total float of %d", leaf)
                .isEqualTo((long) expected.totalFloat().get(leaf));
        // 4.1.5: a relationship of the summary is no gap of the row: MS Project shows total as free slack in 480 of 480
        // such rows
        assertThat(times.freeFloat()).as("free float of %d", leaf).isEqualTo(times.totalFloat());
    }

    private static int min(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    private static Net expanded(Net groups, List<Integer> sizes, List<Integer> durations) {
        List<Integer> first = new ArrayList<>();
        int leaves = 0;
        for (int g = 0; g < groups.size(); g++) {
            first.add(leaves);
            leaves += sizes.get(g);
        }
        List<Link> links = new ArrayList<>();
        for (Link link : groups.links()) {
            for (int from = 0; from < sizes.get(link.from()); from++) {
                for (int to = 0; to < sizes.get(link.to()); to++) {
                    links.add(new Link(
                            first.get(link.from()) + from, first.get(link.to()) + to, link.type(), link.lag()));
                }
            }
        }
        return Net.of(durations.subList(0, leaves), links).fromZero();
    }

    private static Project outlined(Net groups, List<Integer> sizes, List<Integer> durations) {
        ProjectBuilder builder =
                Project.builder("outline").start(Net.ORIGIN).calendar(WorkCalendar.roundTheClock("24h"));
        int leaf = 0;
        for (int g = 0; g < groups.size(); g++) {
            int first = leaf;
            int last = first + sizes.get(g);
            builder.summary("g" + g, "g" + g, below -> {
                for (int i = first; i < last; i++) {
                    below.activity(
                            Net.id(i),
                            Net.id(i),
                            WorkTime.hours(durations.get(i)),
                            a -> a.constraint(Constraint.startNoEarlierThan(Net.ORIGIN)));
                }
            });
            leaf = last;
        }
        for (Link link : groups.links()) {
            builder.add(new Relationship(
                    "g" + link.from(), "g" + link.to(), link.type(), Lag.of(WorkTime.hours(link.lag()))));
        }
        return builder.build();
    }
}
