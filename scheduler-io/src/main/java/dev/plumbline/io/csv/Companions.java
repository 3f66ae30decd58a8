package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.ProjectSettings;

/** What reading companion files has in common. */
final class Companions {

    private Companions() {}

    static CellContext context(
            NumberStyle numbers, ProjectSettings settings, ReadOptions options, ProblemList problems) {
        return new CellContext(
                Dialect.OWN,
                numbers,
                new Durations(numbers, settings.conversion(), false),
                new DateOrders(
                        options.dateOrder(),
                        options.limits().firstYear(),
                        options.limits().lastYear()),
                settings,
                options.limits(),
                problems);
    }
}
