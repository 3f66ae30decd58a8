package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of the shared kit of hostile inputs by its verdict, each in a virtual machine of its own with the memory and the time
 * that the kit gives it: files through the launcher, calls through {@link HostileApi}. Takes minutes, so it runs only on demand:
 * {@code ./mvnw verify -Dkit=true -Dit.test=HostileKitIT}.
 */
@EnabledIfSystemProperty(named = "kit", matches = "true")
class HostileKitIT {

    private static final String CANARY = "CANARY-7f3a91-must-never-be-read";
    private static final Pattern PROBLEM = Pattern.compile("(error|warning|info) ([A-Z_]+)(?: [^ ]+?:(\\d+):\\d+)?.*");

    /** What starting a virtual machine may take on a busy machine. */
    private static final int STARTING_SECONDS = 15;

    private static int tried;
    private static int passed;

    @TempDir
    Path folder;

    /** A row of the kit's list. */
    private record Case(Path kit, List<String> cells) {

        String id() {
            return cells.get(0);
        }

        boolean isApi() {
            return cells.get(1).equals("api");
        }

        String verdict() {
            return cells.get(3);
        }

        String code() {
            return cells.get(5);
        }

        int seconds() {
            return Integer.parseInt(cells.get(7));
        }

        String heap() {
            return "-Xmx" + cells.get(8) + "m";
        }

        List<String> locate() {
            return Arrays.stream(cells.get(9).split(" \\|\\| "))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return id() + " " + verdict();
        }
    }

    static Stream<Case> cases() throws IOException {
        Path kit = ProjectRoot.path().resolveSibling("shared").resolve("hostile");
        assumeTrue(Files.isDirectory(kit), "skipped: the hostile inputs are not beside the project");
        return Files.readAllLines(kit.resolve("manifest.tsv")).stream()
                .skip(1)
                .map(line -> new Case(kit, List.of(line.split("\t", -1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsAsItsVerdictSays(Case c) throws IOException, InterruptedException {
        tried++;
        Runs.Run run = c.isApi() ? call(c) : command(c);

        String all = run.out() + run.err();
        assertThat(all).doesNotContain(CANARY, "\tat ", "OutOfMemory", "StackOverflow");
        if (c.isApi()) {
            assertThat(run).isEqualTo(new Runs.Run(0, "", ""));
        } else {
            checkVerdict(c, run);
        }
        passed++;
    }

    @AfterAll
    static void tellTheScore() {
        System.out.printf("hostile kit: %d of %d%n", passed, tried);
    }

    private static void checkVerdict(Case c, Runs.Run run) {
        boolean refused = run.exit() == 3 || run.exit() == 4;
        assertThat(run.exit()).as(run.err()).isIn(Set.of(0, 3, 4));
        if (refused) {
            assertThat(run.err().lines()).anyMatch(line -> line.startsWith("error "));
        }
        switch (c.verdict()) {
            case "REJECT" ->
                assertThat(refused && isDue(c, run.err())).as(run.err()).isTrue();
            case "LIMIT" ->
                assertThat(!refused || isDue(c, run.err())).as(run.err()).isTrue();
            case "WARN" ->
                assertThat(!refused && isDue(c, run.err())).as(run.err()).isTrue();
            case "ACCEPT" -> assertThat(refused).as(run.err()).isFalse();
            default -> assertThat(c.verdict()).isEqualTo("EITHER");
        }
    }

    /** Whether one of the lines has the code and the place that the kit names. */
    private static boolean isDue(Case c, String err) {
        return err.lines().anyMatch(line -> {
            Matcher problem = PROBLEM.matcher(line);
            if (!problem.matches() || !c.code().isEmpty() && !problem.group(2).equals(c.code())) {
                return false;
            }
            String located = "line " + problem.group(3) + " " + line;
            return c.locate().isEmpty() || c.locate().stream().anyMatch(located::contains);
        });
    }

    private Runs.Run command(Case c) throws IOException, InterruptedException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), CANARY);
        String text = Files.readString(c.kit().resolve(c.cells().get(6)), StandardCharsets.ISO_8859_1);
        Path file = folder.resolve(c.id() + (c.cells().get(1).equals("csv") ? ".csv" : ".xml"));
        Files.writeString(
                file, text.replace("file:///@CANARY@", canary.toUri().toString()), StandardCharsets.ISO_8859_1);
        String command = c.cells().get(2).equals("level") ? "level" : "schedule";
        return within(
                c,
                List.of(
                        ProjectRoot.path().resolve("plumbline").toString(),
                        command,
                        file.toString(),
                        "--format",
                        "csv"));
    }

    private Runs.Run call(Case c) throws IOException, InterruptedException {
        return within(
                c,
                List.of(
                        Fork.javaHome().resolve("bin/java").toString(),
                        c.heap(),
                        "-cp",
                        Runs.classPath(),
                        HostileApi.class.getName(),
                        c.id(),
                        folder.toString()));
    }

    private Runs.Run within(Case c, List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Runs.Run run = Fork.run(folder, Map.of("JAVA_OPTS", c.heap()), command);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
                .as("seconds")
                .isLessThanOrEqualTo(c.seconds() + STARTING_SECONDS);
        return run;
    }
}
