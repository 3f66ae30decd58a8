/**
 * Abstract instances of resource-constrained scheduling: PSPLIB's {@code .sm} (R. Kolisch, A. Sprecher: PSPLIB - a project
 * scheduling problem library. European Journal of Operational Research 96(1), 1997, pp. 205-216) and Patterson's {@code .rcp}.
 */
@NullMarked
package dev.plumbline.io.psplib;

import org.jspecify.annotations.NullMarked;
