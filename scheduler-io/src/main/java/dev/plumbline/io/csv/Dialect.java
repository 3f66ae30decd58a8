package dev.plumbline.io.csv;

/** Who wrote a file. */
enum Dialect {
    /** Our own: {@code ID,Name,Duration,Predecessors,Resources,Start} and optional columns. */
    OWN("Plumbline's own columns"),
    /** The columns of Microsoft Project's default map when a plan is saved as CSV, or of a table pasted from its views. */
    PROJECT_TABLE("Microsoft Project's table columns"),
    /** The columns of Microsoft Project's export wizard, whose names have underscores. */
    PROJECT_EXPORT("Microsoft Project's export map");

    private final String description;

    Dialect(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    boolean isForeign() {
        return this != OWN;
    }
}
