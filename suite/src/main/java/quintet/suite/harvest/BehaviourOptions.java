package quintet.suite.harvest;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quintet.services.api.Behaviour;
import quintet.services.api.Faults;
import quintet.services.api.Latency;
import quintet.services.api.RateLimit;
import quintet.suite.InputException;

/** How the embedded API behaves, as options. Filled by picocli. */
final class BehaviourOptions {

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      converter = LatencyConverter.class,
      description = "20ms; 5ms..50ms; or lognormal:20ms,0.5 (median, sigma); default: 20ms.",
      defaultValue = "20ms")
  private Latency latency = Latency.none();

  @Option(
      names = "--errors",
      paramLabel = "PERCENT",
      description = "Of the requests, answered 500, 502 or 503.")
  private double errors;

  @Option(
      names = "--too-many",
      paramLabel = "PERCENT",
      description = "Answered 429, with Retry-After in seconds or as a date.")
  private double tooMany;

  @Option(
      names = "--hangs",
      paramLabel = "PERCENT",
      description = "Never answered (for ten minutes).")
  private double hangs;

  @Option(
      names = "--resets",
      paramLabel = "PERCENT",
      description = "Answered by half, then the connection is closed.")
  private double resets;

  @Option(
      names = "--slow",
      paramLabel = "PERCENT",
      description = "Answered in pieces, over a second.")
  private double slow;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description = "More than N requests a second are answered 429.")
  private @Nullable Integer rateLimit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed: the same items and the same faults; default: 1.",
      defaultValue = "1")
  private long seed;

  Behaviour behaviour() {
    percent("--errors", errors);
    percent("--too-many", tooMany);
    percent("--hangs", hangs);
    percent("--resets", resets);
    percent("--slow", slow);
    if (errors + tooMany + hangs + resets + slow > 100) {
      throw new InputException("the shares of what goes wrong add up to more than 100 percent");
    }
    var faults =
        Faults.NONE
            .withErrors(errors)
            .withTooMany(tooMany)
            .withHangs(hangs)
            .withResets(resets)
            .withSlow(slow);
    return Behaviour.seeded(seed).with(latency).with(faults).with(limit());
  }

  private static void percent(String option, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new InputException(option + " must be 0 to 100 percent, not " + percent);
    }
  }

  private RateLimit limit() {
    if (rateLimit == null) {
      return RateLimit.none();
    }
    if (rateLimit < 1) {
      throw new InputException("--rate-limit must be at least 1 a second, not " + rateLimit);
    }
    return RateLimit.perSecond(rateLimit);
  }
}
