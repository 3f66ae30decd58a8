package dev.plumbline.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the time of an activity lies: segments in order, with gaps between them that are not counted. Immutable; instants and
 * amounts are ticks.
 */
final class Bar {

    private final Axis axis;
    private final List<Segment> segments;

    /** A stretch without a gap. */
    record Segment(long from, long to) {}

    private Bar(Axis axis, List<Segment> segments) {
        this.axis = axis;
        this.segments = List.copyOf(segments);
    }

    static Bar of(Axis axis, long from, long to) {
        return new Bar(axis, List.of(new Segment(from, to)));
    }

    static Bar of(Axis axis, List<Segment> segments) {
        return new Bar(axis, segments);
    }

    /** Returns a bar without anything in it. */
    Bar none() {
        return new Bar(axis, List.of());
    }

    /** Returns this bar with another behind it. */
    Bar then(Bar other) {
        List<Segment> all = new ArrayList<>(segments);
        all.addAll(other.segments);
        return new Bar(axis, all);
    }

    List<Segment> segments() {
        return segments;
    }

    boolean isNone() {
        return segments.isEmpty();
    }

    long start() {
        return segments.get(0).from();
    }

    long finish() {
        return segments.get(segments.size() - 1).to();
    }

    long length() {
        return segments.stream().mapToLong(this::length).sum();
    }

    private long length(Segment segment) {
        return Math.max(0, axis.between(segment.from(), segment.to()));
    }

    /** Returns how much lies before an instant. */
    long before(long instant) {
        long sum = 0;
        for (Segment segment : segments) {
            if (segment.from() < instant) {
                sum += length(new Segment(segment.from(), Math.min(segment.to(), instant)));
            }
        }
        return sum;
    }

    /** Returns the instant at which what follows an amount begins; the finish if nothing follows. */
    long beginOf(long amount) {
        long rest = amount;
        for (Segment segment : segments) {
            long own = length(segment);
            if (rest < own) {
                return rest == 0 ? segment.from() : axis.nextStart(axis.add(segment.from(), rest));
            }
            rest -= own;
        }
        return finish();
    }

    /** Returns the first amount, as it lies. */
    Bar head(long amount) {
        List<Segment> result = new ArrayList<>();
        long rest = amount;
        for (Segment segment : segments) {
            if (rest <= 0) {
                break;
            }
            long own = length(segment);
            result.add(own <= rest ? segment : new Segment(segment.from(), axis.add(segment.from(), rest)));
            rest -= own;
        }
        return new Bar(axis, result);
    }

    /** Returns all but the first amount, moved to begin at an instant; gaps keep their working time. */
    Bar tail(long amount, long at) {
        List<Segment> result = new ArrayList<>();
        long skip = amount;
        long next = at;
        Segment last = null;
        for (Segment segment : segments) {
            long own = length(segment);
            if (skip >= own && skip > 0) {
                skip -= own;
                continue;
            }
            if (last != null) {
                next = axis.add(next, Math.max(0, axis.between(last.to(), segment.from())));
            }
            long from = own == 0 ? next : axis.nextStart(next);
            next = axis.add(from, own - skip);
            result.add(new Segment(from, next));
            skip = 0;
            last = segment;
        }
        return new Bar(axis, result);
    }

    /** Returns the bar cut at its end, or with a longer last segment. */
    Bar ofLength(long length) {
        long own = length();
        if (own == length || segments.isEmpty()) {
            return this;
        }
        if (own > length) {
            return length > 0 ? head(length) : of(axis, start(), start());
        }
        List<Segment> result = new ArrayList<>(segments);
        Segment last = result.remove(result.size() - 1);
        result.add(new Segment(last.from(), axis.add(last.from(), length(last) + length - own)));
        return new Bar(axis, result);
    }
}
