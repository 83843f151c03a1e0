package quintet.suite.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quintet data}: inputs of any size. */
@Command(name = "data", description = "Make input of any size.")
public final class DataCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private DataCommand() {}

  /** The command with one subcommand for each kind of data. */
  public static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new DataCommand()).addSubcommand(new CatalogDataCommand(terminal));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "data of which kind? There is: catalog");
  }
}
