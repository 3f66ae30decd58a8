package dev.plumbline.level;

import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.level.Sweep.Excess;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of every overallocation that is left why it can't be removed. */
final class Infeasible {

    private static final int MOST_FINDINGS = 1_000;
    private static final int MOST_NAMED = 4;

    private final LevelResult result;
    private final byte[][] failures;
    private final Movability movability;
    private final List<Problem> findings = new ArrayList<>();

    Infeasible(LevelResult result, byte[][] failures, Movability movability) {
        this.result = result;
        this.failures = failures;
        this.movability = movability;
    }

    List<Problem> findings(boolean complete) {
        List<Load> loads = result.loads();
        if (!complete) {
            findings.add(Problem.warning(
                    "LEVEL_STOPPED",
                    "levelling was stopped before its end; this is what it had by then",
                    "level the plan again for all of it"));
        }
        if (movability.ignoresMarks()) {
            findings.add(Problem.info(
                    "LEVEL_MARKS_IGNORED",
                    "no resource is marked as one that levelling may use, as in exports that don't know this mark: all are levelled",
                    "mark those that may be levelled"));
        }
        for (int r = 0; r < loads.size(); r++) {
            Load load = loads.get(r);
            List<List<Excess>> groups = Overloads.groups(load, Sweep.of(load));
            if (!movability.isLevelled(r)) {
                notLevelled(load, groups);
                continue;
            }
            for (List<Excess> group : groups) {
                if (findings.size() < MOST_FINDINGS && movability.counts(load, group)) {
                    findings.add(finding(load, group));
                }
            }
        }
        return List.copyOf(findings);
    }

    private void notLevelled(Load load, List<List<Excess>> groups) {
        if (!groups.isEmpty()) {
            findings.add(Problem.info(
                    "LEVEL_SKIPPED",
                    "resource %s is overallocated %s times but was not to be levelled"
                            .formatted(Problem.quote(load.resource().name()), groups.size()),
                    "let levelling delay its activities, and don't leave it out"));
        }
    }

    private Problem finding(Load load, List<Excess> group) {
        Overallocation what = Overloads.join(load, group);
        Map<String, Immovable> reasons = new LinkedHashMap<>();
        Set<String> waysOut = new LinkedHashSet<>();
        for (Excess piece : group) {
            for (Booking booking : piece.who()) {
                if (!reasons.containsKey(booking.id())) {
                    Immovable why = why(load, piece, booking);
                    reasons.put(booking.id(), why);
                    waysOut.add(why.wayOut());
                }
            }
        }
        List<String> named = reasons.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        int more = reasons.size() - named.size();
        return Problem.warning(
                "LEVEL_INFEASIBLE",
                "resource %s stays overallocated from %s to %s (%s asked, %s there): %s%s"
                        .formatted(
                                Problem.quote(load.resource().name()),
                                Amounts.minute(what.from()),
                                Amounts.minute(what.to()),
                                Amounts.units(what.demand()),
                                Amounts.units(what.capacity()),
                                String.join("; ", named),
                                more > 0 ? "; %s more".formatted(more) : ""),
                String.join(", or ", waysOut));
    }

    private Immovable why(Load load, Excess piece, Booking booking) {
        LevelPart part = booking.part();
        int a = booking.a();
        Immovable known = part.immovable(a);
        if (known != null) {
            return known;
        }
        if (!movability.overlapsRange(piece)) {
            return Immovable.OUT_OF_RANGE;
        }
        if (piece.demand() <= load.units(piece.from())) {
            return Immovable.NON_WORKING_TIME;
        }
        byte failure = failures[result.parts().indexOf(part)][a];
        if (failure == Leveller.NEVER || booking.units() > load.units(piece.from())) {
            return Immovable.ABOVE_CAPACITY;
        }
        if (failure == Leveller.BEYOND) {
            return LevelRun.isBound(part, a) ? Immovable.CONSTRAINT : Immovable.FLOAT;
        }
        return Immovable.TIED;
    }
}
