/**
 * Reports of a schedule: one self-contained page with a Gantt chart, and texts for the terminal. Used through
 * {@link dev.plumbline.io.Reports}.
 *
 * <p>The chart places everything by share of its width, so that one page serves every screen, every zoom and paper without
 * script. Texts of a plan are never trusted: see {@link dev.plumbline.io.report.SafeText}.
 */
@NullMarked
package dev.plumbline.io.report;

import org.jspecify.annotations.NullMarked;
