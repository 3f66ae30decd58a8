package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads entities by their tables, keeps what the model doesn't hold, and notes what is odd. */
final class DocumentReader {

    private static final int MOST_UNKNOWN = 1_000;
    /** Its attributes tell of the document's schema, not of the plan. */
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XmlSource xml;
    private final Value value;
    private final ProblemLog log;
    private final ReadLimits limits;
    private final ElementCopy copy;
    private final Map<String, Set<String>> unknown = new HashMap<>();
    private int unknownCount;
    private final KeptStore entityStore;
    private final KeptStore groupStore;
    private final KeptStore partStore;
    private final TimephasedReader timephased = new TimephasedReader();

    DocumentReader(XmlSource xml, ReadLimits limits, ProblemLog log) {
        this.xml = xml;
        this.value = new Value(xml, limits, log);
        this.log = log;
        this.limits = limits;
        this.copy = new ElementCopy(xml);
        this.entityStore = new KeptStore(xml.names());
        this.groupStore = new KeptStore(xml.names());
        this.partStore = new KeptStore(xml.names());
    }

    XmlSource xml() {
        return xml;
    }

    Value value() {
        return value;
    }

    /** Returns where pieces are kept for the entity that is being read. */
    KeptStore entityStore() {
        return entityStore;
    }

    /** Returns the reader of time-phased data. */
    TimephasedReader timephased() {
        return timephased;
    }

    ProblemLog log() {
        return log;
    }

    ReadLimits limits() {
        return limits;
    }

    /** What is done with each element of a section. */
    interface Action {
        void run() throws IOException;
    }

    /** Runs an action for each child of a name; other children are left out with a warning. */
    void each(String name, Action action) throws IOException {
        while (xml.nextChild()) {
            if (xml.isOwn() && xml.name().equals(name)) {
                noteAttributes();
                action.run();
            } else {
                leaveOut("a list of " + name);
            }
        }
    }

    /** Reads a small part whose unknown elements are left out with a warning. */
    <D> void plain(FieldTable<D, ?> table, D draft) throws IOException {
        while (xml.nextChild()) {
            FieldTable.Row<D, ?> row = xml.isOwn() ? table.row(xml.name()) : null;
            value.within(table.entity(), 0);
            if (row == null) {
                leaveOut(table.entity());
            } else {
                field(row, draft, partStore);
            }
        }
    }

    /** Leaves out the element that was opened last, which has no place in its parent, with a warning. */
    void leaveOut(String parent) throws IOException {
        String name = xml.name();
        if (isNewUnknown(parent, name)) {
            log.add(Problem.warning(
                            "MSPDI_LEFT_OUT",
                            "element %s has no place in %s".formatted(Problem.quote(name), parent),
                            "it is left out when the plan is written")
                    .at(Spot.location(xml.spot())));
        }
        xml.skip();
    }

    /** Reads an entity such as an activity; returns what is kept of it. */
    <D> Kept entity(FieldTable<D, ?> table, D draft, int number) throws IOException {
        return fields(table, draft, number, entityStore);
    }

    /** Reads a part of an entity, such as a relationship; returns what is kept of it. */
    <D> Kept part(FieldTable<D, ?> table, D draft, int number) throws IOException {
        return fields(table, draft, number, partStore);
    }

    /** Reads a part that has parts itself, such as a work week; returns what is kept of it. */
    <D> Kept group(FieldTable<D, ?> table, D draft, int number) throws IOException {
        return fields(table, draft, number, groupStore);
    }

    /** Reads the elements of the element that was opened last. */
    <D> Kept fields(FieldTable<D, ?> table, D draft, int number, KeptStore store) throws IOException {
        long from = store.size();
        long[] seen = new long[(table.rows().size() + 63) / 64];
        while (xml.nextChild()) {
            FieldTable.Row<D, ?> row = xml.isOwn() ? table.row(xml.name()) : null;
            value.within(table.entity(), number);
            if (row == null) {
                noteUnknown(table.entity());
                copy.copy(store);
            } else {
                noteRepetition(table, row, seen, number);
                field(row, draft, store);
            }
        }
        return store.size() == from ? Kept.NOTHING : new Kept(store, from, store.size());
    }

    private <D> void field(FieldTable.Row<D, ?> row, D draft, KeptStore store) throws IOException {
        FieldTable.Setter<D> setter = row.setter;
        FieldTable.Reader<D> reader = row.reader;
        if (setter != null || reader != null) {
            noteAttributes();
        }
        if (setter != null) {
            value.read();
            if (!value.isBlank() || row.evenBlank) {
                setter.set(draft, value);
            }
        } else if (reader != null) {
            reader.read(draft, this);
        } else if (row.treatment == FieldTable.Treatment.LEDGER) {
            copy.copy(store);
        } else {
            xml.skip();
        }
    }

    /** Warns of attributes of the element that was opened last: Microsoft Project has none, and those of others have no place. */
    void noteAttributes() {
        List<XmlTag.Attribute> attributes = xml.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.get(i).name().qualified;
            if (!SCHEMA_INSTANCE.equals(attributes.get(i).namespace()) && isNewUnknown(xml.name(), "@" + name)) {
                log.add(Problem.warning(
                                "MSPDI_LEFT_OUT",
                                "attribute %s has no place in %s".formatted(Problem.quote(name), xml.name()),
                                "it is left out when the plan is written")
                        .at(Spot.location(xml.spot())));
            }
        }
    }

    private void noteRepetition(FieldTable<?, ?> table, FieldTable.Row<?, ?> row, long[] seen, int number) {
        long bit = 1L << row.index;
        if ((seen[row.index >> 6] & bit) != 0 && !row.many && log.takes(Severity.WARNING)) {
            log.add(Problem.warning(
                            "MSPDI_DUPLICATE_ELEMENT",
                            "%s[%s] has a second %s".formatted(table.entity(), number, row.name),
                            "the last one counts")
                    .at(Spot.location(xml.spot()).withPath(table.entity() + "[" + number + "]/" + row.name)));
        }
        seen[row.index >> 6] |= bit;
    }

    /** Each unknown name is reported once, and not without end. */
    private boolean isNewUnknown(String parent, String name) {
        Set<String> names = unknown.computeIfAbsent(parent, k -> new HashSet<>());
        if (unknownCount >= MOST_UNKNOWN || !names.add(name)) {
            return false;
        }
        unknownCount++;
        return true;
    }

    private void noteUnknown(String entity) {
        String name = xml.name();
        if (isNewUnknown(entity, name)) {
            log.add(Problem.info(
                            "MSPDI_UNKNOWN_ELEMENT",
                            "element %s of %s is not known".formatted(Problem.quote(name), entity),
                            "it is kept and written back as it is")
                    .at(Spot.location(xml.spot()).withPath(entity)));
        }
    }

    /** Refuses one more of what there are too many of. */
    void checkCount(int count, int limit, String code, String things) {
        if (count >= limit) {
            throw new PlumblineException(Problem.error(
                            code,
                            "there are more than %s %s".formatted(limit, things),
                            "read the file with larger limits if you trust it")
                    .at(Spot.location(xml.spot())));
        }
    }
}
