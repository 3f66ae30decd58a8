package dev.plumbline.io.mspdi;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The work of activities and resources, summed over their assignments; that of summaries over the rows below. */
final class TaskWork {

    /** Which work. */
    enum Part {
        TOTAL,
        ACTUAL,
        REMAINING
    }

    private final Map<String, Sum> byActivity = new HashMap<>();
    private final Map<String, Sum> byResource = new HashMap<>();

    TaskWork(Project project) {
        for (Assignment assignment : project.assignments()) {
            if (isWork(project, assignment.resource())) {
                add(byActivity, assignment.activity(), assignment);
                if (assignment.resource() != null) {
                    add(byResource, assignment.resource(), assignment);
                }
            }
        }
        rollUp(project.activities());
    }

    private static boolean isWork(Project project, @Nullable String resource) {
        return resource == null
                || project.findResource(resource).map(Resource::type).orElse(ResourceType.WORK) == ResourceType.WORK;
    }

    private static void add(Map<String, Sum> sums, String id, Assignment assignment) {
        Sum sum = sums.computeIfAbsent(id, k -> new Sum());
        sum.total += assignment.work().ticks();
        sum.actual += assignment.actualWork().ticks();
        sum.remaining += remaining(assignment);
    }

    /** Returns the work that is left: as reported, else what is not done. */
    static long remaining(Assignment assignment) {
        return assignment.remainingWork() == null
                ? assignment.work().ticks() - assignment.actualWork().ticks()
                : assignment.remainingWork().ticks();
    }

    /** Rows are in outline order: from the last up, each adds itself to the row above it. */
    private void rollUp(List<Activity> activities) {
        int[] above = new int[activities.size() + 1];
        int[] parent = new int[activities.size()];
        int depth = 0;
        for (int a = 0; a < parent.length; a++) {
            int level = activities.get(a).outlineLevel();
            while (depth > 0 && activities.get(above[depth - 1]).outlineLevel() >= level) {
                depth--;
            }
            parent[a] = depth == 0 ? -1 : above[depth - 1];
            above[depth++] = a;
        }
        for (int a = parent.length - 1; a >= 0; a--) {
            Sum sum = byActivity.get(activities.get(a).id());
            if (sum != null && parent[a] >= 0) {
                String summary = activities.get(parent[a]).id();
                byActivity.computeIfAbsent(summary, k -> new Sum()).add(sum);
            }
        }
    }

    /** Returns an amount of work in ticks, nothing where nothing is assigned. */
    @Nullable
    Long ofActivity(String id, Part part) {
        Sum sum = byActivity.get(id);
        return sum == null ? null : sum.of(part);
    }

    @Nullable
    Long ofResource(String id, Part part) {
        Sum sum = byResource.get(id);
        return sum == null ? null : sum.of(part);
    }

    /** Work in ticks. */
    private static final class Sum {
        private long total;
        private long actual;
        private long remaining;

        void add(Sum other) {
            total += other.total;
            actual += other.actual;
            remaining += other.remaining;
        }

        long of(Part part) {
            return switch (part) {
                case TOTAL -> total;
                case ACTUAL -> actual;
                case REMAINING -> remaining;
            };
        }
    }
}
