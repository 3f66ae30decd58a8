/** Small helpers over primitives that know nothing of projects. */
@NullMarked
package dev.plumbline.internal.util;

import org.jspecify.annotations.NullMarked;
