package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForwardPassTest {

    @Test
    void rowsWaitForWhatSummariesAboveThemWaitFor() {
        RandomOutlines.plain(500).forEach(project -> {
            Network g = NetworkCompiler.compile(project);
            Times t = new Times(g);
            ForwardPass.run(g, true, t);
            SlowOutline slow = SlowOutline.forward(g);

            assertThat(t.earlyStart).as("starts of %s", project.name()).isEqualTo(slow.start);
            assertThat(t.earlyFinish).as("finishes of %s", project.name()).isEqualTo(slow.finish);
            for (int a = 0; a < g.size; a++) {
                if (g.summary[a]) {
                    long start = slow.start[a];
                    assertThat(t.firstLeaf[a])
                            .as("first row below A%d of %s", a, project.name())
                            .isEqualTo(IntStream.of(slow.leaves(a))
                                    .filter(row -> slow.start[row] == start)
                                    .findFirst()
                                    .orElse(-1));
                }
            }
        });
    }
}
