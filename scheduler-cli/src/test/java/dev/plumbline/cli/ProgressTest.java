package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aBatchShowsBarRateAndTimeLeft() {
        assertThat(Progress.line(20, 80, "plans", "site.xml", 2_000_000_000L))
                .isEqualTo("[#######.......................] 20/80 plans  10/s  6 s left  site.xml");
    }

    @Test
    void theFirstPlanOfABatchHasNoRateYet() {
        assertThat(Progress.line(0, 2, "plans", "site.xml", 2_000_000_000L))
                .isEqualTo("[..............................] 0/2 plans  site.xml");
    }

    @Test
    void onePlanShowsThatTimePasses() {
        assertThat(Progress.line(0, 1, "plans", "site.xml", 3_900_000_000L)).isEqualTo("site.xml  3 s");
    }
}
