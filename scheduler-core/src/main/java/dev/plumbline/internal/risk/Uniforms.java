package dev.plumbline.internal.risk;

import java.util.Arrays;

/** The uniform random bits behind every input, by one of the samplings. Immutable; a worker brings its own room. */
public final class Uniforms {

    /** How numbers are made. */
    public enum Scheme {
        /** Independent. */
        INDEPENDENT,
        /** Latin hypercubes. */
        HYPERCUBE,
        /** Sobol's sequence. */
        SOBOL
    }

    private final Scheme scheme;
    private final long[] key;
    private final int[] dimension;
    private final SobolNumbers sobol;
    private final Copula[] copulas;
    private final int[] copulaOf;
    private final int[] rowOf;

    /**
     * Makes the numbers of one seed.
     *
     * @param scheme how they are made
     * @param seed the seed
     * @param names the hash of the name of every input
     * @param byImportance the inputs in the order in which they get dimensions of Sobol's sequence
     * @param copulas the groups of correlated inputs
     */
    public Uniforms(Scheme scheme, long seed, long[] names, int[] byImportance, Copula[] copulas) {
        this.scheme = scheme;
        this.key = new long[names.length];
        this.dimension = new int[names.length];
        Arrays.fill(dimension, -1);
        for (int v = 0; v < names.length; v++) {
            key[v] = Hash.key(seed, names[v]);
        }
        int dimensions = scheme == Scheme.SOBOL ? Math.min(SobolNumbers.MOST_DIMENSIONS, byImportance.length) : 0;
        for (int d = 0; d < dimensions; d++) {
            dimension[byImportance[d]] = d;
        }
        this.sobol = new SobolNumbers(dimensions);
        this.copulas = copulas.clone();
        this.copulaOf = new int[names.length];
        this.rowOf = new int[names.length];
        Arrays.fill(copulaOf, -1);
        for (int c = 0; c < copulas.length; c++) {
            int[] members = copulas[c].variables();
            for (int j = 0; j < members.length; j++) {
                copulaOf[members[j]] = c;
                rowOf[members[j]] = j;
            }
        }
    }

    /** Room of one worker: the bits of correlated inputs for the iterations at hand. */
    final class Room {

        private final int[][][] bits = new int[copulas.length][][];
        private final double[][][] normal = new double[copulas.length][][];
        private int first;

        Room(int capacity) {
            for (int c = 0; c < copulas.length; c++) {
                int members = copulas[c].variables().length;
                bits[c] = new int[members][capacity];
                normal[c] = new double[members + 1][capacity];
            }
        }

        /** Turns to some iterations; the first must be even. */
        void begin(int iteration, int count) {
            first = iteration;
            for (int c = 0; c < copulas.length; c++) {
                int[] members = copulas[c].variables();
                for (int j = 0; j < members.length; j++) {
                    draw(members[j], iteration, bits[c][j], count);
                }
                copulas[c].correlate(bits[c], normal[c], count);
            }
        }

        /** Fills in the bits of an input. */
        void fill(int variable, int[] out, int count) {
            if (copulaOf[variable] >= 0) {
                System.arraycopy(bits[copulaOf[variable]][rowOf[variable]], 0, out, 0, count);
            } else {
                draw(variable, first, out, count);
            }
        }
    }

    /** Returns where the sequence of an input begins if its numbers are independent; 0 if they are not. */
    long independentKey(int variable) {
        boolean independent = dimension[variable] < 0 && copulaOf[variable] < 0 && scheme != Scheme.HYPERCUBE;
        return independent ? key[variable] : 0;
    }

    private void draw(int variable, int first, int[] out, int count) {
        if (dimension[variable] >= 0) {
            sobol.fill(dimension[variable], (int) (key[variable] >>> 32), first, out, count);
        } else if (scheme == Scheme.HYPERCUBE) {
            for (int i = 0; i < count; i++) {
                out[i] = Hypercube.bits(key[variable], first + i);
            }
        } else {
            independent(key[variable], first, out, count);
        }
    }

    private static void independent(long key, int first, int[] out, int count) {
        long place = key + (first >>> 1) * Hash.STEP;
        int even = count & ~1;
        for (int i = 0; i < even; i += 2) {
            long both = Hash.mix(place);
            out[i] = (int) both;
            out[i + 1] = (int) (both >>> 32);
            place += Hash.STEP;
        }
        if (even < count) {
            out[even] = (int) Hash.mix(place);
        }
    }
}
