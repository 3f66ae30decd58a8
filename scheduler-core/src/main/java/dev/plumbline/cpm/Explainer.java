package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Replays the drivers from the start of the project to the start of an activity. */
final class Explainer {

    private final Schedule schedule;
    private final Network g;
    private final Times t;
    private final StepFactory steps;
    private final List<Step> backward = new ArrayList<>();

    Explainer(Schedule schedule) {
        this.schedule = schedule;
        this.g = schedule.network();
        this.t = schedule.times();
        this.steps = new StepFactory(schedule.project(), g);
    }

    Explanation explainStart(int a) {
        int current = a;
        boolean finish = false;
        while (current >= 0) {
            if (finish) {
                if (endsAtFinish(current)) {
                    break;
                }
            }
            int from = g.summary[current] ? rollUp(current, finish) : into(current, finish);
            finish = from < 0 ? finish : fromFinish(current, finish);
            current = from;
        }
        Collections.reverse(backward);
        return new Explanation(steps.activity(a).id(), Ticks.toDateTime(t.earlyStart[a]), backward);
    }

    /** Whether the chain goes on from the finish of the activity that {@link #into} returned. */
    private boolean fromFinish(int a, boolean finish) {
        if (g.summary[a]) {
            return finish;
        }
        int e = t.driver[a];
        return g.type[e] == Network.FS || g.type[e] == Network.FF;
    }

    /** A finish that was reported or typed ends the chain. */
    private boolean endsAtFinish(int a) {
        if (g.summary[a]) {
            return false;
        }
        Step.Kind kind = switch (g.state[a]) {
            case Network.COMPLETE -> Step.Kind.ACTUAL;
            case Network.MANUAL -> Step.Kind.MANUAL;
            case Network.EXTERNAL -> Step.Kind.EXTERNAL;
            default -> null;
        };
        if (kind == null) {
            return false;
        }
        long at = t.earlyFinish[a];
        add(kind, a, at, "%s finishes %s (%s)".formatted(steps.name(a), StepFactory.date(at), words(kind)));
        return true;
    }

    private static String words(Step.Kind kind) {
        return switch (kind) {
            case ACTUAL -> "actual";
            case MANUAL -> "typed by the planner";
            default -> "given by another project";
        };
    }

    private int rollUp(int s, boolean finish) {
        long at = finish ? t.earlyFinish[s] : t.earlyStart[s];
        for (int a = s + 1; a < g.size && below(a, s); a++) {
            boolean counts = !g.summary[a] && g.active[a] && g.state[a] != Network.EXTERNAL;
            if (counts && (finish ? t.earlyFinish[a] : t.earlyStart[a]) == at) {
                String what = finish ? "finishes" : "starts";
                add(
                        Step.Kind.ROLL_UP,
                        s,
                        at,
                        "%s %s %s with %s".formatted(steps.name(s), what, StepFactory.date(at), steps.name(a)));
                return a;
            }
        }
        add(Step.Kind.PROJECT_START, s, at, "%s has no active rows: %s".formatted(steps.name(s), StepFactory.date(at)));
        return -1;
    }

    private boolean below(int a, int s) {
        int up = g.parent[a];
        while (up > s) {
            up = g.parent[up];
        }
        return up == s;
    }

    /** Adds the steps from the driver to the start (and on to the finish) of a leaf, last first; returns the driver. */
    private int into(int a, boolean finish) {
        if (finish) {
            durationForward(a);
        }
        if (g.state[a] != Network.UNSTARTED) {
            Step.Kind kind = g.state[a] == Network.MANUAL
                    ? Step.Kind.MANUAL
                    : g.state[a] == Network.EXTERNAL ? Step.Kind.EXTERNAL : Step.Kind.ACTUAL;
            long at = t.earlyStart[a];
            add(kind, a, at, "%s starts %s (%s)".formatted(steps.name(a), StepFactory.date(at), words(kind)));
            return -1;
        }
        if (t.late[a]) {
            long at = t.earlyStart[a];
            add(
                    Step.Kind.LATE_DATES,
                    a,
                    at,
                    "%s starts %s, as late as possible".formatted(steps.name(a), StepFactory.date(at)));
            return -1;
        }
        List<Step> chain = new ArrayList<>();
        int from = base(a, chain);
        Collections.reverse(chain);
        backward.addAll(chain);
        return from;
    }

    private void durationForward(int a) {
        long from = t.earlyStart[a];
        long to = t.earlyFinish[a];
        if (from != to) {
            backward.add(steps.measured(
                    a,
                    from,
                    to,
                    "%s takes %s: finishes %s"
                            .formatted(steps.name(a), steps.activity(a).duration(), StepFactory.date(to))));
        }
    }

