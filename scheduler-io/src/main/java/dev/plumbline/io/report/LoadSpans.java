package dev.plumbline.io.report;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** Collects overloaded pieces in order of time and joins those without working time between them. */
final class LoadSpans {

    private final Resource resource;
    private final WorkCalendar calendar;
    private final List<Overload> found = new ArrayList<>();
    private boolean open;
    private long from;
    private long to;
    private long demand;
    private long capacity;
    private double missing;
    private List<String> activities = List.of();
    private int activityCount;

    LoadSpans(Resource resource, WorkCalendar calendar) {
        this.resource = resource;
        this.calendar = calendar;
    }

    /** Adds a piece with so many overloaded ticks in it. */
    void add(long pieceFrom, long pieceTo, long ticks, long pieceDemand, long pieceCapacity, Demand who) {
        if (open && !joins(pieceFrom)) {
            close();
        }
        if (!open) {
            open = true;
            from = pieceFrom;
            demand = 0;
            capacity = 0;
            missing = 0;
        }
        to = pieceTo;
        missing += (double) (pieceDemand - pieceCapacity) * ticks / ResourceLoad.TEN_THOUSANDTHS;
        if (pieceDemand - pieceCapacity > demand - capacity) {
            demand = pieceDemand;
            capacity = pieceCapacity;
            activities = who.activities(Overload.MOST_ACTIVITIES);
            activityCount = who.size();
        }
    }

    private boolean joins(long next) {
        return to == next
                || (calendar.hasWorkingTime()
                        && calendar.workBetween(Ticks.toDateTime(to), Ticks.toDateTime(next))
                                .isZero());
    }

    private void close() {
        found.add(new Overload(
                resource,
                Ticks.toDateTime(from),
                Ticks.toDateTime(to),
                demand,
                capacity,
                WorkTime.ofTicks(Math.round(missing)),
                activities,
                activityCount));
        open = false;
    }

    List<Overload> finish() {
        if (open) {
            close();
        }
        return found;
    }
}
