package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
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
        long from = toFinish ? t.lateFinish[successor] : BackwardPass.lateBegin(g, t, successor);
        boolean begun = g.state[successor] == Network.IN_PROGRESS;
        Relationship relationship = schedule.relationship(e);
        backward.add(steps.on(Step.Kind.RELATIONSHIP, a, from, t.lateFinish[a])
                .along(relationship)
                .taking(t.lateFinish[a] - from, "")
                .says("%s must %s by %s, so %s must finish by %s (%s)"
                        .formatted(
                                steps.name(successor),
                                toFinish ? "finish" : begun ? "go on" : "start",
                                StepFactory.date(from),
                                steps.name(a),
                                StepFactory.date(t.lateFinish[a]),
                                relationship)));
        if (toFinish) {
            return successor;
        }
        long start = begun ? from : t.lateStart[successor];
        delayBackward(successor, start, from, backward);
        if (g.summary[successor]) {
            return firstBelow(successor, backward);
        }
        durationBackward(successor, start, begun, backward);
        return successor;
    }

    /** Adds the steps from the row below that starts a summary; returns that row, or -1 where its start is given. */
    private int firstBelow(int s, List<Step> backward) {
        long start = t.lateStart[s];
        for (int a = s + 1; a < g.size && g.parent[a] >= s; a++) {
            if (!g.summary[a] && g.active[a] && startsBy(a) == start) {
                backward.add(steps.at(
                        Step.Kind.ROLL_UP, s, start, "%s starts with %s".formatted(steps.name(s), steps.name(a))));
                if (g.state[a] == Network.UNSTARTED) {
                    durationBackward(a, start, false, backward);
                    return a;
                }
                boolean typed = g.state[a] == Network.MANUAL;
                String reason = typed ? "typed by the planner" : "actual";
                Step.Kind kind = typed ? Step.Kind.MANUAL : Step.Kind.ACTUAL;
                backward.add(steps.at(
                        kind, a, start, "%s starts %s (%s)".formatted(steps.name(a), StepFactory.date(start), reason)));
                return -1;
            }
        }
        Step.Kind kind = g.state[s] == Network.MANUAL ? Step.Kind.MANUAL : Step.Kind.PROJECT_START;
        backward.add(steps.at(kind, s, start, "%s starts %s".formatted(steps.name(s), StepFactory.date(start))));
        return -1;
    }

    private long startsBy(int a) {
        return g.state[a] == Network.MANUAL ? t.logicStart[a] : t.lateStart[a];
    }

    private void delayBackward(int a, long start, long from, List<Step> backward) {
        if (start != from) {
            backward.add(steps.on(Step.Kind.LEVELLING_DELAY, a, start, from)
                    .taking(from - start, "")
                    .says("levelling delays %s by %s: ready by %s"
                            .formatted(
                                    steps.name(a),
                                    new WorkTime(start - from, WorkUnit.ELAPSED_DAYS),
                                    StepFactory.date(from))));
        }
    }

    private void durationBackward(int a, long start, boolean begun, List<Step> backward) {
        long finish = t.lateFinish[a];
        if (start != finish) {
            String sentence = begun
                    ? "what is left of %s goes on by %s".formatted(steps.name(a), StepFactory.date(start))
                    : "%s takes %s: starts by %s"
                            .formatted(steps.name(a), steps.activity(a).duration(), StepFactory.date(start));
            backward.add(steps.measured(a, finish, start, sentence));
        }
    }
}
