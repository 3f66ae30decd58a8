package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Project;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * PERT: the schedule by expected durations, and the probability of dates by the normal approximation along the critical path.
 * Immutable.
 *
 * <pre>{@code
 * var pert = Pert.of(project).estimate("C", days(8), days(10), days(17)).analyse();
 * pert.schedule().finish();
 * pert.probability(LocalDateTime.of(2026, 3, 31, 16, 0));
 * pert.date(0.8);
 * }</pre>
 *
 * <p>Durations are taken as independent, and the project as done when its critical path is. So PERT is too optimistic wherever
 * paths meet (merge bias: K. R. MacCrimmon, C. A. Ryavec: An analytical study of the PERT assumptions. Oper. Res. 12(1), 1964,
 * pp. 16-37).
 */
public final class Pert {

    private final Project project;
    private final Map<String, Estimate> estimates;
    private final PertMethod method;
    private final ScheduleOptions options;

    private Pert(Project project, Map<String, Estimate> estimates, PertMethod method, ScheduleOptions options) {
        this.project = project;
        this.estimates = estimates;
        this.method = method;
        this.options = options;
    }

    /** Returns PERT over the estimates that the activities carry, by the classic rule. */
    public static Pert of(Project project) {
        Map<String, Estimate> estimates = new HashMap<>();
        for (Activity activity : Objects.requireNonNull(project, "project").activities()) {
            if (activity.estimate() != null) {
                estimates.put(activity.id(), activity.estimate());
            }
        }
        return new Pert(project, estimates, PertMethod.classic(), ScheduleOptions.DEFAULT);
    }

    /**
     * Returns the same with the estimate of an activity set or replaced.
     *
     * @throws IllegalArgumentException if there is no such activity, it is a summary, or the three don't rise
     */
    public Pert estimate(String id, WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic) {
        project.activity(id);
        if (project.wbs().isSummary(id)) {
            throw new IllegalArgumentException(
                    "activity '%s' is a summary, whose duration follows from the rows below; estimate those"
                            .formatted(id));
        }
        Map<String, Estimate> all = new HashMap<>(estimates);
        try {
            all.put(id, new Estimate(optimistic, mostLikely, pessimistic));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("activity '%s': %s".formatted(id, e.getMessage()), e);
        }
        return new Pert(project, all, method, options);
    }

    /** Returns the same by another rule. */
    public Pert method(PertMethod other) {
        return new Pert(project, estimates, Objects.requireNonNull(other, "method"), options);
    }

    /** Returns the same with other options of scheduling. */
    public Pert options(ScheduleOptions other) {
        return new Pert(project, estimates, method, Objects.requireNonNull(other, "options"));
    }

    /** Returns the schedule by expected durations and what follows from it, with the twenty longest paths. */
    public PertResult analyse() {
        return analyse(20);
    }

    /**
     * Returns the schedule by expected durations and what follows from it.
     *
     * @param paths how many of the longest paths are told, 1 or more; they also make
     *     {@link PertResult#probabilityOfAllPaths}
     */
    public PertResult analyse(int paths) {
        if (paths < 1) {
            throw new IllegalArgumentException("%s paths are wanted; ask for 1 or more".formatted(paths));
        }
        return new PertAnalysis(project, estimates, method, options).run(paths);
    }
}
