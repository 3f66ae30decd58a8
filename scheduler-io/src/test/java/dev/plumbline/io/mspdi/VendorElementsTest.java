package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.Severity;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Elements of vendors stay with what they belong to: in place, to the byte, however the plan is edited. */
class VendorElementsTest {

    private static final int ELEMENTS = 524;
    private static final Pattern MARK = Pattern.compile("kept \\d+");

    private final String golden = new String(Documents.resource("vendor.xml"), StandardCharsets.UTF_8);
    private final MspdiReader.Content read = new Documents.Written(Documents.resource("vendor.xml"), List.of()).read();
    private final Project project = read.project();

    private String written(Project changed) {
        return Documents.write(changed, null, read.ledger()).text();
    }

    private String edited(UnaryOperator<ProjectBuilder> edit) {
        return written(edit.apply(project.toBuilder()).build());
    }

    private static List<String> marks(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Returns the marks of the document without those of some of its parts, each named by how it begins. */
    private List<String> marksWithout(String... beginnings) {
        List<String> left = new ArrayList<>(marks(golden));
        for (String beginning : beginnings) {
            left.removeAll(marks(part(beginning)));
        }
        return left;
    }

    /** Returns the innermost element around a text that stands there once. */
    private String part(String text) {
        String lines = text.replace("> <", ">\n<");
        String[] all = golden.split("\n");
        String[] wanted = lines.split("\n");
        for (int i = 0; i + wanted.length <= all.length; i++) {
            int first = i;
            boolean found = true;
            for (int k = 0; k < wanted.length; k++) {
                found &= all[first + k].strip().equals(wanted[k]);
            }
            if (found) {
                String end = all[first].replace("<", "</");
                int last = first;
                while (!all[last].equals(end)) {
                    last++;
                }
                return String.join("\n", Arrays.copyOfRange(all, first, last + 1));
            }
        }
        throw new AssertionError("not in the document: " + text);
    }

    @Test
    void theDocumentIsWrittenAsItIs() {
        Documents.Written written = Documents.write(project, null, read.ledger());

        assertThat(written.losses()).isEmpty();
        assertThat(written.text()).isEqualTo(golden);
        assertThat(marks(golden)).hasSize(ELEMENTS).doesNotHaveDuplicates();
        assertThat(read.findings())
                .hasSize(20)
                .allMatch(f -> f.code().equals("MSPDI_UNKNOWN_ELEMENT") && f.severity() == Severity.INFO);
    }

    @Test
    void aScheduleIsWrittenAmongTheSameElementsInTheSamePlaces() {
        String text = Documents.write(project, CriticalPath.schedule(project), read.ledger())
                .text();

        assertThat(marks(text)).isEqualTo(marks(golden));
        assertThat(text).contains("<EarlyStart>", "<TotalSlack>", "<Start>2026-03-02T08:00:00</Start>");
    }

    @Test
    void aPlanWithoutItsLedgerHasNoneOfThem() {
        assertThat(marks(Documents.write(project, null, null).text())).isEmpty();
    }

    @Test
    void aRemovedActivityTakesItsElementsAlongAndThoseOfItsLinksAndAssignments() {
        String text = edited(plan -> plan.removeActivity("7"));

        assertThat(marks(text))
                .isEqualTo(marksWithout(
                        "<Task> <UID>7</UID>",
                        "<PredecessorLink> <PredecessorUID>7</PredecessorUID>",
                        "<Assignment> <UID>6</UID>"));
    }

    @Test
    void whatIsNewHasNoneOfThemAndLeavesTheOthersAlone() {
        String text = edited(plan -> plan.activity("20", "New", days(1))
                .finishToStart("9", "20")
                .add(Resource.work("21", "New", 1))
                .assign("20", "21", 1)
                .addCalendar(WorkCalendar.roundTheClock("22")));

        assertThat(marks(text)).isEqualTo(marks(golden));
        assertThat(text.split("<Unknown>")).hasSize(golden.split("<Unknown>").length);
    }

    @Test
    void anEditedActivityKeepsItsElements() {
        String text = edited(plan -> plan.replace(project.activity("7")
                .with(a -> a.name("Renamed").duration(days(9)).notes("new"))));

        assertThat(marks(text)).isEqualTo(marks(golden));
        assertThat(text).contains("<Name>Renamed</Name>", "<Notes>new</Notes>");
    }

    @Test
    void aRelationshipKeepsItsElementsUntilItsTypeChanges() {
        String longer = edited(plan -> plan.replaceEachRelationship(r ->
                r.predecessor().equals("7") ? new Relationship("7", "9", RelationshipType.FS, Lag.of(hours(30))) : r));
        String another = edited(plan -> plan.removeRelationship("7", "9").startToStart("7", "9"));

        assertThat(marks(longer)).isEqualTo(marks(golden));
        assertThat(marks(another)).isEqualTo(marksWithout("<PredecessorLink> <PredecessorUID>7</PredecessorUID>"));
    }

    @Test
    void aSavedPlanKeepsItsElementsByItsNumber() {
        Baseline second = project.activity("7").baselines().get(1);

        String text = edited(plan -> plan.replace(project.activity("7").with(a -> a.baselines(List.of(second)))));

        assertThat(marks(text)).isEqualTo(marksWithout("<Baseline> <Number>0</Number> <Interim>kept 201</Interim>"));
    }

    @Test
    void theDaysExceptionsAndWeeksOfACalendarKeepTheirs() {
        WorkCalendar standard = project.calendar();
        WorkCalendar otherHours = standard.toBuilder()
                .day(DayOfWeek.MONDAY, DayHours.ALL_DAY)
                .dayOff("New", LocalDate.of(2026, 5, 4))
                .build();
        WorkCalendar bare = WorkCalendar.builder(standard.id(), standard.name())
                .day(DayOfWeek.TUESDAY, DayHours.ALL_DAY)
                .build();

        assertThat(marks(edited(plan -> plan.addCalendar(otherHours)))).isEqualTo(marks(golden));
        assertThat(marks(edited(plan -> plan.addCalendar(bare))))
                .isEqualTo(marksWithout("<WeekDays> <WeekDay> <DayType>2</DayType>", "<Exceptions>", "<WorkWeeks>"));
    }

    @Test
    void anExceptionThatIsRemovedTakesItsElementsAlongInBothForms() {
        WorkCalendar standard = project.calendar();
        WorkCalendar.Builder builder = WorkCalendar.builder(standard.id(), standard.name());
        standard.week().forEach(builder::day);
        standard.workWeeks().forEach(builder::workWeek);
        standard.exceptions().stream().filter(e -> !e.name().equals("Easter")).forEach(builder::exception);

        String text = edited(plan -> plan.addCalendar(builder.build()));

        assertThat(marks(text))
                .isEqualTo(marksWithout(
                        "<Exception> <EnteredByOccurrences>0</EnteredByOccurrences>",
                        "<WeekDay> <DayType>0</DayType>"));
    }

    @Test
    void aRemovedResourceTakesItsElementsAlongAndThoseOfAllItsAssignments() {
        Project without = Project.builder(project.name())
                .start(project.start())
                .addCalendar(project.calendar())
                .addCalendar(project.calendars().get(1))
                .add(project.activity("1"))
                .add(project.activity("7"))
                .add(project.activity("9"))
                .add(project.relationships().get(0))
                .add(project.relationships().get(1))
                .build();

        assertThat(marks(written(without)))
                .isEqualTo(marksWithout(
                        "<Resource> <UID>3</UID>",
                        "<Assignment> <UID>2</UID>",
                        "<Assignment> <UID>8</UID>",
                        "<Assignment> <UID>6</UID>"));
    }

    @Test
    void emptyRowsStandWhereTheyStoodAndLeaveTheirNumberToAnActivity() {
        String moved = edited(plan -> plan.replace(project.activity("9").with(a -> a.row(12))));
        String replaced = edited(plan -> plan.activity("4", "No longer empty", days(1)));

        assertThat(moved).containsSubsequence("<UID>7</UID>", "<UID>4</UID>", "<UID>5</UID>", "<UID>9</UID>");
        assertThat(marks(replaced)).isEqualTo(marksWithout("<Task> <UID>4</UID>", "<Assignment> <UID>8</UID>"));
        assertThat(new Documents.Written(replaced.getBytes(StandardCharsets.UTF_8), List.of())
                        .read()
                        .project()
                        .assignmentsOf("4"))
                .isEmpty();
    }

    @Test
    void aPlaceholderLeavesItsNumberToAResource() {
        String text = edited(plan -> plan.add(Resource.work("0", "Somebody", 1)));

        assertThat(marks(text)).isEqualTo(marksWithout("<Resource> <UID>0</UID>"));
    }

    @Test
    void rowsThatCarryProgressTakeNumbersThatAreFree() {
        Progress half = new Progress(project.start(), null, null, null, 50, 0, null, null);

        String text = edited(plan -> plan.replace(project.activity("9").with(a -> a.progress(half)))
                .activity("10", "A", days(1), a -> a.progress(half))
                .activity("11", "B", days(1), a -> a.progress(half)));

        assertThat(marks(text)).isEqualTo(marks(golden));
        assertThat(Pattern.compile("<Assignment>\\s*<UID>(\\d+)<")
                        .matcher(text)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactly("2", "8", "6", "1", "3", "4");
    }

    @Test
    void anAssignmentOfThePlanTakesTheNumberOfOneOnTheProjectsRow() {
        String text = edited(plan -> plan.add(Assignment.builder("2", "9", "3").build()));

        assertThat(marks(text)).isEqualTo(marksWithout("<Assignment> <UID>2</UID>"));
        assertThat(text.split("<Assignment>\\s*<UID>2<")).hasSize(2);
    }

    @Test
    void anotherNameOfThePlanTakesThePlaceOfTitleAndFileName() {
        String text = edited(plan -> plan.name("Another"));

        assertThat(text)
                .contains("<Name>Another</Name>", "<Title>Another</Title>")
                .doesNotContain("vendor.xml");
        assertThat(marks(text)).isEqualTo(marks(golden));
    }

    @Test
    void whatHasNoPlaceIsNamed() {
        String odd = golden.replace("<FromTime>", "<v:T xmlns:v=\"v\"/><FromTime>")
                .replace("<FromDate>", "<Zone>CET</Zone><FromDate>")
                .replace("<Task>", "<Task colour=\"red\">")
                .replace("<Duration>", "<Duration v:unit=\"h\" xmlns:v=\"v\">")
                .replace("<Baseline>\n", "<Baseline a=\"1\" b=\"2\">\n")
                .replace(
                        "<Type>9</Type><UID>6</UID>",
                        "<v:Type xmlns:v=\"v\">1</v:Type><Type>9</Type><UID>6</UID><Why/>")
                .replace("<Resources>", "<Resources><Hint/>")
                .replace("<SaveVersion>", "<SaveVersion kept=\"too\">")
                .replace(
                        "<IsBudget>0</IsBudget>",
                        "<IsBudget>0</IsBudget><AvailabilityPeriods><AvailabilityPeriod><AvailableUnits>1</AvailableUnits><Odd/>"
                                + "</AvailabilityPeriod></AvailabilityPeriods><Rates><Rate><Odder/></Rate></Rates>")
                .replace(
                        "<ActualWorkProtected>kept 255",
                        "<PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink><ActualWorkProtected>kept 255");

        Documents.Written source = new Documents.Written(odd.getBytes(StandardCharsets.UTF_8), List.of());
        List<Problem> named = source.read().findings().stream()
                .filter(f -> f.severity() == Severity.WARNING)
                .toList();

        assertThat(named)
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "element 'T' has no place in WorkingTime",
                        "element 'Zone' has no place in TimePeriod",
                        "attribute 'colour' has no place in Task",
                        "attribute 'v:unit' has no place in Duration",
                        "attribute 'a' has no place in Baseline",
                        "attribute 'b' has no place in Baseline",
                        "element 'Type' has no place in TimephasedData",
                        "element 'Why' has no place in TimephasedData",
                        "element 'Hint' has no place in a list of Resource",
                        "element 'Odd' has no place in AvailabilityPeriod",
                        "element 'Odder' has no place in Rate",
                        "row 4 is no activity, but has predecessors");
        assertThat(named).allMatch(f -> f.location().line() > 0);
        assertThat(Documents.write(source.read().project(), null, source.read().ledger())
                        .text())
                .contains("<SaveVersion kept=\"too\">", "<Type>9</Type><UID>6</UID><Start>");
    }
}
