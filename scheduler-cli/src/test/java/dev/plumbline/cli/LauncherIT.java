package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, reached from another folder through a symbolic link. */
class LauncherIT {

    private static final Path PLAN = Path.of("examples/pump-station.csv");

    @TempDir
    Path folder;

    @BeforeEach
    void linkTheLauncher() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no POSIX shell");
        copyFiles(Path.of("examples"));
        copyFiles(Path.of("examples/instances"));
        Files.createSymbolicLink(folder.resolve("plumbline"), ProjectRoot.path().resolve("plumbline"));
    }

    private void copyFiles(Path name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(ProjectRoot.path().resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(InputOptions.nameOf(file)));
            }
        }
    }

    @Test
    void passesArgumentsAndExitCodesOn() throws IOException, InterruptedException {
        Runs.Run ok = shell("./plumbline schedule 'examples/pump-station.csv' --format csv --quiet");
        Runs.Run wrong = shell("./plumbline schedule 'no such plan.csv' --format yaml");

        assertThat(ok.err()).isEmpty();
        assertThat(ok.out())
                .isEqualTo(Runs.plumbline("schedule", ProjectRoot.path().resolve(PLAN), "--format", "csv")
                        .out());
        assertThat(wrong.exit()).isEqualTo(2);
    }

    @Test
    void javaOptionsReachTheVirtualMachine() throws IOException, InterruptedException {
        Runs.Run run = Fork.run(
                folder, Map.of("JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal"), List.of("./plumbline", "--version"));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("MaxHeapSize +:?= 67108864");
    }

    @Test
    void aWrongJavaHomeIsToldInOneLine() throws IOException, InterruptedException {
        Runs.Run run = Fork.run(folder, Map.of("JAVA_HOME", "/nowhere"), List.of("./plumbline", "--version"));

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err())
                .isEqualTo("plumbline: no Java found in /nowhere; install a JDK 17 or later and set JAVA_HOME\n");
    }

    @Test
    void everyCommandOfTheDocumentsWorks() throws IOException, InterruptedException {
        List<String> blocks = new ArrayList<>(Documents.blocks("README.md", "sh"));
        blocks.addAll(Documents.blocks("docs/cli.md", "sh"));
        int commands = 0;
        for (String line : String.join("", blocks).lines().toList()) {
            int expected = line.endsWith("# exit code 3") ? 3 : 0;

            Runs.Run run = shell(line);

            assertThat(run.exit()).as("%s%n%s", line, run.err()).isEqualTo(expected);
            commands++;
        }
        assertThat(commands).isGreaterThan(12);
    }

    @Test
    void jshellShowsThePlanAndItsTables() throws IOException, InterruptedException {
        String line = "printf '%s\\n' 'project.name()' 'CriticalPath.schedule(project)' 'gantt($2)' '/exit'"
                + " | ./plumbline jshell examples/pump-station.csv";

        Runs.Run run = shell(line);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("5 rows\nID  Name", "Commission", "\n$3 ==> ".strip());
    }

    @Test
    void aSignalEndsTheRunAsCancelled() throws IOException, InterruptedException {
        // The pipe opens for writing once the command has opened it for reading, so that the signal meets a running
        // command.
        String line = "mkfifo plan.csv; ./plumbline schedule plan.csv --output plan.json & command=$!;"
                + " exec 3>plan.csv; kill -TERM $command; wait $command";

        Runs.Run run = shell(line);

        assertThat(run.exit()).as(run.err()).isEqualTo(5);
        assertThat(run.err()).startsWith("error CANCELLED").hasLineCount(1);
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }

    private Runs.Run shell(String line) throws IOException, InterruptedException {
        return Fork.run(folder, Map.of(), List.of("/bin/sh", "-c", line));
    }
}
