/**
 * What a planner knows before anything is computed: the immutable project.
 *
 * <p>The entry is {@link dev.plumbline.model.Project}; its builder checks everything at once and reports all problems together:
 *
 * <pre>{@code
 * var project = Project.builder("Pump station")
 *         .start(LocalDateTime.of(2026, 3, 2, 8, 0))
 *         .activity("A", "Excavate", hours(40)).activity("B", "Foundation", hours(64))
 *         .finishToStart("A", "B")
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.plumbline.model;

import org.jspecify.annotations.NullMarked;
