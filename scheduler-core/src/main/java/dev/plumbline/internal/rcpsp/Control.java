package dev.plumbline.internal.rcpsp;

/** What a search asks and tells while it runs. */
public interface Control {

    /** Returns whether to stop now; asked after every schedule, by every thread. */
    boolean isStopped();

    /** Takes how far the search is; called often, by the thread that started the search only. */
    void progress(long schedules, int makespan, int lowerBound);
}
