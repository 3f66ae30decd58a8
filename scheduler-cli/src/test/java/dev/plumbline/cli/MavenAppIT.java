package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example application, compiled and run against the jars of this build. */
class MavenAppIT {

    private static final Path APPLICATION = ProjectRoot.path().resolve("examples/maven-app");
    private static final Path LIBRARIES = ProjectRoot.path().resolve("scheduler-cli/target/lib");

    @TempDir
    Path folder;

    @Test
    void runsOnTheModulePath() throws IOException, InterruptedException {
        compile(List.of("--module-path", LIBRARIES.toString()), "module-info.java", "com/example/site/Site.java");

        Runs.Run run = java(
                "--module-path",
                folder + File.pathSeparator + LIBRARIES,
                "--module",
                "com.example.site/com.example.site.Site");

        assertRun(run);
    }

    @Test
    void runsOnTheClassPath() throws IOException, InterruptedException {
        String libraries = LIBRARIES + File.separator + "*";
        compile(List.of("--class-path", libraries), "com/example/site/Site.java");

        Runs.Run run = java("--class-path", folder + File.pathSeparator + libraries, "com.example.site.Site");

        assertRun(run);
    }

    @Test
    void usesTheVersionThatIsBuiltHere() throws IOException {
        String version = Runs.plumbline("--version").out().strip().replace("plumbline ", "");

        assertThat(Files.readString(APPLICATION.resolve("pom.xml"))).contains("<version>" + version + "</version>");
        assertThat(Files.readString(ProjectRoot.path().resolve("README.md")))
                .contains("<version>" + version + "</version>");
    }

    private static void assertRun(Runs.Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "finish 2026-03-18T17:00, critical [A Excavate 5d, B Foundation 8d]",
                        "finish with longer pipework 2026-03-23T17:00",
                        "MODEL_CYCLE: activities form a loop: A 'Excavate' -> B 'Foundation' -> C 'Pipework'"
                                + " -> A 'Excavate'");
    }

    private void compile(List<String> path, String... sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("javac"), "--release", "17", "-d", folder.toString()));
        command.addAll(path);
        Stream.of(sources)
                .map(s -> APPLICATION.resolve("src/main/java").resolve(s).toString())
                .forEach(command::add);
        Runs.Run run = Fork.run(folder, Map.of(), command);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private Runs.Run java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(List.of(arguments));
        return Fork.run(folder, Map.of(), command);
    }

    private static String tool(String name) {
        return Fork.javaHome().resolve("bin").resolve(name).toString();
    }
}
