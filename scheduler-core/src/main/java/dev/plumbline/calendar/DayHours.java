package dev.plumbline.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The working periods of a day, in order and without overlap; none for a day off. Immutable.
 *
 * @param shifts the periods, in order of time
 */
public record DayHours(List<Shift> shifts) {

    /** A day without work. */
    public static final DayHours OFF = new DayHours(List.of());

    /** A day of 24 hours. */
    public static final DayHours ALL_DAY = new DayHours(List.of(Shift.ALL_DAY));

    /** Sorts the periods and refuses those that overlap. */
    public DayHours {
        List<Shift> sorted = new ArrayList<>(shifts);
        sorted.sort(Comparator.comparingInt(Shift::fromTick));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromTick() < sorted.get(i - 1).toTick()) {
                throw new IllegalArgumentException(
                        "shifts overlap: %s and %s".formatted(sorted.get(i - 1), sorted.get(i)));
            }
        }
        shifts = List.copyOf(sorted);
    }

    /** Returns a day with these periods. */
    public static DayHours of(Shift... shifts) {
        return new DayHours(Arrays.asList(shifts));
    }

    /** Returns whether anything is worked. */
    public boolean isWorking() {
        return !shifts.isEmpty();
    }

    /** Returns the working ticks of the day, 0 to 14,400. */
    public int ticks() {
        int sum = 0;
        for (Shift shift : shifts) {
            sum += shift.toTick() - shift.fromTick();
        }
        return sum;
    }

    /** Returns the periods separated by blanks, or {@code off}. */
    @Override
    public String toString() {
        return shifts.isEmpty() ? "off" : shifts.stream().map(Shift::toString).collect(Collectors.joining(" "));
    }
}
