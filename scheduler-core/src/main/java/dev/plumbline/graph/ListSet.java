package dev.plumbline.graph;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A list without equal elements, seen as a set that can't be changed.
 *
 * @param <T> the elements
 */
final class ListSet<T> extends AbstractSet<T> {

    private final List<T> elements;

    ListSet(List<T> elements) {
        this.elements = Collections.unmodifiableList(elements);
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }
}
