package dev.plumbline.io;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file. What is absent is detected, or is an error that names the option. Immutable; vary {@link #DEFAULT}.
 *
 * @param limits how large the input may be
 * @param dateOrder the order of day, month and year in dates
 * @param separator the separator of CSV fields
 * @param encoding the encoding of a CSV file
 * @param start the start of the project where a CSV file has none
 * @param estimateFields the custom fields of a Microsoft Project file that hold optimistic, most likely and pessimistic durations,
 *     by name ({@code Duration1}, {@code Number4}) or alias; absent to take those whose aliases say so
 */
public record ReadOptions(
        ReadLimits limits,
        @Nullable DateOrder dateOrder,
        @Nullable Character separator,
        @Nullable Charset encoding,
        @Nullable LocalDateTime start,
        @Nullable List<String> estimateFields) {

    /** Detects everything, with the limits for files from anywhere. */
    public static final ReadOptions DEFAULT = new ReadOptions(ReadLimits.untrusted(), null, null, null, null, null);

    /** Checks that limits are given, and three fields of estimates or none. */
    public ReadOptions {
        Objects.requireNonNull(limits, "limits");
        estimateFields = estimateFields == null ? null : List.copyOf(estimateFields);
        if (estimateFields != null && estimateFields.size() != 3) {
            throw new IllegalArgumentException(
                    "an estimate has three fields, such as Duration1, Duration2 and Duration3: " + estimateFields);
        }
    }

    /** The order of day, month and year. */
    public enum DateOrder {
        /** 31/12/2026. */
        DMY,
        /** 12/31/2026. */
        MDY,
        /** 2026-12-31. */
        YMD
    }

    /** Returns options with other limits. */
    public ReadOptions withLimits(ReadLimits value) {
        return new ReadOptions(value, dateOrder, separator, encoding, start, estimateFields);
    }

    /** Returns options with an order of dates. */
    public ReadOptions withDateOrder(DateOrder value) {
        return new ReadOptions(limits, value, separator, encoding, start, estimateFields);
    }

    /** Returns options with a separator of fields. */
    public ReadOptions withSeparator(char value) {
        return new ReadOptions(limits, dateOrder, value, encoding, start, estimateFields);
    }

    /** Returns options with an encoding. */
    public ReadOptions withEncoding(Charset value) {
        return new ReadOptions(limits, dateOrder, separator, value, start, estimateFields);
    }

    /** Returns options with a project start. */
    public ReadOptions withStart(LocalDateTime value) {
        return new ReadOptions(limits, dateOrder, separator, encoding, value, estimateFields);
    }

    /** Returns options with the custom fields that hold three-point estimates. */
    public ReadOptions withEstimateFields(String optimistic, String mostLikely, String pessimistic) {
        return new ReadOptions(
                limits, dateOrder, separator, encoding, start, List.of(optimistic, mostLikely, pessimistic));
    }
}
