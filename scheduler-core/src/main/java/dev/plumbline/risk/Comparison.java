package dev.plumbline.risk;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;

/** Compares two plans by their iterations. */
final class Comparison {

    private Comparison() {}

    static PlanComparison of(FinishDistribution first, FinishDistribution second, CompiledCalendar calendar) {
        int n = first.iterations();
        long[] difference = new long[n];
        double sum = 0;
        int earlier = 0;
        int later = 0;
        for (int i = 0; i < n; i++) {
            difference[i] = calendar.work(first.instant(i), second.instant(i));
            sum += difference[i];
            earlier += second.instant(i) < first.instant(i) ? 1 : 0;
            later += second.instant(i) > first.instant(i) ? 1 : 0;
        }
        double mean = sum / n;
        double squares = 0;
        for (long each : difference) {
            squares += (each - mean) * (each - mean);
        }
        Arrays.sort(difference);
        double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
        return new PlanComparison(
                n,
                FinishDistribution.days(mean),
                FinishDistribution.days(error),
                FinishDistribution.days(difference[Ranks.index(n, 10)]),
                FinishDistribution.days(difference[Ranks.index(n, 50)]),
                FinishDistribution.days(difference[Ranks.index(n, 90)]),
                (double) earlier / n,
                (double) later / n);
    }
}
