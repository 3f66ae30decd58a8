/**
 * A guard against slow code in build pipelines: measures work in ratio to a calibration loop of the same run, and judges it against
 * a committed baseline. Entry: {@link dev.plumbline.bench.gate.Gate}.
 */
@NullMarked
package dev.plumbline.bench.gate;

import org.jspecify.annotations.NullMarked;
