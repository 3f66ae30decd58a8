package dev.plumbline.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAlignedAsTheirHeadersSay() {
        TextTable table = new TextTable("Name", ">Float");
        table.row("Excavate", "5d");
        table.row("Foundation", "12.5d");

        assertThat(table.render(2)).isEqualTo("Name        Float\nExcavate       5d\nFoundation  12.5d\n");
    }

    @Test
    void rowsLeftOutAreCounted() {
        TextTable table = new TextTable("Name");
        table.row("Excavate");

        assertThat(table.render(4981)).isEqualTo("Name\nExcavate\n... 4,980 more\n");
    }

    @Test
    void namesCanNotMoveTheCursorOfATerminal() {
        TextTable table = new TextTable("Name");
        table.row("a\u001b[2Jb\nc\u202ed");

        assertThat(table.render(1)).isEqualTo("Name\na [2Jb c d\n");
    }

    @Test
    void wideNamesAreCutBetweenCharacters() {
        TextTable table = new TextTable("Name", "Start");
        table.row("\ud83d\ude00".repeat(41), "x");

        String cut = "\ud83d\ude00".repeat(37) + "...";
        assertThat(table.render(1)).isEqualTo("Name" + " ".repeat(38) + "Start\n" + cut + "  x\n");
    }
}
