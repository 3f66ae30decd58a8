package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.io.AtomicFile;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.rcpsp.Budget;
import dev.plumbline.rcpsp.CancelToken;
import dev.plumbline.rcpsp.Instance;
import dev.plumbline.rcpsp.Rcpsp;
import dev.plumbline.rcpsp.RcpspResult;
import dev.plumbline.rcpsp.SearchOptions;
import dev.plumbline.rcpsp.StoppedBy;
import dev.plumbline.rcpsp.Validator;
import dev.plumbline.risk.RiskAnalysis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls on the library that the kit of hostile inputs describes, one a process: {@code HostileApi a04 FOLDER}. */
final class HostileApi {

    private static final String XML = "<Project xmlns=\"http://schemas.microsoft.com/project\">"
            + "<StartDate>2026-03-02T08:00:00</StartDate><Tasks>";
    private static final String TASK = "<Task><UID>1</UID><ID>1</ID><Name>A</Name><Duration>PT8H0M0S</Duration></Task>";
    private static final String END = "</Tasks></Project>";

    private final Path folder;

    private HostileApi(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new HostileApi(Path.of(arguments[1])).run(arguments[0]);
    }

    private void run(String id) throws Exception {
        switch (id.substring(0, 3)) {
            case "a01" -> nullArguments();
            case "a02" -> streamThrowsMidway();
            case "a03" -> streamOfSmallReads();
            case "a04" -> streamNeverEnds();
            case "a05" -> listenerThrows();
            case "a06" -> listenerReenters();
            case "a07" -> interruptAnywhere();
            case "a08" -> cancelBeforeStart();
            case "a09" -> deadlineZero();
            case "a10" -> hugeCapacities();
            case "a11" -> oneModelManyThreads();
            case "a12" -> callerMutatesItsOwn();
            case "a13" -> noTemporaryFolderNoStandardError();
            case "a14" -> foreignParserFactories();
            case "a15" -> diskFull();
            case "a16" -> linksAndFolders();
            case "a17" -> localesAndZones();
            case "a18" -> lowHeap();
            default -> throw new IllegalArgumentException(id);
        }
    }

    private static void nullArguments() {
        List<Callable<?>> calls = List.of(
                () -> ProjectFiles.read(null, Format.CSV, ReadOptions.DEFAULT),
                () -> ProjectFiles.read(InputStream.nullInputStream(), null, ReadOptions.DEFAULT),
                () -> ProjectFiles.read(InputStream.nullInputStream(), Format.CSV, null),
                () -> ProjectFiles.read((Path) null),
                () -> ProjectFiles.write((Project) null, Path.of("plan.csv")),
                () -> CriticalPath.schedule(null),
                () -> Levelling.DEFAULT.level(null),
                () -> RiskAnalysis.of(null),
                () -> Rcpsp.solve(null, Budget.schedules(1), 1),
                () -> Rcpsp.solve(instance(), null, 1),
                () -> Project.builder(null));
        for (int i = 0; i < calls.size(); i++) {
            assertThatThrownBy(calls.get(i)::call)
                    .as("call %d", i)
                    .isInstanceOf(NullPointerException.class)
                    .message()
                    .matches("[a-z][A-Za-z]*");
        }
    }

