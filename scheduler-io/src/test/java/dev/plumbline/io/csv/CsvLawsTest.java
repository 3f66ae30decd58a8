package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.Alike;
import dev.plumbline.io.Format;
import dev.plumbline.io.RandomPlan;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.Trait;
import dev.plumbline.io.fuzz.PlanFuzzer;
import dev.plumbline.io.mspdi.MspdiReader;
import dev.plumbline.io.mspdi.MspdiWriter;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every plan that CSV can hold, and of every damage to its file. */
class CsvLawsTest {

    @Provide
    Arbitrary<RandomPlan> held() {
        return RandomPlan.with(Trait.heldBy(Format.CSV), 10);
    }

    @Provide
    Arbitrary<RandomPlan> heldByBoth() {
        return RandomPlan.with(Trait.heldBy(Format.CSV, Format.MSPDI), 10);
    }

    @Provide
    Arbitrary<RandomPlan> odd() {
        return RandomPlan.odd(Format.CSV, 10);
    }

    @Property(tries = 150)
    void aWrittenPlanComesBackEqualAndIsWrittenWithTheSameBytes(@ForAll("held") RandomPlan plan) { // R1, R2
        Project project = plan.project();

        CsvPlans.Written written = CsvPlans.write(project, null);
        Project read = written.read().project();

        assertThat(written.findings()).noneMatch(f -> f.severity() == Severity.WARNING);
        Alike.assertAlike(read, project);
        assertThat(assignments(read)).isEqualTo(assignments(project));
        assertThat(CsvPlans.write(read, null).files()).isEqualTo(written.files());
    }

    @Property(tries = 100)
    void aWrittenScheduleIsTheScheduleOfWhatIsRead(@ForAll("held") RandomPlan plan) { // R1, R2, R3
        Project project = plan.project();
        Schedule schedule = CriticalPath.schedule(project);

        CsvPlans.Written written = CsvPlans.write(project, schedule);
        Project read = written.read().project();
        Schedule again = CriticalPath.schedule(read);

        Alike.assertAlike(read, project);
        Alike.assertEqual(again.activities(), schedule.activities());
        assertThat(CsvPlans.write(read, again).files()).isEqualTo(written.files());
    }

    @Property(tries = 100)
    void bothFormatsOfAPlanScheduleAlike(@ForAll("heldByBoth") RandomPlan plan) throws IOException { // R7
        Project project = plan.project();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        MspdiWriter.write(xml, project, null, null);

        Project fromXml = MspdiReader.read(new ByteArrayInputStream(xml.toByteArray()), "", ReadOptions.DEFAULT)
                .project();
        Project fromCsv = CsvPlans.write(project, null).read().project();

        List<ActivityTimes> times = CriticalPath.schedule(project).activities();
        Alike.assertEqual(CriticalPath.schedule(fromXml).activities(), times);
        Alike.assertEqual(CriticalPath.schedule(fromCsv).activities(), times);
    }

    @Property(tries = 200)
    void whatIsLostIsNamed(@ForAll("odd") RandomPlan plan) { // R1
        Project project = plan.project();

        CsvPlans.Written written = CsvPlans.write(project, null);

        if (written.findings().stream().noneMatch(f -> f.severity() == Severity.WARNING)) {
            Project read = written.read().project();
            Alike.assertScheduledAlike(read, project);
            if (written.findings().stream().allMatch(f -> f.message().contains("ids of assignments"))) {
                Alike.assertAlike(read, project);
                assertThat(assignments(read)).isEqualTo(assignments(project));
            }
        }
    }

    @Property(tries = 150)
    void aBeginningThatEndsInACellOrRowThatIsNotTheLastIsRefused(
            @ForAll("held") RandomPlan plan, @ForAll @IntRange(max = 1 << 20) int length) { // R4
        String text = CsvPlans.write(plan.project(), null).plan();
        String beginning = text.substring(0, length % text.length());
        Cells cells = Cells.of(beginning);

        List<Problem> problems = CsvPlans.problemsOf(beginning);

        if (cells.inQuotes() || (cells.inLastRow() > 1 && cells.inLastRow() < cells.inFirstRow())) {
            assertThat(problems).isNotEmpty().allMatch(p -> p.location().line() > 0);
        }
    }

    @Property(tries = 150)
    void aFlippedByteLeavesAPlanOrProblems(
            @ForAll("held") RandomPlan plan,
            @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int flip) { // R5
        byte[] bytes = CsvPlans.write(plan.project(), null).plan().getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] ^= (byte) flip;

        PlanFuzzer.check(bytes, Format.CSV);
    }

    @Property(tries = 150)
    void aMissingCellLeavesAPlanOrProblems(
            @ForAll("held") RandomPlan plan, @ForAll @IntRange(max = 1 << 20) int number) { // R8
        StringBuilder text =
                new StringBuilder(CsvPlans.write(plan.project(), null).plan());
        List<int[]> cells = Cells.of(text).places();
        int[] cell = cells.get(number % cells.size());
        text.delete(cell[0], cell[1]);

        PlanFuzzer.check(text.toString().getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    /** Ids of assignments are made from those of activity and resource. */
    private static List<String> assignments(Project project) {
        return project.activities().stream()
                .flatMap(activity -> project.assignmentsOf(activity.id()).stream())
                .map(a -> "%s %s %s %s".formatted(a.activity(), a.resource(), a.units(), a.work()))
                .toList();
    }

    /** The cells of a text, with the separator behind each. */
    private record Cells(List<int[]> places, int inFirstRow, int inLastRow, boolean inQuotes) {

        static Cells of(CharSequence text) {
            List<int[]> places = new ArrayList<>();
            int first = 0;
            int row = 0;
            int from = 0;
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                quoted ^= c == '"';
                if (!quoted && (c == ',' || c == '\n')) {
                    places.add(new int[] {from, i + 1});
                    from = i + 1;
                    row++;
                    if (c == '\n') {
                        first = first == 0 ? row : first;
                        row = 0;
                    }
                }
            }
            return new Cells(places, first, row + 1, quoted);
        }
    }
}
