/** What is measured: pieces of work by name, ours and those of other tools, for JMH and for the gate alike. Entry: {@link dev.plumbline.bench.work.Workloads}. */
@NullMarked
package dev.plumbline.bench.work;

import org.jspecify.annotations.NullMarked;
