package dev.plumbline.risk;

import java.util.Arrays;

/*
 * The mass of a continuous distribution between k - 1/2 and k + 1/2 sits at k. Sums and greatest values of independent numbers are
 * plain loops, so that this can serve as an oracle; the error falls with the square of the step.
 */
/** A distribution on whole numbers from 0, for numeric integration. */
final class Lattice {

    private double[] mass;

    private Lattice(double[] mass) {
        this.mass = mass;
    }

    /** Begins a mixture. */
    Lattice() {
        this(new double[0]);
    }

    /** Returns a certain number. */
    static Lattice at(int value) {
        double[] mass = new double[value + 1];
        mass[value] = 1;
        return new Lattice(mass);
    }

    static Lattice triangle(double least, double mode, double greatest) {
        if (least == greatest) {
            return at((int) Math.round(least));
        }
        double[] mass = new double[(int) Math.ceil(greatest) + 2];
        for (int k = 0; k < mass.length; k++) {
            mass[k] = triangleBelow(k + 0.5, least, mode, greatest) - triangleBelow(k - 0.5, least, mode, greatest);
        }
        return new Lattice(mass);
    }

    private static double triangleBelow(double x, double a, double m, double b) {
        if (x <= a || x >= b) {
            return x <= a ? 0 : 1;
        }
        return x <= m ? (x - a) * (x - a) / (b - a) / (m - a) : 1 - (b - x) * (b - x) / (b - a) / (b - m);
    }

    int size() {
        return mass.length;
    }

    double share(int k) {
        return mass[k];
    }

    /** Adds a part to a mixture. */
    void add(Lattice part, double share) {
        mass = Arrays.copyOf(mass, Math.max(mass.length, part.mass.length));
        for (int k = 0; k < part.mass.length; k++) {
            mass[k] += share * part.mass[k];
        }
    }

    Lattice plus(Lattice other) {
        double[] sum = new double[mass.length + other.mass.length - 1];
        for (int i = 0; i < mass.length; i++) {
            for (int j = 0; mass[i] > 0 && j < other.mass.length; j++) {
                sum[i + j] += mass[i] * other.mass[j];
            }
        }
        return new Lattice(sum);
    }

    Lattice greatest(Lattice other) {
        double[] result = new double[Math.max(mass.length, other.mass.length)];
        double before = 0;
        for (int k = 0; k < result.length; k++) {
            double below = below(k) * other.below(k);
            result[k] = below - before;
            before = below;
        }
        return new Lattice(result);
    }

    private double below(int k) {
        double sum = 0;
        for (int i = 0; i <= Math.min(k, mass.length - 1); i++) {
            sum += mass[i];
        }
        return sum;
    }

    /** Returns how likely this is the greater one; what falls on one number counts half. */
    double atLeast(Lattice other) {
        double sum = 0;
        double below = 0;
        for (int k = 0; k < mass.length; k++) {
            double here = k < other.mass.length ? other.mass[k] : 0;
            sum += mass[k] * (below + here / 2);
            below += here;
        }
        return sum;
    }

    /** Returns how likely a number isn't exceeded; of the mass that sits there, half lies before it. */
    double notExceeded(double value) {
        int k = (int) Math.round(value);
        return below(k) - mass[k] / 2;
    }

    double mean() {
        double sum = 0;
        for (int k = 0; k < mass.length; k++) {
            sum += k * mass[k];
        }
        return sum;
    }

    double deviation() {
        double mean = mean();
        double sum = -1.0 / 12; // the width of a step
        for (int k = 0; k < mass.length; k++) {
            sum += (k - mean) * (k - mean) * mass[k];
        }
        return Math.sqrt(sum);
    }
}
