/** The door from objects to arrays: a project compiled into a network of dense numbers, read by the kernels. */
@NullMarked
package dev.plumbline.internal.network;

import org.jspecify.annotations.NullMarked;
