/**
 * Benchmarks and the plans they run on. The entries are {@link dev.plumbline.bench.PlanGenerator}, which makes plans of any
 * size, and {@link dev.plumbline.bench.LargePlans}, which schedules the largest.
 */
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
