package dev.plumbline.io.fuzz;

import dev.plumbline.io.Format;

/** The entry of the fuzzer to the reader of Microsoft Project XML: {@code ./mvnw -Pfuzz -Dfuzz.reader=Mspdi}. */
public final class MspdiFuzzer {

    private MspdiFuzzer() {}

    /** Called with bytes of the fuzzer's making. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        PlanFuzzer.check(bytes, Format.MSPDI);
    }
}
