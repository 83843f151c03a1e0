package quintet.suite.harvest;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.RetryPolicy;
import quintet.workloads.harvest.Sheet;

/** How addresses are called, and what is kept of the answers, as options. Filled by picocli. */
final class CallOptions {

  private static final int MOST_TRIES = 1_000;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Calls in flight at the same time; default: ${DEFAULT-VALUE}.")
  private int limit = Job.USUAL_LIMIT;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "For one try; default: 30s.")
  private Duration timeout = Job.USUAL_TIMEOUT;

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "For all of it, such as 5m; what is not done then has failed; default: none.")
  private Duration deadline = Job.NO_DEADLINE;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description =
          "The most tries of an address: after 408, 429, 5xx, a timeout or a broken connection;"
              + " default: ${DEFAULT-VALUE}.")
  private int tries = RetryPolicy.USUAL.tries();

  @Option(
      names = "--longest-pause",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "Before another try. Retry-After is obeyed up to this; an address whose server asks for"
              + " more has failed, and its row says so; default: 60s.")
  private Duration longestPause = RetryPolicy.USUAL.longestAsked();

  @Option(
      names = "--field",
      paramLabel = "POINTER",
      description =
          "A column with this part of the answer, which then must be JSON: a JSON Pointer like"
              + " /owner/name. May be given several times.")
  private List<String> pointers = List.of();

  /**
   * Call before anything else.
   *
   * @throws InputException if a number or a time is out of its bounds
   */
  void check() {
    Checks.range("--limit", limit, 1, Job.MOST_IN_FLIGHT);
    Checks.range("--tries", tries, 1, MOST_TRIES);
    checkPositive("--timeout", timeout);
    checkPositive("--deadline", deadline);
    checkPositive("--longest-pause", longestPause);
  }

  private static void checkPositive(String option, Duration duration) {
    if (!duration.isPositive() || duration.compareTo(Job.NO_DEADLINE) > 0) {
      throw new InputException(
          option + " must be over 0 and under 100 years, not " + DurationConverter.text(duration));
    }
  }

  /**
   * The columns that were asked for.
   *
   * @throws InputException if one is no JSON Pointer, or given twice
   */
  Fields fields() {
    try {
      return new Fields(pointers);
    } catch (IllegalArgumentException e) {
      throw new InputException("--field: " + e.getMessage(), e);
    }
  }

  /** The jitter is another one each time: it is there to keep harvests apart. */
  Job job(Iterator<String> urls, Sheet sheet) {
    return Job.of(() -> urls, sheet)
        .withLimit(limit)
        .withTimeout(timeout)
        .withDeadline(deadline)
        .retrying(RetryPolicy.USUAL.withTries(tries).withLongestPause(longestPause))
        .seededBy(ThreadLocalRandom.current().nextLong());
  }
}
