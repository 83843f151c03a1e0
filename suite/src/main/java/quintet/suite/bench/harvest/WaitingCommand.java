package quintet.suite.bench.harvest;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quintet.suite.cli.Checks;
import quintet.suite.cli.Table;
import quintet.suite.cli.Terminal;
import quintet.workloads.harvest.Job;

/** {@code quintet bench waiting}: what does a call take that waits? */
@Command(
    name = "waiting",
    description = {
      "What calls take that wait, all at the same time: platform threads, and memory for each.",
      "Each model of the piece harvest runs in a process of its own; the API answers when all",
      "calls wait, and their memory has been measured."
    })
public final class WaitingCommand implements Callable<Integer> {

  private static final double KIB = 1_024;

  private final Terminal terminal;

  @Option(
      names = "--calls",
      paramLabel = "N",
      description = "How many wait; default: ${DEFAULT-VALUE}.")
  private int calls = 1_000;

  public WaitingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Checks.range("--calls", calls, 2, Job.MOST_IN_FLIGHT);
    var table = new Table("harvest", "waiting", "platform threads", "KiB a call");
    for (var player : EnumSet.complementOf(EnumSet.of(Player.SEQUENTIAL))) {
      var one = WaitingCalls.of(player, 1);
      var all = WaitingCalls.of(player, calls);
      table.row(
          player.label(),
          String.format(Locale.ROOT, "%,d", calls),
          String.format(Locale.ROOT, "%,d", all.platformThreads()),
          String.format(
              Locale.ROOT, "%,.1f", (all.usedBytes() - one.usedBytes()) / KIB / (calls - 1)));
    }
    table.lines().forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            "Threads: the most at the same time, the JVM's own among them. Memory: of the heap and of"
                + " direct buffers;\nthe stacks of platform threads are in neither.");
    return 0;
  }
}
