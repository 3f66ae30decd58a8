/** Being written. */
@NullMarked
package dev.plumbline.io.report;

import org.jspecify.annotations.NullMarked;
