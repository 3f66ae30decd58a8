/**
 * Random numbers and the engines of the simulation: inputs drawn by counters, durations from tabulated inverse distribution
 * functions, plans scheduled replicate by replicate or many side by side.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw: Parallel Random Numbers: As Easy as 1, 2, 3. Proc. SC11, 2011.
 */
@NullMarked
package dev.plumbline.internal.risk;

import org.jspecify.annotations.NullMarked;
