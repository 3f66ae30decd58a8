package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that never fit into memory end with a limit, long before they end. */
class HugeInputTest {

    private static final String HEAD =
            "<Project xmlns=\"http://schemas.microsoft.com/project\">" + "<StartDate>2026-03-02T08:00:00</StartDate>";
    private static final long WITHOUT_END = Long.MAX_VALUE;

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "a comment, <!--, xxxxxxxx, LIMIT_TOKEN",
        "an attribute, <Foo a=', xxxxxxxx, LIMIT_TOKEN",
        "a processing instruction, <?x y, xxxxxxxx, LIMIT_TOKEN",
        "the name of an element, <x, xxxxxxxx, LIMIT_NAME",
        "the text of a known element, <Title>, xxxxxxxx, LIMIT_TEXT",
        "the text of an unknown element, <Foo>, xxxxxxxx, LIMIT_TEXT",
        "text of many small pieces, <Title>, &#65;, LIMIT_TEXT",
        "sections of text, <Title>, <![CDATA[x]]>, LIMIT_TEXT",
        "elements inside each other, <Foo>, <a>, LIMIT_DEPTH",
        "known elements inside each other, <Tasks>, <Task>, LIMIT_DEPTH",
        "white space, '', '        ', LIMIT_DOCUMENT",
        "comments, '', <!--xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-->, LIMIT_DOCUMENT",
        "tasks, <Tasks>, <Task><UID>1</UID></Task>, LIMIT_ACTIVITIES",
        "relationships, <Tasks><Task><UID>1</UID>, <PredecessorLink/>, LIMIT_RELATIONSHIPS",
        "baselines, <Tasks><Task><UID>1</UID>, <Baseline/>, LIMIT_BASELINES",
        "resources, <Resources>, <Resource/>, LIMIT_RESOURCES",
        "assignments, <Assignments>, <Assignment/>, LIMIT_ASSIGNMENTS",
        "calendars, <Calendars>, <Calendar><UID>X</UID></Calendar>, LIMIT_CALENDARS",
        "exceptions, <Calendars><Calendar><Exceptions>, <Exception/>, LIMIT_EXCEPTIONS",
        "shifts, <Calendars><Calendar><WeekDays><WeekDay><WorkingTimes>, <WorkingTime/>, LIMIT_SHIFTS"
    })
    void whatNeverEndsEndsWithALimit(String what, String beginning, String repeated, String code) {
        InputStream endless = new Repeating(HEAD + beginning, repeated, WITHOUT_END, "");

        assertThatThrownBy(() -> ProjectFiles.read(endless, Format.MSPDI, ReadOptions.DEFAULT))
                .as(what)
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        e -> assertThat(e.problems()).anyMatch(p -> p.code().equals(code)));
    }

    @Test
    void hundredsOfAttributesOrNamespacesAreRefused() {
        StringBuilder attributes = new StringBuilder();
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            attributes.append(" a").append(i).append("='x'");
            namespaces.append(" xmlns:n").append(i).append("='u").append(i).append('\'');
        }

        assertThat(Documents.problems(Documents.project("<Foo" + attributes + "/>")))
                .extracting("code")
                .containsExactly("LIMIT_ATTRIBUTE");
        assertThat(Documents.problems(Documents.project("<Foo" + namespaces + "/>")))
                .extracting("code")
                .containsExactly("LIMIT_ATTRIBUTE");
    }

    @Test
    void aMillionUnknownElementsAreKept() throws IOException {
        InputStream many = new Repeating(HEAD, "<Foo>1</Foo>", 1_000_000, "</Project>");

        Project project =
                ProjectFiles.read(many, Format.MSPDI, ReadOptions.DEFAULT).project();

        assertThat(project.activities()).isEmpty();
    }

    @Test
    void onlyTheFirstThousandProblemsAreListed() {
        StringBuilder tasks = new StringBuilder("<Tasks>");
        for (int i = 0; i < 1_500; i++) {
            tasks.append("<Task><UID>x</UID></Task>");
        }

        assertThat(Documents.problems(Documents.project(tasks + "</Tasks>")))
                .hasSize(1_001)
                .last()
                .extracting("code")
                .isEqualTo("MORE_PROBLEMS");
    }

    /** A beginning, a piece so many times, an end. */
    private static final class Repeating extends InputStream {
        private final byte[] head;
        private final byte[] piece;
        private final byte[] tail;
        private final long times;
        private long done;
        private int part;
        private int at;

        Repeating(String head, String piece, long times, String tail) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.piece = piece.getBytes(StandardCharsets.UTF_8);
            this.tail = tail.getBytes(StandardCharsets.UTF_8);
            this.times = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int written = 0;
            while (written < length && part < 3) {
                byte[] current = part == 0 ? head : part == 1 ? piece : tail;
                int count = Math.min(length - written, current.length - at);
                System.arraycopy(current, at, target, offset + written, count);
                written += count;
                at += count;
                if (at == current.length) {
                    next();
                }
            }
            return written == 0 ? -1 : written;
        }

        private void next() {
            at = 0;
            if (part == 1) {
                done++;
            }
            if (part != 1 || done == times) {
                part++;
            }
        }
    }
}
