package dev.plumbline.model;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Fits planned time-phased work to another length: blocks are cut from the end, or the last one is lengthened. */
final class TimephasedShape {

    private final WorkCalendar calendar;
    private final boolean elapsed;

    TimephasedShape(WorkCalendar calendar, boolean elapsed) {
        this.calendar = calendar;
        this.elapsed = elapsed;
    }

    /** Returns the blocks with planned work that takes another time and adds up to another amount; actual work stays. */
    List<TimephasedWork> reshape(List<TimephasedWork> blocks, double from, double to, long work) {
        List<TimephasedWork> result = new ArrayList<>();
        List<TimephasedWork> planned = new ArrayList<>();
        for (TimephasedWork block : blocks) {
            (block.kind() == TimephasedWork.Kind.REMAINING ? planned : result).add(block);
        }
        long was = planned.stream().mapToLong(t -> t.work().ticks()).sum();
        if (was == 0 && work > 0 && to > 0 && result.stream().anyMatch(t -> t.kind() == TimephasedWork.Kind.ACTUAL)) {
            result.add(behind(result, Math.round(to), work));
            return result;
        }
        if (was == 0 || (was == work && Math.abs(from - to) < 0.5)) {
            return blocks;
        }
        List<TimephasedWork> cut = from <= 0 || to == from ? planned : fit(planned, to / from);
        result.addAll(rescaled(cut, work));
        return result;
    }

    /** Work that is planned anew when all that was planned is done. */
    private TimephasedWork behind(List<TimephasedWork> done, long length, long work) {
        TimephasedWork last = done.get(0);
        for (TimephasedWork block : done) {
            last = block.to().isAfter(last.to()) ? block : last;
        }
        LocalDateTime from = elapsed ? last.to() : calendar.nextStart(last.to());
        return new TimephasedWork(
                TimephasedWork.Kind.REMAINING,
                from,
                after(from, length),
                last.work().withTicks(work));
    }

    private List<TimephasedWork> fit(List<TimephasedWork> planned, double factor) {
        long length = 0;
        int last = 0;
        for (int i = 0; i < planned.size(); i++) {
            if (!planned.get(i).work().isZero()) {
                length += length(planned.get(i));
                last = i;
            }
        }
        long rest = Math.round(length * factor);
        List<TimephasedWork> result = new ArrayList<>();
        for (int i = 0; i <= last && rest > 0; i++) {
            TimephasedWork block = planned.get(i);
            long own = length(block);
            if (block.work().isZero()) {
                result.add(block);
            } else if (i < last && rest >= own) {
                result.add(block);
                rest -= own;
            } else {
                result.add(lengthened(block, own, rest));
                rest = 0;
            }
        }
        return result;
    }

    private TimephasedWork lengthened(TimephasedWork block, long own, long length) {
        long work = own == 0 ? block.work().ticks() : Booking.share(block.work().ticks(), length, own);
        return new TimephasedWork(
                block.kind(),
                block.from(),
                after(block.from(), length),
                block.work().withTicks(work));
    }

    private static List<TimephasedWork> rescaled(List<TimephasedWork> blocks, long work) {
        double[] weights = blocks.stream().mapToDouble(t -> t.work().ticks()).toArray();
        long[] shares = Shares.of(work, weights);
        List<TimephasedWork> result = new ArrayList<>(blocks.size());
        for (int i = 0; i < shares.length; i++) {
            TimephasedWork block = blocks.get(i);
            result.add(new TimephasedWork(
                    block.kind(), block.from(), block.to(), block.work().withTicks(shares[i])));
        }
        return result;
    }

    private long length(TimephasedWork block) {
        return elapsed
                ? Ticks.of(block.to()) - Ticks.of(block.from())
                : calendar.workBetween(block.from(), block.to()).ticks();
    }

    LocalDateTime after(LocalDateTime from, long ticks) {
        return elapsed ? Ticks.toDateTime(Ticks.of(from) + ticks) : calendar.add(from, WorkTime.ofTicks(ticks));
    }
}
