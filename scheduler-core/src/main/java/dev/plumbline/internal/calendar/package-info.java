/** Calendars as primitive prefix tables: what the engine computes with. Depends on the JDK alone. */
@NullMarked
package dev.plumbline.internal.calendar;

import org.jspecify.annotations.NullMarked;
