package dev.plumbline.model;

/** Which end of the project is given. */
public enum ScheduleFrom {
    /** The start is given, activities are placed as soon as possible. */
    START,
    /** The finish is given, activities are placed as late as possible. */
    FINISH
}
