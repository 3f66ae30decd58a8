package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.Comparator;
import java.util.List;

/** Tells whether two plans are the same, and where they are not: their differences would be lost in a line of a thousand words. */
public final class Alike {

    private Alike() {}

    /**
     * Holds plans to be equal but for their assignments and for two orders without meaning: that in which successors are listed,
     * and that of the exceptions of calendars.
     */
    public static void assertAlike(Project actual, Project expected) {
        assertEqual(calendars(actual), calendars(expected));
        assertEqual(actual.activities(), expected.activities());
        assertEqual(byRow(actual), byRow(expected));
        assertEqual(actual.resources(), expected.resources());
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.start()).isEqualTo(expected.start());
        assertThat(actual.finish()).isEqualTo(expected.finish());
        assertThat(actual.scheduleFrom()).isEqualTo(expected.scheduleFrom());
        assertThat(actual.dataDate()).isEqualTo(expected.dataDate());
        assertThat(actual.calendar().id()).isEqualTo(expected.calendar().id());
        assertThat(actual.settings()).isEqualTo(expected.settings());
    }

    /** Holds lists to be equal; names the fields that differ. */
    public static void assertEqual(List<?> actual, List<?> expected) {
        if (!actual.equals(expected)) {
            assertThat(actual)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*compiled")
                    .isEqualTo(expected);
        }
        assertThat((Object) actual).isEqualTo(expected);
    }

    /** Holds the dates and floats of schedules to be equal, whatever else their activities say. */
    public static void assertScheduledAlike(Project actual, Project expected) {
        assertThat(times(actual)).isEqualTo(times(expected));
    }

    private static List<String> times(Project project) {
        return CriticalPath.schedule(project).activities().stream()
                .map(t -> String.join(
                        " ",
                        t.activity().id(),
                        t.start().toString(),
                        t.finish().toString(),
                        t.earlyStart().toString(),
                        t.earlyFinish().toString(),
                        t.lateStart().toString(),
                        t.lateFinish().toString(),
                        Long.toString(t.totalFloat().ticks()),
                        Long.toString(t.freeFloat().ticks())))
                .toList();
    }

    private static List<?> calendars(Project project) {
        return project.calendars().stream()
                .map(c -> List.of(
                        c.id(),
                        c.name(),
                        c.base().map(WorkCalendar::id),
                        c.week(),
                        c.workWeeks(),
                        c.exceptions().stream()
                                .sorted(Comparator.comparing(e -> e.recurrence().from()))
                                .toList()))
                .toList();
    }

    private static List<Relationship> byRow(Project project) {
        return project.relationships().stream()
                .sorted(Comparator.comparingInt(r -> project.indexOf(r.successor())))
                .toList();
    }
}
