package dev.plumbline.io.mspdi;

/*
 * Microsoft Project needs some rows that a plan can do without: an assignment that carries the progress of an activity without
 * resources, a calendar for each resource. They are written with a global id of our own, so that reading the file gives the
 * plan that was written.
 */
/** Global ids of rows that are made for the file only. */
final class Marks {

    private static final String PREFIX = "504C554D-424C-494E-";
    private static final String PROGRESS = PREFIX + "4501-";
    private static final String RESOURCE = PREFIX + "4502-";
    private static final String RESOURCE_OF_BASE = PREFIX + "4503-";

    private Marks() {}

    static String progress(int uid) {
        return numbered(PROGRESS, uid);
    }

    /** Returns the mark of a calendar for a resource that names none, or names a base calendar. */
    static String resource(int uid, boolean ofBase) {
        return numbered(ofBase ? RESOURCE_OF_BASE : RESOURCE, uid);
    }

    private static String numbered(String mark, int uid) {
        String hex = Integer.toHexString(uid).toUpperCase(java.util.Locale.ROOT);
        return mark + "0".repeat(12 - hex.length()) + hex;
    }

    static boolean isOfProgress(Kept kept) {
        return has(kept, PROGRESS);
    }

    static boolean isOfResource(Kept kept) {
        return has(kept, RESOURCE) || has(kept, RESOURCE_OF_BASE);
    }

    static boolean isOfBase(Kept kept) {
        return has(kept, RESOURCE_OF_BASE);
    }

    private static boolean has(Kept kept, String mark) {
        return !kept.isEmpty() && kept.pieces().anyStartsWith("<GUID>" + mark);
    }
}
