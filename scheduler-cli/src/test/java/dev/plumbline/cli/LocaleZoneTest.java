package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every output has the same bytes wherever in the world the machine stands. */
class LocaleZoneTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    /** Dotless i, other digits, other calendars, other signs of decimals. */
    private static final List<String> LOCALES = List.of(
            "tr-TR",
            "ar-EG-u-nu-arab",
            "th-TH-u-ca-buddhist-nu-thai",
            "ja-JP-u-ca-japanese",
            "de-DE",
            "hi-IN-u-nu-deva");

    /** Gaps and overlaps of summer time, half and quarter hours, a day that was skipped. */
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Warsaw", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe");

    /** {@code OUT} is a file of the run. The plan has a lag and a start in the hour that Europe skips. */
    private static final List<String> COMMANDS = List.of(
            "schedule PLAN --format csv",
            "schedule PLAN --format json --paths 2",
            "schedule PLAN",
            "level PLAN --format json",
            "risk PLAN --iterations 200 --default-range -10%,+30% --format json",
            "explain PLAN 3 --format json",
            "explain PLAN 3",
            "check PLAN --format csv",
            "report PLAN --output OUT.html --risk --default-range -10%,+30%",
            "convert PLAN OUT.xml",
            "convert PLAN OUT.csv");

    private static Map<String, String> expected = Map.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void runAtHome(@TempDir Path home) throws IOException {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        expected = outputs(home);
        restore();
    }

    private static void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @AfterEach
    void comeHome() {
        restore();
    }

    static Stream<String> places() {
        return LOCALES.stream().flatMap(locale -> ZONES.stream().map(zone -> locale + " " + zone));
    }

    @ParameterizedTest
    @MethodSource("places")
    void theSameBytesEverywhere(String place) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(place.substring(0, place.indexOf(' '))));
        TimeZone.setDefault(TimeZone.getTimeZone(place.substring(place.indexOf(' ') + 1)));

        Map<String, String> outputs = outputs(folder);

        expected.forEach((command, output) ->
                assertThat(outputs.get(command)).as(command).isEqualTo(output));
    }

    @Test
    void thereIsSomethingToCompare() {
        assertThat(expected).hasSize(COMMANDS.size());
        assertThat(expected.values()).allMatch(output -> output.startsWith("exit 0\n") && output.length() > 100);
    }

    /** What each command printed and wrote. */
    private static Map<String, String> outputs(Path folder) throws IOException {
        Path plan = Plans.write(folder, "plan.csv", """
                ID,Name,Duration,Predecessors,Resources,Start,Cost
                1,Iğdır İSTANBUL,5d,,Crew,2026-03-27 08:00,1234.5
                2,Şantiye,3ed,1FS+1ed,Crew,,
                3,Title,2.5d,1FS+12.5%;2,Crew,,0.75
                4,Beside,4d,,Crew,,
                """);
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String command : COMMANDS) {
            Object[] words = Stream.of(command.split(" "))
                    .map(word -> word.equals("PLAN") ? plan : word.startsWith("OUT") ? folder.resolve(word) : word)
                    .toArray();
            Runs.Run run = Runs.plumbline(words);
            StringBuilder all = new StringBuilder("exit " + run.exit() + "\n" + run.out() + run.err());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> InputOptions.nameOf(f).startsWith("OUT"))
                        .sorted()
                        .toList()) {
                    all.append(Files.readString(file, StandardCharsets.UTF_8));
                    Files.delete(file);
                }
            }
            outputs.put(command, all.toString().replace(folder.toString(), "FOLDER"));
        }
        return outputs;
    }
}
