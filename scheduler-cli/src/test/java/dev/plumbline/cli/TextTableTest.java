package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAlignedAndNumbersStandOnTheRight() {
        TextTable table = new TextTable(List.of("Plan", "Rows"));
        table.row(List.of("a.xml", "5"));
        table.row(List.of("station.xml", "1,200"));

        assertThat(table.render(20)).isEqualTo("Plan          Rows\na.xml            5\nstation.xml  1,200\n");
    }

    @Test
    void rowsLeftOutAreCounted() {
        TextTable table = new TextTable(List.of("n"));
        for (int i = 0; i < 5000; i++) {
            table.row(List.of(Integer.toString(i)));
        }

        String shown = table.render(20);

        assertThat(shown.lines()).hasSize(22);
        assertThat(shown).endsWith("\n... 4,980 more\n");
    }

    @Test
    void controlCharactersCanNotMoveTheCursor() {
        TextTable table = new TextTable(List.of("Name"));
        table.row(List.of("a\u001b[2Jb\nc\u202ed"));

        assertThat(table.render(20)).isEqualTo("Name\na [2Jb c d\n");
    }

    @Test
    void wideCellsAreCutBetweenCharacters() {
        TextTable table = new TextTable(List.of("Name"));
        table.row(List.of("\ud83d\ude00".repeat(60)));

        assertThat(table.render(20)).isEqualTo("Name\n" + "\ud83d\ude00".repeat(45) + "...\n");
    }
}
