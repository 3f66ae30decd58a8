package dev.plumbline.risk;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A path enters an activity at its start or its finish and leaves it at one of them. From start to finish the duration counts
 * once, from start to start and from finish to finish not at all, from finish to start it counts back. A lag in percent of the
 * predecessor's duration adds its share.
 */
/** How often the duration of each activity along a path counts for the path's length. */
final class PathShares {

    private static final double PERCENT = 100;

    private final Schedule schedule;
    private final Project project;
    private final WorkCalendar calendar;

    PathShares(Schedule schedule) {
        this.schedule = schedule;
        this.project = schedule.project();
        this.calendar = project.calendar();
    }

    double[] along(List<Activity> path) {
        double[] share = new double[path.size()];
        boolean atFinish = false;
        for (int i = 0; i < share.length; i++) {
            Relationship out = i + 1 < share.length ? between(path.get(i), path.get(i + 1)) : null;
            boolean leavesAtFinish = out == null || leavesAtFinish(out.type());
            share[i] = (leavesAtFinish ? 1 : 0) - (atFinish ? 1 : 0);
            if (out != null && out.lag() instanceof Lag.Percent percent) {
                share[i] += percent.percent().doubleValue() / PERCENT;
            }
            atFinish = out != null && entersAtFinish(out.type());
        }
        return share;
    }

    private static boolean leavesAtFinish(RelationshipType type) {
        return type == RelationshipType.FS || type == RelationshipType.FF;
    }

    private static boolean entersAtFinish(RelationshipType type) {
        return type == RelationshipType.FF || type == RelationshipType.SF;
    }

    /** The relationship by which one activity drives the next, of several the one that asks for the latest start. */
    private @Nullable Relationship between(Activity from, Activity to) {
        Set<String> targets = Set.copyOf(withSummaries(to));
        Relationship latest = null;
        LocalDateTime latestStart = LocalDateTime.MIN;
        for (String source : withSummaries(from)) {
            for (Relationship relationship : project.successorsOf(source)) {
                if (targets.contains(relationship.successor())) {
                    LocalDateTime start = startAskedFor(relationship, from, to);
                    if (latest == null || start.isAfter(latestStart)) {
                        latest = relationship;
                        latestStart = start;
                    }
                }
            }
        }
        return latest;
    }

    private LocalDateTime startAskedFor(Relationship relationship, Activity from, Activity to) {
        ActivityTimes times = schedule.of(from.id());
        LocalDateTime end = leavesAtFinish(relationship.type()) ? times.earlyFinish() : times.earlyStart();
        if (relationship.lag() instanceof Lag.Time lag) {
            end = calendar.add(end, lag.time());
        } else if (relationship.lag() instanceof Lag.Percent percent) {
            double share = percent.percent().doubleValue() / PERCENT;
            end = calendar.add(
                    end,
                    from.duration().withTicks(Math.round(share * from.duration().ticks())));
        }
        return entersAtFinish(relationship.type())
                ? calendar.add(end, to.duration().negated())
                : end;
    }

    private List<String> withSummaries(Activity activity) {
        List<String> ids = new ArrayList<>();
        for (Activity at = activity;
                at != null;
                at = project.wbs().parent(at.id()).orElse(null)) {
            ids.add(at.id());
        }
        return ids;
    }
}
