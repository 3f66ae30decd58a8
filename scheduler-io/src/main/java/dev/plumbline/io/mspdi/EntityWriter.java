package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an entity by its table: what the model holds, what is computed and what the ledger kept, in the table's order. */
final class EntityWriter {

    private EntityWriter() {}

    static <S> void write(FieldTable<?, S> table, S source, Kept kept, XmlOut out) throws IOException {
        List<@Nullable List<String>> byRow = new ArrayList<>();
        List<String> unknown = new ArrayList<>(0);
        sort(table, kept, byRow, unknown);
        for (FieldTable.Row<?, S> row : table.rows()) {
            List<String> pieces = row.index < byRow.size() ? byRow.get(row.index) : null;
            if (row.treatment == FieldTable.Treatment.MODEL || pieces == null) {
                model(row, source, out);
            }
            if (pieces != null) {
                for (String piece : pieces) {
                    out.piece(piece);
                }
            }
        }
        for (String piece : unknown) {
            out.piece(piece);
        }
    }

    private static <S> void model(FieldTable.Row<?, S> row, S source, XmlOut out) throws IOException {
        FieldTable.Getter<S> getter = row.getter;
        FieldTable.Writer<S> writer = row.writer;
        if (getter != null) {
            out.leaf(row.name, getter.get(source));
        } else if (writer != null) {
            writer.write(source, out);
        }
    }

    private static void sort(
            FieldTable<?, ?> table, Kept kept, List<@Nullable List<String>> byRow, List<String> unknown) {
        if (kept.isEmpty()) {
            return;
        }
        for (int i = 0; i < table.rows().size(); i++) {
            byRow.add(null);
        }
        for (String piece : kept.pieces()) {
            FieldTable.Row<?, ?> row = table.row(Kept.nameOf(piece));
            if (row == null) {
                unknown.add(piece);
                continue;
            }
            List<String> pieces = byRow.get(row.index);
            if (pieces == null) {
                pieces = new ArrayList<>(1);
                byRow.set(row.index, pieces);
            }
            pieces.add(piece);
        }
    }
}
