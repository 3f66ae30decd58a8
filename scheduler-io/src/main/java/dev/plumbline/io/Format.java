package dev.plumbline.io;

/** The file formats of plans. */
public enum Format {
    /** Microsoft Project XML. */
    MSPDI,
    /** Comma-separated values: our own dialect with companion files, and Microsoft Project's exports. */
    CSV
}
