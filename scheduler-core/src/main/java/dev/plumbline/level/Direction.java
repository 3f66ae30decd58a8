package dev.plumbline.level;

/** In which direction a schedule is generated, whatever the scheme. */
public enum Direction {
    /** From the start of the project: each activity as early as its resources allow. */
    FORWARD,
    /** From its finish: each activity as late as its resources allow. */
    BACKWARD
}
