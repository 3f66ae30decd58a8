package dev.plumbline.risk;

import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.List;

/** Checks that inputs are of the right kind and can't be negative where that makes no sense. */
final class Bounds {

    private Bounds() {}

    static void checkPlain(String what, Distribution distribution) {
        if (distribution.isTime()) {
            throw new IllegalArgumentException("%s is %s; give plain numbers".formatted(what, distribution));
        }
    }

    static void checkFactor(String what, Distribution factor) {
        checkPlain(what, factor);
        if (factor.quantile(0) < 0) {
            throw new IllegalArgumentException("%s can be negative: %s".formatted(what, factor));
        }
    }

    static void checkDuration(String id, Distribution time) {
        if (time.quantile(0) < 0) {
            throw new IllegalArgumentException(
                    "the duration of activity '%s' can be negative: %s; give a greater least value"
                            .formatted(id, time));
        }
    }

    static void checkLag(Project project, String predecessor, String successor, Distribution time) {
        project.activity(successor);
        List<Relationship> found = project.successorsOf(predecessor).stream()
                .filter(r -> r.successor().equals(successor))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no relationship from '%s' to '%s'".formatted(predecessor, successor));
        }
        for (Relationship relationship : found) {
            if (!(relationship.lag() instanceof Lag.Time lag)) {
                throw new IllegalArgumentException(
                        "the lag from '%s' to '%s' is a percentage (%s); it varies with the duration"
                                .formatted(predecessor, successor, relationship.lag()));
            }
            boolean elapsed = !lag.time().isZero() && lag.time().isElapsed();
            if (!time.isTime()
                    || (!lag.time().isZero() && time.unit().orElseThrow().isElapsed() != elapsed)) {
                throw new IllegalArgumentException("the lag from '%s' to '%s' is %s; %s is another kind of amount"
                        .formatted(predecessor, successor, lag, time));
            }
        }
    }
}
