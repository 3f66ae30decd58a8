package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.kernel.BackwardPass;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Replays what holds back the late finish of an activity, from the finish of the project or a late constraint on. */
final class LateExplainer {

    private final Schedule schedule;
    private final Network g;
    private final Times t;
    private final boolean honour;
    private final StepFactory steps;

    LateExplainer(Schedule schedule) {
        this.schedule = schedule;
        this.honour = schedule.options().honourConstraints();
        this.g = schedule.network();
        this.t = schedule.times();
        this.steps = new StepFactory(schedule.project(), g);
    }

    Explanation explainFinish(int a) {
        List<Step> backward = new ArrayList<>();
        int current = a;
        while (current >= 0) {
            current = holdsBack(current, backward);
        }
        Collections.reverse(backward);
        return new Explanation(steps.activity(a).id(), Ticks.toDateTime(t.lateFinish[a]), backward);
    }

    /** Adds the step that gives an activity its late finish; returns the successor it comes from, or -1. */
    private int holdsBack(int a, List<Step> backward) {
        long finish = t.lateFinish[a];
        if (g.state[a] == Network.COMPLETE) {
            backward.add(steps.at(
                    Step.Kind.ACTUAL,
                    a,
                    finish,
                    "%s is finished: %s".formatted(steps.name(a), StepFactory.date(finish))));
            return -1;
        }
        if (g.summary[a]) {
            return latestBelow(a, backward);
        }
        int edge = BackwardPass.holder(g, honour, t, a);
        if (edge >= 0) {
            return alongEdge(a, edge, backward);
        }
        Constraint constraint = steps.activity(a).constraint();
        String kind = switch (edge) {
            case BackwardPass.CONSTRAINT ->
                constraint.type().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
            case BackwardPass.DEADLINE -> "deadline";
            case BackwardPass.SUMMARY -> "constraint of the summary above";
            default -> "finish of the project";
        };
        Step.Kind step = edge == BackwardPass.PROJECT_FINISH ? Step.Kind.PROJECT_FINISH : Step.Kind.CONSTRAINT;
        backward.add(steps.at(
                step, a, finish, "%s must finish by %s: %s".formatted(steps.name(a), StepFactory.date(finish), kind)));
        return -1;
    }

    private int latestBelow(int s, List<Step> backward) {
        for (int a = s + 1; a < g.size && g.parent[a] >= s; a++) {
            if (!g.summary[a] && g.active[a] && t.lateFinish[a] == t.lateFinish[s]) {
                backward.add(steps.at(
                        Step.Kind.ROLL_UP,
                        s,
                        t.lateFinish[s],
                        "%s finishes with %s".formatted(steps.name(s), steps.name(a))));
                return a;
            }
        }
        backward.add(steps.at(
                Step.Kind.PROJECT_FINISH, s, t.lateFinish[s], "%s ends with the project".formatted(steps.name(s))));
        return -1;
    }

    private int alongEdge(int a, int e, List<Step> backward) {
        int successor = g.head[e];
        boolean toFinish = g.type[e] == Network.FF || g.type[e] == Network.SF;
        long from = toFinish ? t.lateFinish[successor] : t.lateStart[successor];
        Relationship relationship = schedule.relationship(e);
        backward.add(steps.on(Step.Kind.RELATIONSHIP, a, from, t.lateFinish[a])
                .along(relationship)
                .taking(t.lateFinish[a] - from, "")
                .says("%s must %s by %s, so %s must finish by %s (%s)"
                        .formatted(
                                steps.name(successor),
                                toFinish ? "finish" : "start",
                                StepFactory.date(from),
                                steps.name(a),
                                StepFactory.date(t.lateFinish[a]),
                                relationship)));
        if (!toFinish && from != t.lateFinish[successor] && g.state[successor] != Network.IN_PROGRESS) {
            backward.add(steps.measured(
                    successor,
                    t.lateFinish[successor],
                    from,
                    "%s takes %s: starts by %s"
                            .formatted(
                                    steps.name(successor),
                                    steps.activity(successor).duration(),
                                    StepFactory.date(from))));
        }
        return successor;
    }
}