    /** The steps of an unstarted leaf in order, from its driver to its start. */
    private int base(int a, List<Step> chain) {
        int code = t.driver[a];
        long at;
        int from = -1;
        if (code >= 0) {
            from = g.tail[code];
            at = alongEdge(a, code, chain);
        } else if (code == Times.CONSTRAINT) {
            at = fromConstraint(a, t.driverSource[a], chain);
        } else if (code == Times.MANUAL) {
            at = g.fixedStart[t.driverSource[a]];
            chain.add(steps.at(
                    Step.Kind.MANUAL,
                    a,
                    at,
                    "%s starts with its summary %s, typed by the planner: %s"
                            .formatted(steps.name(a), steps.name(t.driverSource[a]), StepFactory.date(at))));
        } else {
            at = g.start;
            chain.add(
                    steps.at(Step.Kind.PROJECT_START, a, at, "the project starts %s".formatted(StepFactory.date(at))));
        }
        at = roll(a, at, chain);
        if (g.delay[a] > 0) {
            long to = at + g.delay[a];
            chain.add(steps.on(Step.Kind.LEVELLING_DELAY, a, at, to)
                    .taking(g.delay[a], "")
                    .says("levelling delays %s by %s: %s"
                            .formatted(
                                    steps.name(a),
                                    new WorkTime(g.delay[a], WorkUnit.ELAPSED_DAYS),
                                    StepFactory.date(to))));
            roll(a, to, chain);
        }
        return from;
    }

    private long alongEdge(int a, int e, List<Step> chain) {
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        boolean toFinish = g.type[e] == Network.FF || g.type[e] == Network.SF;
        int p = g.tail[e];
        long begin = fromFinish ? t.earlyFinish[p] : t.earlyStart[p];
        long bound = ForwardPass.bound(g, t, e);
        Relationship relationship = schedule.relationship(e);
        int successor = g.head[e];
        boolean onCalendar = g.lag[e] != 0 && (g.lagKind[e] == Network.WORKING || g.lagKind[e] == Network.PERCENT);
        String calendar = onCalendar ? steps.calendarId(successor) : "";
        String what = "%s %s %s; %s %s after it (%s): %s"
                .formatted(
                        steps.name(p),
                        fromFinish ? "finishes" : "starts",
                        StepFactory.date(begin),
                        successor == a ? steps.name(a) : steps.name(a) + ", below " + steps.name(successor) + ",",
                        toFinish ? "finishes" : "starts",
                        lagWords(relationship, successor, onCalendar),
                        StepFactory.date(bound));
        chain.add(steps.on(Step.Kind.RELATIONSHIP, a, begin, bound)
                .along(relationship)
                .taking(onCalendar ? lagTicks(e, begin, bound) : bound - begin, calendar)
                .says(what));
        return toFinish ? layBackward(a, bound, chain) : bound;
    }

    private long lagTicks(int e, long begin, long bound) {
        return g.lagKind[e] == Network.WORKING ? g.lag[e] : g.calendar[g.head[e]].work(begin, bound);
    }

    private String lagWords(Relationship relationship, int successor, boolean onCalendar) {
        String lag =
                relationship.lag().isZero() ? "" : (relationship.lag().isNegative() ? "" : "+") + relationship.lag();
        return relationship.type() + lag + (onCalendar ? " on calendar '" + steps.calendarName(successor) + "'" : "");
    }

    private long layBackward(int a, long finish, List<Step> chain) {
        long start = g.startFrom(a, finish);
        if (start != finish) {
            chain.add(steps.measured(
                    a,
                    finish,
                    start,
                    "%s takes %s: starts %s"
                            .formatted(steps.name(a), steps.activity(a).duration(), StepFactory.date(start))));
        }
        return start;
    }

    private long fromConstraint(int a, int owner, List<Step> chain) {
        Constraint constraint = steps.activity(owner).constraint();
        long at = g.constraintDate[owner];
        chain.add(steps.on(Step.Kind.CONSTRAINT, a, at, at)
                .because(constraint)
                .says("%s must %s: %s"
                        .formatted(
                                owner == a ? steps.name(a) : steps.name(a) + ", below " + steps.name(owner) + ",",
                                constraint
                                        .type()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                StepFactory.date(at))));
        return owner == a && constraint.type().bindsFinish() ? layBackward(a, at, chain) : at;
    }

    private long roll(int a, long at, List<Step> chain) {
        long next = g.nextStart(a, at);
        if (next != at) {
            CompiledCalendar calendar = g.calendar[a];
            boolean plain = calendar.nextStart(at) == next;
            chain.add(steps.on(Step.Kind.CALENDAR, a, at, next)
                    .taking(plain ? 0 : next - at, plain ? steps.calendarId(a) : "")
                    .says("the next working time of %s is %s"
                            .formatted(
                                    plain ? "calendar '" + steps.calendarName(a) + "'" : "its resources",
                                    StepFactory.date(next))));
        }
        return next;
    }

    private void add(Step.Kind kind, int a, long at, String sentence) {
        backward.add(steps.at(kind, a, at, sentence));
    }
}
