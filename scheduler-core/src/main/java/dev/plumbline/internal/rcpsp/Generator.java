package dev.plumbline.internal.rcpsp;

/** A small seeded generator of random numbers: SplitMix64, the same on every machine. */
final class Generator {

    // G. Steele, D. Lea, C. Flood: Fast Splittable Pseudorandom Number Generators. OOPSLA 2014, pp. 453-472.

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Generator(long seed, long stream) {
        this.state = mix(seed ^ mix(stream + GOLDEN));
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Returns a number from 0 to below a bound. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Returns a number from 0 to below 1. */
    double fraction() {
        return (next() >>> 11) * UNIT;
    }
}
