/** What the readers of all formats share: numbers, instants and strings out of characters. */
@NullMarked
package dev.plumbline.io.text;

import org.jspecify.annotations.NullMarked;
