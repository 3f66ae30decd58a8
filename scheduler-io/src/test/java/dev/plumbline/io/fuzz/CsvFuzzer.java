package dev.plumbline.io.fuzz;

import dev.plumbline.io.Format;

/** The entry of the fuzzer to the reader of CSV: {@code ./mvnw -Pfuzz -Dfuzz.reader=Csv}. */
public final class CsvFuzzer {

    private CsvFuzzer() {}

    /** Called with bytes of the fuzzer's making. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        PlanFuzzer.check(bytes, Format.CSV);
    }
}
