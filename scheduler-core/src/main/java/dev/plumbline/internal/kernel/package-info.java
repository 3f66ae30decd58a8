/** The algorithms, over the arrays of a network. Static methods that allocate nothing and know no model. */
@NullMarked
package dev.plumbline.internal.kernel;

import org.jspecify.annotations.NullMarked;
