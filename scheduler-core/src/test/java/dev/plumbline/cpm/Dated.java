package dev.plumbline.cpm;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates and floats of a {@link Net} in hours, whoever computed them.
 *
 * @param earlyStart by activity, as the others
 * @param earlyFinish early finishes
 * @param lateStart late starts
 * @param lateFinish late finishes
 * @param totalFloat total floats
 * @param freeFloat free floats
 * @param finish the latest early finish
 */
record Dated(
        List<Integer> earlyStart,
        List<Integer> earlyFinish,
        List<Integer> lateStart,
        List<Integer> lateFinish,
        List<Integer> totalFloat,
        List<Integer> freeFloat,
        int finish) {

    static Dated of(Net net, Schedule plan) {
        List<List<Integer>> columns = new ArrayList<>();
        for (int c = 0; c < 6; c++) {
            columns.add(new ArrayList<>());
        }
        for (int i = 0; i < net.size(); i++) {
            ActivityTimes times = plan.of(Net.id(i));
            columns.get(0).add(hour(times.earlyStart()));
            columns.get(1).add(hour(times.earlyFinish()));
            columns.get(2).add(hour(times.lateStart()));
            columns.get(3).add(hour(times.lateFinish()));
            columns.get(4).add((int) Dates.hours(times.totalFloat()));
            columns.get(5).add((int) Dates.hours(times.freeFloat()));
        }
        return new Dated(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                hour(plan.finish()));
    }

    private static int hour(LocalDateTime instant) {
        Duration since = Duration.between(Net.ORIGIN, instant);
        if (since.toSeconds() % 3600 != 0) {
            throw new AssertionError("not a whole hour: " + instant);
        }
        return (int) since.toHours();
    }
}
