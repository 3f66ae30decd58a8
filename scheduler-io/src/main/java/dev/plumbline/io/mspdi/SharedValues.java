package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Lag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * An id stands in its entity and in all that refer to it, and the same few amounts of time come up again and again. One object
 * for each halves what a plan takes in memory.
 */
/** Ids and amounts of time, one object for equal ones. Bounded by the number of ids and a small table. */
final class SharedValues {

    private static final int TIMES = 1 << 11;
    private static final int FIBONACCI = 0x9E3779B9;

    private final @Nullable WorkTime[] times = new WorkTime[TIMES];
    private final @Nullable Lag[] lags = new Lag[TIMES];
    private int[] numbers = new int[64];
    private @Nullable String[] ids = new String[64];
    private int count;

    /** Returns the id of a number. */
    String id(int number) {
        if (2 * count >= ids.length) {
            grow();
        }
        int slot = slot(number);
        String known = ids[slot];
        if (known == null) {
            known = Integer.toString(number);
            ids[slot] = known;
            numbers[slot] = number;
            count++;
        }
        return known;
    }

    private int slot(int number) {
        int mask = ids.length - 1;
        int slot = number * FIBONACCI >>> 7 & mask;
        while (ids[slot] != null && numbers[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldNumbers = numbers;
        @Nullable String[] oldIds = ids;
        numbers = new int[2 * oldNumbers.length];
        ids = Arrays.copyOf(new String[0], numbers.length);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldIds[i] != null) {
                int slot = slot(oldNumbers[i]);
                ids[slot] = oldIds[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    /** Returns an amount of time. */
    WorkTime time(long ticks, WorkUnit unit) {
        int slot = slot(ticks, unit);
        WorkTime known = times[slot];
        if (known == null || known.ticks() != ticks || known.unit() != unit) {
            known = new WorkTime(ticks, unit);
            times[slot] = known;
        }
        return known;
    }

    /** Returns an amount of time, or nothing where a file has none. */
    @Nullable
    WorkTime known(long ticks, WorkUnit unit) {
        return ticks == Value.NO_TICKS ? null : time(ticks, unit);
    }

    /** Returns a lag of an amount of time. */
    Lag lag(long ticks, WorkUnit unit) {
        int slot = slot(ticks, unit);
        Lag known = lags[slot];
        if (!(known instanceof Lag.Time lag)
                || lag.time().ticks() != ticks
                || lag.time().unit() != unit) {
            known = Lag.of(time(ticks, unit));
            lags[slot] = known;
        }
        return known;
    }

    private static int slot(long ticks, WorkUnit unit) {
        int mixed = (int) (ticks ^ (ticks >>> 32)) * FIBONACCI;
        return (mixed >>> 9) + unit.ordinal() & (TIMES - 1);
    }
}
