package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one kind of entity in Microsoft Project's own order: how each is read and written. A new field is one row.
 *
 * @param <D> what is filled while reading
 * @param <S> what is written from
 */
final class FieldTable<D, S> {

    /** What becomes of an element. */
    enum Treatment {
        /** The model holds it. */
        MODEL,
        /** The ledger holds it as it is, and it is written back. */
        LEDGER,
        /** It follows from the rest: written if known, never read or kept. */
        COMPUTED
    }

    /**
     * Puts a value into what is being read.
     *
     * @param <D> what is filled
     */
    interface Setter<D> {
        void set(D draft, Value value);
    }

    /**
     * Reads an element that has elements inside.
     *
     * @param <D> what is filled
     */
    interface Reader<D> {
        void read(D draft, DocumentReader document) throws IOException;
    }

    /**
     * Returns what to write, or nothing.
     *
     * @param <S> what is written from
     */
    interface Getter<S> {
        @Nullable
        String get(S source);
    }

    /**
     * Writes elements that have elements inside.
     *
     * @param <S> what is written from
     */
    interface Writer<S> {
        void write(S source, XmlOut out) throws IOException;
    }

    /**
     * One element.
     *
     * @param <D> what is filled
     * @param <S> what is written from
     */
    static final class Row<D, S> {
        final int index;
        final String name;
        final XmlOut.Tag tag;
        final Treatment treatment;
        boolean many;
        boolean evenBlank;

        @Nullable
        Setter<D> setter;

        @Nullable
        Reader<D> reader;

        @Nullable
        Getter<S> getter;

        @Nullable
        Writer<S> writer;

        private Row(int index, String name, Treatment treatment) {
            this.index = index;
            this.name = name;
            this.tag = new XmlOut.Tag(name);
            this.treatment = treatment;
        }
    }

    private final String entity;
    private final List<Row<D, S>> rows = new ArrayList<>();
    private final Map<String, Row<D, S>> byName = new HashMap<>();

    FieldTable(String entity) {
        this.entity = entity;
    }

    /** Returns the name of the element that holds the others. */
    String entity() {
        return entity;
    }

    List<Row<D, S>> rows() {
        return rows;
    }

    @Nullable
    Row<D, S> row(String name) {
        return byName.get(name);
    }

    /** Adds a value that the model holds. */
    FieldTable<D, S> field(String name, Setter<D> setter, Getter<S> getter) {
        Row<D, S> row = add(name, Treatment.MODEL);
        row.setter = setter;
        row.getter = getter;
        return this;
    }

    /** Adds a text that the model holds as it is, white space included. */
    FieldTable<D, S> text(String name, BiConsumer<D, String> setter, Getter<S> getter) {
        return field(name, (draft, value) -> setter.accept(draft, value.text()), getter)
                .evenBlank();
    }

    /** Adds an element with elements inside, once. */
    FieldTable<D, S> part(String name, Reader<D> reader, Writer<S> writer) {
        Row<D, S> row = add(name, Treatment.MODEL);
        row.reader = reader;
        row.writer = writer;
        return this;
    }

    /** Adds an element with elements inside that may repeat. */
    FieldTable<D, S> parts(String name, Reader<D> reader, Writer<S> writer) {
        part(name, reader, writer);
        last().many = true;
        return this;
    }

    /** Adds elements that the ledger holds. */
    FieldTable<D, S> kept(String... names) {
        for (String name : names) {
            add(name, Treatment.LEDGER).many = true;
        }
        return this;
    }

    /** Adds an element that the ledger holds, with what is written where the ledger has none. */
    FieldTable<D, S> keptOr(String name, Getter<S> standard) {
        add(name, Treatment.LEDGER).getter = standard;
        return this;
    }

    /** Adds an element that follows from the rest. */
    FieldTable<D, S> computed(String name, Getter<S> getter) {
        add(name, Treatment.COMPUTED).getter = getter;
        return this;
    }

    /** Adds elements that follow from the rest and are not written. */
    FieldTable<D, S> dropped(String... names) {
        for (String name : names) {
            add(name, Treatment.COMPUTED).many = true;
        }
        return this;
    }

    /** Makes the setter of the last row see an element without text too. */
    FieldTable<D, S> evenBlank() {
        last().evenBlank = true;
        return this;
    }

    private Row<D, S> last() {
        return rows.get(rows.size() - 1);
    }

    private Row<D, S> add(String name, Treatment treatment) {
        Row<D, S> row = new Row<>(rows.size(), name, treatment);
        rows.add(row);
        if (byName.put(name, row) != null) {
            throw new IllegalArgumentException(entity + " has two rows " + name);
        }
        return row;
    }
}
