package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.CalendarException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;

/*
 * Of exceptions that meet on a day, the one given first counts; a file has them in the order of their dates. The two orders
 * differ where an exception that was given later began earlier and isn't over yet: a sweep over the beginnings knows those that
 * are open. O(n log n).
 */
/** Tells whether sorting exceptions by date may change what they say. */
final class ExceptionOrder {

    private ExceptionOrder() {}

    static boolean matters(List<CalendarException> exceptions) {
        int[] byDate = IntStream.range(0, exceptions.size())
                .boxed()
                .sorted(Comparator.comparing(i -> exceptions.get(i).recurrence().from()))
                .mapToInt(Integer::intValue)
                .toArray();
        TreeSet<Integer> open = new TreeSet<>();
        PriorityQueue<Integer> ends = new PriorityQueue<>(
                Comparator.comparing(i -> exceptions.get(i).recurrence().to()));
        for (int next : byDate) {
            LocalDate from = exceptions.get(next).recurrence().from();
            while (!ends.isEmpty()
                    && exceptions.get(ends.peek()).recurrence().to().isBefore(from)) {
                open.remove(ends.remove());
            }
            if (!open.isEmpty() && open.last() > next) {
                return true;
            }
            open.add(next);
            ends.add(next);
        }
        return false;
    }
}
