package dev.plumbline.io;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
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
 */
public record ReadOptions(
        ReadLimits limits,
        @Nullable DateOrder dateOrder,
        @Nullable Character separator,
        @Nullable Charset encoding,
        @Nullable LocalDateTime start) {

    /** Detects everything, with the limits for files from anywhere. */
    public static final ReadOptions DEFAULT = new ReadOptions(ReadLimits.untrusted(), null, null, null, null);

    /** Checks that limits are given. */
    public ReadOptions {
        Objects.requireNonNull(limits, "limits");
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
        return new ReadOptions(value, dateOrder, separator, encoding, start);
    }

    /** Returns options with an order of dates. */
    public ReadOptions withDateOrder(DateOrder value) {
        return new ReadOptions(limits, value, separator, encoding, start);
    }

    /** Returns options with a separator of fields. */
    public ReadOptions withSeparator(char value) {
        return new ReadOptions(limits, dateOrder, value, encoding, start);
    }

    /** Returns options with an encoding. */
    public ReadOptions withEncoding(Charset value) {
        return new ReadOptions(limits, dateOrder, separator, value, start);
    }

    /** Returns options with a project start. */
    public ReadOptions withStart(LocalDateTime value) {
        return new ReadOptions(limits, dateOrder, separator, encoding, value);
    }
}
