package dev.plumbline.io.csv;

import dev.plumbline.model.Accrual;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceBuilder;
import dev.plumbline.model.ResourceType;
import java.util.Locale;
import java.util.function.Function;

/** The columns of resources that hold one simple value each: how they are read and, empty for the default, written. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are functions without state
enum ResourceColumn {
    ROW("Row", (c, b) -> b.row(c.integer(0, Integer.MAX_VALUE)), r -> r.row() == 0 ? "" : String.valueOf(r.row())),
    TYPE(
            "Type",
            (c, b) -> b.type(c.constant(ResourceType.class)),
            r -> r.type() == ResourceType.WORK ? "" : Cell.title(r.type())),
    INITIALS("Initials", Column.Kind.TEXT, (c, b) -> b.initials(c.text()), r -> FormulaGuard.guard(r.initials())),
    GROUP("Group", Column.Kind.TEXT, (c, b) -> b.group(c.text()), r -> FormulaGuard.guard(r.group())),
    MATERIAL_LABEL(
            "Material Label",
            Column.Kind.TEXT,
            (c, b) -> b.materialLabel(c.text()),
            r -> FormulaGuard.guard(r.materialLabel())),
    ACCRUE_AT(
            "Accrue At",
            (c, b) -> b.accrual(c.constant(Accrual.class)),
            r -> r.accrual() == Accrual.PRORATED ? "" : Cell.title(r.accrual())),
    CAN_LEVEL("Can Level", (c, b) -> b.canLevel(c.flag()), r -> flag(r.canLevel(), true)),
    GENERIC("Generic", (c, b) -> b.generic(c.flag()), r -> flag(r.generic(), false)),
    ACTIVE("Active", (c, b) -> b.active(c.flag()), r -> flag(r.active(), true)),
    BUDGET("Budget", (c, b) -> b.budget(c.flag()), r -> flag(r.budget(), false)),
    PROPOSED("Proposed", (c, b) -> b.proposed(c.flag()), r -> flag(r.proposed(), false)),
    NOTES("Notes", Column.Kind.TEXT, (c, b) -> b.notes(c.text()), r -> FormulaGuard.guard(r.notes()));

    /** Reads a cell that isn't empty. */
    interface Reader {
        void read(Cell cell, ResourceBuilder builder) throws CellProblem;
    }

    private final String title;
    private final Column.Kind kind;
    private final Reader reader;
    private final Function<Resource, String> writer;

    ResourceColumn(String title, Reader reader, Function<Resource, String> writer) {
        this(title, Column.Kind.PLAIN, reader, writer);
    }

    ResourceColumn(String title, Column.Kind kind, Reader reader, Function<Resource, String> writer) {
        this.title = title;
        this.kind = kind;
        this.reader = reader;
        this.writer = writer;
    }

    String title() {
        return title;
    }

    /** Returns the title in lower case, by which it is found. */
    String key() {
        return title.toLowerCase(Locale.ROOT);
    }

    Column.Kind kind() {
        return kind;
    }

    void read(Cell cell, ResourceBuilder builder) throws CellProblem {
        reader.read(cell, builder);
    }

    String write(Resource resource) {
        return writer.apply(resource);
    }

    private static String flag(boolean value, boolean usual) {
        return value == usual ? "" : value ? "Yes" : "No";
    }
}
