package dev.plumbline.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How reports write texts, tables and amounts. */
class TextFormsTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xAC00,
                0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
                0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
            })
    void theFirstAndTheLastSignOfAWideBlockTakeTwoColumns(int codePoint) {
        assertThat(TextWidth.of(Character.toString(codePoint))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {'a', 0x10FF, 0x1160, 0x2E7F, 0x303F, 0xA4D0, 0xABFF, 0xFB00, 0xFF61, 0x1F2FF, 0x1F650, 0x1F700})
    void theirNeighboursTakeOne(int codePoint) {
        assertThat(TextWidth.of(Character.toString(codePoint))).isEqualTo(1);
    }

    /** A combining accent, a circle around a letter, a joiner. */
    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x20DD, 0x200D})
    void marksTakeNone(int codePoint) {
        assertThat(TextWidth.of("a" + Character.toString(codePoint))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"abcd, 4, abcd", "abcde, 4, abc~", "設計図, 6, 設計図", "設計図, 5, 設計~", "設計図, 4, 設~", "設計図, 2, ~"})
    void whatDoesNotFitIsCutAndMarked(String text, int columns, String cut) {
        assertThat(TextWidth.cut(text, columns, true)).isEqualTo(cut);
        assertThat(TextWidth.cut(text, columns, false)).isEqualTo(cut.replace('~', '…'));
        assertThat(TextWidth.of(TextWidth.left(text, columns, true))).isEqualTo(columns);
        assertThat(TextWidth.right(text, columns, true))
                .endsWith(cut)
                .hasSize(columns - TextWidth.of(cut) + cut.length());
    }

    private static String table(int width, String[] titles, String... cells) {
        StringBuilder out = new StringBuilder();
        TextColumns columns = new TextColumns(new TextStyle(width, true, false), titles);
        columns.add(false, cells);
        columns.appendTo(out);
        return out.toString();
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandAtTheRight() {
        StringBuilder out = new StringBuilder();
        TextColumns columns = new TextColumns(new TextStyle(80, true, true), "ID", "Name*", "Float>");
        columns.add(false, "A", "Dig", "12d");
        columns.add(true, "B100", "Pour\nconcrete", "0d");

        columns.appendTo(out);

        assertThat(out).hasToString("""
                        \u001b[1m  ID    Name           Float\u001b[0m
                          A     Dig              12d
                        \u001b[31m  B100  Pour concrete     0d\u001b[0m
                        """);
    }

    /** First the elastic column down to 24, then the last down to 12, then the elastic one down to 12. */
    @Test
    void oneColumnGivesWayAndThenTheLast() {
        String[] titles = {"I", "Name*", "Note"};
        String name = "n".repeat(40);
        String note = "x".repeat(30);

        assertThat(table(77, titles, "1", name, note)).endsWith("  1  " + name + "  " + note + "\n");
        assertThat(table(76, titles, "1", name, note)).contains("  1  " + "n".repeat(38) + "~  " + note + "\n");
        assertThat(table(61, titles, "1", name, note)).contains("  1  " + "n".repeat(23) + "~  " + note + "\n");
        assertThat(table(60, titles, "1", name, note))
                .contains("  1  " + "n".repeat(23) + "~  " + "x".repeat(28) + "~\n");
        assertThat(table(43, titles, "1", name, note))
                .contains("  1  " + "n".repeat(23) + "~  " + "x".repeat(11) + "~\n");
        assertThat(table(42, titles, "1", name, note))
                .contains("  1  " + "n".repeat(22) + "~  " + "x".repeat(11) + "~\n");
        assertThat(table(31, titles, "1", name, note))
                .contains("  1  " + "n".repeat(11) + "~  " + "x".repeat(11) + "~\n");
        assertThat(table(20, titles, "1", name, note)).contains("  1  " + "n".repeat(11) + "~  ~\n");
    }

    @Test
    void withoutAColumnThatGivesWayTheLastOneDoes() {
        assertThat(table(20, new String[] {"I", "Note"}, "1", "x".repeat(30)))
                .isEqualTo("  I  Note\n  1  " + "x".repeat(14) + "~\n");
    }

    @Test
    void coloursAreOnlyUsedWhereTheyAreOnAndThereIsText() {
        TextStyle plain = new TextStyle(80, true, false);
        TextStyle coloured = new TextStyle(80, true, true);

        assertThat(List.of(plain.bold("a"), plain.alarm("a"), plain.warning("a")))
                .containsOnly("a");
        assertThat(List.of(coloured.bold("a"), coloured.alarm("a"), coloured.warning("a"), coloured.bold("")))
                .containsExactly("\u001b[1ma\u001b[0m", "\u001b[31ma\u001b[0m", "\u001b[33ma\u001b[0m", "");
    }

    @ParameterizedTest
    @CsvSource({
        "0d, 0",
        "1d, 4800",
        "0.5d, 2400",
        "0.1d, 480",
        "47.9m, 479",
        "-47.9m, -479",
        "-1d, -4800",
        "0.1m, 1",
        "1.01d, 4824",
        "0.33d, 1600"
    })
    void amountsBelowATenthOfADayAreInMinutes(String text, long ticks) {
        assertThat(Formats.days(WorkTime.ofTicks(ticks), UnitConversion.STANDARD))
                .isEqualTo(text);
    }

    @Test
    void elapsedMinutesAreMarked() {
        assertThat(Formats.days(WorkTime.elapsedHours(2), UnitConversion.STANDARD))
                .isEqualTo("120em");
        assertThat(Formats.days(WorkTime.elapsedHours(3), UnitConversion.STANDARD))
                .isEqualTo("0.13ed");
    }

    @Test
    void countsUnitsAndQuotientsAreWrittenPlainly() {
        assertThat(Formats.count(1234567)).isEqualTo("1,234,567");
        assertThat(Formats.count(1, "activity", "activities")).isEqualTo("1 activity");
        assertThat(Formats.count(0, "activity", "activities")).isEqualTo("0 activities");
        assertThat(Formats.count(2000, "activity", "activities")).isEqualTo("2,000 activities");
        assertThat(List.of(Formats.units(1), Formats.units(0.5), Formats.units(1.23456), Formats.units(0)))
                .containsExactly("100%", "50%", "123.46%", "0%");
        assertThat(Formats.units(Double.MAX_VALUE)).isEqualTo("10000000000%");
        assertThat(Formats.decimal(100, 1, 2)).isEqualTo("100");
        assertThat(Formats.decimal(-1, 1000, 2)).isEqualTo("0");
        assertThat(Formats.decimal(5, 1000, 2)).isEqualTo("0.01");
        assertThat(Formats.fixed(5, 2, 2)).isEqualTo("2.50");
    }

    /** Line and paragraph separators, tabs and breaks; escape sequences; overrides; halves of pairs; non-characters. */
    @Test
    void whatCouldDeceiveOrDriveATerminalIsShownAsWhatItIs() {
        assertThat(SafeText.clean("a\u2028b\u2029c\td\ne\rf")).isEqualTo("a b c d e f");
        assertThat(SafeText.clean("\u001b[31m\u0007\u007f\u0085")).isEqualTo("\\u001B[31m\\u0007\\u007F\\u0085");
        assertThat(SafeText.clean("\u202Eabc\uFEFF")).isEqualTo("\\u202Eabc\\uFEFF");
        assertThat(SafeText.clean("\u200C\u200D")).isEqualTo("\u200C\u200D");
        assertThat(SafeText.clean("a\uD83Db\uDE00c")).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(SafeText.clean("\uFDD0\uFDEF\uFDCF\uFDF0\uFFFE\uFFFF"))
                .isEqualTo("\uFFFD\uFFFD\uFDCF\uFDF0\uFFFD\uFFFD");
        assertThat(SafeText.clean(Character.toString(0x1FFFE) + Character.toString(0x1FFFD)))
                .isEqualTo("\uFFFD" + Character.toString(0x1FFFD));
        assertThat(SafeText.clean(Character.toString(0xE0001))).isEqualTo("\\uE0001");
        assertThat(SafeText.clean(" ~")).isEqualTo(" ~");
    }

    @Test
    void aTextIsCutWhereItIsLongerThanTheRoom() {
        assertThat(SafeText.clean("abcd", 4)).isEqualTo("abcd");
        assertThat(SafeText.clean("äbcd", 4)).isEqualTo("äbcd");
        assertThat(SafeText.clean("äbcde", 4)).isEqualTo("äbc…");
        assertThat(SafeText.clean("x".repeat(300))).hasSize(300).doesNotContain("…");
        assertThat(SafeText.clean("x".repeat(301))).hasSize(300).endsWith("x…");
        assertThat(SafeText.clean("e" + "\u0301".repeat(4) + "e" + "\u0301".repeat(5)))
                .isEqualTo(("e" + "\u0301".repeat(4)).repeat(2));
    }

    @Test
    void markupIsEscaped() {
        assertThat(Markup.escape("plain")).isEqualTo("plain");
        assertThat(Markup.escape("a<b>&\"'c")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39;c");
    }
}
