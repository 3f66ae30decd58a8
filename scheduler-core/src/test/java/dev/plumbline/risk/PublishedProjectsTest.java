package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/*
 * Projects of textbooks whose finish has no formula but can be integrated numerically: conditional on the durations that paths
 * share, the paths are independent, and sums and greatest values are taken on a lattice (see Lattice). The simulation has to agree
 * within four standard errors, and both with what the books say.
 */
/** Complete published projects, simulated and integrated. */
class PublishedProjectsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int ITERATIONS = 100_000;
    private static final double STEP = 0.1;

    /**
     * Rows of name, optimistic, most likely, pessimistic and predecessors; a unit of the book's time is a day of 24 hours, so that
     * rounding to minutes is far below the unit.
     */
    private static Project project(String name, String... rows) {
        ProjectBuilder builder = Project.builder(name).start(START).calendar(WorkCalendar.roundTheClock("always"));
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            Estimate estimate = new Estimate(units(cells[1]), units(cells[2]), units(cells[3]));
            builder.activity(cells[0], cells[0], units(cells[2]), a -> a.estimate(estimate));
            for (int i = 4; i < cells.length; i++) {
                builder.finishToStart(cells[i], cells[0]);
            }
        }
        return builder.build();
    }

    private static WorkTime units(String amount) {
        return minutes(Math.round(24 * 60 * Double.parseDouble(amount)));
    }

    private static LocalDateTime after(double units) {
        return START.plusMinutes(Math.round(24 * 60 * units));
    }

    private static double mean(FinishDistribution finish) {
        return finish.meanWork() / units("1").ticks();
    }

    private static double deviation(FinishDistribution finish) {
        return finish.deviation() / units("1").ticks();
    }

    private static RiskResult simulated(Project project) {
        return RiskAnalysis.of(project).estimates(PertMethod.triangular()).simulate(ITERATIONS, 7);
    }

    private static Offset<Double> errors(double share) {
        return within(4 * Math.sqrt(share * (1 - share) / ITERATIONS) + 1e-3);
    }

    /*
     * F. S. Hillier, G. J. Lieberman: Introduction to Operations Research, 9th ed., McGraw-Hill 2010: the Reliable Construction Co.
     * PERT promises 47 weeks with 0.84; the book's simulation with triangular distributions is far less sure.
     */
    private static final String[] RELIABLE = {
        "A 1 2 3", "B 2 3.5 8 A", "C 6 9 18 B", "D 4 5.5 10 C", "E 1 4.5 5 C", "F 4 4 10 E", "G 5 6.5 11 D",
        "H 5 8 17 E G", "I 3 7.5 9 C", "J 3 9 9 F I", "K 4 4 4 J", "L 1 5.5 7 J", "M 1 2 3 H", "N 5 5.5 9 K L"
    };

    @Test
    void theReliableConstructionProjectMisses47WeeksFarMoreOftenThanPertSays() { // 10.6
        Project project = project("Reliable", RELIABLE);
        Lattice inside = new Lattice();
        double insideCritical = 0;
        Lattice d = triangle("4 5.5 10").plus(triangle("5 6.5 11"));
        Lattice hm = triangle("5 8 17").plus(triangle("1 2 3"));
        Lattice jkln = triangle("3 9 9")
                .plus(triangle("4 4 4").greatest(triangle("1 5.5 7")))
                .plus(triangle("5 5.5 9"));
        Lattice e = triangle("1 4.5 5");
        for (int k = 0; k < e.size(); k++) { // E is the one activity after C that both ways share
            Lattice fixed = Lattice.at(k);
            Lattice outside = d.greatest(fixed).plus(hm);
            Lattice within =
                    triangle("4 4 10").plus(fixed).greatest(triangle("3 7.5 9")).plus(jkln);
            inside.add(outside.greatest(within), e.share(k));
            insideCritical += e.share(k) * within.atLeast(outside);
        }
        Lattice exact = inside.plus(triangle("1 2 3")).plus(triangle("2 3.5 8")).plus(triangle("6 9 18"));

        RiskResult result = simulated(project);
        PertResult pert = Pert.of(project).analyse();

        assertThat(pert.probability(after(47))).isCloseTo(0.8413, within(1e-4));
        assertThat(exact.notExceeded(47 / STEP)).isCloseTo(0.594, within(5e-4));
        assertThat(result.finish().probability(after(47))).isCloseTo(exact.notExceeded(47 / STEP), errors(0.594));
        assertThat(result.finish().probability(after(44))).isCloseTo(exact.notExceeded(44 / STEP), errors(0.286));
        double error = 4 * exact.deviation() * STEP / Math.sqrt(ITERATIONS);
        assertThat(mean(result.finish())).isCloseTo(exact.mean() * STEP, within(error));
        assertThat(deviation(result.finish())).isCloseTo(exact.deviation() * STEP, within(error));
        assertThat(result.criticalityIndex("N")).isCloseTo(insideCritical, errors(insideCritical));
    }

    /*
     * A. A. B. Pritsker, J. J. O'Reilly: Simulation with Visual SLAM and AweSim, 2nd ed., Wiley 1999, section 7.11: repair and
     * retrofit of power units, nine activities with triangular distributions.
     */
    private static final String[] RETROFIT = {
        "1 1 3 5",
        "2 3 6 9",
        "3 10 13 19",
        "4 3 9 12 1",
        "5 1 3 8 1",
        "6 8 9 16 2 5",
        "7 4 7 13 2 5",
        "8 3 6 9 4",
        "9 1 3 8 3 7"
    };

    @Test
    void theRetrofitProjectTakesLongerThanTheLongestPathOfItsMeans() { // 10.6
        Project project = project("Retrofit", RETROFIT);
        Lattice exact = new Lattice();
        Lattice first = triangle("1 3 5");
        Lattice second = triangle("3 6 9");
        Lattice units = triangle("3 9 12").plus(triangle("3 6 9"));
        Lattice[] after = new Lattice[200];
        for (int n = 0; n < after.length; n++) { // both checks begin at n, and what follows them is independent
            Lattice begin = Lattice.at(n);
            Lattice retrofit = triangle("10 13 19")
                    .greatest(triangle("4 7 13").plus(begin))
                    .plus(triangle("1 3 8"));
            after[n] = retrofit.greatest(triangle("8 9 16").plus(begin));
        }
        for (int k = 0; k < first.size(); k++) {
            Lattice begin = second.greatest(triangle("1 3 8").plus(Lattice.at(k)));
            Lattice rest = new Lattice();
            for (int n = 0; n < begin.size(); n++) {
                rest.add(after[n], begin.share(n));
            }
            exact.add(rest.greatest(units.plus(Lattice.at(k))), first.share(k));
        }

        FinishDistribution finish = simulated(project).finish();

        double longestOfMeans = 3 + 4 + 8 + 4; // 1, 5, 7, 9
        assertThat(exact.mean() * STEP).isGreaterThan(longestOfMeans + 1.5);
        double error = 4 * exact.deviation() * STEP / Math.sqrt(ITERATIONS);
        assertThat(mean(finish)).isCloseTo(exact.mean() * STEP, within(error));
        assertThat(deviation(finish)).isCloseTo(exact.deviation() * STEP, within(error));
        for (int t = 16; t <= 28; t += 2) {
            double share = exact.notExceeded(t / STEP);
            assertThat(finish.probability(after(t))).as("at %s", t).isCloseTo(share, errors(share));
        }
    }

    /** The example of Wikipedia, "Program evaluation and review technique": 19.51 days with each mean rounded, 19.5 without. */
    @Test
    void theExampleOfTheEncyclopediaTakesNineteenAndAHalfDays() { // 10.1
        Project project = project(
                "Seven", "A 2 4 6", "B 3 5 9", "C 4 5 7 A", "D 4 6 10 A", "E 4 5 7 B C", "F 3 4 8 D", "G 3 5 8 E");
        double[] means = {4.00, 5.33, 5.17, 6.33, 5.17, 4.50, 5.17};

        PertResult pert = Pert.of(project).analyse();

        for (int i = 0; i < means.length; i++) {
            PertTimes times = pert.activities().get(i);
            assertThat((double) times.expected().ticks() / units("1").ticks())
                    .as(times.activity().id())
                    .isCloseTo(means[i], within(0.005));
        }
        assertThat(pert.paths().get(0).activities()).extracting(a -> a.id()).containsExactly("A", "C", "E", "G");
        assertThat(pert.finish()).isEqualTo(after(19.5));
    }

    private static Lattice triangle(String estimate) {
        String[] cells = estimate.split(" ", -1);
        return Lattice.triangle(
                Double.parseDouble(cells[0]) / STEP,
                Double.parseDouble(cells[1]) / STEP,
                Double.parseDouble(cells[2]) / STEP);
    }
}
