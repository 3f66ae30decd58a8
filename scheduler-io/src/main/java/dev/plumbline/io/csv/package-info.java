/** Being written. */
@NullMarked
package dev.plumbline.io.csv;

import org.jspecify.annotations.NullMarked;
