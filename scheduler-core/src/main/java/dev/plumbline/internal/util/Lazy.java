package dev.plumbline.internal.util;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first asked for, once, whichever thread asks.
 *
 * @param <T> the type of the value
 */
public final class Lazy<T> {

    private @Nullable Supplier<T> supplier;
    private volatile @Nullable T value;

    private Lazy(@Nullable Supplier<T> supplier, @Nullable T value) {
        this.supplier = supplier;
        this.value = value;
    }

    /** Returns a value to be computed. */
    public static <T> Lazy<T> of(Supplier<T> supplier) {
        return new Lazy<>(supplier, null);
    }

    /** Returns a value that is there. */
    public static <T> Lazy<T> ready(T value) {
        return new Lazy<>(null, value);
    }

    /** Returns the value. */
    public T get() {
        T result = value;
        return result != null ? result : compute();
    }

    private synchronized T compute() {
        T result = value;
        if (result == null) {
            Supplier<T> source = supplier;
            if (source == null) {
                throw new IllegalStateException("a lazy value without source");
            }
            result = source.get();
            value = result;
            supplier = null;
        }
        return result;
    }
}
