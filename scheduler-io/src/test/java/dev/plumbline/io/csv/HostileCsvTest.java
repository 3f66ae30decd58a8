package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The CSV cases of the shared kit of hostile inputs, each as its verdict says. */
class HostileCsvTest {

    /** A row of the kit's list. */
    private record Case(
            String id, String verdict, int line, String code, Path file, List<String> locate, String checks) {}

    @Test
    void everyCaseEndsAsItsVerdictSays() throws IOException {
        Optional<Path> kit = kit();
        Assumptions.assumeTrue(kit.isPresent(), "the shared folder hostile/ isn't there");
        List<String> failures = new ArrayList<>();
        List<Case> cases = cases(kit.orElseThrow());

        for (Case c : cases) {
            String failure = failureOf(c);
            if (!failure.isEmpty()) {
                failures.add(c.id() + ": " + failure);
            }
        }

        System.out.printf(Locale.ROOT, "hostile csv: %d/%d%n", cases.size() - failures.size(), cases.size());
        assertThat(cases).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    private static String failureOf(Case c) throws IOException {
        byte[] bytes = Files.readAllBytes(c.file());
        try {
            CsvRead read = CsvPlanReader.read(
                    new ByteArrayInputStream(bytes), c.file().getFileName().toString(), null, ReadOptions.DEFAULT);
            int activities = read.project().activities().size();
            if (c.verdict().equals("REJECT")) {
                return "accepted";
            }
            if (c.checks().startsWith("tasks=")
                    && activities != Integer.parseInt(c.checks().substring(6))) {
                return activities + " activities";
            }
            return c.verdict().equals("WARN") ? mismatch(c, read.findings()) : "";
        } catch (PlumblineException e) {
            return c.verdict().equals("ACCEPT") || c.verdict().equals("WARN")
                    ? e.toString()
                    : mismatch(c, e.problems());
        }
    }

    /** Returns why none of the problems is the one that is due, or nothing. */
    private static String mismatch(Case c, List<Problem> problems) {
        boolean due = problems.stream()
                .anyMatch(p -> (c.code().isEmpty() || p.code().equals(c.code()))
                        && (c.line() == 0 || p.location().line() == c.line())
                        && c.locate().stream().anyMatch(l -> p.toString().contains(l)));
        if (problems.stream().anyMatch(p -> p.hint().isBlank())) {
            return "no way out: " + problems;
        }
        return due || c.verdict().equals("EITHER") ? "" : "got " + problems;
    }

    private static List<Case> cases(Path kit) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String row : Files.readAllLines(kit.resolve("manifest.tsv"))) {
            String[] f = row.split("\t", -1);
            if (f[1].equals("csv")) {
                cases.add(new Case(
                        f[0],
                        f[3],
                        f[4].isEmpty() ? 0 : Integer.parseInt(f[4]),
                        f[5],
                        kit.resolve(f[6]),
                        Arrays.asList(f[9].split(" \\|\\| ", -1)),
                        f[10]));
            }
        }
        return cases;
    }

    private static Optional<Path> kit() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/hostile"))
                .filter(p -> Files.isRegularFile(p.resolve("manifest.tsv")))
                .findFirst();
    }
}
