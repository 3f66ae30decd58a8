package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A network of whole numbers, for laws and oracles: activity {@code i} takes {@code durations.get(i)} hours of a calendar
 * that works round the clock, from hour 0.
 *
 * @param durations hours of each activity
 * @param links relationships between positions in {@code durations}
 * @param notBefore the earliest start of some activities
 * @param deadlines the deadline of some activities
 */
record Net(
        List<Integer> durations, List<Link> links, Map<Integer, Integer> notBefore, Map<Integer, Integer> deadlines) {

    static final LocalDateTime ORIGIN = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final WorkCalendar ROUND_THE_CLOCK = WorkCalendar.roundTheClock("24h");

    record Link(int from, int to, RelationshipType type, int lag) {
        @Override
        public String toString() {
            return from + "-" + type + (lag < 0 ? "" : "+") + lag + "->" + to;
        }
    }

    Net {
        durations = List.copyOf(durations);
        links = List.copyOf(links);
        notBefore = new TreeMap<>(notBefore);
        deadlines = new TreeMap<>(deadlines);
    }

    static Net of(List<Integer> durations, List<Link> links) {
        return new Net(durations, links, Map.of(), Map.of());
    }

    int size() {
        return durations.size();
    }

    /** Returns the network of the textbook, in which nothing begins before hour 0. */
    Net fromZero() {
        Map<Integer, Integer> bound = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            bound.put(i, 0);
        }
        return new Net(durations, links, bound, deadlines);
    }

    Net with(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return new Net(durations, more, notBefore, deadlines);
    }

    Net withLinks(List<Link> other) {
        return new Net(durations, other, notBefore, deadlines);
    }

    Net withDuration(int activity, int duration) {
        List<Integer> other = new ArrayList<>(durations);
        other.set(activity, duration);
        return new Net(other, links, notBefore, deadlines);
    }

    Net withNotBefore(int activity, int hour) {
        Map<Integer, Integer> other = new TreeMap<>(notBefore);
        other.put(activity, hour);
        return new Net(durations, links, other, deadlines);
    }

    Net withDeadline(int activity, int hour) {
        Map<Integer, Integer> other = new TreeMap<>(deadlines);
        other.put(activity, hour);
        return new Net(durations, links, notBefore, other);
    }

    /** Returns the network with one more activity, not before hour 0, behind the others. */
    Net plus(int duration) {
        List<Integer> other = new ArrayList<>(durations);
        other.add(duration);
        return new Net(other, links, notBefore, deadlines).withNotBefore(size(), 0);
    }

    static String id(int activity) {
        return "n" + activity;
    }

    Project project() {
        ProjectBuilder builder = Project.builder("net").start(ORIGIN).calendar(ROUND_THE_CLOCK);
        for (int i = 0; i < size(); i++) {
            Integer bound = notBefore.get(i);
            Integer deadline = deadlines.get(i);
            builder.activity(
                    id(i),
                    id(i),
                    WorkTime.hours(durations.get(i)),
                    a -> a.constraint(bound == null ? Constraint.NONE : Constraint.startNoEarlierThan(instant(bound)))
                            .deadline(deadline == null ? null : instant(deadline)));
        }
        for (Link link : links) {
            builder.add(
                    new Relationship(id(link.from()), id(link.to()), link.type(), Lag.of(WorkTime.hours(link.lag()))));
        }
        return builder.build();
    }

    /** Returns what the engine makes of it. */
    Dated schedule() {
        return Dated.of(this, CriticalPath.schedule(project()));
    }

    static LocalDateTime instant(int hour) {
        return ORIGIN.plusHours(hour);
    }

    @Override
    public String toString() {
        return "durations " + durations + ", "
                + links.stream().map(Link::toString).collect(Collectors.joining(" "))
                + (notBefore.isEmpty() ? "" : ", not before " + notBefore)
                + (deadlines.isEmpty() ? "" : ", deadlines " + deadlines);
    }
}
