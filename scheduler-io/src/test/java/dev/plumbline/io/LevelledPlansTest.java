package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.ConflictRules;
import dev.plumbline.level.DelayReason;
import dev.plumbline.level.Granularity;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real plans with overallocations: levelled, written, read again and scheduled. */
class LevelledPlansTest {

    private static final int WANTED = 5;

    @TempDir
    Path folder;

    private static List<Path> cases() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/fidelity/cases"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(at != null, "the folder shared/fidelity is not there");
        try (Stream<Path> files = Files.list(at.resolve("shared/fidelity/cases"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Levelling> ways() {
        return Stream.of(
                Levelling.DEFAULT,
                Levelling.serial(PriorityRule.LATEST_FINISH).withSplits().assignmentByAssignment(),
                Levelling.byConflict(ConflictRules.DEFAULT.withGranularity(Granularity.MINUTE)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nothingRemovableIsLeftAfterARoundTripAndReasonsAreTrue(Levelling how) throws IOException {
        int levelledPlans = 0;
        for (Path file : cases()) {
            Levelled levelled = how.level(ProjectFiles.read(file).project());
            if (levelled.isUnchanged()) {
                continue;
            }
            Path written = folder.resolve(file.getFileName());
            ProjectFiles.write(levelled.project(), written);
            Schedule again = CriticalPath.schedule(ProjectFiles.read(written).project());

            assertThat(how.level(again.project()).isUnchanged())
                    .as("%s %s", how, file)
                    .isTrue();
            for (int i = 0; i < again.activities().size(); i++) {
                assertThat(dates(again, i)).as("%s %s row %s", how, file, i).isEqualTo(dates(levelled.schedule(), i));
            }
            levelled.reasons().values().forEach(all -> all.forEach(why -> replay(levelled, why)));
            if (++levelledPlans == WANTED) {
                break;
            }
        }
        assertThat(levelledPlans).isEqualTo(WANTED);
    }

    private static List<LocalDateTime> dates(Schedule schedule, int row) {
        ActivityTimes times = schedule.activities().get(row);
        return List.of(times.start(), times.finish());
    }

    /**
     * At the instant that a reason names, those it names are at work, by the schedule and not by the reason, and leave too little.
     */
    private static void replay(Levelled levelled, DelayReason why) {
        if (why.resource() == null || why.at() == null) {
            return;
        }
        double asked = why.wanted();
        for (DelayReason.Holder holder : why.holders()) {
            ActivityTimes times = levelled.schedule().of(holder.activity());
            assertThat(holder.since()).as(why.toString()).isAfterOrEqualTo(times.start());
            assertThat(holder.until()).as(why.toString()).isBeforeOrEqualTo(times.finish());
            assertThat(levelled.project().assignmentsOf(holder.activity()))
                    .as(why.toString())
                    .anyMatch(assignment -> why.resource().equals(assignment.resource()));
            boolean there = !holder.since().isAfter(why.at()) && holder.until().isAfter(why.at());
            asked += there ? holder.units() : 0;
        }
        Resource resource = levelled.project().findResource(why.resource()).orElseThrow();
        if (resource.availability().isEmpty()) {
            assertThat(why.capacity()).as(why.toString()).isEqualTo(resource.maxUnits());
        }
        assertThat(asked).as(why.toString()).isGreaterThan(why.capacity());
        assertThat(why.at())
                .as(why.toString())
                .isBefore(levelled.schedule().of(why.activity()).finish());
    }
}
