package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.Arrays;

/** Writes an entity by its table: what the model holds, what is computed and what the ledger kept, in the table's order. */
final class EntityWriter {

    private EntityWriter() {}

    static <S> void write(FieldTable<?, S> table, S source, Kept kept, XmlOut out) throws IOException {
        if (kept.isEmpty()) {
            for (FieldTable.Row<?, S> row : table.rows()) {
                model(row, source, out);
            }
        } else {
            new Merge(kept.pieces(), table).write(table, source, out);
        }
    }

    private static <S> void model(FieldTable.Row<?, S> row, S source, XmlOut out) throws IOException {
        FieldTable.Getter<S> getter = row.getter;
        FieldTable.Writer<S> writer = row.writer;
        if (getter != null) {
            out.leaf(row.tag, getter.get(source));
        } else if (writer != null) {
            writer.write(source, out);
        }
    }

    /** Pieces by the row of their element, as lists in one array: those of elements without a row come last. */
    private static final class Merge {

        private static final int NONE = -1;

        private final KeptPieces pieces;
        private final int[] first;
        private final int[] next;

        Merge(KeptPieces pieces, FieldTable<?, ?> table) {
            this.pieces = pieces;
            int rows = table.rows().size();
            first = new int[rows + 1];
            next = new int[pieces.count()];
            Arrays.fill(first, NONE);
            for (int i = pieces.count() - 1; i >= 0; i--) {
                FieldTable.Row<?, ?> row = table.row(pieces.name(i));
                int index = row == null ? rows : row.index;
                next[i] = first[index];
                first[index] = i;
            }
        }

        <S> void write(FieldTable<?, S> table, S source, XmlOut out) throws IOException {
            for (FieldTable.Row<?, S> row : table.rows()) {
                if (row.treatment == FieldTable.Treatment.MODEL || first[row.index] == NONE) {
                    model(row, source, out);
                }
                writePieces(row.index, out);
            }
            writePieces(table.rows().size(), out);
        }

        private void writePieces(int row, XmlOut out) throws IOException {
            for (int i = first[row]; i != NONE; i = next[i]) {
                out.piece(pieces.bytes(), pieces.from(i), pieces.to(i));
            }
        }
    }
}
