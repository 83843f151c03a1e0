package quintet.suite.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code quintet completion}: what makes the tab key work. */
@Command(
    name = "completion",
    description = {
      "Print a completion script for bash and zsh.",
      "To use it: source <(quintet completion)"
    })
public final class CompletionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  public CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var root = spec.root();
    terminal.out().print(AutoComplete.bash(root.name(), root.commandLine()));
    return 0;
  }
}
