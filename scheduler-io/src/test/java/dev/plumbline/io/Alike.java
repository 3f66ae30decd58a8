package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.Comparator;
import java.util.List;

/** Tells whether two plans are the same, and where they are not: their differences would be lost in a line of a thousand words. */
public final class Alike {

    private Alike() {}

    /** Holds plans to be equal but for their assignments and for the order in which successors are listed. */
    public static void assertAlike(Project actual, Project expected) {
        assertEqual(actual.calendars(), expected.calendars());
        assertEqual(actual.activities(), expected.activities());
        assertEqual(byRow(actual), byRow(expected));
        assertEqual(actual.resources(), expected.resources());
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.start()).isEqualTo(expected.start());
        assertThat(actual.finish()).isEqualTo(expected.finish());
        assertThat(actual.scheduleFrom()).isEqualTo(expected.scheduleFrom());
        assertThat(actual.dataDate()).isEqualTo(expected.dataDate());
        assertThat(actual.calendar()).isEqualTo(expected.calendar());
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

    private static List<Relationship> byRow(Project project) {
        return project.relationships().stream()
                .sorted(Comparator.comparingInt(r -> project.indexOf(r.successor())))
                .toList();
    }
}
