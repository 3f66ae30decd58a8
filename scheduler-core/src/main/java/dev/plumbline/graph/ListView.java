package dev.plumbline.graph;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list seen through a function of its elements.
 *
 * @param <S> the elements of the list
 * @param <T> what they are seen as
 */
final class ListView<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> function;

    ListView(List<S> source, Function<S, T> function) {
        this.source = source;
        this.function = function;
    }

    @Override
    public T get(int index) {
        return function.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
