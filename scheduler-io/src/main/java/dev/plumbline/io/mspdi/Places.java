package dev.plumbline.io.mspdi;

import dev.plumbline.io.mspdi.ProjectDraft.Read;
import dev.plumbline.io.mspdi.TaskDraft.LinkDraft;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import java.util.HashMap;
import java.util.Map;

/** Where in the file the entities stand that the model's problems name. */
final class Places {

    private final Map<String, Long> spots = new HashMap<>();

    Places(ProjectDraft draft) {
        draft.calendars.values().forEach(c -> spots.put("calendar/" + c.uid, c.spot));
        for (Read<TaskDraft> task : draft.tasks) {
            spots.put("activity/" + task.draft().uid, task.draft().spot);
            for (LinkDraft link : task.draft().links) {
                spots.put("relationship/" + link.predecessor + "->" + task.draft().uid, link.spot);
            }
        }
        draft.resources.forEach(r -> spots.put("resource/" + r.draft().uid, r.draft().spot));
        draft.assignments.forEach(a -> spots.put("assignment/" + a.draft().uid, a.draft().spot));
    }

    /** Returns the problem with line and column. */
    Problem locate(Problem problem) {
        Long spot = spots.get(problem.location().path());
        if (spot == null || problem.location().line() > 0) {
            return problem;
        }
        Location place = Spot.location(spot);
        return problem.at(place.withPath(problem.location().path()));
    }
}
