package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ExitCode;
import quintet.suite.Quintet;
import quintet.suite.analysis.Recorded;
import quintet.suite.cli.Terminal;
import quintet.suite.environment.Environment;
import quintet.suite.results.Circumstances;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;

final class BenchCommandTest {

  private static final Environment HERE = Environment.ofThisMachine(Forks.FLAGS, Path.of(""));

  @TempDir Path home;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-piece",
        "--rounds 0",
        "--rounds many",
        "--minutes 0",
        "--minutes NaN",
        "--rounds 3 --minutes 3",
        "--quick --thorough",
        "--blocks --minutes 3",
        "--threads 0",
        "--threads 5000",
        "--records 1",
        "--threshold -1",
        "--profiler no-such-profiler",
        "--model mutex",
        "--work pages",
        "--param no-such-parameter=1",
        "--param records=many",
        "--input none",
        "--no-models",
        "--filter (",
        "--filter no-such-benchmark",
        "--resume missing",
        "--unknown"
      })
  @Timeout(20) // or else a wrong argument that is accepted begins to measure
  void refusesWrongArgumentsAndMeasuresNothing(String arguments) {
    assertEquals(ExitCode.USAGE, execute(arguments));
    assertTrue(Files.notExists(home.resolve("results")));
  }

  @Test
  void doesNotWriteIntoAFolderThatHasSomethingElse() throws IOException {
    Files.writeString(home.resolve("mine.txt"), "mine");
    assertEquals(ExitCode.USAGE, execute("--out " + home));
    assertTrue(err().contains("not empty"), err());
  }

  @Test
  void aResumedRunIsNotToldWhatToMeasure() throws IOException {
    Files.writeString(home.resolve("raw.json"), "{}");
    assertEquals(ExitCode.USAGE, execute("catalog --resume " + home));
    assertTrue(err().contains("not with PIECE"), err());
  }

  @Test
  void rawDataThatIsNoJsonIsNamedWithItsPosition() throws IOException {
    Files.writeString(home.resolve("raw.json"), "{\n  \"format\": 1,\n  oops\n}");
    assertEquals(ExitCode.USAGE, execute("--resume " + home));
    assertTrue(err().contains("raw.json, line 3, column"), err());
  }

  @Test
  void aRunOfAnotherMachineIsNotResumed() throws IOException {
    resumable(
        new Environment(
            HERE.cpu(), HERE.limits(), 1L << 40, null, HERE.os(), HERE.jvm(), HERE.build()));
    assertEquals(ExitCode.USAGE, execute("--resume " + home));
    assertTrue(err().contains("measured elsewhere, or otherwise; memory: 1024 GiB here"), err());
  }

  @Test
  void aRunOfOtherCodeIsNotResumed() throws IOException {
    var other = new Environment.Build("0.0.9", "abc", false);
    resumable(
        new Environment(
            HERE.cpu(),
            HERE.limits(),
            HERE.memoryBytes(),
            HERE.transparentHugePages(),
            HERE.os(),
            HERE.jvm(),
            other));
    assertEquals(ExitCode.USAGE, execute("--resume " + home));
    assertTrue(err().contains("measured with other code; 0.0.9, commit abc then, "), err());
  }

  /** A run's folder that only lacks its forks. */
  private void resumable(Environment environment) throws IOException {
    var folder = new RunFolder(home);
    var raw = Recorded.healthy(1).raw();
    RunFolder.write(folder.raw(), new RawRun(raw.format(), raw.plan(), raw.variants(), List.of()));
    RunFolder.write(folder.environment(), new Circumstances(environment, null, null));
  }

  @Test
  void resultsThatAreAFileAreNamed() throws IOException {
    Files.writeString(home.resolve("results"), "mine");
    assertEquals(ExitCode.USAGE, execute("catalog --quick"));
    assertTrue(err().contains(home.resolve("results") + ": no folder"), err());
  }

  @Test
  void aSecondMeasurementIsRefusedWhileOneRuns() throws IOException {
    try (var _ = Alone.in(home)) {
      assertEquals(ExitCode.USAGE, execute("catalog --quick"));
    }
    assertTrue(err().contains("another 'quintet bench' is measuring"), err());
    assertTrue(Files.notExists(home.resolve("results")));
  }

  @Test
  void whenOneMeasurementHasEndedAnotherMayBegin() throws IOException {
    Alone.in(home).close();
    Alone.in(home).close();
    assertTrue(Files.exists(home.resolve(".quintet")));
  }

  private int execute(String arguments) {
    var terminal = Terminal.plain(new ByteArrayOutputStream(), err, StandardCharsets.UTF_8);
    return Quintet.execute(terminal, home, ("bench " + arguments).split(" "));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
