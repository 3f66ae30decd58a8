package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.DelayReason;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void nothingRemovableIsLeftAfterARoundTripAndReasonsAreTrue() throws IOException {
        int levelledPlans = 0;
        for (Path file : cases()) {
            Levelled levelled =
                    Levelling.DEFAULT.level(levellable(ProjectFiles.read(file).project()));
            if (levelled.isUnchanged()) {
                continue;
            }
            Path written = folder.resolve(file.getFileName());
            ProjectFiles.write(levelled.project(), written);
            Schedule again = CriticalPath.schedule(ProjectFiles.read(written).project());

            assertThat(Levelling.DEFAULT.level(again.project()).isUnchanged())
                    .as(file.toString())
                    .isTrue();
            for (int i = 0; i < again.activities().size(); i++) {
                assertThat(again.activities().get(i).start())
                        .as("%s row %s", file, i)
                        .isEqualTo(levelled.schedule().activities().get(i).start());
            }
            levelled.delays().keySet().forEach(id -> replay(levelled, levelled.why(id)));
            if (++levelledPlans == WANTED) {
                break;
            }
        }
        assertThat(levelledPlans).isEqualTo(WANTED);
    }

    /** The plan, but levelling may delay the activities of all its resources. */
    private static Project levellable(Project project) {
        ProjectBuilder builder = project.toBuilder();
        project.resources().forEach(resource -> builder.replace(resource.with(r -> r.canLevel(true))));
        return builder.build();
    }

    /** At the instant that a reason names, those it names leave too little for the activity. */
    private static void replay(Levelled levelled, DelayReason why) {
        if (why.resource() == null || why.at() == null) {
            return;
        }
        double asked = why.wanted();
        for (DelayReason.Holder holder : why.holders()) {
            boolean there = !holder.since().isAfter(why.at()) && holder.until().isAfter(why.at());
            asked += there ? holder.units() : 0;
        }
        assertThat(asked).as(why.toString()).isGreaterThan(why.capacity());
        assertThat(why.at()).isBefore(levelled.schedule().of(why.activity()).start());
    }
}
