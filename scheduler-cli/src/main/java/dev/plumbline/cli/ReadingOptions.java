package dev.plumbline.cli;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.ReadOptions;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How inputs are read. */
final class ReadingOptions {

    private static final int ESTIMATE_FIELDS = 3;

    private enum Limits {
        UNTRUSTED,
        TRUSTED
    }

    @Option(
            names = "--date-order",
            paramLabel = "dmy|mdy|ymd",
            description = "Order of day, month and year in the dates of a CSV file.")
    private ReadOptions.@Nullable DateOrder dateOrder;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            converter = Converters.Separator.class,
            description = "Separator of the fields of a CSV file, or 'tab'.")
    private @Nullable Character separator;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Converters.Encoding.class,
            description = "Encoding of a CSV file, such as UTF-8 or windows-1252.")
    private @Nullable Charset encoding;

    @Option(
            names = "--limits",
            paramLabel = "untrusted|trusted",
            description =
                    "How large an input may be: for files from anywhere (default), or for very large ones of your own.")
    private @Nullable Limits limits;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = Converters.Instant.class,
            description = "Start of the project, as 2026-03-02 or 2026-03-02T08:00, where a CSV file has none.")
    private Converters.@Nullable DateOrTime start;

    @Option(
            names = "--estimate-fields",
            paramLabel = "O,M,P",
            split = ",",
            hideParamSyntax = true,
            description =
                    "The custom fields of a Microsoft Project file that hold optimistic, most likely and pessimistic "
                            + "durations, such as Duration1,Duration2,Duration3 (default: those whose aliases are Optimistic, "
                            + "Most Likely, Pessimistic).")
    private @Nullable List<String> estimateFields;

    ReadOptions toReadOptions() {
        if (estimateFields != null && estimateFields.size() != ESTIMATE_FIELDS) {
            throw Failure.usage(
                    "--estimate-fields names %s fields".formatted(estimateFields.size()),
                    "name three, such as Duration1,Duration2,Duration3");
        }
        ReadLimits size = limits == Limits.TRUSTED ? ReadLimits.trusted() : ReadLimits.untrusted();
        LocalDateTime instant = start == null ? null : start.at(LocalTime.of(8, 0));
        return new ReadOptions(size, dateOrder, separator, encoding, instant, estimateFields);
    }
}
