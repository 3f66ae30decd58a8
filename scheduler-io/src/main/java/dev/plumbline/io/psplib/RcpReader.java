package dev.plumbline.io.psplib;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.rcpsp.Instance;
import java.util.List;

/**
 * Reads Patterson's format: the numbers of activities and resources, the capacities, then for each activity its duration, its
 * demands, the number of its successors and their numbers. White space and line ends mean nothing.
 */
public final class RcpReader {

    private RcpReader() {}

    /** Returns the instance in a text; its problems carry their place. */
    public static Instance read(String name, String file, List<String> lines, ReadLimits limits) {
        Tokens tokens = new Tokens(file, lines, 1);
        int n = tokens.number("the number of activities", limits.activities());
        int resources = tokens.number("the number of resources", limits.resources());
        int[] capacities = new int[resources];
        for (int r = 0; r < resources; r++) {
            capacities[r] = tokens.saturating("the capacity of resource R" + (r + 1));
        }
        Draft draft = new Draft(name, file, n, capacities, limits);
        for (int a = 0; a < n; a++) {
            draft.demands(a, tokens);
            draft.successors(a, tokens);
        }
        if (tokens.hasNext()) {
            tokens.number("a number after the last activity", Integer.MAX_VALUE);
            throw tokens.error(
                    "NOT_COMPLETE",
                    "there is more after activity %s, the last".formatted(n),
                    "check the number of activities");
        }
        return draft.build();
    }
}
