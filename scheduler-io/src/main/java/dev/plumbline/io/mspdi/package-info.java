/** Being written. */
@NullMarked
package dev.plumbline.io.mspdi;

import org.jspecify.annotations.NullMarked;
