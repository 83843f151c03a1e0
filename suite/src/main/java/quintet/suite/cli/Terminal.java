package quintet.suite.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes to, and what can be shown there. Results go to {@code out}, all else to
 * {@code err}.
 *
 * @param output standard output as bytes
 * @param out standard output as text
 * @param err standard error
 * @param colours whether standard output is a terminal whose user wants colours
 * @param animated whether a line on standard error can be drawn over
 * @param columns the width of standard error
 */
public record Terminal(
    Output output,
    PrintStream out,
    PrintStream err,
    boolean colours,
    boolean animated,
    int columns) {

  private static final int USUAL_COLUMNS = 80;

  /** A terminal without colours and animation: a file, a pipe, a test. */
  public static Terminal plain(OutputStream out, OutputStream err, Charset charset) {
    var output = new Output(out);
    return new Terminal(
        output,
        new PrintStream(output, true, charset),
        new PrintStream(err, true, charset),
        false,
        false,
        USUAL_COLUMNS);
  }

  /** This process's own. The launcher says which streams are terminals: Java cannot tell. */
  public static Terminal ofProcess() {
    var output = new Output(new FileOutputStream(FileDescriptor.out));
    var out = new PrintStream(output, true, System.out.charset());
    boolean capable = !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        output,
        out,
        System.err,
        capable && isTerminal("out") && wantsColours(System.getenv("NO_COLOR")),
        capable && isTerminal("err"),
        Integer.getInteger("quintet.columns", USUAL_COLUMNS));
  }

  /** See no-color.org: any value but the empty one means no. */
  static boolean wantsColours(@Nullable String noColor) {
    return noColor == null || noColor.isEmpty();
  }

  private static boolean isTerminal(String stream) {
    var known = System.getProperty("quintet.terminals");
    if (known != null) {
      return known.contains(stream);
    }
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** Tells the user something beside the result. */
  public void note(String message) {
    err.println("quintet: " + printable(message));
  }

  /** What a file calls itself must neither break the line nor steer the terminal. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** Erases the line that is drawn over, without escape codes. */
  public void eraseLine() {
    if (animated) {
      err.print("\r" + " ".repeat(columns - 1) + "\r");
      err.flush();
    }
  }

  public PrintWriter outWriter() {
    return new PrintWriter(out, true, out.charset());
  }

  public PrintWriter errWriter() {
    return new PrintWriter(err, true, err.charset());
  }
}
