package dev.plumbline.bench;

import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Project;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Bytes an activity of the model, the compiled network, its flat form and the dates, as differences of the used heap. */
final class MemoryFigures {

    private static final int COLLECTIONS = 4;

    private final PrintStream out;

    MemoryFigures(PrintStream out) {
        this.out = out;
    }

    void measure(int activities) {
        Project[] project = new Project[1];
        Network[] network = new Network[1];
        FlatNetwork[] flat = new FlatNetwork[1];
        Times[] times = new Times[1];
        long model = grown(() -> project[0] = PlanGenerator.generate(
                PlanShape.DEFAULT.withActivities(activities).withResources(Math.max(2, activities / 500)), 42));
        long compiled = grown(() -> network[0] = NetworkCompiler.compile(project[0]));
        long flattened = grown(() -> flat[0] = Objects.requireNonNull(FlatNetwork.of(network[0])));
        long dated = grown(() -> {
            times[0] = new Times(network[0]);
            Passes.run(network[0], true, false, times[0]);
            return times[0];
        });
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,d | %,d | %,d |%n",
                activities,
                model / activities,
                compiled / activities,
                flattened / activities,
                dated / activities);
    }

    private static long grown(Supplier<?> maker) {
        long before = used();
        Object made = maker.get();
        try {
            return used() - before;
        } finally {
            Reference.reachabilityFence(made);
        }
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
