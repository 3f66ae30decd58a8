/**
 * The plumbline command. The entry is {@link dev.plumbline.cli.Main}; a command is one small class that Main lists, made of
 * the option groups beside it:
 *
 * <pre>{@code
 * plumbline schedule site.xml
 * plumbline schedule site.xml --format csv --output site.csv
 * plumbline check plans --include '*.csv' --fail-on warning
 * }</pre>
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
