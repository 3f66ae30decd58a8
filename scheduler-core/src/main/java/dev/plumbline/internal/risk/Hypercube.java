package dev.plumbline.internal.risk;

/** Latin hypercubes of 1,000 iterations: in each, every input visits each thousandth of its distribution once. */
final class Hypercube {

    /*
     * The order in which the thousandths are visited is a permutation that is computed, not stored: a few invertible steps on 10
     * bits, keyed by the input and the hypercube, walked on while the result is 1,000 or more [1]. So iteration i needs no
     * other, and since hypercubes have a fixed size it is the same however many iterations follow.
     *
     * [1] A. Kensler: Correlated Multi-Jittered Sampling. Pixar Technical Memo 13-01, 2013 (permutations by hashing and walking).
     */

    /** Iterations of one hypercube. */
    static final int SIZE = 1000;

    private static final int MASK = 1023;

    private Hypercube() {}

    /** Returns the 32 random bits of an iteration. */
    static int bits(long key, int iteration) {
        int cube = iteration / SIZE;
        long order = Hash.mix(key ^ Hash.mix(cube + 1L));
        long stratum = place(iteration - cube * SIZE, order);
        long within = Hash.bits(key, iteration) & 0xFFFFFFFFL;
        return (int) (((stratum << 32) + within) / SIZE);
    }

    /** Returns where a permutation of 0 to 999 takes a number. */
    static int place(int number, long order) {
        int x = number;
        do {
            x = shuffle(x, order);
        } while (x >= SIZE);
        return x;
    }

    private static int shuffle(int number, long order) {
        int x = number;
        long key = order;
        for (int round = 0; round < 3; round++) {
            x = (x ^ (int) key) & MASK;
            x = x * ((int) (key >>> 10) | 1) & MASK;
            x ^= x >>> 5;
            x = x + (int) (key >>> 20) & MASK;
            x = x * 0x2D5 & MASK;
            x ^= x >>> 4;
            key = Long.rotateRight(key, 21) * Hash.STEP;
        }
        return x;
    }
}
