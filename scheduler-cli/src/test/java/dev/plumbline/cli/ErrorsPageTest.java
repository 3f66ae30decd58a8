package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.graph.RedundantRelationships;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.level.ConflictRules;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.LevellingCheck;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.Validator;
import dev.plumbline.risk.PertMethod;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of all codes against the sources and against what the program prints. */
class ErrorsPageTest {

    private static final Pattern CODE = Pattern.compile(
            "\"((?:NOT|XML|MSPDI|CSV|LIMIT|VALUE|MODEL|CAL|SCHEDULE|LEVEL|RISK)_[A-Z0-9_]+|MORE_PROBLEMS)\"");
    private static final Pattern USE =
            Pattern.compile("(?:Problem\\.(?:error|warning|info)|new (?:Cell)?Problem|\\.problem)\\(\\s*\"([^\"]+)\"");
    private static final Pattern ENTRY =
            Pattern.compile("### ([A-Z0-9_]+)\n\n((?:error|warning|info)(?:, (?:warning|info))*): (.+)\n\n"
                    + "```text\n(.+)\n```\n\nWay out: (.+)\n");

    /** Faults of the program itself, which no input of a test leads to. */
    private static final List<String> WITHOUT_SAMPLE =
            List.of("INTERNAL", "LEVEL_CALENDAR", "LEVEL_LOGIC", "LEVEL_PREEMPTED", "LIMIT_MEMORY");

    private static final Locale LOCALE = Locale.getDefault();

    @TempDir
    Path folder;

    @BeforeAll
    static void writeOtherDigits() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterAll
    static void writeTheUsualDigits() {
        Locale.setDefault(LOCALE);
    }

    /** An entry of the page. */
    private record Entry(String severities, String example) {}

    @Test
    void thePageHasTheCodesOfTheSourcesAndNoOther() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (String module : List.of("scheduler-core", "scheduler-io", "scheduler-cli")) {
            try (Stream<Path> files =
                    Files.walk(ProjectRoot.path().resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    CODE.matcher(source).results().forEach(m -> codes.add(m.group(1)));
                    USE.matcher(source).results().forEach(m -> codes.add(m.group(1)));
                }
            }
        }

        assertThat(codes).hasSizeGreaterThan(110);
        assertThat(page().keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyHeadingOfACodeBeginsACompleteEntry() throws IOException {
        long headings = Files.readString(ProjectRoot.path().resolve("docs/errors.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .count();

        assertThat(page()).hasSize((int) headings);
    }

    @Test
    void theExamplesAreWhatTheProgramPrintsWithTheWayOut() throws IOException {
        Map<String, Entry> page = page();
        Map<String, String> printed = printed();
        List<String> wrong = new ArrayList<>();
        printed.forEach((code, line) -> {
            Entry entry = page.get(code);
            if (entry == null
                    || !entry.example().equals(line)
                    || !line.contains("; ")
                    || !entry.severities().contains(line.substring(0, line.indexOf(' ')))) {
                wrong.add(line);
            }
        });

        assertThat(wrong).isEmpty();
        TreeSet<String> rest = new TreeSet<>(page.keySet());
        rest.removeAll(printed.keySet());
        assertThat(rest).containsExactlyElementsOf(WITHOUT_SAMPLE);
    }

    @Test
    void noMessageEchoesMuchOfTheInputOrCharactersThatCanNotBeShown() throws IOException {
        String name = "\u202E\u2066" + "x".repeat(300) + "\u0085";
        for (ErrorSamples.Sample sample : ErrorSamples.all()) {
            if (!sample.code().startsWith("LIMIT_")) {
                Path own = Files.createDirectory(folder.resolve(sample.code()));

                String lines = sample.naming(name).lines(own);

                assertThat(lines)
                        .as(sample.code())
                        .doesNotContain("x".repeat(81), "\u202E", "\u2066", "\u0085")
                        .doesNotContain(folder.toString());
            }
        }
    }

    private static Map<String, Entry> page() throws IOException {
        String text = Files.readString(ProjectRoot.path().resolve("docs/errors.md"));
        Map<String, Entry> page = new LinkedHashMap<>();
        ENTRY.matcher(text).results().forEach(m -> page.put(m.group(1), new Entry(m.group(2), m.group(4))));
        return page;
    }

    private Map<String, String> printed() throws IOException {
        Map<String, String> printed = new LinkedHashMap<>();
        for (ErrorSamples.Sample sample : ErrorSamples.all()) {
            Path own = Files.createDirectory(folder.resolve(sample.code()));
            printed.put(sample.code(), sample.line(own));
        }
        problems().forEach(problem -> printed.put(problem.code(), problem.toString()));
        return printed;
    }

    /** What no command leads to. */
    private static List<Problem> problems() {
        Project loaded = project()
                .resource("crew", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        Project tied = project()
                .finishToStart("A", "B")
                .finishToStart("B", "C")
                .finishToStart("A", "C")
                .build();
        Instance two = Instance.of("two", new int[] {2, 2}, new int[][] {{1}, {}}, new int[2][0], new int[0]);
        Activity early = Activity.builder("A", "Excavate", WorkTime.days(1))
                .estimate(new Estimate(WorkTime.days(1), WorkTime.days(1), WorkTime.days(10)))
                .build();
        RiskResult below = RiskAnalysis.of(project().replace(early).build())
                .estimates(PertMethod.triangular().between(10, 90))
                .simulate(10, 1);
        return List.of(
                below.findings().get(0),
                LevellingCheck.check(CriticalPath.schedule(loaded)).get(0),
                RedundantRelationships.findings(tied).get(0),
                Validator.check(two, new int[] {0, 1}).get(0),
                refused(() -> Instance.of("one", new int[] {-1}, new int[1][0], new int[1][0], new int[0])),
                refused(() -> ProjectFiles.write(tied, Path.of("plan.pdf"))),
                Failure.unreadable(new AccessDeniedException("plan.csv"))
                        .problems()
                        .get(0),
                stopped(loaded),
                Failure.cancelled().problems().get(0));
    }

    /** Returns what levelling says that is stopped at the first question at which it has something to give back. */
    private static Problem stopped(Project project) {
        for (int questions = 1; questions < 1_000; questions++) {
            try {
                return Levelling.byConflict(ConflictRules.DEFAULT)
                        .level(project, ScheduleOptions.DEFAULT, new CountDown(questions))
                        .findings()
                        .get(0);
            } catch (PlumblineException e) {
                continue; // too early
            }
        }
        throw new IllegalStateException("levelling was never stopped");
    }

    private static ProjectBuilder project() {
        return Project.builder("Pump station")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "Excavate", WorkTime.days(1))
                .activity("B", "Foundation", WorkTime.days(2))
                .activity("C", "Pipework", WorkTime.days(2));
    }

    /** Says stop at a question. */
    private static final class CountDown implements BooleanSupplier {

        private int left;

        CountDown(int questions) {
            this.left = questions;
        }

        @Override
        public boolean getAsBoolean() {
            return --left <= 0;
        }
    }

    /** A call that is refused. */
    private interface Call {
        void run() throws IOException;
    }

    private static Problem refused(Call call) {
        try {
            call.run();
        } catch (PlumblineException e) {
            return e.problems().get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("accepted");
    }
}
