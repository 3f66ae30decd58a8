package dev.plumbline.progress;

/** What {@link StatusUpdate#updateProject} takes as done. */
public enum UpdateMode {
    /** Of every activity the share that is scheduled before the date. */
    SHARE_BEFORE_DATE,
    /** Activities that are scheduled to finish by the date, entirely; of the others nothing. */
    ALL_OR_NOTHING
}
