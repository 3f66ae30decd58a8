package dev.plumbline.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.bench.WorkBenchmark;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class WorkloadsTest {

    static List<String> names() {
        return Workloads.all().stream().map(Workload::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWorkloadRunsTwice(String name) throws IOException {
        Workload.Run run = Workloads.of(name).setup().prepare(30);

        assertThat(run.once()).isNotNull();
        assertThat(run.once()).isNotNull();
    }

    @Test
    void jmhKnowsThemAll() throws NoSuchFieldException {
        Param param = WorkBenchmark.class.getField("work").getAnnotation(Param.class);

        assertThat(param.value()).containsExactlyElementsOf(names());
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Workloads.of("nothing")).hasMessageContaining("'nothing'");
    }
}
