package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.level.WorkSpans.Span;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Checks one resource: that what works at the same time is no more than there is. */
final class CapacityCheck {

    private static final double ROUNDING = 1e-4;

    private final Resource resource;
    private final CompiledCalendar calendar;
    private final List<Span> spans = new ArrayList<>();

    CapacityCheck(Resource resource, CompiledCalendar calendar) {
        this.resource = resource;
        this.calendar = calendar;
    }

    CompiledCalendar calendar() {
        return calendar;
    }

    /** Adds an assignment; {@code planned} is the first instant of planned work of its activity. */
    void add(ActivityTimes times, Assignment assignment, CompiledCalendar works, long planned) {
        if (counts(times, assignment) && times.start().isBefore(times.finish())) {
            spans.addAll(WorkSpans.of(times, assignment, works, planned));
        }
    }

    private boolean counts(ActivityTimes times, Assignment assignment) {
        Activity activity = times.activity();
        return activity.active()
                && !times.summary()
                && !activity.external()
                && assignment.units() > 0
                && !assignment.proposed()
                && !resource.proposed();
    }

    /** Returns the first instant at which there is too little, if any. */
    Optional<Problem> problem() {
        spans.sort(Comparator.comparingLong(Span::from));
        PriorityQueue<Span> active = new PriorityQueue<>(Comparator.comparingLong(Span::to));
        double sum = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span next = spans.get(i);
            while (!active.isEmpty() && active.peek().to() <= next.from()) {
                sum -= active.remove().units();
            }
            active.add(next);
            sum += next.units();
            long until = i + 1 < spans.size() ? spans.get(i + 1).from() : Long.MAX_VALUE;
            if (sum > least(next.from(), until) + ROUNDING) {
                Optional<Problem> found = meeting(List.copyOf(active), next.from(), until);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Looks at every instant at which the spans at hand begin to work together. */
    private Optional<Problem> meeting(List<Span> active, long from, long until) {
        long end = Math.min(until, active.stream().mapToLong(Span::to).max().orElse(from));
        long at = from;
        while (at < end) {
            double sum = 0;
            long next = end;
            boolean open = false; // what is done can't be undone
            Set<String> who = new LinkedHashSet<>();
            for (Span span : active) {
                boolean works = span.worksAt(at);
                if (works) {
                    sum += span.units();
                    who.add(span.activity());
                    open |= !span.done();
                    next = Math.min(next, Math.min(span.to(), span.calendar().periodEnd(at)));
                } else if (span.to() > at) {
                    next = Math.min(next, span.calendar().nextStart(at));
                }
            }
            double there = units(at);
            if (open && sum > there + ROUNDING) {
                return Optional.of(Problem.error(
                        "LEVEL_CAPACITY",
                        "resource %s is asked for %s units at %s, of which there are %s: %s"
                                .formatted(
                                        Problem.quote(resource.name()),
                                        Amounts.units(sum),
                                        Amounts.minute(at),
                                        Amounts.units(there),
                                        Amounts.list(List.copyOf(who))),
                        "level the plan"));
            }
            at = Math.max(at + 1, Math.min(next, nextChange(at)));
        }
        return Optional.empty();
    }

    private double units(long instant) {
        if (resource.availability().isEmpty()) {
            return resource.maxUnits();
        }
        return resource.availability().stream()
                .filter(row -> Ticks.of(row.from()) <= instant && instant < Ticks.of(row.to()))
                .mapToDouble(Availability::units)
                .findFirst()
                .orElse(0);
    }

    private long nextChange(long instant) {
        return resource.availability().stream()
                .flatMap(row -> java.util.stream.Stream.of(Ticks.of(row.from()), Ticks.of(row.to())))
                .filter(tick -> tick > instant)
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
    }

    /** The fewest units there are between two instants. */
    private double least(long from, long until) {
        double least = units(from);
        for (Availability row : resource.availability()) {
            for (long cut : new long[] {Ticks.of(row.from()), Ticks.of(row.to())}) {
                if (cut > from && cut < until) {
                    least = Math.min(least, units(cut));
                }
            }
        }
        return least;
    }
}
