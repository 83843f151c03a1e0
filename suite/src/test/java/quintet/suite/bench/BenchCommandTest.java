package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import quintet.suite.InputException;

final class BenchCommandTest {

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "harvest",
        "--forks 0",
        "--forks many",
        "--workers 0",
        "--workers 5000",
        "--records 1",
        "--model mutex",
        "--work pages",
        "--input none",
        "--filter (",
        "--filter no-such-benchmark",
        "--out missing/folder/file.json",
        "--unknown"
      })
  void refusesWrongArgumentsAndMeasuresNothing(String arguments) {
    assertEquals(ExitCode.USAGE, execute(arguments));
    assertTrue(Files.notExists(home.resolve("results")));
  }

  private int execute(String arguments) {
    var stream = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var command = new CommandLine(new BenchCommand(stream, stream, home));
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setErr(new PrintWriter(stream, true, StandardCharsets.UTF_8))
        .setExitCodeExceptionMapper(BenchCommandTest::exitCode)
        .execute(arguments.split(" "));
  }

  /** As the root command maps them. */
  private static int exitCode(Throwable failure) {
    return failure instanceof InputException || failure instanceof ParameterException
        ? ExitCode.USAGE
        : ExitCode.SOFTWARE;
  }
}
