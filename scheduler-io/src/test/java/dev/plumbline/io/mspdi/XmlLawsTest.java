package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.Alike;
import dev.plumbline.io.Format;
import dev.plumbline.io.RandomPlan;
import dev.plumbline.io.Trait;
import dev.plumbline.io.fuzz.PlanFuzzer;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every plan that Microsoft Project XML can hold, and of every damage to its file. */
class XmlLawsTest {

    private static final Pattern TAG = Pattern.compile("<(/?)[\\w:]+[^<>]*?(/?)>");

    @Provide
    Arbitrary<RandomPlan> held() {
        return RandomPlan.with(Trait.heldBy(Format.MSPDI), 10);
    }

    @Provide
    Arbitrary<RandomPlan> odd() {
        return RandomPlan.odd(Format.MSPDI, 10).filter(plan -> !plan.traits().contains(Trait.TEXT_IDS));
    }

    @Property(tries = 150)
    void aWrittenPlanComesBackEqualAndIsWrittenWithTheSameBytes(@ForAll("held") RandomPlan plan) { // R1, R2, R6
        Project project = plan.project();

        Documents.Written written = Documents.write(project, null, null);
        MspdiReader.Content read = written.read();

        assertThat(written.losses()).isEmpty();
        assertThat(read.findings()).hasSameSizeAs(project.findings());
        Alike.assertAlike(read.project(), project);
        assertThat(read.project().calendars()).isEqualTo(project.calendars());
        Alike.assertEqual(read.project().assignments(), project.assignments());
        assertThat(Documents.write(read.project(), null, read.ledger()).text()).isEqualTo(written.text());
    }

    @Property(tries = 100)
    void aWrittenScheduleIsTheScheduleOfWhatIsRead(@ForAll("held") RandomPlan plan) { // R1, R2, R3
        Project project = plan.project();
        Schedule schedule = CriticalPath.schedule(project);

        Documents.Written written = Documents.write(project, schedule, null);
        MspdiReader.Content read = written.read();
        Schedule again = CriticalPath.schedule(read.project());

        Alike.assertAlike(read.project(), project);
        Alike.assertEqual(again.activities(), schedule.activities());
        assertThat(again.finish()).isEqualTo(schedule.finish());
        assertThat(Documents.write(read.project(), again, read.ledger()).text()).isEqualTo(written.text());
    }

    @Property(tries = 200)
    void whatIsLostIsNamedAndTheFileCanStillBeRead(@ForAll("odd") RandomPlan plan) { // R1, R3
        Project project = plan.project();

        Documents.Written written = Documents.write(project, null, null);
        Project read = written.readTrusted().project();

        List<Problem> losses = written.losses();
        if (losses.isEmpty()) {
            Alike.assertAlike(read, project);
            Alike.assertEqual(read.assignments(), project.assignments());
        }
        if (losses.stream().noneMatch(loss -> loss.severity() == Severity.WARNING)) {
            Alike.assertScheduledAlike(read, project);
        }
    }

    @Property(tries = 100)
    void idsStayAsTheyAreWhateverIsAddedOrRemoved(@ForAll("held") RandomPlan plan) { // R6
        MspdiReader.Content read = Documents.write(plan.project(), null, null).read();
        Project project = read.project();
        Project changed = project.toBuilder()
                .removeActivity(project.activities().get(0).id())
                .activity("new", "New", project.activities().get(0).duration())
                .build();

        Project again = Documents.write(changed, null, read.ledger()).read().project();

        List<String> kept =
                project.activities().stream().skip(1).map(Activity::id).toList();
        assertThat(again.activities()).hasSize(kept.size() + 1);
        assertThat(again.activities().subList(0, kept.size()))
                .extracting(Activity::id)
                .isEqualTo(kept);
        assertThat(again.resources()).isEqualTo(project.resources());
        assertThat(again.calendars()).isEqualTo(project.calendars());
        assertThat(again.assignments()).isEqualTo(changed.assignments());
    }

    @Example
    void noBeginningOfADocumentIsAccepted() { // R4
        RandomPlan plan = new RandomPlan(7, 1, EnumSet.of(Trait.NAMES, Trait.PROGRESS, Trait.BASELINES));
        byte[] document = Documents.written(plan.project());
        int end = new String(document, StandardCharsets.ISO_8859_1).lastIndexOf('>');

        for (int length = 0; length <= end; length++) {
            List<Problem> problems = Documents.problems(new String(document, 0, length, StandardCharsets.ISO_8859_1));

            assertThat(problems).as("first %d bytes", length).isNotEmpty();
            assertThat(problems)
                    .as("first %d bytes", length)
                    .anyMatch(p -> p.location().line() > 0);
        }
    }

    @Property(tries = 150)
    void aFlippedByteLeavesAPlanOrProblems(
            @ForAll("held") RandomPlan plan,
            @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int flip) { // R5
        byte[] document = Documents.written(plan.project());
        document[place % document.length] ^= (byte) flip;

        PlanFuzzer.check(document, Format.MSPDI);
    }

    @Property(tries = 150)
    void aMissingElementLeavesAPlanOrProblems(
            @ForAll("held") RandomPlan plan, @ForAll @IntRange(max = 1 << 20) int number) { // R8
        String document = Documents.write(plan.project(), null, null).text();
        List<int[]> elements = elements(document);

        checkWithout(document, elements.get(number % elements.size()));
    }

    @Example
    void ourExampleWithoutAnyOneElementIsAPlanOrProblems() { // R8
        String document = new String(Documents.example(), StandardCharsets.UTF_8);

        for (int[] element : elements(document)) {
            checkWithout(document, element);
        }
    }

    private static void checkWithout(String document, int[] element) {
        String rest = document.substring(0, element[0]) + document.substring(element[1]);
        PlanFuzzer.check(rest.getBytes(StandardCharsets.UTF_8), Format.MSPDI);
    }

    /** Returns where each element begins and ends. */
    private static List<int[]> elements(String document) {
        List<int[]> elements = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(document);
        while (tag.find()) {
            if (!tag.group(2).isEmpty()) {
                elements.add(new int[] {tag.start(), tag.end()});
            } else if (tag.group(1).isEmpty()) {
                open.push(tag.start());
            } else {
                elements.add(new int[] {open.pop(), tag.end()});
            }
        }
        return elements;
    }
}
