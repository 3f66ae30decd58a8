package dev.plumbline;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Random numbers that jqwik draws and shrinks, for builders that ask a {@link Random}: a counterexample gets smaller choice by
 * choice, and the plan or calendar built from it with them. Whoever asks for more than was drawn gets fixed numbers.
 */
public final class Choices extends Random {

    private static final long serialVersionUID = 1;

    private final int[] drawn;
    private final Random rest = new Random(1);
    private int used;

    private Choices(int[] drawn) {
        this.drawn = drawn;
    }

    /** Returns sources of so many choices each; enough for the builder, so that every one of its choices shrinks. */
    public static Arbitrary<Random> of(int size) {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .array(int[].class)
                .ofSize(size)
                .map(Choices::new);
    }

    @Override
    protected int next(int bits) {
        int choice = used < drawn.length ? drawn[used++] : rest.nextInt(Integer.MAX_VALUE);
        return bits == 32 ? choice << 1 : choice >>> (31 - bits);
    }
}
