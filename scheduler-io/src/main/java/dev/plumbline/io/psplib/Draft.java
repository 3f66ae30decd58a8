package dev.plumbline.io.psplib;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.rcpsp.Instance;

/** An instance while it is read. */
final class Draft {

    private final String name;
    private final String file;
    private final int[] durations;
    private final int[][] successors;
    private final int[][] demands;
    private final int[] capacities;
    private final ReadLimits limits;
    private long relationships;

    Draft(String name, String file, int activities, int[] capacities, ReadLimits limits) {
        this.name = name;
        this.file = file;
        this.capacities = capacities;
        this.limits = limits;
        this.durations = new int[activities];
        this.successors = new int[activities][0];
        this.demands = new int[activities][0];
    }

    /** Reads the duration and the demands of an activity. */
    void demands(int activity, Tokens tokens) {
        durations[activity] = tokens.number("the duration of activity " + (activity + 1), Integer.MAX_VALUE);
        int[] row = new int[capacities.length];
        for (int r = 0; r < row.length; r++) {
            row[r] = tokens.number(
                    "the demand of activity %s for R%s".formatted(activity + 1, r + 1), Integer.MAX_VALUE);
        }
        demands[activity] = row;
    }

    /** Reads the number of successors and their numbers. */
    void successors(int activity, Tokens tokens) {
        int count = tokens.number("the number of successors of activity " + (activity + 1), limits.relationships());
        relationships += count;
        if (relationships > limits.relationships()) {
            throw tokens.error(
                    "LIMIT_RELATIONSHIPS",
                    "more than %s relationships".formatted(limits.relationships()),
                    "raise the limit if the file is to be trusted");
        }
        int[] row = new int[Math.min(count, durations.length)];
        for (int i = 0; i < count; i++) {
            int head = tokens.number("a successor of activity " + (activity + 1), Integer.MAX_VALUE);
            if (head < 1 || head > durations.length) {
                throw tokens.error(
                        "MODEL_UNKNOWN_ACTIVITY",
                        "activity %s names successor %s; there are activities 1 to %s"
                                .formatted(activity + 1, head, durations.length),
                        "correct the number");
            }
            if (i == row.length) {
                throw tokens.error(
                        "MODEL_RELATIONSHIP",
                        "activity %s has more successors than there are activities".formatted(activity + 1),
                        "remove what is there twice");
            }
            row[i] = head - 1;
        }
        successors[activity] = row;
    }

    /** Returns the checked instance. */
    Instance build() {
        try {
            return Instance.of(name, durations, successors, demands, capacities);
        } catch (PlumblineException e) {
            throw new PlumblineException(e.problems().stream()
                    .map(p -> p.at(Location.NONE.withFile(file)))
                    .toList());
        }
    }
}
