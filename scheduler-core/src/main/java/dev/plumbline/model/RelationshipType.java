package dev.plumbline.model;

/** Which ends of two activities a relationship ties together: the predecessor's end first. */
public enum RelationshipType {
    /** Finish to start. */
    FS,
    /** Start to start. */
    SS,
    /** Finish to finish. */
    FF,
    /** Start to finish. */
    SF;

    /** Returns whether the predecessor's finish drives. */
    public boolean fromFinish() {
        return this == FS || this == FF;
    }

    /** Returns whether the successor's finish is driven. */
    public boolean toFinish() {
        return this == FF || this == SF;
    }
}
