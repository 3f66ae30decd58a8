package dev.plumbline.rcpsp;

/** Why a search ended. */
public enum StoppedBy {
    /** The schedule is as short as the lower bound: no other can be shorter. */
    OPTIMUM,
    /** The budget of schedules is spent. */
    SCHEDULES,
    /** The budget of time is spent: another run may get further. */
    TIME,
    /** The token was cancelled or the thread interrupted. */
    CANCEL
}
