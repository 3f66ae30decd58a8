package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Puts a value into what is being read. */
    interface Setter<D> {
        void set(D draft, Value value);
    }

    /** Reads an element that has elements inside. */
    interface Reader<D> {
        void read(D draft, DocumentReader document) throws IOException;
    }

    /** Returns what to write, or nothing. */
    interface Getter<S> {
        @Nullable
        String get(S source);
    }

    /** Writes elements that have elements inside. */
    interface Writer<S> {
        void write(S source, XmlOut out) throws IOException;
    }

    /** One element. */
    static final class Row<D, S> {
        final int index;
        final String name;
        final Treatment treatment;
        final boolean many;
        boolean evenBlank;
        final @Nullable Setter<D> setter;
        final @Nullable Reader<D> reader;
        final @Nullable Getter<S> getter;
        final @Nullable Writer<S> writer;

        private Row(
                int index,
                String name,
                Treatment treatment,
                boolean many,
                @Nullable Setter<D> setter,
                @Nullable Reader<D> reader,
                @Nullable Getter<S> getter,
                @Nullable Writer<S> writer) {
            this.index = index;
            this.name = name;
            this.treatment = treatment;
            this.many = many;
            this.setter = setter;
            this.reader = reader;
            this.getter = getter;
            this.writer = writer;
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
        return add(name, Treatment.MODEL, false, setter, null, getter, null);
    }

    /** Adds an element with elements inside, once. */
    FieldTable<D, S> part(String name, Reader<D> reader, Writer<S> writer) {
        return add(name, Treatment.MODEL, false, null, reader, null, writer);
    }

    /** Adds an element with elements inside that may repeat. */
    FieldTable<D, S> parts(String name, Reader<D> reader, Writer<S> writer) {
        return add(name, Treatment.MODEL, true, null, reader, null, writer);
    }

    /** Adds elements that the ledger holds. */
    FieldTable<D, S> kept(String... names) {
        for (String name : names) {
            add(name, Treatment.LEDGER, true, null, null, null, null);
        }
        return this;
    }

    /** Adds an element that the ledger holds, with what is written where the ledger has none. */
    FieldTable<D, S> keptOr(String name, Getter<S> standard) {
        return add(name, Treatment.LEDGER, false, null, null, standard, null);
    }

    /** Adds an element that follows from the rest. */
    FieldTable<D, S> computed(String name, Getter<S> getter) {
        return add(name, Treatment.COMPUTED, false, null, null, getter, null);
    }

    /** Adds elements that follow from the rest and are not written. */
    FieldTable<D, S> dropped(String... names) {
        for (String name : names) {
            add(name, Treatment.COMPUTED, true, null, null, null, null);
        }
        return this;
    }

    /** Makes the setter of the last row see an element without text too. */
    FieldTable<D, S> evenBlank() {
        rows.get(rows.size() - 1).evenBlank = true;
        return this;
    }

    private FieldTable<D, S> add(
            String name,
            Treatment treatment,
            boolean many,
            @Nullable Setter<D> setter,
            @Nullable Reader<D> reader,
            @Nullable Getter<S> getter,
            @Nullable Writer<S> writer) {
        Row<D, S> row = new Row<>(rows.size(), name, treatment, many, setter, reader, getter, writer);
        rows.add(row);
        if (byName.put(name, row) != null) {
            throw new IllegalArgumentException(entity + " has two rows " + name);
        }
        return this;
    }
}
