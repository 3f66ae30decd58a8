package dev.plumbline.internal.risk;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Rank correlations by a Gaussian copula: normal numbers mixed by a triangular matrix, then turned back. Immutable. */
public final class Copula {

    /*
     * A rank correlation s of two inputs, whatever their distributions, is that of two normal numbers with correlation
     * 2 sin(pi s / 6) [1]. A matrix of such correlations that no normal numbers can have (a negative eigenvalue) is replaced by the
     * nearest one that they can, in the Frobenius norm, by alternating projections with Dykstra's correction [2].
     *
     * [1] K. Pearson: On further methods of determining correlation. Drapers' Company Research Memoirs, 1907.
     * [2] N. J. Higham: Computing the nearest correlation matrix. IMA J. Numer. Anal. 22, 2002, pp. 329-343.
     */

    private static final double LEAST_EIGENVALUE = 1e-7;
    private static final int MOST_PROJECTIONS = 200;
    private static final int CELLS = 1 << 13;
    private static final double REACH = 8;

    private final int[] variables;
    private final double[][] mixing;
    private final double repair;
    private final QuantileTable normal;
    private final double[] cumulative = new double[CELLS + 2];

    /**
     * Makes a copula.
     *
     * @param variables the correlated inputs
     * @param ranks the matrix of rank correlations, ones on the diagonal
     */
    @SuppressWarnings("this-escape")
    public Copula(int[] variables, double[][] ranks) {
        int n = variables.length;
        this.variables = variables.clone();
        double[][] wanted = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                wanted[i][j] = i == j ? 1 : 2 * StrictMath.sin(StrictMath.PI * ranks[i][j] / 6);
            }
        }
        RealMatrix nearest = nearest(new Array2DRowRealMatrix(wanted));
        double most = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rank = 6 / StrictMath.PI * StrictMath.asin(clip(nearest.getEntry(i, j) / 2));
                most = i == j ? most : Math.max(most, Math.abs(rank - ranks[i][j]));
            }
        }
        this.repair = most;
        this.mixing = new CholeskyDecomposition(nearest, 1e-9, 1e-14).getL().getData();
        NormalDistribution standard = new NormalDistribution(null, 0, 1);
        this.normal = QuantileTable.of(standard::inverseCumulativeProbability);
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] = standard.cumulativeProbability(-REACH + i * (2 * REACH / CELLS));
        }
    }

    private static double clip(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    /** Returns by how much a rank correlation had to be changed at most; about 0 where they fit together. */
    public double repair() {
        return repair;
    }

    /** Returns the correlated inputs. */
    public int[] variables() {
        return variables.clone();
    }

    private static RealMatrix nearest(RealMatrix wanted) {
        int n = wanted.getRowDimension();
        RealMatrix y = wanted;
        RealMatrix correction = new Array2DRowRealMatrix(n, n);
        for (int step = 0; step < MOST_PROJECTIONS; step++) {
            RealMatrix from = y.subtract(correction);
            EigenDecomposition eigen = new EigenDecomposition(symmetric(from));
            if (least(eigen) >= LEAST_EIGENVALUE && step == 0) {
                return y;
            }
            RealMatrix x = lifted(eigen);
            correction = x.subtract(from);
            RealMatrix next = symmetric(x);
            for (int i = 0; i < n; i++) {
                next.setEntry(i, i, 1);
            }
            boolean settled = next.subtract(y).getFrobeniusNorm() < 1e-9 * n;
            y = next;
            if (settled) {
                break;
            }
        }
        return unitDiagonal(lifted(new EigenDecomposition(symmetric(y))));
    }

    private static double least(EigenDecomposition eigen) {
        double least = Double.MAX_VALUE;
        for (double value : eigen.getRealEigenvalues()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The nearest matrix whose eigenvalues are above zero. */
    private static RealMatrix lifted(EigenDecomposition eigen) {
        RealMatrix d = eigen.getD().copy();
        for (int i = 0; i < d.getRowDimension(); i++) {
            d.setEntry(i, i, Math.max(d.getEntry(i, i), LEAST_EIGENVALUE));
        }
        return eigen.getV().multiply(d).multiply(eigen.getVT());
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    private static RealMatrix unitDiagonal(RealMatrix matrix) {
        RealMatrix result = symmetric(matrix);
        int n = result.getRowDimension();
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(result.getEntry(i, i));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result.setEntry(i, j, i == j ? 1 : result.getEntry(i, j) * scale[i] * scale[j]);
            }
        }
        return result;
    }

    /** Replaces rows of independent random bits, one an input, by correlated ones. */
    void correlate(int[][] bits, double[][] room, int count) {
        int n = variables.length;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < count; i++) {
                room[j][i] = normal.value(bits[j][i]);
            }
        }
        double[] sum = room[n];
        for (int j = n - 1; j >= 0; j--) {
            java.util.Arrays.fill(sum, 0, count, 0);
            for (int k = 0; k <= j; k++) {
                double weight = mixing[j][k];
                double[] row = room[k];
                for (int i = 0; i < count; i++) {
                    sum[i] += weight * row[i];
                }
            }
            for (int i = 0; i < count; i++) {
                bits[j][i] = bits(sum[i]);
            }
        }
    }

    /** Returns the random bits of a normal number: its probability times 2^32. */
    private int bits(double normalNumber) {
        double at = (normalNumber + REACH) * (CELLS / (2 * REACH));
        int cell = (int) Math.max(0, Math.min(CELLS - 1, at));
        double p = cumulative[cell] + (cumulative[cell + 1] - cumulative[cell]) * (at - cell);
        return (int) Math.max(0L, Math.min((1L << 32) - 1, (long) (p * 0x1p32)));
    }
}
