package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.text.Digits;
import dev.plumbline.io.text.InstantPool;
import dev.plumbline.io.text.ShortTexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The text of the element just read, as number, date or whatever it should be. What it should be but isn't goes to the log
 * with its place, and a stand-in is returned so that reading goes on. One object serves a whole document.
 */
final class Value {

    /** No amount: the text was none. */
    static final long NO_TICKS = Long.MIN_VALUE;

    private static final String WITHIN = "write a value within these bounds";
    private static final String WRITE_DATE = "write it like 2026-03-02T08:00:00";
    private static final int MOST_DIGITS = 18;
    private static final int DECIMALS = 12;

    private final XmlSource xml;
    private final ReadLimits limits;
    private final ProblemLog log;
    private final ShortTexts shared = new ShortTexts();
    private final InstantPool instants = new InstantPool();
    private final AmountPool amounts = new AmountPool();
    private char[] text = {};
    private int from;
    private int to;
    private int tokenFrom;
    private int tokenTo;
    private String element = "";
    private final int lastPlainYear;
    private long spot;
    private String entity = "";
    private int number;

    Value(XmlSource xml, ReadLimits limits, ProblemLog log) {
        this.xml = xml;
        this.limits = limits;
        this.log = log;
        this.lastPlainYear = Math.min(DateText.LAST_YEAR, limits.lastYear());
    }

    /** Names the entity whose elements follow, for places such as {@code Task[3]/Duration}. */
    void within(String newEntity, int newNumber) {
        entity = newEntity;
        number = newNumber;
    }

    /** Reads the text of the element that was opened last; it is gone with the next element. */
    void read() throws IOException {
        element = xml.name();
        spot = xml.spot();
        xml.readText();
        text = xml.text;
        from = xml.from;
        to = xml.to;
        tokenFrom = from;
        tokenTo = to;
        while (tokenFrom < tokenTo && Character.isWhitespace(text[tokenFrom])) {
            tokenFrom++;
        }
        while (tokenTo > tokenFrom && Character.isWhitespace(text[tokenTo - 1])) {
            tokenTo--;
        }
    }

    /** Returns whether there is nothing but white space. */
    boolean isBlank() {
        return tokenFrom == tokenTo;
    }

    /** Returns where the element was opened. */
    long spot() {
        return spot;
    }

    /** Returns the text as it is. */
    String text() {
        return shared.get(text, from, to);
    }

    /** Returns the text without white space around it. */
    String token() {
        return shared.get(text, tokenFrom, tokenTo);
    }

    /** Copies the text into one of several arrays, which is replaced if it is too short; returns the length. */
    int copyText(char[][] into, int index) {
        if (into[index].length < to - from) {
            into[index] = new char[to - from];
        }
        System.arraycopy(text, from, into[index], 0, to - from);
        return to - from;
    }

    /** Returns a whole number within bounds. */
    int integer(int least, int most, int standIn) {
        int plain = Digits.number(text, tokenFrom, tokenTo);
        if (plain >= 0 && plain >= least && plain <= most) {
            return plain;
        }
        String token = numberToken();
        if (token == null) {
            return standIn;
        }
        Long value = whole(token);
        if (value == null) {
            if (decimalOf(token) == null && !isSpecial(token)) {
                error("VALUE_FORMAT", "is not a whole number", "write digits only, such as 12");
            } else {
                error("VALUE_RANGE", "is not a whole number from %s to %s".formatted(least, most), WITHIN);
            }
            return standIn;
        }
        if (value < least || value > most) {
            error("VALUE_RANGE", "is not between %s and %s".formatted(least, most), WITHIN);
            return standIn;
        }
        return value.intValue();
    }

    /** Returns a code; one beyond the bounds is an error. */
    int code(int least, int most, int standIn) {
        return code(least, most, standIn, Severity.ERROR);
    }

    /** Returns a code of little weight; one beyond the bounds is a warning. */
    int minorCode(int least, int most, int standIn) {
        return code(least, most, standIn, Severity.WARNING);
    }

