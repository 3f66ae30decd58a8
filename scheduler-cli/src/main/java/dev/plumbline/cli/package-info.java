/** Being written. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
