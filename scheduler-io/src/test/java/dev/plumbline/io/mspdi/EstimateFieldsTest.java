package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateFieldsTest {

    private static final Estimate ESTIMATE = new Estimate(days(4), days(5), weeks(2));

    @TempDir
    Path folder;

    private static String field(long id, String value, int format) {
        return "<ExtendedAttribute><FieldID>%d</FieldID><Value>%s</Value><DurationFormat>%d</DurationFormat></ExtendedAttribute>"
                .formatted(id, value, format);
    }

    private static String durations(String optimistic, String mostLikely, String pessimistic) {
        return field(188743783, optimistic, 7) + field(188743784, mostLikely, 7) + field(188743785, pessimistic, 9);
    }

    private static String document(String definitions, String fields) {
        return """
                <Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate>
                <ExtendedAttributes>%s</ExtendedAttributes>
                <Tasks><Task><UID>1</UID><ID>1</ID><Name>A</Name><Duration>PT40H0M0S</Duration>
                %s</Task></Tasks></Project>
                """.formatted(definitions, fields);
    }

    private static String definition(long id, String alias) {
        return "<ExtendedAttribute><FieldID>%d</FieldID><Alias>%s</Alias></ExtendedAttribute>".formatted(id, alias);
    }

    private static ReadResult read(String document, ReadOptions options) throws IOException {
        return ProjectFiles.read(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Format.MSPDI, options);
    }

    private static final ReadOptions NAMED =
            ReadOptions.DEFAULT.withEstimateFields("Duration1", "duration2", "Duration3");

    @Test
    void namedDurationFieldsAreTheEstimate() throws IOException { // 11.5
        ReadResult read = read(document("", durations("PT32H0M0S", "PT40H0M0S", "PT80H0M0S")), NAMED);

        assertThat(read.project().activity("1").estimate()).isEqualTo(ESTIMATE);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void fieldsThatNobodyNamedAreLeftAlone() throws IOException {
        ReadResult read = read(document("", durations("PT32H0M0S", "PT40H0M0S", "PT80H0M0S")), ReadOptions.DEFAULT);

        assertThat(read.project().activity("1").estimate()).isNull();
    }

    @Test
    void aliasesTellWhichFieldsTheyAre() throws IOException {
        String aliases = definition(188743955, "optimistic")
                + definition(188743956, "Most Likely")
                + definition(188743957, "Pessimistic duration");
        String fields =
                field(188743955, "PT32H0M0S", 7) + field(188743956, "PT40H0M0S", 7) + field(188743957, "PT80H0M0S", 9);

        ReadResult read = read(document(aliases, fields), ReadOptions.DEFAULT);

        assertThat(read.project().activity("1").estimate()).isEqualTo(ESTIMATE);
    }

    @Test
    void anyAliasCanBeNamedAndNumbersCountDays() throws IOException {
        String aliases = definition(188743767, "Best &amp; fast") + definition(188743768, "Usual");
        String fields = field(188743767, "4", 7) + field(188743768, "5.0", 7) + field(188743769, "10", 7);

        ReadResult read = read(
                document(aliases, fields), ReadOptions.DEFAULT.withEstimateFields("best & fast", "usual", "Number3"));

        assertThat(read.project().activity("1").estimate()).isEqualTo(new Estimate(days(4), days(5), days(10)));
    }

    @Test
    void estimatesThatAreNoneAreFindingsWithTheirLine() throws IOException {
        assertThat(findings(durations("PT48H0M0S", "PT40H0M0S", "PT80H0M0S")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("MSPDI_ESTIMATE");
                    assertThat(p.message()).contains("task 1", "doesn't rise", "6d, 5d, 2w");
                    assertThat(p.location().line()).isEqualTo(3);
                });
        assertThat(findings(field(188743783, "PT8H0M0S", 7)))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("no amount in Duration2 and Duration3"));
        assertThat(findings(field(188743783, "soon", 7) + field(188743784, "PT8H0M0S", 7)))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("no amount in Duration1 and Duration3"));
        assertThat(findings(field(188743783, "PT8H0M0S", 8)
                        + field(188743784, "PT9H0M0S", 7)
                        + field(188743785, "PT9H0M0S", 7)))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("mixes working and elapsed time"));
        assertThat(findings(durations("PT0H0M0S", "PT0H0M0S", "PT0H0M0S"))).isEmpty();
        assertThat(findings("")).isEmpty();
    }

    private static List<Problem> findings(String fields) throws IOException {
        return read(document("", fields), NAMED).findings();
    }

    @Test
    void aFieldThatHoldsNoAmountIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> read(
                        document(definition(188743731, "Remark"), ""),
                        ReadOptions.DEFAULT.withEstimateFields("Remark", "Guess", "Duration3")))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("MSPDI_FIELD")
                .hasMessageContaining("custom field 'Remark' holds no amount")
                .hasMessageContaining("there is no custom field 'Guess'")
                .hasMessageContaining("name Duration1 to Duration10");
    }

    @Test
    void whatWasReadIsWrittenBackAsItWas() throws IOException {
        String fields = durations("PT32H0M0S", "PT40H0M0S", "PT80H0M0S") + field(188743786, "7", 7);
        ReadResult read = read(document(definition(188743783, "Best"), fields), NAMED);

        String written = write(read, read.project());

        assertThat(written).contains(fields.replace("\n", "")).contains("<Alias>Best</Alias>");
        assertThat(read(written, NAMED).project()).isEqualTo(read.project());
    }

    @Test
    void aChangedEstimateReplacesItsFieldsOnly() throws IOException {
        String fields = durations("PT32H0M0S", "PT40H0M0S", "PT80H0M0S") + field(188743786, "7", 7);
        ReadResult read = read(document("", fields), NAMED);
        Project changed = read.project().with("1", a -> a.estimate(new Estimate(days(1), days(2), days(3))));

        String written = write(read, changed);

        assertThat(written)
                .contains("<FieldID>188743783</FieldID><Value>PT8H0M0S</Value><DurationFormat>7</DurationFormat>")
                .contains("<FieldID>188743786</FieldID><Value>7</Value>")
                .doesNotContain("PT32H0M0S");
        assertThat(read(written, NAMED).project()).isEqualTo(changed);
        assertThat(write(read, read.project().with("1", a -> a.estimate(null)))).doesNotContain("188743783");
    }

    @Test
    void aPlanFromElsewhereIsWrittenToFieldsThatReadingKnows() throws IOException {
        Project project = Project.builder("Own")
                .start(java.time.LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("1", "A", days(5), a -> a.estimate(ESTIMATE))
                .activity("2", "B", days(5))
                .build();
        Path file = folder.resolve("own.xml");

        List<Problem> losses = ProjectFiles.write(project, file);

        assertThat(losses).noneMatch(p -> p.code().equals("MSPDI_ESTIMATE"));
        Project back = ProjectFiles.read(file).project();
        assertThat(back.activity("1").estimate()).isEqualTo(ESTIMATE);
        assertThat(back.activity("2").estimate()).isNull();
    }

    @Test
    void fieldsThatHoldSomethingElseAreNotOverwritten() throws IOException {
        String fields = field(188743784, "PT9H0M0S", 7);
        ReadResult read = read(document(definition(188743786, "Fee"), fields), ReadOptions.DEFAULT);

        String written = write(read, read.project().with("1", a -> a.estimate(ESTIMATE)));

        assertThat(written)
                .contains(fields)
                .contains("<FieldID>188743785</FieldID><FieldName>Duration3</FieldName><Alias>Optimistic</Alias>")
                .contains("<Alias>Fee</Alias>");
        assertThat(read(written, ReadOptions.DEFAULT).project().activity("1").estimate())
                .isEqualTo(ESTIMATE);
    }

    private String write(ReadResult read, Project project) throws IOException {
        Path file = folder.resolve("written.xml");
        read.write(project, file);
        return Files.readString(file).replaceAll(">\\s+<", "><");
    }
}
