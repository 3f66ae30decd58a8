package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first line and the first bytes of a file tell, and what is said where they tell nothing. */
class HeaderFormsTest {

    private static Header header(ProblemList problems, String... titles) {
        return Header.read(new CsvTable.Fields(3, List.of(titles)), "plan.csv", problems);
    }

    private static List<String> problems(String... titles) {
        ProblemList problems = new ProblemList(9);
        try {
            header(problems, titles);
            problems.throwIfAny();
            return List.of();
        } catch (PlumblineException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ID,Name,Duration,Predecessors,Resources,Start|OWN",
                "start,RESOURCES, id ,name,duration,predecessors,Task_Mode|OWN",
                "ID,Task Name,Duration,Predecessors,Resource Names,Start|PROJECT_TABLE",
                "ID,Task_Name,Duration,Predecessors,Resource_Names,Start_Date|PROJECT_EXPORT",
                "ID,Name,Duration,Start,Finish,Predecessors|PROJECT_TABLE",
                "Unique ID,Name,Duration|PROJECT_TABLE"
            })
    void theTitlesTellWhoseFileItIs(String titles, Dialect dialect) {
        ProblemList problems = new ProblemList(9);

        assertThat(header(problems, titles.split(",", -1)).dialect()).isEqualTo(dialect);
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void columnsAreFoundByTheirTitleAndRankedAmongThoseThatAreKnown() {
        ProblemList problems = new ProblemList(9);
        Header header = header(
                problems, "Colour", "ID", "Name", "", "Duration", "Predecessors", "Resources", "Start", "% complete");

        assertThat(header.position(Column.ID)).isEqualTo(1);
        assertThat(header.rank(Column.ID)).isZero();
        assertThat(header.position(Column.DURATION)).isEqualTo(4);
        assertThat(header.rank(Column.DURATION)).isEqualTo(2);
        assertThat(header.position(Column.WBS)).isEqualTo(-1);
        assertThat(header.rank(Column.WBS)).isEqualTo(-1);
        assertThat(header.title(Column.PERCENT_COMPLETE)).isEqualTo("% complete");
        assertThat(header.title(Column.WBS)).isEqualTo("WBS");
        assertThat(header.width()).isEqualTo(9);
        assertThat(header.line()).isEqualTo(3);
        assertThat(header.columns()).hasSize(7);
        assertThat(header.positions(Column::isDate))
                .containsExactly(false, false, false, false, false, false, false, true, false);
        assertThat(header.place("plan.csv", 8, Column.DURATION)
                        .problem("C", Severity.ERROR, "m", "h")
                        .toString())
                .contains("plan.csv:8:5", "Duration");
    }

    @Test
    void aHeaderThatIsNoneSaysWhatIsMissing() {
        assertThat(problems("ID", "Name", "Duration", "Start"))
                .singleElement()
                .asString()
                .contains("plan.csv:3:0", "missing columns: Predecessors, Resources; found: ID, Name, Duration, Start")
                .doesNotContain("--separator");
        assertThat(problems("1", "x".repeat(40)))
                .singleElement()
                .asString()
                .contains("no header with column titles; found: 1, " + "x".repeat(30) + "...");
        assertThat(problems("x".repeat(30)))
                .singleElement()
                .asString()
                .contains("found: " + "x".repeat(30) + ";")
                .contains("or give the --separator");
        assertThat(problems("ID", "Name", "Duration", "Predecessors", "Resources", "Start", "id"))
                .singleElement()
                .asString()
                .contains("plan.csv:3:7", "column ID is there twice, as field 1 and 7");
    }

    @Test
    void columnsThatNobodyReadsAreRemarkedOn() {
        String header = "ID,Name,Duration,Predecessors,Resources,Start,Colour,Summary,,Total Slack\n";

        assertThat(CsvPlans.read(header + "1,A,1d,,,2026-03-02,red,,,\n").findings())
                .filteredOn(problem -> problem.code().equals("CSV_COLUMN"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).endsWith("were ignored: Colour"));
    }

    private static List<String> read(byte[] bytes, Charset encoding) {
        ReadOptions options = encoding == null ? ReadOptions.DEFAULT : ReadOptions.DEFAULT.withEncoding(encoding);
        try {
            return CsvPlans.read(bytes, Map.of(), options).project().activities().stream()
                    .map(activity -> activity.name())
                    .toList();
        } catch (PlumblineException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkOfTheEncodingIsNoPartOfTheText(String name) {
        Charset charset = Charset.forName(name);
        byte[] marked = bytes("\uFEFF" + CsvPlans.HEADER + "1,Süd,1d,,,\n", charset);
        byte[] plain = bytes(CsvPlans.HEADER + "1,Süd,1d,,,\n", charset);

        assertThat(read(marked, null)).containsExactly("Süd");
        assertThat(read(marked, charset)).containsExactly("Süd");
        assertThat(read(plain, null)).containsExactly("Süd");
        assertThat(read(plain, charset)).containsExactly("Süd");
    }

    @Test
    void bytesThatFitNoEncodingAreShownWithAWayOut() {
        byte[] latin = bytes(CsvPlans.HEADER + "1,A,1d,,,\n2,Süd,1d,,,\n", Charset.forName("windows-1252"));

        assertThat(read(latin, null))
                .singleElement()
                .asString()
                .contains("CSV_ENCODING", "the bytes FC", "are no UTF-8 text", "--encoding windows-1252", "'ü'");
        assertThat(read(latin, StandardCharsets.US_ASCII))
                .singleElement()
                .asString()
                .contains("are no US-ASCII text", "give another --encoding")
                .doesNotContain("windows-1252");
        assertThat(read(latin, Charset.forName("windows-1252"))).containsExactly("A", "Süd");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PK\u0003\u0004...|a zip archive such as an Excel workbook (XLSX)",
                "\u00D0\u00CF\u0011\u00E0...|an old Office document (XLS or MPP)",
                "'\u001F\u008B...'|a gzip archive",
                "%PDF-1.7|a PDF",
                "<?xml version='1.0'?>|XML or HTML",
                "' <!DOCTYPE html>'|XML or HTML",
                "<HTML>|XML or HTML"
            })
    void otherKindsOfFilesAreKnownByTheirBeginning(String text, String kind) {
        assertThat(read(bytes(text, StandardCharsets.ISO_8859_1), null))
                .singleElement()
                .asString()
                .contains("NOT_CSV", "this is " + kind + ", not CSV text");
    }
}
