package dev.plumbline.level;

/** How a levelled schedule is built from an order of activities. */
public enum GenerationScheme {
    /** Activity by activity: the next in order is placed at the earliest time its resources allow. */
    SERIAL,
    /** Forward in time: at each instant, all that can begin do so, in order. */
    PARALLEL
}
