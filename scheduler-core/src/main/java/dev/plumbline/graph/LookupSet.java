package dev.plumbline.graph;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list without equal elements, seen as a set that can't be changed and knows a faster way to look an element up.
 *
 * @param <T> the elements
 */
final class LookupSet<T> extends AbstractSet<T> {

    private final List<T> elements;
    private final Predicate<@Nullable Object> lookup;

    LookupSet(List<T> elements, Predicate<@Nullable Object> lookup) {
        this.elements = Collections.unmodifiableList(elements);
        this.lookup = lookup;
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return lookup.test(element);
    }
}
