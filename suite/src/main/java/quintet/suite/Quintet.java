package quintet.suite;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code quintet} command. */
@Command(
    name = "quintet",
    description = "Five concurrency models play the same pieces of work.",
    mixinStandardHelpOptions = true)
public final class Quintet {

  private Quintet() {}

  /** Exit codes: 0 ok, 1 a check failed, 2 bad usage or input. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Quintet()).execute(arguments));
  }
}
