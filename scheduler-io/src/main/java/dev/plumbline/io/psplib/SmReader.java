package dev.plumbline.io.psplib;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.rcpsp.Instance;
import java.util.List;
import java.util.Locale;

/**
 * Reads PSPLIB's single-mode format. Sections are found by their headings, in any order, small or capital; lines of stars or
 * dashes and column headings mean nothing, and the table of an activity may go over several lines.
 */
public final class SmReader {

    private static final String JOBS = "jobs";
    private static final String PRECEDENCE = "precedence";
    private static final String REQUESTS = "requests";
    private static final String CAPACITIES = "resourceavail";

    private final String file;
    private final List<String> lines;
    private final ReadLimits limits;

    private SmReader(String file, List<String> lines, ReadLimits limits) {
        this.file = file;
        this.lines = lines;
        this.limits = limits;
    }

    /** Returns the instance in a text; its problems carry their place. */
    public static Instance read(String name, String file, List<String> lines, ReadLimits limits) {
        return new SmReader(file, lines, limits).read(name);
    }

    private Instance read(String name) {
        int n = header(JOBS).number("the number of jobs", limits.activities());
        int renewable = header("- renewable").number("the number of renewable resources", limits.resources());
        refuse("- nonrenewable", "nonrenewable");
        refuse("- doubly constrained", "doubly constrained");
        Tokens capacity = table(CAPACITIES);
        int[] capacities = new int[renewable];
        for (int r = 0; r < renewable; r++) {
            capacities[r] = capacity.saturating("the capacity of resource R" + (r + 1));
        }
        Draft draft = new Draft(name, file, n, capacities, limits);
        Tokens precedence = table(PRECEDENCE);
        for (int a = 0; a < n; a++) {
            expect(precedence, a);
            singleMode(precedence, a, "the number of modes of job ");
            draft.successors(a, precedence);
        }
        end(precedence, n);
        Tokens requests = table(REQUESTS);
        for (int a = 0; a < n; a++) {
            expect(requests, a);
            singleMode(requests, a, "the mode of job ");
            draft.demands(a, requests);
        }
        end(requests, n);
        return draft.build();
    }

    private static void expect(Tokens tokens, int activity) {
        int number = tokens.number("the number of a job", Integer.MAX_VALUE);
        if (number != activity + 1) {
            throw tokens.error(
                    "NOT_COMPLETE",
                    "job %s stands where job %s should be".formatted(number, activity + 1),
                    "list the jobs in order, each once");
        }
    }

    private static void singleMode(Tokens tokens, int activity, String what) {
        int mode = tokens.number(what + (activity + 1), Integer.MAX_VALUE);
        if (mode != 1) {
            throw tokens.error(
                    "NOT_SINGLE_MODE",
                    "%s%s is %s".formatted(what, activity + 1, mode),
                    "only one mode a job is supported");
        }
    }

    private static void end(Tokens tokens, int n) {
        if (tokens.hasNext()) {
            tokens.number("a number after job " + n, Integer.MAX_VALUE);
            throw tokens.error(
                    "NOT_COMPLETE", "there is more after job %s, the last".formatted(n), "check the number of jobs");
        }
    }

    private void refuse(String heading, String kind) {
        if (find(heading) >= 0
                && header(heading).number("the number of " + kind + " resources", limits.resources()) > 0) {
            throw new PlumblineException(Problem.error(
                            "NOT_RENEWABLE",
                            "there are %s resources".formatted(kind),
                            "only renewable ones are supported")
                    .at(Location.of(file, find(heading) + 1, 1)));
        }
    }

    /** Returns what stands behind the colon of a line. */
    private Tokens header(String heading) {
        int at = require(heading);
        String line = lines.get(at);
        String value = line.substring(line.indexOf(':') + 1);
        return new Tokens(file, List.of(" ".repeat(line.length() - value.length()) + value), at + 1);
    }

    /** Returns the numbers between a heading and the next line of stars, without column headings and rules. */
    private Tokens table(String heading) {
        int from = require(heading) + 1;
        while (from < lines.size() && !startsWithDigit(lines.get(from)) && !isStars(lines.get(from))) {
            from++;
        }
        int to = from;
        while (to < lines.size() && !isStars(lines.get(to))) {
            to++;
        }
        return new Tokens(file, lines.subList(from, to), from + 1);
    }

    private static boolean startsWithDigit(String line) {
        String text = line.strip();
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    private static boolean isStars(String line) {
        return line.startsWith("**");
    }

    private int require(String heading) {
        int at = find(heading);
        if (at < 0) {
            throw new PlumblineException(Problem.error(
                            "NOT_PSPLIB", "there is no line '%s...'".formatted(heading), "is this a PSPLIB .sm file?")
                    .at(Location.of(file, Math.max(1, lines.size()), 1)));
        }
        return at;
    }

    private int find(String heading) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().toLowerCase(Locale.ROOT).startsWith(heading)) {
                return i;
            }
        }
        return -1;
    }
}
