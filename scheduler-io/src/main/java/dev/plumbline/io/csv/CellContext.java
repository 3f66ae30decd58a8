package dev.plumbline.io.csv;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.ProjectSettings;

/**
 * What reading a cell needs to know of the file.
 *
 * @param dialect which columns mean what
 * @param numbers how fractions are written
 * @param durations how amounts of time are read
 * @param dates the order of day and month
 * @param settings the project's times of day for dates without one
 * @param limits how large things may be
 * @param problems where to report
 */
record CellContext(
        Dialect dialect,
        NumberStyle numbers,
        Durations durations,
        DateOrders dates,
        ProjectSettings settings,
        ReadLimits limits,
        ProblemList problems) {}
