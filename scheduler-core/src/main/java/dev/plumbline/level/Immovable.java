package dev.plumbline.level;

/** Why levelling leaves an activity where it is. */
public enum Immovable {
    /** It is finished. */
    COMPLETE("is finished", "correct what was reported"),
    /** It has begun, and its remaining work is not to be interrupted. */
    IN_PROGRESS("has begun", "let levelling split remaining work"),
    /** Its dates are typed. */
    MANUAL("is scheduled manually", "schedule it automatically"),
    /** It belongs to another project. */
    EXTERNAL("belongs to another project", "level that project too"),
    /** Its priority says so. */
    PRIORITY("has priority 1000", "lower its priority"),
    /** A constraint fixes it or would be broken. */
    CONSTRAINT("is bound by its constraint", "remove the constraint"),
    /** It is placed as late as possible. */
    AS_LATE_AS_POSSIBLE("is as late as possible", "schedule it as soon as possible"),
    /** It is placed as soon as possible in a plan that is scheduled from its finish. */
    AS_SOON_AS_POSSIBLE("is as soon as possible", "schedule it as late as possible"),
    /** It would have to move by more than its float. */
    FLOAT("would have to move by more than its float", "level beyond float"),
    /** It alone asks for more than there ever is. */
    ABOVE_CAPACITY("alone asks for more than there is", "raise the capacity or lower its units"),
    /** It is held where it is by relationships with the others. */
    TIED("is tied to the others by relationships", "loosen the relationships"),
    /** It works when the resource doesn't. */
    NON_WORKING_TIME("works outside the hours of the resource", "let it keep to the resource's calendar"),
    /** It lies outside the range of dates that is levelled. */
    OUT_OF_RANGE("lies outside the levelled dates", "widen the range of dates");

    private final String words;
    private final String wayOut;

    Immovable(String words, String wayOut) {
        this.words = words;
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }

    /** Returns the reason as the end of a sentence about an activity: {@code has priority 1000}. */
    @Override
    public String toString() {
        return words;
    }
}
