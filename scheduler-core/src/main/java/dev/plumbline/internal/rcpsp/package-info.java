/** The search for short schedules of one instance, over plain arrays; knows no model. */
@NullMarked
package dev.plumbline.internal.rcpsp;

import org.jspecify.annotations.NullMarked;
