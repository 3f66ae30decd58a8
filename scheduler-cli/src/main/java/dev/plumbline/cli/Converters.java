package dev.plumbline.cli;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the words of the command line to values, with errors that say what is expected. */
final class Converters {

    private Converters() {}

    /**
     * A day with or without a time.
     *
     * @param day the day
     * @param time the time of day, if one is given
     */
    record DateOrTime(LocalDate day, @Nullable LocalTime time) {

        LocalDateTime at(LocalTime otherwise) {
            return day.atTime(time == null ? otherwise : time);
        }
    }

    /** {@code 2026-03-02}, {@code 2026-03-02T08:00} or {@code 2026-03-02 08:00:00}. */
    static final class Instant implements ITypeConverter<DateOrTime> {

        @Override
        public DateOrTime convert(String value) {
            try {
                if (value.length() <= 10) {
                    return new DateOrTime(LocalDate.parse(value), null);
                }
                LocalDateTime instant = LocalDateTime.parse(value.replace(' ', 'T'));
                return new DateOrTime(instant.toLocalDate(), instant.toLocalTime());
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'%s' is not a date such as 2026-03-02 or 2026-03-02T08:00".formatted(value));
            }
        }
    }

    /** One character, or a name for one that is hard to type. */
    static final class Separator implements ITypeConverter<Character> {

        @Override
        public Character convert(String value) {
            if (value.equalsIgnoreCase("tab") || value.equals("\\t")) {
                return '\t';
            }
            if (value.length() != 1) {
                throw new TypeConversionException("'%s' is not one character or 'tab'".formatted(value));
            }
            return value.charAt(0);
        }
    }

    /** An encoding by its name. */
    static final class Encoding implements ITypeConverter<Charset> {

        @Override
        public Charset convert(String value) {
            try {
                return Charset.forName(value);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException(
                        "'%s' is not an encoding that Java knows, such as UTF-8 or windows-1252".formatted(value));
            }
        }
    }

    /**
     * A range around planned durations, as shares.
     *
     * @param low the lower end, -1 to 0
     * @param high the upper end, 0 or more
     */
    record Deviation(double low, double high) {}

    /** {@code -10%,+30%}. */
    static final class Range implements ITypeConverter<Deviation> {

        private static final Pattern RANGE = Pattern.compile(
                "\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,6})?)%\\s*,\\s*\\+?([0-9]{1,4}(?:\\.[0-9]{1,6})?)%\\s*");

        @Override
        public Deviation convert(String value) {
            Matcher range = RANGE.matcher(value);
            if (range.matches()) {
                double low = Double.parseDouble(range.group(1)) / 100;
                double high = Double.parseDouble(range.group(2)) / 100;
                if (low >= -1 && low <= 0) {
                    return new Deviation(low, high);
                }
            }
            throw new TypeConversionException(
                    "'%s' is not a range around the plan such as -10%%,+30%%".formatted(value));
        }
    }

    /**
     * How precise a percentile is to be.
     *
     * @param percentile which one
     * @param days half the width of its confidence interval, in working days
     */
    record Within(double percentile, double days) {

        WorkTime time(UnitConversion conversion) {
            return WorkTime.of(BigDecimal.valueOf(days), WorkUnit.DAYS, conversion);
        }
    }

    /** {@code 80:0.5} or {@code 80:0.5d}. */
    static final class PercentileWithin implements ITypeConverter<Within> {

        private static final Pattern WITHIN =
                Pattern.compile("[Pp]?([0-9]{1,2}(?:\\.[0-9]{1,6})?):([0-9]{1,4}(?:\\.[0-9]{1,3})?)d?");

        @Override
        public Within convert(String value) {
            Matcher within = WITHIN.matcher(value);
            if (within.matches()) {
                double percentile = Double.parseDouble(within.group(1));
                double days = Double.parseDouble(within.group(2));
                if (percentile > 0 && days > 0) {
                    return new Within(percentile, days);
                }
            }
            throw new TypeConversionException(
                    "'%s' is not a percentile and working days such as 80:0.5".formatted(value));
        }
    }

    /** A number of days, at least 0 and at most what a project can last. */
    static final class Days implements ITypeConverter<Integer> {

        private static final int MOST = 100_000;

        @Override
        public Integer convert(String value) {
            try {
                int days = Integer.parseInt(value);
                if (days >= 0 && days <= MOST) {
                    return days;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'%s' is not a whole number of days".formatted(value));
            }
            throw new TypeConversionException("'%s' is not a number of days from 0 to 100000".formatted(value));
        }
    }
}
