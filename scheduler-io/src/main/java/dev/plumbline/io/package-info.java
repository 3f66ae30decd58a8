/**
 * Plans as files. The entry is {@link dev.plumbline.io.ProjectFiles}:
 *
 * <pre>{@code
 * var read = ProjectFiles.read(Path.of("site.xml"));
 * read.findings().forEach(System.out::println);
 * var plan = CriticalPath.schedule(read.project());
 * read.write(plan, Path.of("site-scheduled.xml"));
 * }</pre>
 */
@NullMarked
package dev.plumbline.io;

import org.jspecify.annotations.NullMarked;
