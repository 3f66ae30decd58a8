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

    private static final int PARTS = Part.values().length;

    private final Map<String, long[]> byActivity = new HashMap<>();
    private final Map<String, long[]> byResource = new HashMap<>();

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

    private static void add(Map<String, long[]> sums, String id, Assignment assignment) {
        long[] sum = sums.computeIfAbsent(id, k -> new long[PARTS]);
        sum[0] += assignment.work().ticks();
        sum[1] += assignment.actualWork().ticks();
        sum[2] += remaining(assignment);
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
            long[] sum = byActivity.get(activities.get(a).id());
            if (sum != null && parent[a] >= 0) {
                long[] total =
                        byActivity.computeIfAbsent(activities.get(parent[a]).id(), k -> new long[PARTS]);
                for (int part = 0; part < PARTS; part++) {
                    total[part] += sum[part];
                }
            }
        }
    }

    /** Returns an amount of work in ticks, nothing where nothing is assigned. */
    @Nullable
    Long ofActivity(String id, Part part) {
        long[] sum = byActivity.get(id);
        return sum == null ? null : sum[part.ordinal()];
    }

    @Nullable
    Long ofResource(String id, Part part) {
        long[] sum = byResource.get(id);
        return sum == null ? null : sum[part.ordinal()];
    }
}
