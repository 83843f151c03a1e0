package quintet.suite.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import quintet.suite.InputException;
import quintet.workloads.catalog.MarcException;
import quintet.workloads.catalog.Reason;

/** Tells a failure in one line, and chooses the exit code. Stack traces are for {@code --debug}. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  /** What a shell reports for a command that SIGINT ended. */
  private static final int INTERRUPTED = 130;

  /** What Java calls out of memory, too: a limit of the system is reached. */
  private static final String NO_THREAD = "unable to create native thread";

  private final Terminal terminal;
  private final BooleanSupplier debug;

  public Failures(Terminal terminal, BooleanSupplier debug) {
    this.terminal = terminal;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    var command = error.getCommandLine();
    var home = error instanceof UnmatchedArgumentException e ? StrayOption.of(e) : null;
    terminal.note(home != null ? home : message(error).lines().findFirst().orElse("bad usage"));
    UnmatchedArgumentException.printSuggestions(error, command.getErr());
    terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    return report(error);
  }

  /** Where a file does not even begin like one, going on behind its first record helps nobody. */
  private static String advice(MarcException e) {
    return e.offset() == 0 && e.reason() == Reason.BAD_LENGTH
        ? "if this is a MARC file (compressed ones end in .gz), --lenient goes on behind it"
        : "--lenient goes on behind it";
  }

  /** Prints what went wrong and returns the exit code that says so. */
  public int report(Throwable error) {
    if (debug.getAsBoolean()) {
      error.printStackTrace(terminal.err());
    }
    return switch (error) {
      case MarcException e -> told(message(e) + "; " + advice(e), BAD_INPUT);
      case InputException e -> told(message(e), BAD_INPUT);
      case ClosedByInterruptException _ -> told("interrupted", INTERRUPTED);
      case IOException e -> told(described(e), BAD_INPUT);
      case InterruptedException _ -> told("interrupted", INTERRUPTED);
      case OutputException e when e.isReaderGone() -> 0;
      case OutputException e -> told(message(e), FAILED);
      case OutOfMemoryError e when message(e).contains(NO_THREAD) ->
          told(
              "the system starts no more threads; try a lower --limit, or --threads virtual",
              FAILED);
      case OutOfMemoryError _ ->
          told("out of memory; QUINTET_OPTS=-Xmx4g would give it 4 GiB", FAILED);
      default -> told("internal error: " + error + " (--debug shows where)", FAILED);
    };
  }

  /** Reports text that was printed but never arrived. */
  public int reportLostOutput() {
    terminal.out().flush();
    var failure = terminal.output().failure();
    return failure == null ? 0 : report(new OutputException(failure));
  }

  private int told(String message, int exitCode) {
    terminal.note(message);
    return exitCode;
  }

  /** Some messages of the JDK are no more than the file's name. */
  static String described(IOException e) {
    return switch (e) {
      case NoSuchFileException f -> f.getFile() + ": no such file";
      case AccessDeniedException f -> f.getFile() + ": permission denied";
      case FileSystemException f when f.getReason() == null ->
          f.getFile() + ": " + f.getClass().getSimpleName();
      default -> message(e);
    };
  }

  private static String message(Throwable error) {
    return Objects.requireNonNullElse(error.getMessage(), error.toString());
  }
}