    private static void streamThrowsMidway() {
        for (Format format : Format.values()) {
            IOException failure = new IOException("cable pulled");
            AtomicInteger closed = new AtomicInteger();
            InputStream in = new InputStream() {
                private int left = 50;

                @Override
                public int read() throws IOException {
                    if (left-- <= 0) {
                        throw failure;
                    }
                    return format == Format.CSV ? "ID,Name,".charAt(left % 8) : XML.charAt(49 - left);
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
            assertThatThrownBy(() -> ProjectFiles.read(in, format, ReadOptions.DEFAULT))
                    .as("%s", format)
                    .isInstanceOf(IOException.class)
                    .satisfies(e ->
                            assertThat(e == failure || e.getCause() == failure).isTrue());
            assertThat(closed).hasValue(0);
        }
    }

    private static void streamOfSmallReads() throws IOException {
        byte[] xml = (XML + TASK + END).getBytes(StandardCharsets.UTF_8);
        byte[] csv = csv(20).getBytes(StandardCharsets.UTF_8);
        for (int zeros : new int[] {0, 2}) {
            assertThat(read(small(xml, zeros), Format.MSPDI))
                    .isEqualTo(read(new ByteArrayInputStream(xml), Format.MSPDI));
            assertThat(read(small(csv, zeros), Format.CSV)).isEqualTo(read(new ByteArrayInputStream(csv), Format.CSV));
        }
    }

    /** One byte a call, after so many calls that give none. */
    private static InputStream small(byte[] bytes, int zeros) {
        return new InputStream() {
            private int at;
            private int empty = zeros;

            @Override
            public int read() {
                return at < bytes.length ? bytes[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (empty-- > 0 && length > 0) {
                    return 0;
                }
                empty = zeros;
                int b = read();
                if (b >= 0) {
                    into[from] = (byte) b;
                }
                return b < 0 ? -1 : 1;
            }
        };
    }

    private static void streamNeverEnds() {
        assertThat(codes(endless(XML, " "), Format.MSPDI)).containsExactly("LIMIT_DOCUMENT");
        assertThat(codes(endless(XML, "<Task/>"), Format.MSPDI)).contains("LIMIT_ACTIVITIES");
        assertThat(codes(endless("ID,Name,Duration,Predecessors,Resources,Start\n", "\n"), Format.CSV))
                .contains("LIMIT_DOCUMENT");
        assertThat(codes(endless("ID,Name,Duration,Predecessors,Resources,Start\n1,\"", "x"), Format.CSV))
                .contains("LIMIT_TEXT");
    }

    private static InputStream endless(String start, String repeated) {
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        byte[] block = repeated.repeat(1 + 65_536 / repeated.length()).getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private byte[] from = first;
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == from.length) {
                    from = block;
                    at = 0;
                }
                int count = Math.min(length, from.length - at);
                System.arraycopy(from, at, into, offset, count);
                at += count;
                return count;
            }
        };
    }

    private static void listenerThrows() {
        IllegalStateException mine = new IllegalStateException("mine");
        Instance instance = instance();
        SearchOptions options = SearchOptions.defaults().withListener(progress -> {
            throw mine;
        });
        RiskAnalysis analysis = RiskAnalysis.of(plan(20)).defaultRange(-0.1, 0.3);

        assertThatThrownBy(() -> Rcpsp.solve(instance, Budget.seconds(2), 1, options))
                .isSameAs(mine);
        assertThatThrownBy(() -> analysis.onProgress(progress -> {
                            throw mine;
                        })
                        .simulate(2_000_000, 1))
                .isSameAs(mine);
        assertThat(Rcpsp.solve(instance, Budget.schedules(200), 1).starts())
                .isEqualTo(Rcpsp.solve(instance(), Budget.schedules(200), 1).starts());
    }

    private static void listenerReenters() {
        Instance instance = instance();
        int[] alone = Rcpsp.solve(instance, Budget.schedules(100), 7).starts();
        AtomicInteger inner = new AtomicInteger();
        SearchOptions options = SearchOptions.defaults().withListener(progress -> {
            assertThat(Rcpsp.solve(instance, Budget.schedules(100), 7).starts()).isEqualTo(alone);
            inner.incrementAndGet();
        });

        RcpspResult outer = Rcpsp.solve(instance, Budget.seconds(0.5), 1, options);

        assertThat(Validator.check(instance, outer.starts())).isEmpty();
        assertThat(inner).hasPositiveValue();
    }

    private static void interruptAnywhere() {
        Instance instance = instance();
        SearchOptions options = SearchOptions.defaults()
                .withListener(progress -> Thread.currentThread().interrupt());
        RcpspResult result = Rcpsp.solve(instance, Budget.seconds(60), 1, options);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Validator.check(instance, result.starts())).isEmpty();

        Consumer<Object> interrupts = progress -> Thread.currentThread().interrupt();
        RiskAnalysis.of(plan(50))
                .defaultRange(-0.1, 0.3)
                .onProgress(interrupts::accept)
                .simulate(RiskAnalysis.MOST_ITERATIONS, 1);
        assertThat(Thread.interrupted()).isTrue();

