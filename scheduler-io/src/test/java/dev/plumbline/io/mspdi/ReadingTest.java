package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams, encodings and values of documents. */
class ReadingTest {

    @Test
    void aStreamOfSingleBytesAndEmptyReadsIsReadAndNotClosed() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(Documents.example())) {
            private int calls;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return calls++ % 3 == 0 ? 0 : super.read(target, offset, Math.min(1, length));
            }

            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };

        ReadResult read = ProjectFiles.read(slow, Format.MSPDI, ReadOptions.DEFAULT);

        assertThat(read.project()).isEqualTo(Documents.read(Documents.example()).project());
        assertThat(closed[0]).isFalse();
    }

    @Test
    void aFailureOfTheStreamIsThrownAsItIs() {
        IOException broken = new IOException("the line is cut");
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(Documents.example())) {
            private int left = 5_000;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, Math.min(length, 1_000));
                left -= count;
                if (left < 0) {
                    throw broken;
                }
                return count;
            }
        };

        assertThatThrownBy(() -> ProjectFiles.read(failing, Format.MSPDI, ReadOptions.DEFAULT))
                .isSameAs(broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void encodingsAreHonoured(String name) {
        String text = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + Documents.task("<Name>Tür é</Name>");

        Project project = Documents.read(text.getBytes(Charset.forName(name))).project();

        assertThat(project.activity("1").name()).isEqualTo("Tür é");
    }

    @Test
    void malformedBytesAreRefusedWithLineAndOffset() {
        byte[] text = Documents.task("\n<Name>T\u00fcr</Name>").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Documents.read(text))
                .isInstanceOfSatisfying(dev.plumbline.model.PlumblineException.class, e -> {
                    Problem problem = e.problems().get(0);
                    assertThat(problem.code()).isEqualTo("XML_ENCODING");
                    assertThat(problem.location().line()).isEqualTo(2);
                    assertThat(problem.location().offset()).isPositive();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PT8H0M0S, 4800, 0",
        "PT0H0M5.07S, 1, 0",
        "PT0H0M2.9S, 0, 0",
        "PT114H17M6S, 68571, 0",
        "P1D, 14400, 1",
        "P1DT2H, 15600, 1",
        "PT90M, 900, 0"
    })
    void durationsAreReadInTicks(String text, long ticks, int warnings) {
        ReadResult read = Documents.read(Documents.task("<Duration>" + text + "</Duration>"));

        assertThat(read.project().activity("1").duration())
                .isEqualTo(new WorkTime(ticks, dev.plumbline.calendar.WorkUnit.DAYS));
        assertThat(read.findings().stream().filter(f -> f.severity() == Severity.WARNING))
                .hasSize(warnings);
    }

    @ParameterizedTest
    @CsvSource({
        "Duration, PT, VALUE_FORMAT",
        "Duration, 8 hours, VALUE_FORMAT",
        "Duration, PT8.5H, VALUE_FORMAT",
        "Duration, PT1M1H, VALUE_FORMAT",
        "Duration, -PT8H0M0S, VALUE_RANGE",
        "Duration, PT99999999999999999999H0M0S, VALUE_RANGE",
        "ConstraintType, 8, VALUE_ENUM",
        "Priority, 1001, VALUE_RANGE",
        "Priority, high, VALUE_FORMAT",
        "PercentComplete, 101, VALUE_RANGE",
        "PercentComplete, NaN, VALUE_RANGE",
        "Manual, maybe, VALUE_FORMAT",
        "Start, 2026-02-29T08:00:00, VALUE_DATE",
        "Start, 2026-03-02T08:60:00, VALUE_DATE",
        "Start, 0000-03-02T08:00:00, VALUE_DATE",
        "Start, 9999-03-02T08:00:00, VALUE_DATE",
        "FixedCost, 1E+999999999, VALUE_RANGE",
        "FixedCost, ٣, VALUE_FORMAT"
    })
    void valuesThatAreNoneAreRefusedWhereTheyStand(String element, String text, String code) {
        List<Problem> problems =
                Documents.problems(Documents.task("\n\n<" + element + ">" + text + "</" + element + ">"));

        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.get(0).location().line()).isEqualTo(3);
        assertThat(problems.get(0).location().path()).isEqualTo("Task[1]/" + element);
    }

    @Test
    void allProblemsOfADocumentAreReportedTogether() {
        List<Problem> problems = Documents.problems(Documents.project("<MinutesPerDay>0</MinutesPerDay><Tasks>"
                + "<Task><UID>1</UID><Duration>PT</Duration><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink></Task>"
                + "<Task><UID>1</UID></Task></Tasks>"));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("VALUE_RANGE", "VALUE_FORMAT", "MODEL_DUPLICATE_UID", "MODEL_CYCLE");
    }

    @Test
    void relationshipsToNowhereAreLeftOutWithAWarning() {
        ReadResult read = Documents.read(
                Documents.task("<PredecessorLink><PredecessorUID>77</PredecessorUID></PredecessorLink>")); // Q21

        assertThat(read.project().relationships()).isEmpty();
        assertThat(read.findings()).extracting(Problem::code).containsExactly("MODEL_DANGLING_LINK");
    }

    @Test
    void rowsAreInTheOrderOfTheirIds() {
        ReadResult read = Documents.read(Documents.project(
                "<Tasks><Task><UID>5</UID><ID>2</ID></Task>" + "<Task><UID>6</UID><ID>1</ID></Task></Tasks>")); // Q8

        assertThat(read.project().activities()).extracting(Activity::id).containsExactly("6", "5");
        assertThat(read.findings()).extracting(Problem::code).containsExactly("MSPDI_ORDER");
    }

    @Test
    void problemsAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("de-DE"));
            List<Problem> german = Documents.problems(Documents.project("<a></b>"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            List<Problem> arabic = Documents.problems(Documents.project("<a></b>"));

            assertThat(german).isEqualTo(arabic).extracting(Problem::code).containsExactly("XML_NOT_WELL_FORMED");
        } finally {
            Locale.setDefault(before);
        }
    }
}