    private int code(int least, int most, int standIn, Severity severity) {
        int plain = Digits.number(text, tokenFrom, tokenTo);
        if (plain >= 0 && plain >= least && plain <= most) {
            return plain;
        }
        String token = numberToken();
        if (token == null) {
            return standIn;
        }
        Long value = whole(token);
        if (value == null || value < least || value > most) {
            String used = severity == Severity.ERROR ? "" : "; " + standIn + " is used";
            problem(
                    "VALUE_ENUM",
                    severity,
                    "is none of the codes %s to %s%s".formatted(least, most, used),
                    "write one of these codes");
            return standIn;
        }
        return value.intValue();
    }

    /** Returns 1 and true as true, 0 and false as false. */
    boolean bool(boolean standIn) {
        if (tokenTo - tokenFrom == 1 && (text[tokenFrom] == '0' || text[tokenFrom] == '1')) {
            return text[tokenFrom] == '1';
        }
        return switch (token()) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> {
                error("VALUE_FORMAT", "is neither 0 nor 1", "write 0 or 1");
                yield standIn;
            }
        };
    }

    /** Returns a number with decimals within bounds. */
    double decimal(double least, double most, double standIn) {
        double plain = Digits.decimal(text, tokenFrom, tokenTo);
        if (plain >= least && plain <= most) {
            return plain;
        }
        BigDecimal value = unrounded();
        if (value == null) {
            return standIn;
        }
        double result = value.doubleValue();
        if (result < least || result > most) {
            error("VALUE_RANGE", "is not between %s and %s".formatted(plain(least), plain(most)), WITHIN);
            return standIn;
        }
        return result;
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** Returns an amount in hundredths, such as money, in whole units. */
    @Nullable
    BigDecimal hundredths() {
        BigDecimal known = amounts.hundredths(text, tokenFrom, tokenTo);
        if (known != null) {
            return known;
        }
        BigDecimal value = amount();
        return value == null ? null : value.movePointLeft(2);
    }

    /** Returns an exact number of up to 18 digits and 12 decimals. */
    @Nullable
    BigDecimal amount() {
        BigDecimal value = unrounded();
        return value != null && value.scale() > DECIMALS ? small(value) : value;
    }

    private @Nullable BigDecimal unrounded() {
        String token = numberToken();
        if (token == null) {
            return null;
        }
        BigDecimal value = decimalOf(token);
        if (value == null) {
            if (isSpecial(token)) {
                error("VALUE_RANGE", "is not a finite number", "write digits");
            } else {
                error("VALUE_FORMAT", "is not a number", "write it like 12.5");
            }
            return null;
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if ((long) value.precision() - value.scale() > MOST_DIGITS) {
            error("VALUE_RANGE", "is too large", "write at most 18 digits before the point");
            return null;
        }
        return value;
    }

    private static BigDecimal small(BigDecimal value) {
        return (long) value.precision() - value.scale() < -DECIMALS
                ? BigDecimal.ZERO
                : value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Returns a length of time in ticks, or {@link #NO_TICKS}. */
    long duration() {
        long plain = DurationText.plain(text, tokenFrom, tokenTo);
        if (plain >= 0) {
            return plain;
        }
        String token = numberToken();
        if (token == null) {
            return NO_TICKS;
        }
        long ticks = DurationText.ticks(token);
        if (ticks == DurationText.MALFORMED) {
            error("VALUE_FORMAT", "is not a duration", "write it like PT8H0M0S");
            return NO_TICKS;
        }
        if (ticks < 0 || ticks > Held.MOST_TICKS) {
            error("VALUE_RANGE", "is not between PT0H0M0S and PT%sH0M0S".formatted(Held.MOST_TICKS / 600), WITHIN);
            return NO_TICKS;
        }
        if (DurationText.hasDays(token)) {
            warning(
                    "VALUE_FORMAT",
                    "has years, months or days: they are read as 365 days, 30 days and 24 hours, so this is "
                            + DurationText.of(ticks),
                    "write hours, minutes and seconds only");
        }
        return ticks;
    }

    /** Returns the ticks of a length of time or one of the constants of {@link DurationText}; nothing is noted. */
    long ticks() {
        long plain = DurationText.plain(text, tokenFrom, tokenTo);
        return plain >= 0 ? plain : DurationText.ticks(token());
    }

    /** Returns an instant, or nothing. */
    @Nullable
    LocalDateTime date() {
        LocalDateTime plain = instants.get(text, tokenFrom, tokenTo);
        if (plain != null && plain.getYear() >= DateText.FIRST_YEAR && plain.getYear() <= lastPlainYear) {
            return plain;
        }
        String token = token();
        LocalDateTime date = token.length() > limits.numberChars() ? null : DateText.dateTime(token);
        if (date == null) {
            error("VALUE_DATE", "is not a date", WRITE_DATE);
            return null;
        }
        if (date.getYear() > limits.lastYear()) {
            error(
                    "VALUE_DATE",
                    "is after the year " + limits.lastYear(),
                    "correct the year, or read the file with larger limits");
            return null;
        }
        if (DateText.isFar(date)) {
            warning(
                    "VALUE_DATE",
                    "is outside the years 1984 to 2149 of Microsoft Project",
                    "correct the year if it was not meant");
        } else if (DateText.hasZone(token)) {
            warning("VALUE_DATE", "has a zone, which is left out: plans run on local time", "write local time");
        } else if (token.indexOf('T') < 0) {
            warning("VALUE_DATE", "has no time of day and is read as midnight", WRITE_DATE);
        }
        return date;
    }

    /** Returns an instant that only bounds something, such as the last day of an exception: any year will do. */
    @Nullable
    LocalDateTime bound() {
        String token = token();
        LocalDateTime date = token.length() > limits.numberChars() ? null : DateText.dateTime(token);
        if (date == null) {
            error("VALUE_DATE", "is not a date", WRITE_DATE);
        }
        return date;
    }

    /** Returns a time of day, or nothing. */
    @Nullable
    LocalTime time() {
        String token = token();
        LocalTime time = token.length() > limits.numberChars() ? null : DateText.time(token);
        if (time == null) {
            error("VALUE_FORMAT", "is not a time of day", "write it like 08:00:00");
        }
        return time;
    }

    /** Notes something odd about this element. */
    void warning(String code, String what, String hint) {
        problem(code, Severity.WARNING, what, hint);
    }

    /** Notes that this element can't be used. */
    void error(String code, String what, String hint) {
        problem(code, Severity.ERROR, what, hint);
    }

    private void problem(String code, Severity severity, String what, String hint) {
        if (!log.takes(severity)) {
            return;
        }
        String where = (entity.isEmpty() ? "" : entity + (number > 0 ? "[" + number + "]" : "") + "/") + element;
        log.add(new Problem(
                code,
                severity,
                Spot.location(spot).withPath(where),
                "%s %s %s".formatted(element, Problem.quote(new String(text, from, to - from)), what),
                hint));
    }

    /** Returns the text without white space around it, unless it is too long for any number. */
    private @Nullable String numberToken() {
        String token = token();
        if (token.length() > limits.numberChars()) {
            error("LIMIT_NUMBER", "has more than %s characters".formatted(limits.numberChars()), "write fewer digits");
            return null;
        }
        return token;
    }

    private static @Nullable Long whole(String token) {
        int start = !token.isEmpty() && (token.charAt(0) == '-' || token.charAt(0) == '+') ? 1 : 0;
        int end = token.length();
        int point = token.indexOf('.');
        if (point > start && isDigits(token, point + 1, end) && isZeros(token, point + 1, end)) {
            end = point;
        }
        if (end == start || end - start > MOST_DIGITS || !isDigits(token, start, end)) {
            return null;
        }
        return Long.valueOf(token.substring(token.charAt(0) == '+' ? 1 : 0, end));
    }

    private static boolean isZeros(String token, int from, int to) {
        for (int i = from; i < to; i++) {
            if (token.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String token, int from, int to) {
        for (int i = from; i < to; i++) {
            if (token.charAt(i) < '0' || token.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpecial(String token) {
        return token.equals("INF")
                || token.equals("-INF")
                || token.equals("+INF")
                || token.equals("NaN")
                || token.equals("Infinity")
                || token.equals("-Infinity");
    }

    /** Returns the number, whatever its size: nothing is expanded. */
    private static @Nullable BigDecimal decimalOf(String token) {
        for (int i = 0; i < token.length(); i++) {
            if ("0123456789+-.eE".indexOf(token.charAt(i)) < 0) {
                return null;
            }
        }
        try {
            return new BigDecimal(token);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
