package quintet.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import quintet.suite.bench.BenchCommand;
import quintet.suite.bench.harvest.WaitingCommand;
import quintet.suite.cli.CompletionCommand;
import quintet.suite.cli.DataCommand;
import quintet.suite.cli.DoctorCommand;
import quintet.suite.cli.Failures;
import quintet.suite.cli.MemberCommand;
import quintet.suite.cli.Terminal;
import quintet.suite.cli.TestCommand;
import quintet.suite.cli.TitlesCommand;
import quintet.suite.cli.Version;
import quintet.suite.harvest.HarvestCommand;
import quintet.suite.harvest.ServeApiCommand;
import quintet.suite.proofs.ProveCommand;
import quintet.suite.report.ReportCommand;
import quintet.suite.run.RunCommand;
import quintet.suite.tasks.TasksCommand;

/**
 * The {@code quintet} command.
 *
 * <p>Exit codes: 0 ok; 1 a check failed, or quintet itself did; 2 bad usage or input; 130
 * interrupted; 143 told to end by SIGTERM, as Java has it.
 */
@Command(
    name = "quintet",
    description = "Five concurrency models play the same pieces of work.",
    footer = {
      "",
      "Exit codes: 0 ok, 1 a check failed (or quintet itself), 2 bad usage or input.",
      "QUINTET_OPTS holds options for the Java virtual machine, such as -Xmx4g."
    })
public final class Quintet implements Callable<Integer> {

  /** What the user sees as "at once" after Ctrl-C. */
  private static final long GRACE_MILLIS = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  /** Picocli sets the fields before it uses the command. */
  @SuppressWarnings("NullAway.Init")
  private Quintet() {}

  /** The command with all its subcommands: a new one is a line here. */
  public static CommandLine commandLine(Terminal terminal, Path home) {
    var quintet = new Quintet();
    var failures = new Failures(terminal, () -> quintet.debug);
    var commandLine =
        new CommandLine(quintet)
            .addSubcommand(RunCommand.commandLine(terminal, home))
            .addSubcommand(new TitlesCommand(terminal))
            .addSubcommand(TasksCommand.commandLine(terminal))
            .addSubcommand(DataCommand.commandLine(terminal))
            .addSubcommand(
                new ProveCommand(terminal.out(), terminal.err(), terminal.animated(), home))
            .addSubcommand(
                BenchCommand.commandLine(terminal, home)
                    .addSubcommand(new WaitingCommand(terminal)))
            .addSubcommand(ReportCommand.commandLine(terminal, home))
            .addSubcommand(new HarvestCommand(terminal, Models::harvest))
            .addSubcommand(new ServeApiCommand(terminal))
            .addSubcommand(new MemberCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal, home))
            .addSubcommand(new TestCommand())
            .addSubcommand(new CompletionCommand(terminal))
            .addSubcommand(new HelpCommand());
    standardOptions(commandLine);
    return commandLine
        .setOut(terminal.outWriter())
        .setErr(terminal.errWriter())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** Runs one command line and returns its exit code. It throws nothing. */
  public static int execute(Terminal terminal, Path home, String... arguments) {
    var commandLine = commandLine(terminal, home);
    Quintet quintet = commandLine.getCommand();
    var failures = new Failures(terminal, () -> quintet.debug);
    int exitCode;
    try {
      exitCode = commandLine.execute(arguments);
    } catch (Throwable error) { // picocli hands on Errors as they are
      exitCode = failures.report(error);
    }
    return exitCode == 0 ? failures.reportLostOutput() : exitCode;
  }

  /** See the class for the exit codes. */
  public static void main(String[] arguments) {
    var terminal = Terminal.ofProcess();
    var home = Path.of(System.getProperty("quintet.home", ""));
    var ended = endOnSignal(Thread.currentThread(), terminal);
    int exitCode = execute(terminal, home, arguments);
    ended.countDown();
    System.exit(exitCode);
  }

  /** Interrupts the command on Ctrl-C and gives it time to clean up after itself. */
  private static CountDownLatch endOnSignal(Thread command, Terminal terminal) {
    var ended = new CountDownLatch(1);
    var hook =
        new Thread(
            () -> {
              if (ended.getCount() > 0) {
                command.interrupt();
                try {
                  if (!ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                    terminal.eraseLine();
                  }
                } catch (InterruptedException atOnce) {
                  Thread.currentThread().interrupt();
                }
              }
            },
            "quintet-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return ended;
  }

  /** Gives every command the same --help and --version, so that none has to ask for them. */
  private static void standardOptions(CommandLine commandLine) {
    var options = commandLine.getCommandSpec();
    if (!options.mixinStandardHelpOptions() && !options.helpCommand()) {
      options.mixinStandardHelpOptions(true);
    }
    options.versionProvider(new Version());
    options.usageMessage().width(96).sortOptions(false);
    commandLine.getSubcommands().values().forEach(Quintet::standardOptions);
  }

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
