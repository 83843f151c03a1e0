package quintet.suite.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import quintet.suite.Quintet;

/** What a command line did: its exit code and all it wrote. */
public record Session(int exitCode, String out, String err) {

  /** Runs {@code quintet} in this process, with {@code home} as the project's folder. */
  public static Session of(Path home, Object... arguments) {
    var out = new ByteArrayOutputStream();
    return of(out, home, arguments);
  }

  /** The same with a standard output of the caller's; {@code out} then is its text. */
  public static Session of(OutputStream out, Path home, Object... arguments) {
    return of(out, home, UnaryOperator.identity(), arguments);
  }

  /** The same where standard error is a terminal. */
  public static Session animated(Path home, Object... arguments) {
    return of(new ByteArrayOutputStream(), home, Session::animated, arguments);
  }

  /** The same, but with a standard error that can be drawn over. */
  public static Terminal animated(Terminal plain) {
    return new Terminal(plain.output(), plain.out(), plain.err(), false, true, plain.columns());
  }

  private static Session of(
      OutputStream out, Path home, UnaryOperator<Terminal> kind, Object... arguments) {
    var err = new ByteArrayOutputStream();
    var terminal = kind.apply(Terminal.plain(out, err, StandardCharsets.UTF_8));
    var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exitCode = Quintet.execute(terminal, home, words);
    var text =
        out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
    return new Session(exitCode, text, err.toString(StandardCharsets.UTF_8));
  }

  public List<String> outLines() {
    return out.lines().toList();
  }

  public List<String> errLines() {
    return err.lines().toList();
  }
}
