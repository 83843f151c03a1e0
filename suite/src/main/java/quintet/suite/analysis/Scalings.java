package quintet.suite.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Point;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Interval;
import quintet.suite.statistics.Law;
import quintet.suite.statistics.Limit;
import quintet.suite.statistics.RoundBootstrap;
import quintet.suite.statistics.Scaling;

/** Fits the laws of scaling to each model's sweep, or says why it does not. */
final class Scalings {

  private static final int POINTS = 40;

  private final Rounds rounds;
  private final Limit limit;
  private final RoundBootstrap bootstrap;

  Scalings(Rounds rounds, Limit limit, RoundBootstrap bootstrap) {
    this.rounds = rounds;
    this.limit = limit;
    this.bootstrap = bootstrap;
  }

  /**
   * The scaling of one model.
   *
   * @param sweep its variants, with different numbers of workers
   * @param baselineRate that its speed-ups are relative to
   */
  Summary.Scaling of(String name, List<Variant> sweep, double baselineRate) {
    var complete = rounds.sweeps(sweep);
    var usl = Scaling.fit(complete, Law.USL, limit, bootstrap);
    return switch (usl) {
      case Scaling.Refused(var reason) -> refused(name, reason);
      case Scaling.Fitted fitted ->
          new Summary.Scaling(
              name,
              null,
              estimate(fitted.curve().sigma(), fitted.sigma()),
              estimate(fitted.curve().kappa(), fitted.kappa()),
              serialFraction(Scaling.fit(complete, Law.AMDAHL, limit, bootstrap)),
              Numbers.rounded(fitted.rSquared()),
              curve(fitted, baselineRate));
    };
  }

  static Summary.Scaling refused(String name, String reason) {
    return new Summary.Scaling(name, reason, null, null, null, null, List.of());
  }

  private static Summary.@Nullable Estimate serialFraction(Scaling amdahl) {
    return amdahl instanceof Scaling.Fitted fitted
        ? estimate(fitted.curve().sigma(), fitted.sigma())
        : null;
  }

  private static Summary.Estimate estimate(double value, Interval interval) {
    return new Summary.Estimate(
        Numbers.rounded(value),
        new Interval(Numbers.rounded(interval.low()), Numbers.rounded(interval.high())));
  }

  /** Within what was measured; outside it is not defined. */
  private static List<Point> curve(Scaling.Fitted fitted, double baselineRate) {
    double fewest = fitted.curve().fewest();
    double step = (fitted.curve().most() - fewest) / POINTS;
    return IntStream.rangeClosed(0, POINTS)
        .mapToDouble(i -> i == POINTS ? fitted.curve().most() : fewest + i * step)
        .mapToObj(
            workers ->
                new Point(
                    Numbers.rounded(workers),
                    Numbers.rounded(fitted.curve().throughput(workers) / baselineRate)))
        .toList();
  }
}
