package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Microsoft Project XML cases of the shared kit of hostile inputs, each as its verdict says. */
class HostileMspdiTest {

    private static final String CANARY = "CANARY-7f3a91-must-never-be-read";

    @TempDir
    Path folder;

    /** A row of the kit's list. */
    private record Case(
            String id,
            boolean scheduled,
            String verdict,
            int line,
            String code,
            Path file,
            List<String> locate,
            List<String> checks) {}

    /** What came of a case. */
    private record Outcome(ReadResult read, Schedule schedule, List<Problem> problems) {}

    @Test
    void everyCaseEndsAsItsVerdictSays() throws IOException {
        Path kit = SharedFolder.path("hostile");
        List<Case> cases = cases(kit);
        List<String> failures = new ArrayList<>();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream trap = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(trap);
            System.setErr(trap);
            for (Case c : cases) {
                String failure = failureOf(c);
                if (!failure.isEmpty()) {
                    failures.add(c.id() + " (" + c.verdict() + " " + c.code() + " line " + c.line() + "): " + failure);
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        out.printf(Locale.ROOT, "hostile mspdi: %d/%d%n", cases.size() - failures.size(), cases.size());
        assertThat(cases).isNotEmpty();
        assertThat(failures).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private String failureOf(Case c) throws IOException {
        Outcome outcome = run(c);
        if (outcome.problems().stream().anyMatch(p -> p.toString().contains(CANARY))) {
            return "the canary was read";
        }
        if (outcome.problems().stream().anyMatch(p -> p.hint().isBlank())) {
            return "no way out: " + outcome.problems();
        }
        boolean rejected = outcome.schedule() == null;
        return switch (c.verdict()) {
            case "REJECT" -> rejected ? mismatch(c, outcome.problems()) : "accepted";
            case "LIMIT" -> rejected ? mismatch(c, outcome.problems()) : checked(c, outcome);
            case "WARN" ->
                rejected ? "refused: " + outcome.problems() : mismatch(c, outcome.problems()) + checked(c, outcome);
            case "ACCEPT" -> rejected ? "refused: " + outcome.problems() : checked(c, outcome);
            default -> rejected ? "" : checked(c, outcome);
        };
    }

    private Outcome run(Case c) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), CANARY);
        byte[] bytes = Files.readAllBytes(c.file());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Path file = folder.resolve(c.id() + ".xml");
        Files.write(
                file,
                text.replace("file:///@CANARY@", canary.toUri().toString()).getBytes(StandardCharsets.ISO_8859_1));
        try {
            ReadResult read = ProjectFiles.read(file);
            return new Outcome(read, CriticalPath.schedule(read.project()), read.findings());
        } catch (PlumblineException e) {
            return new Outcome(null, null, e.problems());
        }
    }

    /** Returns why none of the problems is the one that is due, or nothing. */
    private static String mismatch(Case c, List<Problem> problems) {
        boolean due = problems.stream()
                .anyMatch(p -> (c.code().isEmpty() || p.code().equals(c.code()))
                        && (c.locate().isEmpty()
                                || c.locate().stream().anyMatch(l -> located(p).contains(l))));
        return due ? "" : "got " + problems;
    }

    private static String located(Problem problem) {
        return "line " + problem.location().line() + " " + problem;
    }

    private static String checked(Case c, Outcome outcome) {
        StringBuilder wrong = new StringBuilder();
        for (String check : c.checks()) {
            String name = check.substring(0, check.indexOf('='));
            String expected = check.substring(check.indexOf('=') + 1).replace("\\n", "\n");
            String actual = actual(name, expected, outcome);
            if (!expected.equals(actual)) {
                wrong.append(name)
                        .append(" is ")
                        .append(actual)
                        .append(", not ")
                        .append(expected)
                        .append("; ");
            }
        }
        return wrong.toString();
    }

    private static String actual(String name, String expected, Outcome outcome) {
        Project project = outcome.read().project();
        String id = name.substring(name.indexOf('.') + 1);
        return switch (name.replaceAll("\\..*", "")) {
            case "tasks" -> Integer.toString(project.activities().size());
            case "links" -> Integer.toString(project.relationships().size());
            case "assignments" -> Integer.toString(project.assignments().size());
            case "names" -> project.activity(id).name();
            case "finish" -> outcome.schedule().of(id).finish().toString();
            case "absent" -> project.activities().toString().contains(expected) ? "present" : expected;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<Case> cases(Path kit) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String row : Files.readAllLines(kit.resolve("manifest.tsv"))) {
            String[] f = row.split("\t", -1);
            if (f[1].equals("mspdi")) {
                cases.add(new Case(
                        f[0],
                        !f[2].equals("read"),
                        f[3],
                        f[4].isEmpty() ? 0 : Integer.parseInt(f[4]),
                        f[5],
                        kit.resolve(f[6]),
                        parts(f[9]),
                        parts(f[10])));
            }
        }
        return cases;
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(" \\|\\| ")).filter(p -> !p.isEmpty()).toList();
    }
}
