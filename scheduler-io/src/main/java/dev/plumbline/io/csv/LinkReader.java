package dev.plumbline.io.csv;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** The relationships of the rows, once all ids are known. */
final class LinkReader {

    private final PredecessorScan plain;
    private final PredecessorCell cells;
    private final CellContext context;
    private final List<Relationship> relationships = new ArrayList<>();

    /** Reads against the activities that cells may name. */
    LinkReader(CellContext context, RowIds ids) {
        this.context = context;
        this.plain =
                new PredecessorScan(ids, context.durations(), context.numbers().commaSeparates());
        this.cells = new PredecessorCell(ids, context.durations(), context.numbers());
    }

    void read(String successor, Cell cell) throws CellProblem {
        if (plain.read(cell, successor, relationships)) {
            checkCount(cell);
            return;
        }
        for (PredecessorCell.Predecessor predecessor : cells.parse(cell.raw())) {
            String activity = predecessor.activity();
            if (activity == null) {
                reportUnknown(predecessor.reference(), cell);
                continue;
            }
            relationships.add(new Relationship(activity, successor, predecessor.type(), predecessor.lag()));
            checkCount(cell);
        }
    }

    private void checkCount(Cell cell) {
        ReadLimits limits = context.limits();
        if (relationships.size() > limits.relationships()) {
            throw context.problems()
                    .fatal(cell.place()
                            .problem(
                                    "LIMIT_RELATIONSHIPS",
                                    Severity.ERROR,
                                    "more than " + limits.relationships() + " relationships",
                                    "give --limits trusted if you trust the file"));
        }
    }

    /** Returns what was read so far. */
    List<Relationship> relationships() {
        return relationships;
    }

    /** In the export of another tool a relationship may lead out of the file; in our own dialect it is a mistake. */
    private void reportUnknown(String reference, Cell cell) {
        boolean foreign = context.dialect().isForeign();
        context.problems()
                .add(cell.place()
                        .problem(
                                "MODEL_DANGLING_LINK",
                                foreign ? Severity.WARNING : Severity.ERROR,
                                "there is no activity " + Problem.quote(reference)
                                        + (foreign ? "; the relationship was left out" : ""),
                                "add the activity or correct the predecessor"));
    }
}
