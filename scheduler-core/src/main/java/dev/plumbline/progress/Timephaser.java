package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.model.TimephasedWork;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves time-phased work to where its activity was reported to lie: what lies at an amount of the old bar goes to the same
 * amount of the new one, as actual work in the finished part.
 */
final class Timephaser {

    private final Axis axis;
    private final Bar planned;
    private final List<Bar.Segment> segments;
    private final long done;
    private final long stop;
    private final double scale;

    Timephaser(Axis axis, Bar planned, Report report) {
        this.axis = axis;
        this.planned = planned;
        Bar whole = report.head().then(report.tail());
        this.segments = whole.segments();
        this.done = report.head().length();
        this.stop = report.head().isNone() ? report.start() : report.head().finish();
        long length = planned.length();
        this.scale = length == 0 ? 1 : (double) whole.length() / length;
    }

    List<TimephasedWork> moved(List<TimephasedWork> blocks) {
        List<TimephasedWork> result = new ArrayList<>();
        for (TimephasedWork block : blocks) {
            if (block.kind() == TimephasedWork.Kind.ACTUAL_OVERTIME) {
                result.add(block);
            } else if (!block.work().isZero()) {
                add(result, block);
            }
        }
        return result;
    }

    private void add(List<TimephasedWork> result, TimephasedWork block) {
        long first = at(Ticks.of(block.from()));
        long last = at(Ticks.of(block.to()));
        if (last <= first) {
            result.add(outside(block));
            return;
        }
        long before = 0;
        long work = 0;
        for (Bar.Segment segment : segments) {
            long length = axis.between(segment.from(), segment.to());
            long from = Math.max(first, before);
            long to = Math.min(last, before + length);
            if (to > from) {
                long upTo = Math.round(block.work().ticks() * ((double) (to - first) / (last - first)));
                append(result, block, slice(segment, from - before, to - before), from < done, upTo - work);
                work = upTo;
            }
            before += length;
        }
    }

    private long at(long instant) {
        return Math.round(planned.before(instant) * scale);
    }

    private Bar.Segment slice(Bar.Segment segment, long from, long to) {
        long start = from == 0 ? segment.from() : axis.nextStart(axis.add(segment.from(), from));
        return new Bar.Segment(start, axis.add(segment.from(), to));
    }

    private void append(List<TimephasedWork> result, TimephasedWork block, Bar.Segment at, boolean actual, long work) {
        TimephasedWork.Kind kind = actual ? TimephasedWork.Kind.ACTUAL : TimephasedWork.Kind.REMAINING;
        TimephasedWork last = result.isEmpty() ? null : result.get(result.size() - 1);
        if (last != null
                && last.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME
                && axis.between(Ticks.of(last.to()), at.from()) > 0) {
            result.add(new TimephasedWork(
                    kind, last.to(), Ticks.toDateTime(at.from()), block.work().withTicks(0)));
        }
        result.add(new TimephasedWork(
                kind,
                Ticks.toDateTime(at.from()),
                Ticks.toDateTime(at.to()),
                block.work().withTicks(work)));
    }

    /** Work outside the activity's own hours stays where it is. */
    private TimephasedWork outside(TimephasedWork block) {
        return new TimephasedWork(
                done > 0 && Ticks.of(block.to()) <= stop ? TimephasedWork.Kind.ACTUAL : TimephasedWork.Kind.REMAINING,
                block.from(),
                block.to(),
                block.work());
    }

    /** Returns the blocks with their work changed in proportion, so that actual and remaining work add up. */
    static List<TimephasedWork> adding(List<TimephasedWork> blocks, long actual, long remaining) {
        List<TimephasedWork> result = new ArrayList<>(blocks);
        scale(result, TimephasedWork.Kind.ACTUAL, actual);
        scale(result, TimephasedWork.Kind.REMAINING, remaining);
        return result;
    }

    private static void scale(List<TimephasedWork> blocks, TimephasedWork.Kind kind, long work) {
        long total = 0;
        for (TimephasedWork block : blocks) {
            total += block.kind() == kind ? block.work().ticks() : 0;
        }
        long upTo = 0;
        long given = 0;
        for (int i = 0; i < blocks.size(); i++) {
            TimephasedWork block = blocks.get(i);
            if (block.kind() == kind && total > 0) {
                upTo += block.work().ticks();
                long now = Math.round(work * ((double) upTo / total));
                blocks.set(
                        i,
                        new TimephasedWork(
                                kind, block.from(), block.to(), block.work().withTicks(now - given)));
                given = now;
            }
        }
    }
}
