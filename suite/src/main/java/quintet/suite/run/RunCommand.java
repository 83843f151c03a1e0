package quintet.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Inputs;
import quintet.suite.cli.Json;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;

/** {@code quintet run}: the models side by side. Same answers? How fast? */
@Command(
    name = "run",
    description = {
      "Run a piece of work under every model, side by side: same answers? how fast?",
      "Without a piece it runs them all, on data that is made on first use.",
      "The pieces have options of their own: 'quintet run PIECE --help'."
    },
    commandListHeading = "Pieces:%n")
@SuppressWarnings("NullAway.Init") // picocli sets what it injects
public final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Path home;

  @Spec private CommandSpec spec;

  @Mixin private RunOptions options;

  /** Here to be told apart from a mistyped option: a file may be in the place of the piece. */
  @Parameters(arity = "0..*", hidden = true)
  private List<String> strangers = List.of();

  private RunCommand(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  /** The command with a subcommand for each piece: a new one is a line here. */
  public static CommandLine commandLine(Terminal terminal, Path home) {
    return commandLine(
        terminal,
        home,
        List.of(
            new RunCatalog(Models::catalog),
            new RunTasks(Models::tasks),
            new RunHarvest(Models::harvest)));
  }

  static CommandLine commandLine(
      Terminal terminal, Path home, List<? extends PieceCommand> pieces) {
    var commandLine = new CommandLine(new RunCommand(terminal, home));
    pieces.forEach(commandLine::addSubcommand);
    return commandLine;
  }

  /** Without a piece, all of them. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    return play(
        spec.subcommands().values().stream()
            .map(piece -> (PieceCommand) piece.getCommand())
            .toList());
  }

  /** Plays these, one after the other, and returns the exit code for all of them. */
  int play(List<? extends PieceCommand> chosen) throws IOException, InterruptedException {
    checkStrangers();
    options.check();
    var setting =
        new Setting(terminal, home, options.staff(), options.staffOptions(), options.seed());
    var reports = new ArrayList<RunReport<?>>();
    for (var command : chosen) {
      try (var piece = command.piece(setting)) {
        var report = played(piece);
        reports.add(report);
        tell(report, chosen.size() > 1);
      }
    }
    end(reports, chosen.size() > 1);
    return reports.stream().allMatch(report -> report.result().agreed()) ? 0 : 1;
  }

  private void checkStrangers() {
    if (!strangers.isEmpty()) {
      var stranger = strangers.getFirst();
      var hint =
          Files.exists(Inputs.path(stranger))
              ? "; for a file: quintet run catalog " + stranger
              : "";
      throw new InputException("no piece of work '" + stranger + "'; there are: " + names() + hint);
    }
  }

  private String names() {
    return spec.subcommands().keySet().stream().collect(Collectors.joining(", "));
  }

  private <A> RunReport<A> played(Piece<A> piece) throws IOException, InterruptedException {
    var plan = options.plan();
    try (var progress = new ProgressLine(terminal)) {
      var result = new Comparison<>(piece, options.models(), plan, progress).run();
      return RunReport.of(piece, result, plan, piece.staff(options.staff()));
    }
  }

  /** As soon as a piece is through: the next one takes its time. */
  private void tell(RunReport<?> report, boolean oneOfMany) {
    if (!options.isJson()) {
      if (oneOfMany) {
        terminal.out().println(report.heading());
      }
      report.lines().forEach(terminal.out()::println);
      if (oneOfMany) {
        terminal.out().println();
      }
    }
    report.disagreements().forEach(terminal::note);
  }

  /** One piece is an object, several are an array of such objects. */
  private void end(List<RunReport<?>> reports, boolean many) {
    if (options.isJson()) {
      var json = reports.stream().map(RunReport::json).toList();
      terminal.out().println(Json.of(many ? json : json.getFirst()));
    } else {
      terminal.out().println(RunReport.NOTE);
    }
  }
}
