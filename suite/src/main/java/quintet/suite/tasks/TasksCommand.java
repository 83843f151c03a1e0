package quintet.suite.tasks;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import quintet.suite.cli.Terminal;

/** {@code quintet tasks}: tasks of the user's own. */
@Command(name = "tasks", description = "Run tasks of your own: a command for each line of input.")
@SuppressWarnings("NullAway.Init") // picocli sets what it injects
public final class TasksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private TasksCommand() {}

  /** The command with its subcommands. */
  public static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new TasksCommand()).addSubcommand(new ExecCommand(terminal));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "what is to be done? There is: exec");
  }
}
