package quintet.suite.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Fits a law of scaling to throughputs, by least squares (Levenberg-Marquardt).
 *
 * <p>The throughput of one worker, γ, is fitted too. To divide by the measured one instead would
 * put its error on every point, and take it for none itself. The R package usl does so since 2.0.
 *
 * <p>No coefficient is negative. A search that clips them at 0 can stall where it clips. So each
 * way to hold some of them at 0 is searched as well, and the best wins: the optimum has none, one
 * or both at 0, and is the unclipped optimum of that search.
 */
final class LawFit {

  /** Where each search begins, in the scale of one worker. The R package usl begins there too. */
  private static final double[] START = {1, 0.01, 0.0001};

  private static final int GAMMA = 0;
  private static final int SIGMA = 1;
  private static final int KAPPA = 2;

  /** A search takes tens. */
  private static final int MOST_ITERATIONS = 1_000;

  private final double[] workers;
  private final double[] throughputs;
  private final double scale;

  /**
   * @param workers counts, ascending
   * @param throughputs one for each
   */
  LawFit(double[] workers, double[] throughputs) {
    this.workers = workers;
    double perWorker = 0;
    for (int i = 0; i < workers.length; i++) {
      perWorker = Math.max(perWorker, throughputs[i] / workers[i]);
    }
    this.scale = perWorker;
    this.throughputs = Arrays.stream(throughputs).map(each -> each / scale).toArray();
  }

  ScalingCurve of(Law law) {
    var best =
        searches(law).stream()
            .map(this::search)
            .min(Comparator.comparingDouble(Search::cost))
            .orElseThrow();
    return new ScalingCurve(
        best.gamma * scale,
        best.sigma,
        best.kappa,
        (int) workers[0],
        (int) workers[workers.length - 1]);
  }

  /** The coefficients that each search is free to choose. */
  private static List<int[]> searches(Law law) {
    return switch (law) {
      case AMDAHL -> List.of(new int[] {GAMMA, SIGMA}, new int[] {GAMMA});
      case USL ->
          List.of(
              new int[] {GAMMA, SIGMA, KAPPA},
              new int[] {GAMMA, SIGMA},
              new int[] {GAMMA, KAPPA},
              new int[] {GAMMA});
    };
  }

  private Search search(int... free) {
    var problem =
        new LeastSquaresBuilder()
            .start(Arrays.stream(free).mapToDouble(i -> START[i]).toArray())
            .target(throughputs)
            .model(point -> valueAndJacobian(full(point, free), free))
            .parameterValidator(point -> point.map(each -> Math.max(each, 0)))
            .maxEvaluations(MOST_ITERATIONS)
            .maxIterations(MOST_ITERATIONS)
            .build();
    var optimum = new LevenbergMarquardtOptimizer().optimize(problem);
    var found = full(optimum.getPoint(), free);
    return new Search(found[GAMMA], found[SIGMA], found[KAPPA], optimum.getCost());
  }

  private static double[] full(RealVector point, int... free) {
    var full = new double[START.length];
    for (int i = 0; i < free.length; i++) {
      full[free[i]] = point.getEntry(i);
    }
    return full;
  }

  private Pair<RealVector, RealMatrix> valueAndJacobian(double[] coefficients, int... free) {
    var values = new double[workers.length];
    var jacobian = new double[workers.length][free.length];
    for (int i = 0; i < workers.length; i++) {
      double n = workers[i];
      double slowed = 1 + coefficients[SIGMA] * (n - 1) + coefficients[KAPPA] * n * (n - 1);
      values[i] = coefficients[GAMMA] * n / slowed;
      double[] partial = {
        n / slowed, -values[i] * (n - 1) / slowed, -values[i] * n * (n - 1) / slowed
      };
      for (int j = 0; j < free.length; j++) {
        jacobian[i][j] = partial[free[j]];
      }
    }
    return new Pair<>(new ArrayRealVector(values, false), MatrixUtils.createRealMatrix(jacobian));
  }

  private record Search(double gamma, double sigma, double kappa, double cost) {}
}
