package dev.plumbline.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams of a run, in UTF-8 with plain line feeds on every machine.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether somebody looks at standard error
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {

    static Console of(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        return new Console(in, writer(out), writer(err), terminal);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
