package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.level.ResourceProfile.Bucket;
import java.util.List;

/** A resource profile as bars of text: what is asked within the capacity, what is asked beyond it, and what is left. */
final class Histogram {

    private static final int WIDTH = 40;

    private Histogram() {}

    static String render(ResourceProfile profile, int rows) {
        StringBuilder out = new StringBuilder();
        out.append("%s: %s units, peak %s, %s of work, %s%% used%s\n"
                .formatted(
                        profile.resource().name(),
                        Amounts.units(profile.resource().maxUnits()),
                        Amounts.units(profile.peak()),
                        profile.work().in(WorkUnit.HOURS),
                        Math.round(100 * profile.utilisation()),
                        profile.isOverallocated()
                                ? ", overallocated %s times"
                                        .formatted(profile.overallocations().size())
                                : ""));
        if (profile.work().isZero()) {
            return out.toString();
        }
        List<Bucket> buckets = buckets(profile, rows);
        long most = 1;
        for (Bucket bucket : buckets) {
            most = Math.max(
                    most, Math.max(bucket.demand().ticks(), bucket.capacity().ticks()));
        }
        TextTable table = new TextTable("From", ">Asked", ">There", "# asked  ! too much  . free");
        int shown = 0;
        for (Bucket bucket : buckets) {
            boolean empty = bucket.demand().isZero() && bucket.capacity().isZero();
            if (!empty && shown++ < rows) {
                table.row(
                        bucket.from().toLocalDate().toString(),
                        hours(bucket.demand()),
                        hours(bucket.capacity()),
                        bar(bucket, most));
            }
        }
        return out.append(table.render(shown)).toString();
    }

    /** By days where they fit, else by weeks or months. */
    private static List<Bucket> buckets(ResourceProfile profile, int rows) {
        List<Bucket> months = profile.buckets(Granularity.MONTH);
        if (months.size() > rows / 4) {
            return months;
        }
        List<Bucket> days = profile.buckets(Granularity.DAY);
        long worked = days.stream()
                .filter(day -> !day.capacity().isZero() || !day.demand().isZero())
                .count();
        return worked <= rows ? days : profile.buckets(Granularity.WEEK);
    }

    private static String hours(WorkTime work) {
        return work.in(WorkUnit.HOURS).toString();
    }

    private static String bar(Bucket bucket, long most) {
        int within = width(Math.min(bucket.demand().ticks(), bucket.capacity().ticks()), most);
        int asked = width(bucket.demand().ticks(), most);
        int there = width(bucket.capacity().ticks(), most);
        int beyond = bucket.isOverallocated() ? Math.max(1, asked - within) : 0;
        return "#".repeat(within)
                + "!".repeat(Math.min(beyond, WIDTH - Math.min(WIDTH, within)))
                + ".".repeat(Math.max(0, there - asked));
    }

    private static int width(long ticks, long most) {
        return (int) Math.round((double) ticks * WIDTH / most);
    }
}
