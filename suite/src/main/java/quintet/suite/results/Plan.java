package quintet.suite.results;

import static java.util.Objects.requireNonNull;

/**
 * How a run was to be made: with it, and on the same machine, another can be made the same way.
 *
 * @param run the name of the folder that it was written to
 * @param command as typed, without the options that name files
 * @param startedAt in UTC, ISO 8601
 * @param depth quick, standard or thorough
 * @param rounds that were planned; a run that was stopped has fewer
 * @param seed of the order in each round, and of the bootstrap
 * @param interleaved whether each round had all variants, and not each variant all rounds
 * @param warmUps iterations of a fork that are not counted
 * @param iterations of a fork that are
 * @param blackhole how JMH kept results alive
 * @param thresholdPercent smaller differences are not stated
 */
public record Plan(
    String run,
    String command,
    String startedAt,
    String depth,
    int rounds,
    long seed,
    boolean interleaved,
    int warmUps,
    int iterations,
    long iterationMillis,
    String blackhole,
    double thresholdPercent) {

  public Plan {
    requireNonNull(run, "no run");
    requireNonNull(command, "no command");
    requireNonNull(startedAt, "no startedAt");
    requireNonNull(depth, "no depth");
  }

  /** The smallest difference that is stated, as a share. */
  public double threshold() {
    return thresholdPercent / 100;
  }

  /** Makes another run like this one, with as many rounds as it came to have. */
  public String commandWithRounds() {
    return command.replaceAll(" --(rounds|forks|minutes)[ =]\\S+", "") + " --rounds " + rounds;
  }

  /** The same with another number of rounds. */
  public Plan withRounds(int other) {
    return new Plan(
        run,
        command,
        startedAt,
        depth,
        other,
        seed,
        interleaved,
        warmUps,
        iterations,
        iterationMillis,
        blackhole,
        thresholdPercent);
  }
}
