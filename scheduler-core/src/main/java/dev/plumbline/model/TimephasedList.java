package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/*
 * Files hold the work of an assignment day by day. As objects, a day of work takes 200 bytes, most of what a plan takes in
 * memory; here it takes 12: seconds since the first block, length in seconds, and ticks with the kind in the two lowest bits.
 */
/** Blocks of work in three whole numbers each; they become objects when they are asked for. Immutable. */
final class TimephasedList extends AbstractList<TimephasedWork> implements RandomAccess {

    private static final int WIDTH = 3;
    private static final int KIND_BITS = 2;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;
    private static final TimephasedWork.Kind[] KINDS = TimephasedWork.Kind.values();

    private final LocalDateTime origin;
    private final WorkUnit unit;
    private final int[] blocks;

    private TimephasedList(LocalDateTime origin, WorkUnit unit, int[] blocks) {
        this.origin = origin;
        this.unit = unit;
        this.blocks = blocks;
    }

    /** Returns the blocks as an unmodifiable list, packed if they are of one unit, to the second and within 68 years. */
    static List<TimephasedWork> of(List<TimephasedWork> works) {
        if (works.isEmpty() || works instanceof TimephasedList) {
            return works.isEmpty() ? List.of() : works;
        }
        LocalDateTime origin = works.get(0).from();
        long first = origin.toEpochSecond(ZoneOffset.UTC);
        WorkUnit unit = works.get(0).work().unit();
        int[] blocks = new int[WIDTH * works.size()];
        int at = 0;
        for (TimephasedWork work : works) {
            long start = work.from().toEpochSecond(ZoneOffset.UTC);
            long from = start - first;
            long length = work.to().toEpochSecond(ZoneOffset.UTC) - start;
            long ticks = work.work().ticks();
            boolean fits = work.work().unit() == unit
                    && work.from().getNano() == 0
                    && work.to().getNano() == 0
                    && from == (int) from
                    && length == (int) length
                    && ticks == (int) (ticks << KIND_BITS) >> KIND_BITS;
            if (!fits) {
                return List.copyOf(works);
            }
            blocks[at] = (int) from;
            blocks[at + 1] = (int) length;
            blocks[at + 2] = (int) (ticks << KIND_BITS) | work.kind().ordinal();
            at += WIDTH;
        }
        return new TimephasedList(origin, unit, blocks);
    }

    @Override
    public TimephasedWork get(int index) {
        int at = WIDTH * Objects.checkIndex(index, size());
        LocalDateTime from = origin.plusSeconds(blocks[at]);
        return new TimephasedWork(
                KINDS[blocks[at + 2] & KIND_MASK],
                from,
                from.plusSeconds(blocks[at + 1]),
                new WorkTime(blocks[at + 2] >> KIND_BITS, unit));
    }

    @Override
    public int size() {
        return blocks.length / WIDTH;
    }
}
