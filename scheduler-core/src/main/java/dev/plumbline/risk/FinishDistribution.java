package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * When the project, or an activity of it, finishes. Immutable; prints as a short table.
 *
 * <pre>{@code
 * result.finish().percentile(80);
 * result.finish().probability(LocalDateTime.of(2026, 9, 1, 17, 0));
 * }</pre>
 *
 * <p>A percentile is a date that was simulated: the earliest one that at least so many percent of the iterations don't exceed
 * (nearest rank). Means and deviations are working time of the project's calendar.
 */
public final class FinishDistribution {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String name;
    private final long origin;
    private final int[] samples;
    private final int[] sorted;
    private final CompiledCalendar calendar;
    private final LocalDateTime deterministic;
    private final double meanWork;
    private final double deviation;

    FinishDistribution(
            String name, long origin, int[] samples, CompiledCalendar calendar, LocalDateTime deterministic) {
        this.name = name;
        this.origin = origin;
        this.samples = samples;
        this.sorted = samples.clone();
        Arrays.parallelSort(sorted);
        this.calendar = calendar;
        this.deterministic = deterministic;
        double sum = 0;
        long base = work(sorted[0]);
        double squares = 0;
        long at = base;
        for (int i = 0; i < sorted.length; i++) {
            at = i > 0 && sorted[i] == sorted[i - 1] ? at : work(sorted[i]);
            sum += at - base;
            squares += (double) (at - base) * (at - base);
        }
        double mean = sum / sorted.length;
        this.meanWork = base + mean;
        this.deviation = sorted.length < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * mean) / (sorted.length - 1)));
    }

    /** Working ticks from the origin to a finish. */
    private long work(int offset) {
        return calendar.work(origin, origin + offset);
    }

    private LocalDateTime date(int offset) {
        return Ticks.toDateTime(origin + offset);
    }

    static WorkTime days(double ticks) {
        return new WorkTime(Math.round(ticks), WorkUnit.DAYS);
    }

    double meanWork() {
        return meanWork;
    }

    double deviation() {
        return deviation;
    }

    /** Working ticks from the origin to the finish of each iteration. */
    long[] works() {
        long[] works = new long[samples.length];
        for (int i = 0; i < works.length; i++) {
            works[i] = work(samples[i]);
        }
        return works;
    }

    /** The finish of one iteration in ticks. */
    long instant(int iteration) {
        return origin + samples[iteration];
    }

    int[] samples() {
        return samples;
    }

    /** The date that lies so many working ticks after the origin. */
    LocalDateTime after(double ticks) {
        return Ticks.toDateTime(calendar.add(origin, Math.round(ticks)));
    }

    /** Returns the number of iterations. */
    public int iterations() {
        return samples.length;
    }

    /** Returns the finish of one iteration, counted from 0. */
    public LocalDateTime iteration(int iteration) {
        return date(samples[iteration]);
    }

    /**
     * Returns the finish that is not exceeded with a probability.
     *
     * @param percent 0 to 100
     */
    public LocalDateTime percentile(double percent) {
        return date(sorted[Ranks.index(sorted.length, percent)]);
    }

    /** Returns the 95 % confidence interval of a percentile, from independent random numbers. */
    public Interval<LocalDateTime> confidence(double percent) {
        int[] ends = Ranks.interval(sorted.length, percent);
        return new Interval<>(date(sorted[ends[0]]), date(sorted[ends[1]]));
    }

    /** Returns half the width of the confidence interval of a percentile, working time of the project's calendar. */
    public WorkTime halfWidth(double percent) {
        int[] ends = Ranks.interval(sorted.length, percent);
        return days((work(sorted[ends[1]]) - work(sorted[ends[0]])) / 2.0);
    }

    /** Returns the share of the iterations that finish at a date or before. */
    public double probability(LocalDateTime date) {
        return (double) notAfter(Ticks.of(date) - origin) / sorted.length;
    }

    private int notAfter(long offset) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the mean finish: the mean working time from the start, as a date. */
    public LocalDateTime mean() {
        return after(meanWork);
    }

    /** Returns the standard deviation, working time of the project's calendar. */
    public WorkTime standardDeviation() {
        return days(deviation);
    }

    /** Returns the earliest finish of all iterations. */
    public LocalDateTime earliest() {
        return date(sorted[0]);
    }

    /** Returns the latest finish of all iterations. */
    public LocalDateTime latest() {
        return date(sorted[sorted.length - 1]);
    }

    /** Returns the finish of the plan as it stands. */
    public LocalDateTime deterministic() {
        return deterministic;
    }

    /** Returns the share of the iterations that finish no later than the plan as it stands. */
    public double deterministicProbability() {
        return probability(deterministic);
    }

    /** Returns bars of equal width, on the wall clock, from the earliest to the latest finish; one if they are the same. */
    public List<HistogramBin<LocalDateTime>> histogram(int bins) {
        if (bins < 1 || bins > 10_000) {
            throw new IllegalArgumentException("a histogram has 1 to 10,000 bars: " + bins);
        }
        long first = sorted[0];
        long width = sorted[sorted.length - 1] - first;
        int count = (int) Math.max(1, Math.min(bins, width));
        List<HistogramBin<LocalDateTime>> result = new ArrayList<>();
        int before = 0;
        for (int b = 0; b < count; b++) {
            long from = first + width * b / count;
            long to = first + width * (b + 1) / count;
            int until = b == count - 1 ? sorted.length : notAfter(to - 1);
            result.add(
                    new HistogramBin<>(Ticks.toDateTime(origin + from), Ticks.toDateTime(origin + to), until - before));
            before = until;
        }
        return List.copyOf(result);
    }

    /** Returns the S-curve: so many dates, evenly spaced in probability, each with its confidence band. */
    public List<CurvePoint<LocalDateTime>> curve(int points) {
        if (points < 2 || points > 100_000) {
            throw new IllegalArgumentException("a curve has 2 to 100,000 points: " + points);
        }
        List<CurvePoint<LocalDateTime>> result = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            int offset = sorted[(int) ((long) (sorted.length - 1) * i / (points - 1))];
            double share = (double) notAfter(offset) / sorted.length;
            double[] band = Ranks.wilson(sorted.length, share);
            result.add(new CurvePoint<>(date(offset), share, band[0], band[1]));
        }
        return List.copyOf(result);
    }

    /** Returns plan, mean, deviation and percentiles. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "finish of %s\n  plan %s (%.1f %%)\n  mean %s, standard deviation %s\n",
                name,
                MINUTE.format(deterministic),
                100 * deterministicProbability(),
                MINUTE.format(mean()),
                rounded(standardDeviation())));
        for (int percent : new int[] {5, 10, 20, 50, 80, 90, 95}) {
            text.append(String.format(Locale.ROOT, "  P%-3d %s\n", percent, MINUTE.format(percentile(percent))));
        }
        return text.toString();
    }

    static String rounded(WorkTime time) {
        return String.format(Locale.ROOT, "%.1f h", time.inHours());
    }
}
