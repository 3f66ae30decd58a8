package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;

/** An activity with some assignments, and resources of which others have taken their share. */
final class CrowdedActivity {

    final Random random;
    final ResourcePool pool = new ResourcePool();
    final LevellerPart part;
    final Network g;
    final Requirements q;
    final SlowTimeline[] slow;
    final ResourceTimeline[] timelines;
    final Fitting fitting;

    CrowdedActivity(long seed, boolean ownCalendars) {
        this.random = new Random(seed);
        Project project = project(ownCalendars);
        this.g = NetworkCompiler.compile(project);
        this.q = RequirementCompiler.compile(project, g, pool, false);
        Times times = new Times(g);
        Passes.run(g, true, false, times);
        this.part = new LevellerPart(g, q, true, times);
        this.slow = new SlowTimeline[pool.size()];
        timelines = new ResourceTimeline[slow.length];
        for (int r = 0; r < slow.length; r++) {
            slow[r] = new SlowTimeline(pool.useCalendars(r));
            Arrays.fill(slow[r].capacity, 3 * ResourcePool.UNIT);
            timelines[r] = new ResourceTimeline(
                    pool.useCalendars(r), new SharedTime(g.start), new long[] {Long.MIN_VALUE}, new long[] {
                        3 * ResourcePool.UNIT
                    });
            for (int i = kinds(r) == 0 ? 0 : random.nextInt(7); i > 0; i--) {
                int kind = random.nextInt(kinds(r));
                int from = 100 + random.nextInt(330);
                int to = from + random.nextInt(50);
                long units = (1 + random.nextInt(3)) * ResourcePool.UNIT;
                slow[r].book(kind, from, to, units);
                timelines[r].book(kind, tick(from), tick(to), units);
            }
        }
        this.fitting = new Fitting(timelines);
    }

    /** How many calendars the resource is used on. */
    private int kinds(int r) {
        return slow[r].calendars.length;
    }

    private Project project(boolean ownCalendars) {
        ProjectBuilder builder = Project.builder("plan")
                .start(Ticks.toDateTime(tick(8)))
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(10, 0), LocalTime.of(20, 0)))
                .activity("A", "A", WorkTime.hours(4 + random.nextInt(20)));
        for (int r = 0; r < 3; r++) {
            boolean late = ownCalendars && random.nextBoolean();
            builder.add(Resource.builder("r" + r, "r" + r)
                    .maxUnits(3)
                    .calendar(late ? "late" : null)
                    .build());
        }
        int later = random.nextInt(3);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int r = random.nextInt(3);
            builder.add(Assignment.builder("x" + i, "A", "r" + r)
                    .units(1 + random.nextInt(2))
                    .delay(WorkTime.hours(r * later))
                    .build());
        }
        return builder.build();
    }

    /** Whether all pieces find room beside what is booked and beside each other. */
    boolean fits(long start) {
        boolean fits = true;
        for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
            for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                int from = hour(q.from(0, u, p, start));
                int to = hour(q.to(0, u, p, start));
                fits &= to <= HOURS && slow[q.resource[u]].fits(q.calendarNumber[u], q.units[p], from, to);
                slow[q.resource[u]].book(q.calendarNumber[u], from, Math.min(to, HOURS), q.units[p]);
            }
        }
        forget(start);
        return fits;
    }

    private void forget(long start) {
        for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
            for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                int to = Math.min(hour(q.to(0, u, p, start)), HOURS);
                slow[q.resource[u]].book(q.calendarNumber[u], hour(q.from(0, u, p, start)), to, -q.units[p]);
            }
        }
    }

    long slowEarliest(int from, int limit) {
        for (int start = from; start <= Math.min(limit, HOURS - 200); start++) {
            if (g.nextStart(0, tick(start)) == tick(start) && fits(tick(start))) {
                return tick(start);
            }
        }
        return Network.AFTER;
    }

    long slowLatest(int to, int limit) {
        for (int finish = to; finish > 0; finish--) {
            boolean end = g.previousFinish(0, tick(finish)) == tick(finish);
            long start = g.startFrom(0, tick(finish));
            if (start < tick(limit)) {
                return Network.BEFORE;
            }
            if (end && fits(start)) {
                return tick(finish);
            }
        }
        return Network.BEFORE;
    }

    int someStart() {
        return hour(g.nextStart(0, tick(50 + random.nextInt(350))));
    }

    /** Hour by hour: the work that is done in each goes on until one of the uses finds too little; of one resource, if one is named. */
    long slowRoom(long done, int at, int only) {
        long work = done;
        for (int hour = at; work < g.span[0]; hour++) {
            if (g.calendar[0].work(tick(hour), tick(hour + 1)) == 0) {
                continue;
            }
            for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
                int p = q.firstPiece[u];
                boolean busy = (only < 0 || q.resource[u] == only) && q.begin[p] <= work && work < q.end[p];
                if (busy && slow[q.resource[u]].isTooMuch(q.calendarNumber[u], q.units[p], hour)) {
                    return work - done;
                }
            }
            work += HourAxis.TICKS;
        }
        return g.span[0] - done;
    }
}
