package dev.plumbline.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * JShell, set so that it shows whole tables. It cuts every value at 1,000 characters; the setting can neither stand in a
 * start-up script nor on the command line, but is kept between sessions. So a first session without Java code makes it, and
 * the second finds it.
 */
final class JShellSession {

    private static final String SETTINGS = """
            /set mode plumbline normal -command
            /set truncation plumbline 100000
            /set truncation plumbline 100000 expression,varvalue
            /set mode plumbline -retain
            /set feedback -retain plumbline
            /exit
            """;

    private JShellSession() {}

    /** Runs JShell on the terminal until the user leaves it; returns its exit code. */
    static int run(List<String> arguments) {
        Map<String, String> kept = settings();
        return start(JavaShellToolBuilder.builder().persistence(kept), arguments);
    }

    private static Map<String, String> settings() {
        Map<String, String> kept = new HashMap<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        JavaShellToolBuilder builder = JavaShellToolBuilder.builder()
                .persistence(kept)
                .in(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)), null)
                .out(nowhere)
                .err(nowhere);
        start(builder, List.of("--no-startup", "--execution", "local"));
        kept.keySet().removeIf(key -> key.startsWith("HISTORY"));
        return kept;
    }

    private static int start(JavaShellToolBuilder builder, List<String> arguments) {
        try {
            return builder.start(arguments.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("JShell did not start", e);
        }
    }
}
