package dev.plumbline.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short ways to numbers, dates and words say what the platform's parsers say, wherever in a buffer the text lies. */
class FastTextsTest {

    private static final String BEFORE = "7";
    private static final String AFTER = "8";

    private static int number(String text) {
        return Digits.number((BEFORE + text + AFTER).toCharArray(), 1, 1 + text.length());
    }

    private static double decimal(String text) {
        return Digits.decimal((BEFORE + text + AFTER).toCharArray(), 1, 1 + text.length());
    }

    @Property(tries = 200)
    void oneToNineDigitsAreANumber(@ForAll @IntRange(max = 999_999_999) int number) {
        String text = Integer.toString(number);

        assertThat(number(text)).isEqualTo(number);
        assertThat(Digits.number(text + AFTER, text.length())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890", "12/3", "12:3", "/", ":", "-1", "+1", " 1", "1.5", "\u0661"})
    void nothingElseIsANumber(String text) {
        assertThat(number(text)).isEqualTo(-1);
        assertThat(Digits.number(text + AFTER, text.length())).isEqualTo(-1);
    }

    @Test
    void onlyTheFirstCharactersCount() {
        assertThat(Digits.number("2026-03", 4)).isEqualTo(2026);
        assertThat(Digits.number("2026-03", 5)).isEqualTo(-1);
        assertThat(Digits.number("2026-03", 0)).isEqualTo(-1);
        assertThat(Digits.end("ab12/".toCharArray(), 2, 5)).isEqualTo(4);
        assertThat(Digits.end("ab12:".toCharArray(), 2, 5)).isEqualTo(4);
        assertThat(Digits.end("ab1200".toCharArray(), 2, 5)).isEqualTo(5);
        assertThat(Digits.end("abcd".toCharArray(), 2, 4)).isEqualTo(2);
    }

    @Property(tries = 500)
    void digitsWithAPointAreTheNearestDouble(
            @ForAll @LongRange(max = 99_999_999L) long whole, @ForAll @IntRange(max = 999_999) int fraction) {
        String text = whole + "." + fraction;
        String shown = text.length() > 15 ? text.substring(0, 15) : text;

        assertThat(decimal(Long.toString(whole))).isEqualTo(whole);
        if (!shown.endsWith(".")) {
            assertThat(decimal(shown)).isEqualTo(Double.parseDouble(shown));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1.000000000001, 1.000000000001", "123456789012345, 123456789012345", "0.0, 0"})
    void theLongestFormsAreStillShort(String text, double value) {
        assertThat(decimal(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "5.",
                ".5",
                "1,5",
                "-1.5",
                "1.5.5",
                "1e3",
                "1.5e3",
                "1234567890123456",
                "12345678901234.5",
                "1.0000000000001"
            })
    void otherFormsGoTheLongWay(String text) {
        assertThat(decimal(text)).isNaN();
    }

    @Provide
    Arbitrary<LocalDateTime> instants() {
        long years = 2199L * 365 * 86_400;
        return Arbitraries.longs()
                .between(0, years)
                .map(second -> LocalDateTime.of(1, 1, 1, 0, 0).plusSeconds(second));
    }

    @Property(tries = 1000)
    void instantsAreReadAsThePlatformReadsThem(@ForAll("instants") LocalDateTime instant) {
        InstantPool pool = new InstantPool();
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(instant);
        char[] buffer = (BEFORE + text + AFTER).toCharArray();

        LocalDateTime first = pool.get(buffer, 1, 20);

        assertThat(first).isEqualTo(instant);
        assertThat(pool.get(buffer, 1, 20)).isSameAs(first);
        assertThat(pool.of(
                        instant.getYear(),
                        instant.getMonthValue(),
                        instant.getDayOfMonth(),
                        instant.toLocalTime().toSecondOfDay()))
                .isSameAs(first);
    }

    @Test
    void aFullPoolNeverMixesInstantsUp() {
        InstantPool pool = new InstantPool();
        LocalDateTime instant = LocalDateTime.of(1999, 12, 1, 0, 0);
        for (int i = 0; i < 40_000; i++) {
            LocalDateTime expected = instant.plusSeconds(i * 40_009L);
            assertThat(pool.of(
                            expected.getYear(),
                            expected.getMonthValue(),
                            expected.getDayOfMonth(),
                            expected.toLocalTime().toSecondOfDay()))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T08:00:00",
                "1900-02-29T08:00:00",
                "2026-04-31T08:00:00",
                "2026-13-01T08:00:00",
                "2026-00-01T08:00:00",
                "2026-01-00T08:00:00",
                "2026-01-32T08:00:00",
                "0000-01-01T08:00:00",
                "2026-01-01T24:00:00",
                "2026-01-01T23:60:00",
                "2026-01-01T23:59:60",
                "2026/01-01T08:00:00",
                "2026-01/01T08:00:00",
                "2026-01-01 08:00:00",
                "2026-01-01T08.00:00",
                "2026-01-01T08:00.00",
                "2026-01-01T08:00:0",
                "2026-01-01T08:00:000",
                "2026-0/-01T08:00:00",
                "2026-/1-01T08:00:00",
                "2026-:1-01T08:00:00",
                "2026-0:-01T08:00:00",
                "202:-01-01T08:00:00"
            })
    void whatIsNoInstantOrHasAnotherFormIsNothing(String text) {
        assertThat(new InstantPool().get((BEFORE + text + AFTER).toCharArray(), 1, 1 + text.length()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29T00:00:00", "2000-02-29T23:59:59", "0001-01-01T00:00:00", "2026-12-31T23:59:59"})
    void theEdgesOfTheCalendarAreInstants(String text) {
        assertThat(new InstantPool().get((BEFORE + text + AFTER).toCharArray(), 1, 20))
                .isEqualTo(LocalDateTime.parse(text));
    }

    @Property(tries = 300)
    void wordsAreWhatTheirCharactersSayAndShortOnesAreShared(@ForAll String word) {
        ShortTexts texts = new ShortTexts();
        char[] buffer = (BEFORE + word + AFTER).toCharArray();

        String first = texts.get(buffer, 1, 1 + word.length());

        assertThat(first).isEqualTo(word);
        if (word.length() <= 40) {
            assertThat(texts.get(buffer.clone(), 1, 1 + word.length())).isSameAs(first);
        }
    }

    @Test
    void wordsThatShareAPlaceInTheTableStayApart() {
        ShortTexts texts = new ShortTexts();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                String word = "w" + i;
                assertThat(texts.get(word.toCharArray(), 0, word.length())).isEqualTo(word);
            }
        }
        assertThat(texts.get("Aa".toCharArray(), 0, 2)).isEqualTo("Aa");
        assertThat(texts.get("BB".toCharArray(), 0, 2)).isEqualTo("BB");
    }
}
