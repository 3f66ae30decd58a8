package dev.plumbline.internal.rcpsp;

import dev.plumbline.internal.rcpsp.OrderSearch.Child;
import dev.plumbline.internal.util.Stopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Places a batch of orders on several threads, each with a placing of its own. */
final class Batch {

    private final Placing[] placings;
    private final Justifier[] justifiers;
    private final OrderSearch.Watch watch;

    Batch(OrderSearch.@Nullable Image image, Placing[] placings, OrderSearch.Watch watch) {
        this.placings = placings;
        this.watch = watch;
        this.justifiers = new Justifier[image == null ? 0 : placings.length];
        Arrays.setAll(justifiers, i -> new Justifier(Objects.requireNonNull(image)));
    }

    /** Returns when every child is placed, or left out since the watch said stop; the first is never left out. */
    void run(List<Child> children) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(placings.length, children.size()); i++) {
            int number = i;
            Thread helper = new Thread(() -> work(number, children, next, failure), "plumbline-search-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        work(0, children, next, failure);
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true; // the watch sees it and lets the others stop
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void work(int number, List<Child> children, AtomicInteger next, AtomicReference<RuntimeException> failure) {
        try {
            for (int i = next.getAndIncrement(); i < children.size(); i = next.getAndIncrement()) {
                if (failure.get() != null || i > 0 && watch.isStopped()) {
                    return;
                }
                Child child = children.get(i);
                if (child.justified) {
                    justifiers[number].justify(child.keys);
                }
                child.finish = placings[number].place(child.keys, child.parallel, child.start);
                child.placed = true;
            }
        } catch (Stopped e) {
            return; // the child that it was at is left out, like those that follow
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Returns the place of each value in their order; equal ones keep theirs. */
    static int[] positions(long[] values) {
        long[] pairs = new long[values.length];
        long low = Long.MAX_VALUE;
        for (long value : values) {
            low = Math.min(low, value);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, values.length));
        for (int a = 0; a < pairs.length; a++) {
            pairs[a] = values[a] - low << bits | a;
        }
        Arrays.sort(pairs);
        int[] positions = new int[values.length];
        int mask = (1 << bits) - 1;
        for (int i = 0; i < pairs.length; i++) {
            positions[(int) (pairs[i] & mask)] = i;
        }
        return positions;
    }

    /** Shifts an order to the right in the image. */
    private static final class Justifier {
        private final OrderSearch.Image image;
        private final Decoder decoder;
        private final Orders orders;
        private final int[] keys;
        private final int[] list;
        private final int[] starts;

        Justifier(OrderSearch.Image image) {
            int n = image.project().n;
            this.image = image;
            this.decoder = Decoder.of(image.project());
            this.orders = new Orders(image.project());
            this.keys = new int[n];
            this.list = new int[n];
            this.starts = new int[n];
        }

        /** Decodes an order forward and then backward; the order becomes that of the starts that this gives. */
        void justify(int[] order) {
            int[] number = image.number();
            int[] duration = image.project().duration;
            Arrays.fill(keys, 0); // what only the image has goes as early as possible
            for (int a = 0; a < number.length; a++) {
                if (number[a] >= 0) {
                    keys[number[a]] = order[a];
                }
            }
            orders.sort(0, keys, list);
            int length = decoder.serial(0, list, starts);
            for (int i = 0; i < keys.length; i++) {
                keys[i] = length - starts[i] - duration[i];
            }
            orders.sort(1, keys, list);
            length = decoder.serial(1, list, starts);
            long[] values = new long[number.length];
            for (int a = 0; a < number.length; a++) {
                int i = number[a];
                values[a] = i < 0 ? order[a] : (long) length - starts[i] - duration[i];
            }
            System.arraycopy(positions(values), 0, order, 0, order.length);
        }
    }
}
