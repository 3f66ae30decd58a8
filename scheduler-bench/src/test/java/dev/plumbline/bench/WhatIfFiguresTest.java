package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Project;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfFiguresTest {

    private static final Project PROJECT = PlanGenerator.generate(PlanShape.DEFAULT.withActivities(300), 42);

    @Test
    void theSameSeedGivesTheSameEdits() {
        assertThat(EditMix.of(PROJECT, 20, 7)).isEqualTo(EditMix.of(PROJECT, 20, 7));
        assertThat(EditMix.of(PROJECT, 20, 7)).isNotEqualTo(EditMix.of(PROJECT, 20, 8));
    }

    @Test
    void everyEditOfTheMixGivesTheFullSchedule() {
        List<EditMix.Edit> edits = EditMix.of(PROJECT, 200, 7);
        Schedule plan = CriticalPath.schedule(PROJECT);

        for (EditMix.Edit edit : edits) {
            assertThat(edit.duration())
                    .isNotEqualTo(PROJECT.activity(edit.activity()).duration());
            Schedule quick = plan.whatIf()
                    .duration(edit.activity(), edit.duration())
                    .schedule()
                    .schedule();
            Schedule full = CriticalPath.schedule(PROJECT.withDuration(edit.activity(), edit.duration()));
            assertThat(quick.start()).as("%s", edit).isEqualTo(full.start());
            assertThat(quick.finish()).as("%s", edit).isEqualTo(full.finish());
            assertThat(quick.activities()).as("%s", edit).isEqualTo(full.activities());
        }
    }

    @Test
    void aLineForEachSizeIsPrinted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        WhatIfFigures.run(new PrintStream(printed, true, StandardCharsets.UTF_8), 50, 60);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.matches("\\d+ activities: edit median .* full schedule .* of it"));
    }
}
