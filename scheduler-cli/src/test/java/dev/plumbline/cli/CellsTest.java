package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "4800,480", "4805,480.5", "-5,-0.5", "-4800,-480"})
    void minutesHaveADecimalOnlyWhereTheyAreNotWhole(long ticks, String minutes) {
        assertThat(Cells.minutes(WorkTime.ofTicks(ticks))).isEqualTo(minutes);
    }

    @Test
    void instantsAlwaysHaveSeconds() {
        assertThat(Cells.instant(LocalDateTime.of(2026, 3, 2, 8, 0))).isEqualTo("2026-03-02T08:00:00");
        assertThat(Cells.instant(LocalDateTime.of(2026, 3, 2, 8, 0, 6))).isEqualTo("2026-03-02T08:00:06");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+2,'=1+2", "@a,'@a", "+a,'+a", "-a,'-a", "'=a,''=a", "a=b,a=b", "'a,'a"})
    void textsAreNoFormulas(String text, String cell) {
        assertThat(Cells.text(text)).isEqualTo(cell);
    }

    @Test
    void cellsWithSeparatorsQuotesOrBreaksAreQuoted() throws IOException {
        StringWriter out = new StringWriter();

        Cells.row(out, "a", "b,c", "d\"e", "f\ng", " h", "");

        assertThat(out.toString()).isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\n");
    }
}
