package dev.plumbline.level;

/** Which activity is delayed where several compete, in levelling conflict by conflict. */
public enum ConflictOrder {
    /** The one furthest down in the plan. */
    ID_ONLY,
    /** By relationships, float, dates and priority. */
    STANDARD,
    /** The one of the lowest priority, then as {@link #STANDARD}. */
    PRIORITY_STANDARD
}
