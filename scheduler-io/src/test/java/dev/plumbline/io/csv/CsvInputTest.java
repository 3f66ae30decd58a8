package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, separators, structure and sizes. */
class CsvInputTest {

    private static final String PLAN = CsvPlans.HEADER + "1,Müller 漢 \uD83D\uDE00,1d,,,\n2,B,2d,1,,\n";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingsAreDetectedWithAndWithoutMark(String name) {
        Charset charset = Charset.forName(name);

        for (String mark : List.of("", "\uFEFF")) {
            CsvRead read = CsvPlans.read((mark + PLAN).getBytes(charset), Map.of(), ReadOptions.DEFAULT);

            assertThat(read.project().activity("1").name()).isEqualTo("Müller 漢 \uD83D\uDE00");
            assertThat(read.findings().get(0).message()).endsWith("in " + name);
        }
    }

    @Test
    void otherEncodingsNeedTheOption() {
        byte[] bytes = (CsvPlans.HEADER + "1,A,1d,,,\n2,Müller €,2d,1,,\n").getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> CsvPlans.read(bytes, Map.of(), ReadOptions.DEFAULT))
                .isInstanceOf(PlumblineException.class)
                .hasMessage(
                        "error CSV_ENCODING plan.csv:3:0: line 3: the bytes FC are no UTF-8 text; save the file as UTF-8,"
                                + " or give its encoding, such as --encoding windows-1252 (in which the first of them is 'ü')");
        assertThat(CsvPlans.read(bytes, Map.of(), ReadOptions.DEFAULT.withEncoding(Charset.forName("windows-1252")))
                        .project()
                        .activity("2")
                        .name())
                .isEqualTo("Müller €");
    }

    @ParameterizedTest(name = "case {index}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {",", ";", "|", "`\t`"})
    void separatorsAreDetectedByTheHeader(String separator) {
        String text = PLAN.replace(",", separator)
                .replace("Müller", "\"A" + separator + "B\"")
                .replace(" 漢 \uD83D\uDE00", "");

        assertThat(CsvPlans.read(text).project().activity("1").name()).isEqualTo("A" + separator + "B");
        assertThat(CsvPlans.read("sep=" + separator + "\r\n" + text).project().activities())
                .hasSize(2);
    }

    @Test
    void aSeparatorCanBeGiven() {
        assertThat(CsvPlans.read(PLAN.replace(',', '^'), ReadOptions.DEFAULT.withSeparator('^'))
                        .project()
                        .activities())
                .hasSize(2);
    }

    @ParameterizedTest(name = "case {index}")
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedWhateverEndsThem(String end) {
        String text = (CsvPlans.HEADER + "\n1,\"A\nB\",1d,,,\n\n2,B,x,1,,\n").replace("\n", end);

        assertThat(CsvPlans.problemsOf(text))
                .extracting(p -> p.code() + " " + p.location().line())
                .containsExactly("CSV_DURATION 6");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|CSV_EMPTY",
                "`\n \n\n`|CSV_HEADER",
                "`\n\n\n`|CSV_EMPTY",
                "`\uFEFF`|CSV_EMPTY",
                "ID,Name,Duration,Predecessors,Resources,Start,name|CSV_HEADER",
                "ID,Name,Duration,Predecesors,Resources,Start|CSV_HEADER",
                "`ID,Name,Duration,Predecessors,Resources,Start\n1,A,1d,,,,x`|CSV_RAGGED",
                "`ID,Name,Duration,Predecessors,Resources,Start\n1,\"A,1d,,,,x`|CSV_QUOTE",
                "`ID,Name,Duration,Predecessors,Resources,Start\n1, \"A\",1d,,,`|CSV_QUOTE",
                "`<?xml version=\"1.0\"?><Project/>`|NOT_CSV",
                "%PDF-1.7|NOT_CSV"
            })
    void brokenStructureIsNamed(String text, String code) {
        assertThat(CsvPlans.problemsOf(text)).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyPlan() {
        assertThat(CsvPlans.read(CsvPlans.HEADER).project().activities()).isEmpty();
    }

    @Test
    void quotedCellsKeepBlanksAndOthersLoseThem() {
        assertThat(CsvPlans.rows(" 1 ,\" A \", 1d , , , ", "2,  B  ,1d, 1 ,,").activities())
                .extracting(Activity::name)
                .containsExactly(" A ", "B");
    }

    @Test
    void sizesEndInTypedErrorsAndNotInMemory() {
        String field = CsvPlans.HEADER + "1," + "x".repeat(10_000_000) + ",1d,,,\n";
        String open = CsvPlans.HEADER + "1,\"" + "x\n".repeat(5_000_000);
        String columns = "ID,Name,Duration,Predecessors,Resources,Start" + ",x".repeat(1_000_000) + "\n";
        String cells = CsvPlans.HEADER + "1,A,1d,,," + ",".repeat(1_000_000) + "\n";

        assertThat(CsvPlans.problemsOf(field)).extracting(Problem::code).containsExactly("LIMIT_TEXT");
        assertThat(CsvPlans.problemsOf(open)).extracting(Problem::code).containsExactly("LIMIT_TEXT");
        assertThat(CsvPlans.problemsOf(columns)).extracting(Problem::code).containsExactly("LIMIT_COLUMNS");
        assertThat(CsvPlans.problemsOf(cells)).extracting(Problem::code).containsExactly("LIMIT_COLUMNS");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`1,A,1d,,,\n`|LIMIT_ACTIVITIES", "`\n`|LIMIT_DOCUMENT", "`x`|LIMIT_TEXT"})
    void endlessStreamsStop(String repeated, String code) {
        assertThatThrownBy(() -> CsvPlanReader.read(new Endless(repeated, 0), "plan.csv", null, ReadOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        e -> assertThat(e.problems()
                                        .get(e.problems().size() - 1)
                                        .code())
                                .isEqualTo(code));
    }

    @Test
    void shortReadsGiveTheSamePlan() throws IOException {
        byte[] bytes = PLAN.getBytes(StandardCharsets.UTF_8);

        for (int mode = 0; mode < 2; mode++) {
            boolean zeros = mode == 1;
            InputStream slow = new ByteArrayInputStream(bytes) {
                private boolean zero;

                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    zero = zeros && !zero;
                    return zero ? 0 : super.read(into, offset, Math.min(1, length));
                }
            };

            assertThat(CsvPlanReader.read(slow, "plan.csv", null, ReadOptions.DEFAULT)
                            .project())
                    .isEqualTo(CsvPlans.read(PLAN).project());
        }
    }

    @Test
    void aFailingStreamFailsAsItself() {
        byte[] start = PLAN.getBytes(StandardCharsets.UTF_8);
        InputStream failing = new Endless("x", start.length) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> CsvPlanReader.read(failing, "plan.csv", null, ReadOptions.DEFAULT))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void everyFlippedByteGivesAPlanOrATypedError() {
        byte[] bytes = (CsvPlans.HEADER
                        + "1,A,1.5d,,\"R[50%]; S\",03/04/2026\n2,\"B\"\"b\",2ed?,1FS+2d,,2026-01-02 08:00\n")
                .getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < bytes.length; i++) {
            for (int flip : new int[] {1, 4, 16, 32, 128, 255}) {
                byte[] changed = Arrays.copyOf(bytes, bytes.length);
                changed[i] ^= (byte) flip;
                try {
                    assertThat(CsvPlans.read(changed, Map.of(), ReadOptions.DEFAULT)
                                    .project())
                            .isNotNull();
                } catch (PlumblineException e) {
                    assertThat(e.problems()).isNotEmpty();
                }
            }
        }
    }

    /** The usual header, then one text without end. */
    private static class Endless extends InputStream {
        private final byte[] repeated;
        private long position;

        Endless(String repeated, long position) {
            this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] header = CsvPlans.HEADER.getBytes(StandardCharsets.UTF_8);
            long now = position++;
            return now < header.length ? header[(int) now] : repeated[(int) ((now - header.length) % repeated.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
