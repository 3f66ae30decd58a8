package dev.plumbline.internal.risk;

/** Random numbers as a function of what they are for: seed, name of the input, iteration. Nothing is remembered. */
public final class Hash {

    /*
     * The counter goes through a Weyl sequence, the counter times an odd constant, and then the finalizer of SplitMix64 [1] with
     * the constants of D. Stafford's variant 13. Every input begins at a place of its own in the sequence of 2^64, found by
     * hashing its name and the seed: two of 10,000 inputs overlap in a million iterations with a probability of 6e-6.
     *
     * [1] G. L. Steele, D. Lea, C. H. Flood: Fast Splittable Pseudorandom Number Generators. OOPSLA 2014, pp. 453-472.
     */

    /** The step of the Weyl sequence: the golden ratio, odd. */
    public static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Hash() {}

    /** Returns the hash of a name, by its UTF-16 units. */
    public static long name(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Returns where the numbers of a named input begin for a seed. */
    public static long key(long seed, long name) {
        return mix(mix(seed + STEP) ^ name);
    }

    /** Returns 64 random bits of a place in the sequence. */
    public static long mix(long place) {
        long z = place;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the distances of consecutive places from the first. */
    public static long[] steps(int count) {
        long[] steps = new long[count];
        for (int i = 0; i < count; i++) {
            steps[i] = i * STEP;
        }
        return steps;
    }

    /** Fills in the random bits of consecutive places; one loop without a branch, for vector instructions. */
    public static void fill(long first, long[] steps, long[] out, int count) {
        for (int i = 0; i < count; i++) {
            long z = first + steps[i];
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            out[i] = z ^ (z >>> 31);
        }
    }

    /** Returns the 32 random bits of an iteration: two iterations share 64 bits. */
    public static int bits(long key, int iteration) {
        long both = mix(key + (iteration >>> 1) * STEP);
        return (iteration & 1) == 0 ? (int) both : (int) (both >>> 32);
    }
}
