package dev.plumbline.io.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.text.ShortTexts;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file, one after the other, blank lines left out. The separator is the one that makes most of the first
 * line's fields known titles. Cells without quotes lose the blanks around them, quoted cells are kept as they are.
 */
final class CsvTable {

    private static final int PEEK = 1 << 16;
    private static final Fields TAKEN = new Fields(0, List.of());
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final CsvText text;
    private final String file;
    private final ReadLimits limits;
    private final ProblemList problems;
    private final char separator;
    private final Collector collector = new Collector();
    private final CloseableIterator<Fields> records;
    private @Nullable Fields next;

    /**
     * One record.
     *
     * @param line the physical line on which it begins
     * @param cells its cells
     */
    record Fields(int line, List<String> cells) {

        boolean isBlank() {
            for (String cell : cells) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** How many fields of a first line are known titles. */
    interface Titles {
        boolean isKnown(String title);
    }

    CsvTable(
            CsvText text,
            String file,
            ReadLimits limits,
            ProblemList problems,
            @Nullable Character given,
            Titles titles)
            throws IOException {
        this.text = text;
        this.file = file;
        this.limits = limits;
        this.problems = problems;
        PushbackReader reader = new PushbackReader(text, PEEK);
        String first = firstLine(reader);
        boolean declared = first.length() >= 5 && first.regionMatches(true, 0, "sep=", 0, 4) && first.length() <= 6;
        this.separator = given != null ? given : declared ? first.charAt(4) : detect(first, titles);
        CsvReader<Fields> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(limits.textChars() + (1 << 19))
                .build(collector, reader);
        this.records = csv.iterator();
        if (declared) {
            advance();
        }
        advance();
    }

    char separator() {
        return separator;
    }

    private String firstLine(PushbackReader reader) throws IOException {
        char[] head = new char[PEEK];
        int filled = 0;
        boolean quoted = false;
        int end = -1;
        while (filled < head.length && end < 0) {
            int count = reader.read(head, filled, head.length - filled);
            if (count < 0) {
                break;
            }
            for (int i = filled; i < filled + count && end < 0; i++) {
                quoted ^= head[i] == '"';
                end = !quoted && (head[i] == '\n' || head[i] == '\r') && hasText(head, i) ? i : -1;
            }
            filled += count;
        }
        reader.unread(head, 0, filled);
        return new String(head, 0, end < 0 ? filled : end).stripLeading();
    }

    private static boolean hasText(char[] head, int end) {
        for (int i = 0; i < end; i++) {
            if (!Character.isWhitespace(head[i])) {
                return true;
            }
        }
        return false;
    }

    private static char detect(String first, Titles titles) {
        char best = ',';
        int bestKnown = -1;
        int bestFields = 0;
        for (char candidate : SEPARATORS) {
            int known = 0;
            int fields = 0;
            int from = 0;
            for (int i = 0; i <= first.length(); i++) {
                if (i == first.length() || first.charAt(i) == candidate) {
                    String field = first.substring(from, i).strip();
                    known += field.length() < 100 && titles.isKnown(unquoted(field)) ? 1 : 0;
                    fields++;
                    from = i + 1;
                }
            }
            if (known > bestKnown || (known == bestKnown && fields > bestFields)) {
                best = candidate;
                bestKnown = known;
                bestFields = fields;
            }
        }
        return best;
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1)
                : field;
    }

    boolean hasNext() {
        return next != null;
    }

    /** Returns the next record, which must be there. */
    Fields next() throws IOException {
        Fields result = peek();
        advance();
        return result;
    }

    /** Returns the record that comes next, which must be there, and leaves it there. */
    Fields peek() {
        Fields result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        return result;
    }

    /** Goes to the next record, whose fields the rows take; returns whether there is one. */
    boolean advance(PlanRows rows) throws IOException {
        collector.rows = rows;
        advance();
        return next != null;
    }

    private void advance() throws IOException {
        try {
            next = records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            next = null;
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw problems.fatal(
                    cause instanceof PlumblineException known
                            ? known.problems().get(0)
                            : new Place(file, collector.line(), 0, "")
                                    .problem(
                                            "CSV_QUOTE",
                                            Severity.ERROR,
                                            "a quoted field is not closed or text follows its closing quote",
                                            "double the quotes inside a quoted field"));
        }
    }

    /** Takes the fields from the parser, within limits. */
    private final class Collector extends AbstractBaseCsvCallbackHandler<Fields> {

        private final ShortTexts shared = new ShortTexts();
        private List<String> cells = new ArrayList<>();
        private @Nullable PlanRows rows;
        private int line;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) Math.min(startingLineNumber, Integer.MAX_VALUE);
            if (rows != null) {
                rows.begin(line);
            } else {
                cells = new ArrayList<>(Math.max(10, cells.size()));
            }
        }

        @Override
        protected void handleEmpty() {
            text.fieldEnded();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            text.fieldEnded();
            if (length > limits.textChars()) {
                throw new PlumblineException(CsvText.tooLong(file, line, limits));
            }
            if (index >= limits.csvColumns()) {
                throw new PlumblineException(tooManyColumns());
            }
            int from = offset;
            int to = offset + length;
            if (!quoted) {
                while (from < to && Blanks.isBlank(buffer[from])) {
                    from++;
                }
                while (to > from && Blanks.isBlank(buffer[to - 1])) {
                    to--;
                }
            }
            if (!quoted && from < to && buffer[from] == '"') {
                throw new PlumblineException(new Place(file, line, index + 1, "")
                        .problem(
                                "CSV_QUOTE",
                                Severity.ERROR,
                                "a quote after a blank: the quotes could be part of the text or stand around it",
                                "remove the blank before the quote"));
            }
            if (rows != null) {
                rows.add(buffer, from, to);
            } else {
                cells.add(shared.get(buffer, from, to));
            }
        }

        private Problem tooManyColumns() {
            return new Place(file, line, limits.csvColumns() + 1, "")
                    .problem(
                            "LIMIT_COLUMNS",
                            Severity.ERROR,
                            "more than " + limits.csvColumns() + " columns",
                            "remove columns, or give --limits trusted if you trust the file");
        }

        int line() {
            return line;
        }

        @Override
        protected Fields buildRecord() {
            return rows != null ? TAKEN : new Fields(line, cells);
        }
    }
}
