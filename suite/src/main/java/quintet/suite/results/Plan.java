package quintet.suite.results;

import java.util.List;

/**
 * How a run was to be made: with it, and on the same machine, another can be made the same way.
 *
 * @param command as typed, without the options that name files
 * @param startedAt in UTC, ISO 8601
 * @param depth quick, standard or thorough
 * @param rounds that were planned; a run that was stopped has fewer
 * @param seed of the order in each round, and of the bootstrap
 * @param order the ids of the variants in each round, in the order in which they were measured
 * @param warmUps iterations of a fork that are not counted
 * @param iterations of a fork that are
 * @param thresholdPercent smaller differences are not stated
 */
public record Plan(
    String command,
    String startedAt,
    String depth,
    int rounds,
    long seed,
    List<List<String>> order,
    int warmUps,
    int iterations,
    long iterationMillis,
    int records,
    double thresholdPercent) {

  public Plan {
    order = order.stream().map(List::copyOf).toList();
  }
}
