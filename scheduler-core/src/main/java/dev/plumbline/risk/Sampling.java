package dev.plumbline.risk;

/** How the space of possibilities is sampled. Every sampling is prefix-stable: more iterations go on where fewer ended. */
public enum Sampling {

    /** Independent random numbers. Only these make confidence bands exact; the others are more precise than their bands. */
    MONTE_CARLO,

    /**
     * Latin hypercubes of 1,000 iterations each: in each, every input takes one value from each thousandth of its
     * distribution, in random order. M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21, 1979, pp. 239-245.
     */
    LATIN_HYPERCUBE,

    /**
     * Sobol's quasi-random sequence with a random shift; the first 1,000 inputs by standard deviation take part, the others are
     * independent random numbers. S. Joe, F. Y. Kuo, SIAM J. Sci. Comput. 30, 2008, pp. 2635-2654.
     */
    SOBOL
}
