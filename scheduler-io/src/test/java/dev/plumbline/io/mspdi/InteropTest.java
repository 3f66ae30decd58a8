package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIReader;

/** What we write, another reader of the format reads alike. */
class InteropTest {

    @TempDir
    Path folder;

    @Test
    void anotherReaderFindsTheSamePlanInWhatWeWrite() throws Exception {
        for (Path plan : SharedFolder.plans()) {
            ReadResult read = ProjectFiles.read(plan);
            Schedule schedule = CriticalPath.schedule(read.project());
            Path kept = folder.resolve("kept.xml");
            Path fresh = folder.resolve("fresh.xml");

            read.write(schedule, kept);
            ProjectFiles.write(schedule, fresh);

            compare(schedule, kept, plan.getFileName() + " with its ledger");
            compare(schedule, fresh, plan.getFileName() + " afresh");
        }
    }

    private static void compare(Schedule schedule, Path file, String name) throws Exception {
        ProjectFile other = new MSPDIReader().read(file.toFile());
        Project project = schedule.project();

        assertThat(other.getProjectProperties().getStartDate()).as(name).isEqualTo(project.start());
        assertThat(other.getDefaultCalendar().getName())
                .as(name)
                .isEqualTo(project.calendar().name());
        assertThat(other.getCalendars().size()).as(name).isGreaterThanOrEqualTo(baseCalendars(project));
        assertThat(other.getTasks().stream()
                        .mapToInt(t -> t.getPredecessors().size())
                        .sum())
                .as(name)
                .isEqualTo(project.relationships().size());
        for (Activity activity : project.activities()) {
            compare(schedule, activity, other.getTaskByUniqueID(Integer.valueOf(activity.id())), name);
        }
        for (Assignment assignment : project.assignments()) {
            if (assignment.resource() != null) {
                compare(assignment, other, name);
            }
        }
    }

    /** The other reader leaves out calendars of resources that are not there. */
    private static int baseCalendars(Project project) {
        return (int)
                project.calendars().stream().filter(c -> c.base().isEmpty()).count();
    }

    private static void compare(Schedule schedule, Activity activity, Task task, String name) {
        String as = name + " activity " + activity.id();
        assertThat(task).as(as).isNotNull();
        assertThat(task.getName() == null ? "" : task.getName()).as(as).isEqualTo(activity.name());
        assertThat(task.getOutlineLevel()).as(as).isEqualTo(activity.outlineLevel());
        assertThat(task.getStart()).as(as).isEqualTo(schedule.of(activity.id()).start());
        assertThat(task.getFinish()).as(as).isEqualTo(schedule.of(activity.id()).finish());
        assertThat(task.getConstraintDate())
                .as(as)
                .isEqualTo(activity.constraint().date());
        assertThat(task.getPriority().getValue()).as(as).isEqualTo(activity.priority());
        assertThat(task.getPredecessors())
                .as(as)
                .hasSameSizeAs(schedule.project().predecessorsOf(activity.id()));
        if (!activity.duration().isElapsed()) {
            assertThat(minutes(task.getDuration(), task))
                    .as(as)
                    .isCloseTo(activity.duration().inMinutes(), within(0.11));
        }
    }

    private static double minutes(Duration duration, Task task) {
        return duration.convertUnits(TimeUnit.MINUTES, task.getParentFile().getProjectProperties())
                .getDuration();
    }

    private static void compare(Assignment assignment, ProjectFile other, String name) {
        String as = name + " assignment " + assignment.id();
        ResourceAssignment found = other.getResourceAssignments().stream()
                .filter(a -> a.getUniqueID().equals(Integer.valueOf(assignment.id())))
                .findFirst()
                .orElse(null);
        assertThat(found).as(as).isNotNull();
        assertThat(found.getTaskUniqueID()).as(as).isEqualTo(Integer.valueOf(assignment.activity()));
        assertThat(found.getResourceUniqueID()).as(as).isEqualTo(Integer.valueOf(assignment.resource()));
        assertThat(found.getUnits().doubleValue()).as(as).isCloseTo(assignment.units() * 100, within(0.01));
    }
}
