package dev.plumbline.level;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A levelling problem in whole hours of a calendar that works round the clock, from hour 0, and a search through all its
 * schedules that shares nothing with the engine.
 *
 * @param durations hours of each activity
 * @param links finish-to-start relationships between positions, each to a later one
 * @param demands units by activity and resource
 * @param capacities units by resource
 */
record Instance(List<Integer> durations, List<int[]> links, int[][] demands, int[] capacities) {

    static final LocalDateTime ORIGIN = LocalDateTime.of(2025, 1, 1, 0, 0);

    int size() {
        return durations.size();
    }

    Project project() {
        return project(1);
    }

    /** Returns the project with all durations multiplied. */
    Project project(int factor) {
        ProjectBuilder builder = Project.builder("instance").start(ORIGIN).calendar(WorkCalendar.roundTheClock("24h"));
        for (int r = 0; r < capacities.length; r++) {
            builder.resource("r" + r, capacities[r]);
        }
        for (int i = 0; i < size(); i++) {
            builder.activity("a" + i, "a" + i, WorkTime.hours((long) durations.get(i) * factor));
            for (int r = 0; r < capacities.length; r++) {
                if (demands[i][r] > 0) {
                    builder.assign("a" + i, "r" + r, demands[i][r]);
                }
            }
        }
        links.forEach(link -> builder.finishToStart("a" + link[0], "a" + link[1]));
        return builder.build();
    }

    /** Returns the instance with demands and capacities multiplied. */
    Instance times(int factor) {
        int[][] more = new int[size()][capacities.length];
        for (int i = 0; i < size(); i++) {
            for (int r = 0; r < capacities.length; r++) {
                more[i][r] = demands[i][r] * factor;
            }
        }
        int[] capacity = new int[capacities.length];
        for (int r = 0; r < capacity.length; r++) {
            capacity[r] = capacities[r] * factor;
        }
        return new Instance(durations, links, more, capacity);
    }

    Instance withCapacities(int... other) {
        return new Instance(durations, links, demands, other);
    }

    /** Returns the instance with the first resource twice. */
    Instance withCopiedResource() {
        int[][] more = new int[size()][];
        for (int i = 0; i < size(); i++) {
            more[i] = java.util.Arrays.copyOf(demands[i], capacities.length + 1);
            more[i][capacities.length] = demands[i][0];
        }
        int[] capacity = java.util.Arrays.copyOf(capacities, capacities.length + 1);
        capacity[capacities.length] = capacities[0];
        return new Instance(durations, links, more, capacity);
    }

    /** Returns the instance backward in time. */
    Instance reversed() {
        int n = size();
        List<Integer> turned = new ArrayList<>();
        int[][] asked = new int[n][];
        for (int i = 0; i < n; i++) {
            turned.add(durations.get(n - 1 - i));
            asked[i] = demands[n - 1 - i];
        }
        List<int[]> back = new ArrayList<>();
        links.forEach(link -> back.add(new int[] {n - 1 - link[1], n - 1 - link[0]}));
        return new Instance(turned, back, asked, capacities);
    }

    static int[] starts(Schedule schedule) {
        return schedule.activities().stream()
                .mapToInt(times -> (int) Duration.between(ORIGIN, times.start()).toHours())
                .toArray();
    }

    int makespan(int[] starts) {
        int last = 0;
        for (int i = 0; i < size(); i++) {
            last = Math.max(last, starts[i] + durations.get(i));
        }
        return last;
    }

    /** Whether starts keep all relationships and capacities, hour by hour. */
    boolean isFeasible(int[] starts) {
        for (int[] link : links) {
            if (starts[link[1]] < starts[link[0]] + durations.get(link[0])) {
                return false;
            }
        }
        for (int hour = 0; hour < makespan(starts); hour++) {
            for (int r = 0; r < capacities.length; r++) {
                int sum = 0;
                for (int i = 0; i < size(); i++) {
                    sum += starts[i] <= hour && hour < starts[i] + durations.get(i) ? demands[i][r] : 0;
                }
                if (sum > capacities[r]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the length of the shortest schedule, by trying all starts within growing horizons. */
    int optimum() {
        int horizon = 0;
        while (!extend(new int[size()], 0, horizon)) {
            horizon++;
        }
        return horizon;
    }

    private boolean extend(int[] starts, int i, int horizon) {
        if (i == size()) {
            return isFeasible(starts);
        }
        for (int start = 0; start + durations.get(i) <= horizon; start++) {
            starts[i] = start;
            if (extend(starts, i + 1, horizon)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("durations " + durations + ", links");
        links.forEach(link -> text.append(' ').append(link[0]).append("->").append(link[1]));
        return text.append(", demands ")
                .append(java.util.Arrays.deepToString(demands))
                .append(", capacities ")
                .append(java.util.Arrays.toString(capacities))
                .toString();
    }
}
