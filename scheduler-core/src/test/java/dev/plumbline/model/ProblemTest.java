package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems print safely whatever an input holds. */
class ProblemTest {

    @Test
    void charactersThatMoveTheCursorOrTurnTheTextAroundAreEscaped() {
        Problem problem = Problem.error("X", "a\u001B[2Jb\u202Ec\u2028d\u0000\u200Be\u00ADf", "");

        assertThat(problem.message()).isEqualTo("a\\u001B[2Jb\\u202Ec\\u2028d\\u0000\\u200Be\\u00ADf");
        assertThat(Problem.error("X", "Tür 漢 \uD83D\uDE00", "").message()).isEqualTo("Tür 漢 \uD83D\uDE00");
    }

    @Test
    void quotedInputIsCutAtEightyCharactersAndNeverWithinOne() {
        assertThat(Problem.quote("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
        assertThat(Problem.quote("x".repeat(81))).isEqualTo("'" + "x".repeat(77) + "...'");
        assertThat(Problem.quote("x".repeat(76) + "\uD83D\uDE00" + "y".repeat(9)))
                .isEqualTo("'" + "x".repeat(76) + "...'");
    }

    @Test
    void messagesAreCutAtThreeHundredCharacters() {
        assertThat(Problem.error("X", "five ".repeat(200), "").message())
                .hasSize(300)
                .endsWith("...");
        assertThat(Problem.error("X", "five ".repeat(60), "").message()).doesNotEndWith("...");
    }

    @Test
    void aWordLongerThanAnyOfOursIsCutAtEightyCharacters() {
        assertThat(Problem.error("X", "row " + "m".repeat(1000) + " is odd", "").message())
                .isEqualTo("row " + "m".repeat(77) + "... is odd");
    }

    @Test
    void aProblemPrintsSeverityCodePlaceMessageAndHint() {
        Problem problem = Problem.warning("CODE", "what", "the way out");

        assertThat(problem).hasToString("warning CODE: what; the way out");
        assertThat(problem.at(Location.of("plan.xml", 3, 7)))
                .hasToString("warning CODE plan.xml:3:7: what; the way out");
        assertThat(Problem.info("CODE", "what", "")).hasToString("info CODE: what");
        assertThat(Location.of("", 3, 7).withFile("b.csv").withPath("row").path())
                .isEqualTo("row");
        assertThat(Location.of("", 3, 7).withFile("b.csv").file()).isEqualTo("b.csv");
    }

    @Test
    void anExceptionShowsTwentyProblemsAndCarriesAll() {
        List<Problem> many = Collections.nCopies(21, Problem.error("CODE", "what", ""));

        assertThat(new PlumblineException(many).problems()).hasSize(21);
        assertThat(new PlumblineException(many).getMessage().lines())
                .hasSize(21)
                .last()
                .asString()
                .contains("1 more");
        assertThat(new PlumblineException(many.get(0)).getMessage()).isEqualTo("error CODE: what");
    }
}
