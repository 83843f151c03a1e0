package quintet.suite.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quintet.services.api.ApiServer;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.suite.harvest.ApiProcess;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;

/** {@code quintet run harvest}: many calls to an API. */
@Command(
    name = "harvest",
    description = {
      "Many calls to an API under a limit, each a row of one CSV, under every model.",
      "The API is embedded, in a process of its own; every answer takes the same time."
    })
final class RunHarvest extends PieceCommand {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final BiFunction<Models, Staff, Harvest> models;

  @Option(names = "--calls", paramLabel = "N", description = "How many; default: ${DEFAULT-VALUE}.")
  private int calls = 500;

  @Option(
      names = "--latency",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long an answer takes; default: 20ms.")
  private Duration latency = Duration.ofMillis(20);

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Calls in flight at the same time, each with a thread of its own, but in async, where"
              + " --workers are enough for all; default: ${DEFAULT-VALUE}.")
  private int limit = 50;

  RunHarvest(BiFunction<Models, Staff, Harvest> models) {
    this.models = models;
  }

  @Override
  Piece<?> piece(Setting setting) throws IOException, InterruptedException {
    Checks.range("--calls", calls, 1, ApiServer.ITEMS);
    Checks.range("--limit", limit, 1, Job.MOST_IN_FLIGHT);
    if (latency.isNegative() || latency.compareTo(LONGEST) > 0) {
      throw new InputException(
          "--latency must be 0s to 10s, not " + DurationConverter.text(latency));
    }
    var input =
        String.format(
            Locale.ROOT,
            "Embedded API, seed %d: %,d calls of %s, at most %,d in flight",
            setting.seed(),
            calls,
            DurationConverter.text(latency),
            limit);
    return new HarvestPiece(
        models,
        staff(setting),
        ApiProcess.start(latency, setting.seed()),
        new HarvestPiece.Load(calls, latency, limit, input));
  }

  /** For threads that wait there are virtual ones; others only if they are asked for. */
  private static Staff staff(Setting setting) {
    var usual = setting.staff();
    return setting.staffOptions().contains("--threads")
        ? usual
        : new Staff(usual.workers(), Staff.Kind.VIRTUAL);
  }
}
