package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a tool computed and left in a file, dates, floats and the work by time of plain assignments, is never used to compute. */
class StoredResultsTest {

    private static final Pattern TASK = Pattern.compile("<Task>.*?</Task>", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT = Pattern.compile("<Assignment>.*?</Assignment>", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("<TimephasedData>.*?</TimephasedData>", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile(
            "<(Start|Finish|EarlyStart|EarlyFinish|LateStart|LateFinish|TotalSlack|FreeSlack|StartSlack|FinishSlack|Critical|Stop|Resume)>[^<]*</\\1>");

    @Test
    void computedDatesInTheFileChangeNothing() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            String xml = Files.readString(plan);
            Set<String> open = openTasks(xml);
            String dropped = eachTask(xml, open, task -> RESULT.matcher(task).replaceAll(""));
            String planted = eachTask(
                    xml,
                    open,
                    task -> RESULT.matcher(task)
                            .replaceAll("")
                            .replace(
                                    "</Task>",
                                    "<Start>2031-02-03T09:00:00</Start><Finish>2031-02-04T09:00:00</Finish>"
                                            + "<EarlyStart>2031-02-03T09:00:00</EarlyStart><LateFinish>2032-02-03T09:00:00</LateFinish>"
                                            + "<TotalSlack>77770</TotalSlack><Critical>1</Critical></Task>"));

            assertThat(scheduled(dropped)).as("%s", plan.getFileName()).isEqualTo(scheduled(xml));
            assertThat(scheduled(planted)).as("%s", plan.getFileName()).isEqualTo(scheduled(xml));
        }
    }

    @Test
    void workByTimeOfPlainAssignmentsChangesNothing() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            String xml = Files.readString(plan);
            Set<String> open = openTasks(xml);
            String dropped = eachAssignment(xml, open, a -> BLOCK.matcher(a).replaceAll(""));
            String moved = eachAssignment(xml, open, a -> a.replaceAll("<(Start|Finish)>20(\\d\\d)-", "<$1>21$2-"));

            assertThat(scheduled(dropped)).as("%s", plan.getFileName()).isEqualTo(scheduled(xml));
            assertThat(scheduled(moved)).as("%s", plan.getFileName()).isEqualTo(scheduled(xml));
        }
    }

    private static List<String> scheduled(String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return CriticalPath.schedule(
                        ProjectFiles.read(new ByteArrayInputStream(bytes), Format.MSPDI, ReadOptions.DEFAULT)
                                .project())
                .activities()
                .stream()
                .map(StoredResultsTest::dates)
                .toList();
    }

    private static String dates(ActivityTimes times) {
        return "%s %s..%s early %s..%s late %s..%s float %s %s critical %s by %s"
                .formatted(
                        times.activity().id(),
                        times.start(),
                        times.finish(),
                        times.earlyStart(),
                        times.earlyFinish(),
                        times.lateStart(),
                        times.lateFinish(),
                        times.totalFloat(),
                        times.freeFloat(),
                        times.critical(),
                        times.driver());
    }

    /** The activities that are automatic and not begun: nothing the file says of their dates is an input. */
    private static Set<String> openTasks(String xml) {
        Set<String> result = new HashSet<>();
        Matcher task = TASK.matcher(xml);
        while (task.find()) {
            String text = task.group();
            boolean typed = "1".equals(value(text, "Manual")) || "1".equals(value(text, "ExternalTask"));
            if (!typed && value(text, "ActualStart").isEmpty()) {
                result.add(value(text, "UID"));
            }
        }
        return result;
    }

    private static String eachTask(String xml, Set<String> uids, UnaryOperator<String> change) {
        return TASK.matcher(xml)
                .replaceAll(m -> Matcher.quoteReplacement(
                        uids.contains(value(m.group(), "UID")) ? change.apply(m.group()) : m.group()));
    }

    private static String eachAssignment(String xml, Set<String> uids, UnaryOperator<String> change) {
        return ASSIGNMENT
                .matcher(xml)
                .replaceAll(m -> Matcher.quoteReplacement(
                        uids.contains(value(m.group(), "TaskUID")) && isPlain(m.group())
                                ? change.apply(m.group())
                                : m.group()));
    }

    /** Neither shaped by hand nor interrupted: no block without work. */
    private static boolean isPlain(String assignment) {
        String contour = value(assignment, "WorkContour");
        Matcher block = BLOCK.matcher(assignment);
        boolean plain = contour.isEmpty() || contour.equals("0");
        while (block.find()) {
            String work = value(block.group(), "Value");
            plain &= !"1".equals(value(block.group(), "Type")) || !(work.isEmpty() || work.equals("PT0H0M0S"));
        }
        return plain && value(assignment, "ActualStart").isEmpty();
    }

    private static String value(String xml, String element) {
        Matcher matcher =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }
}
