package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.text.Digits;
import dev.plumbline.io.text.InstantPool;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The quick ways to read values agree with the careful ones, and leave to them what they don't know. */
class PlainValuesTest {

    private static final String[] DATES = {
        "2026-03-02T08:00:00",
        "2024-02-29T23:59:59",
        "2023-02-29T00:00:00",
        "1900-02-29T12:00:00",
        "2000-02-29T24:00:00",
        "9999-12-31T23:59:59",
        "0001-01-01T00:00:00",
        "2026-04-31T08:00:00",
        "2026-03-02T08:00",
        "2026-03-02",
        "2026-13-01T00:00:00"
    };
    private static final String[] DURATIONS = {
        "PT8H0M0S",
        "PT0H0M0S",
        "PT999999H59M59S",
        "PT1000000H0M0S",
        "PT0H0M3S",
        "PT12H30M45S",
        "-PT8H0M0S",
        "P1DT8H0M0S",
        "PT8H",
        "PT8H0M0.5S",
        "PT08H00M00S",
        "PT8H100M0S",
        "PT8M0H0S"
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "007",
        "999999999",
        "1000000000",
        "12.5",
        "0.1",
        "100.00",
        "1e3",
        ".5",
        "5.",
        "123456789012345",
        "1234567890123456",
        "0.000000000001",
        "0.0000000000001",
        "00.00",
        "+1",
        "1.7976931348623157",
        "33.333333333333"
    };

    @Property(tries = 5_000)
    void instants(@ForAll Random random) {
        String text = damaged(DATES[random.nextInt(DATES.length)], random);

        LocalDateTime quick = new InstantPool().get(text.toCharArray(), 0, text.length());

        if (quick != null) {
            assertThat(quick).as(text).isEqualTo(DateText.dateTime(text));
        } else if (text.length() == 19 && text.indexOf("T24") < 0 && text.indexOf('.') < 0) {
            assertThat(DateText.dateTime(text)).as(text).isNull();
        }
    }

    @Property(tries = 50)
    void everyInstantOfOnePoolIsItsOwn(@ForAll Random random) {
        InstantPool pool = new InstantPool();
        for (int i = 0; i < 5_000; i++) {
            LocalDateTime instant = LocalDateTime.of(1984, 1, 1, 0, 0)
                    .plusSeconds(random.nextInt(Integer.MAX_VALUE) * (random.nextBoolean() ? 1L : 2L));
            String text = DateText.of(instant);

            assertThat(pool.get(("x" + text).toCharArray(), 1, 20)).isEqualTo(instant);
            assertThat(pool.get(text.toCharArray(), 0, 19)).isEqualTo(instant);
        }
    }

    @Property(tries = 5_000)
    void durations(@ForAll Random random) {
        String text = damaged(DURATIONS[random.nextInt(DURATIONS.length)], random);

        long quick = DurationText.plain(text.toCharArray(), 0, text.length());

        if (quick >= 0) {
            assertThat(quick).as(text).isEqualTo(DurationText.ticks(text));
        }
    }

    @Property(tries = 5_000)
    void numbers(@ForAll Random random) {
        String text = damaged(NUMBERS[random.nextInt(NUMBERS.length)], random);
        char[] chars = text.toCharArray();

        int whole = Digits.number(chars, 0, chars.length);
        double decimal = Digits.decimal(chars, 0, chars.length);
        BigDecimal hundredths = new AmountPool().hundredths(chars, 0, chars.length);

        if (whole >= 0) {
            assertThat(whole).as(text).isEqualTo(Integer.parseInt(text));
        }
        if (!Double.isNaN(decimal)) {
            assertThat(decimal).as(text).isEqualTo(new BigDecimal(text).doubleValue());
        }
        if (hundredths != null) {
            assertThat(hundredths).as(text).isEqualByComparingTo(new BigDecimal(text).movePointLeft(2));
        }
    }

    @Property(tries = 200)
    void amountsOfOnePool(@ForAll Random random) {
        AmountPool pool = new AmountPool();
        for (int i = 0; i < 2_000; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(3));
            char[] text = amount.toPlainString().toCharArray();

            assertThat(pool.hundredths(text, 0, text.length)).isEqualByComparingTo(amount.movePointLeft(2));
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.setCharAt(at, "0123456789PTHMS-:.+eE \u0661x".charAt(random.nextInt(24)));
                case 1 -> damaged.deleteCharAt(at).append('0');
                case 2 -> damaged.insert(at, random.nextInt(10));
                default -> damaged.setCharAt(at, (char) ('0' + random.nextInt(10)));
            }
        }
        return damaged.toString();
    }
}