        for (int question = 1; question < 12; question++) {
            AtomicInteger left = new AtomicInteger(question);
            try {
                Levelling.DEFAULT.level(plan(300), ScheduleOptions.DEFAULT, () -> {
                    if (left.decrementAndGet() == 0) {
                        Thread.currentThread().interrupt();
                    }
                    return false;
                });
            } catch (PlumblineException e) {
                assertThat(e.problems()).extracting(Problem::code).containsExactly("CANCELLED");
            }
            assertThat(Thread.interrupted() || left.get() > 0).isTrue();
        }
    }

    private static void cancelBeforeStart() {
        CancelToken token = new CancelToken();
        token.cancel();
        Instance instance = instance();

        RcpspResult result = Rcpsp.solve(
                instance, Budget.seconds(60), 1, SearchOptions.defaults().withCancel(token));

        assertThat(result.stoppedBy()).isIn(StoppedBy.CANCEL, StoppedBy.OPTIMUM);
        assertThat(Validator.check(instance, result.starts())).isEmpty();
        assertThatThrownBy(() -> Levelling.DEFAULT.level(plan(50), ScheduleOptions.DEFAULT, () -> true))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("CANCELLED");
    }

    private static void deadlineZero() {
        Instance instance = instance();

        RcpspResult result = Rcpsp.solve(instance, Budget.seconds(0), 1);

        assertThat(Validator.check(instance, result.starts())).isEmpty();
    }

    private static void hugeCapacities() {
        int most = Integer.MAX_VALUE;
        Instance wide =
                Instance.of("wide", new int[] {3, 3}, new int[2][0], new int[][] {{most}, {most}}, new int[] {most});
        assertThat(Rcpsp.solve(wide, Budget.schedules(50), 1).makespan()).isEqualTo(6);
        assertThatThrownBy(() -> Instance.of("long", new int[] {most, most}, new int[2][0], new int[2][0], new int[0]))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("LIMIT_TIME");
        for (double units : new double[] {Long.MAX_VALUE, 1e300, 1e18}) {
            try {
                Project project = plan().resource("crew", units)
                        .assign("A0", "crew", units)
                        .assign("A1", "crew", units)
                        .build();
                assertThat(Levelling.DEFAULT.level(project).delays()).hasSize(1);
            } catch (PlumblineException | IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("units");
            }
        }
    }

    private static void oneModelManyThreads() throws Exception {
        Project project = plan(200);
        String alone = shown(project);
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> all = pool.invokeAll(IntStream.range(0, 1600)
                    .<Callable<String>>mapToObj(i -> () -> shown(project))
                    .toList());
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static String shown(Project project) {
        return CriticalPath.schedule(project).activities().toString();
    }

    private static void callerMutatesItsOwn() {
        ProjectBuilder builder = plan();
        Project project = builder.build();
        String before = shown(project);
        builder.activity("Z", "late", WorkTime.days(500));
        assertThat(shown(project)).isEqualTo(before);
        assertThatThrownBy(() -> project.activities().clear()).isInstanceOf(UnsupportedOperationException.class);

        int[] durations = {2, 2};
        int[][] successors = {{1}, {}};
        Instance instance = Instance.of("two", durations, successors, new int[2][0], new int[0]);
        Arrays.fill(durations, 99);
        successors[0][0] = 0;
        assertThat(Rcpsp.solve(instance, Budget.schedules(10), 1).makespan()).isEqualTo(4);
    }

    private void noTemporaryFolderNoStandardError() throws IOException {
        System.setProperty("java.io.tmpdir", "/nowhere/at/all");
        System.err.close();
        Path file = folder.resolve("plan.xml");
        ProjectFiles.write(CriticalPath.schedule(plan(20)), file);
        assertThat(ProjectFiles.read(file).project().activities()).hasSize(20);
        assertThat(codes(new ByteArrayInputStream("<Project".getBytes(StandardCharsets.UTF_8)), Format.MSPDI))
                .isNotEmpty();
    }

    private static void foreignParserFactories() throws IOException {
        for (String name : List.of(
                "javax.xml.stream.XMLInputFactory",
                "javax.xml.stream.XMLOutputFactory",
                "javax.xml.parsers.SAXParserFactory",
                "javax.xml.parsers.DocumentBuilderFactory")) {
            System.setProperty(name, "no.such.Factory");
        }
        System.setProperty("jdk.xml.maxElementDepth", "0");
        byte[] xml = (XML + TASK + END).getBytes(StandardCharsets.UTF_8);
        assertThat(read(new ByteArrayInputStream(xml), Format.MSPDI).activities())
                .hasSize(1);
        String entity = "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + XML + TASK + END;
        assertThat(codes(new ByteArrayInputStream(entity.getBytes(StandardCharsets.UTF_8)), Format.MSPDI))
                .containsExactly("XML_DOCTYPE_FORBIDDEN");
        assertThat(codes(endless(XML, "<a>"), Format.MSPDI)).containsExactly("LIMIT_DEPTH");
    }

    private void diskFull() throws IOException {
        Path target = folder.resolve("plan.csv");
        Files.writeString(target, "old");
        byte[] fresh = "a new plan".getBytes(StandardCharsets.UTF_8);
        for (int k = 0; k <= fresh.length; k++) {
            int most = k;
            assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                        out.write(fresh, 0, most);
                        out.flush();
                        throw new IOException("no space left");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no space left");
            assertThat(target).hasContent("old");
        }
        assertThat(files()).containsExactly("plan.csv");
        if (Files.exists(Path.of("/dev/full"))) {
            Path full = Files.createSymbolicLink(folder.resolve("full.csv"), Path.of("/dev/full"));
            assertThatThrownBy(() -> ProjectFiles.write(plan(20), full)).isInstanceOf(IOException.class);
        }
    }

    private void linksAndFolders() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("folder.csv"));
        Path target = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);

        assertThatThrownBy(() -> ProjectFiles.write(plan(3), inside))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> ProjectFiles.write(plan(3), folder.resolve("nowhere/plan.csv")))
                .isInstanceOf(IOException.class);
        ProjectFiles.write(plan(3), link);

        assertThat(link).isSymbolicLink();
        assertThat(ProjectFiles.read(target).project().activities()).hasSize(3);
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    private void localesAndZones() throws IOException {
        String expected = "";
        for (String locale : List.of(
                "en-US", "tr-TR", "ar-SA-u-nu-arab", "ja-JP-u-ca-japanese", "th-TH-u-ca-buddhist-nu-thai", "lt-LT")) {
            for (String zone : List.of("UTC", "Europe/Warsaw", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                StringBuilder all = new StringBuilder();
                for (String name : List.of("plan.csv", "plan.xml")) {
                    Path file = folder.resolve(name);
                    ProjectFiles.write(CriticalPath.schedule(plan(12)), file);
                    all.append(Files.readString(file))
                            .append(shown(ProjectFiles.read(file).project()));
                }
                expected = expected.isEmpty() ? all.toString() : expected;
                assertThat(all).as("%s %s", locale, zone).hasToString(expected);
            }
        }
    }

    private static void lowHeap() {
        for (String each : List.of(
                "<Task/>",
                "<Task><UID>1</UID></Task>",
                "<Unknown>text</Unknown>",
                "<Task><UID>1</UID><Notes>" + "x".repeat(900_000) + "</Notes></Task>",
                "<Task><UID>1</UID><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink></Task>")) {
            assertThat(codes(endless(XML, each), Format.MSPDI))
                    .as(each.substring(0, 5))
                    .isNotEmpty();
        }
        for (String each : List.of("1,a,1d,,,\n", ",,,,,\n", "1,\"" + "x".repeat(900_000) + "\",1d,,,\n")) {
            assertThat(codes(endless("ID,Name,Duration,Predecessors,Resources,Start\n", each), Format.CSV))
                    .as(each.substring(0, 1))
                    .isNotEmpty();
        }
    }

    private static Project read(InputStream in, Format format) throws IOException {
        return ProjectFiles.read(in, format, ReadOptions.DEFAULT).project();
    }

    private static List<String> codes(InputStream in, Format format) {
        try {
            ProjectFiles.read(in, format, ReadOptions.DEFAULT);
            return List.of();
        } catch (PlumblineException e) {
            return e.problems().stream().map(Problem::code).distinct().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csv(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> i + ",Änderung " + i + ",1d," + (i > 1 ? i - 1 : "") + ",,2026-03-02")
                .collect(Collectors.joining("\n", "ID,Name,Duration,Predecessors,Resources,Start\n", "\n"));
    }

    private static ProjectBuilder plan() {
        return Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A0", "Iğdır", WorkTime.hours(8))
                .activity("A1", "", WorkTime.hours(16));
    }

    private static Project plan(int size) {
        ProjectBuilder builder =
                plan().resource("crew", 2).assign("A0", "crew", 1).assign("A1", "crew", 1);
        for (int i = 2; i < size; i++) {
            builder.activity("A" + i, "", WorkTime.hours(1 + i % 40)).assign("A" + i, "crew", 1);
            builder.finishToStart("A" + i / 2, "A" + i);
        }
        return builder.build();
    }

    /** One that takes a while to solve. */
    private static Instance instance() {
        Random random = new Random(5);
        int n = 60;
        int[] durations = random.ints(n, 1, 11).toArray();
        int[][] successors = new int[n][];
        int[][] demands = new int[n][];
        for (int a = 0; a < n; a++) {
            int from = a;
            successors[a] = random.ints(2, 1, 12)
                    .map(step -> from + step)
                    .filter(s -> s < n)
                    .distinct()
                    .toArray();
            demands[a] = random.ints(4, 0, 9).toArray();
        }
        return Instance.of("hard", durations, successors, demands, new int[] {12, 12, 12, 12});
    }
}
