/**
 * CSV: plans in our own dialect with companion files, and the exports of Microsoft Project. The entries are
 * {@link dev.plumbline.io.csv.CsvPlanReader} and {@link dev.plumbline.io.csv.CsvPlanWriter}.
 */
@NullMarked
package dev.plumbline.io.csv;

import org.jspecify.annotations.NullMarked;
