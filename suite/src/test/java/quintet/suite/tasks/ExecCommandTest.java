package quintet.suite.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import quintet.suite.Models;
import quintet.suite.cli.Failures;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are a Unix shell's")
final class ExecCommandTest {

  private static Session exec(InputStream input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, err, StandardCharsets.UTF_8);
    var failures = new Failures(terminal, () -> false);
    int exitCode =
        new CommandLine(new ExecCommand(terminal, () -> input))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures)
            .execute(arguments);
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static InputStream lines(String... lines) {
    return new ByteArrayInputStream(
        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Models.class)
  void outputsComeInTheOrderOfTheLines(Models model) {
    var numbers = IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new);

    var session =
        exec(lines(numbers), "--jobs", "4", "--model", model.label(), "--", "echo", "number {}");

    assertAll(
        () -> assertEquals(0, session.exitCode()),
        () ->
            assertEquals(
                IntStream.range(0, 40).mapToObj(i -> "number " + i).toList(), session.outLines()));
  }

  @Test
  void unorderedShowsEveryOutputOnce() {
    var session = exec(lines("a", "b", "c"), "--unordered", "--jobs", "3", "--", "echo", "{}");

    assertEquals(List.of("a", "b", "c"), List.copyOf(new TreeSet<>(session.outLines())));
  }

  @Test
  void withoutAPlaceTheLineIsTheLastWord() {
    assertEquals("x y z\n", exec(lines("y z"), "--", "echo", "x").out());
  }

  @Test
  void aLineIsOneWordWhateverIsInIt() {
    var session = exec(lines("$HOME; echo *  \"'"), "--", "printf", "[%s]", "{}");

    assertEquals("[$HOME; echo *  \"']", session.out());
  }

  @Test
  void blankLinesAreLeftOut() {
    assertEquals("a\nb\n", exec(lines("a", "", "  ", "b"), "--", "echo").out());
  }

  @Test
  void noLinesAreNoCommands() {
    var session = exec(InputStream.nullInputStream(), "--", "echo");

    assertAll(() -> assertEquals(0, session.exitCode()), () -> assertEquals("", session.out()));
  }

  @Test
  void aCommandThatFailsIsNamedAndTheOthersAreRun() {
    var session = exec(lines("0", "3", "0"), "--", "sh", "-c", "echo got $1; exit $1", "sh", "{}");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals("got 0\ngot 3\ngot 0\n", session.out()),
        () -> assertTrue(session.err().contains("line 2, 3: exit code 3"), session.err()),
        () -> assertTrue(session.err().contains("1 of 3 commands failed"), session.err()));
  }

  @Test
  void whatACommandWritesToStandardErrorArrivesThere() {
    var session = exec(lines("x"), "--", "sh", "-c", "echo out; echo err >&2");

    assertAll(
        () -> assertEquals("out\n", session.out()), () -> assertEquals("err\n", session.err()));
  }

  @Test
  void aCommandThatIsNotThereIsBadInputInOneLine() {
    var session = exec(lines("x", "y"), "--", "no-such-command-here");

    assertAll(
        () -> assertEquals(2, session.exitCode()),
        () -> assertEquals(1, session.errLines().size(), session.err()),
        () -> assertTrue(session.err().contains("no-such-command-here"), session.err()));
  }

  @Test
  void aLineTooLongForTheSystemFailsAlone() {
    var session = exec(lines("a", "x".repeat(200_000), "b"), "--", "echo");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals("a\nb\n", session.out()),
        () -> assertTrue(session.err().contains("line 2, xxx"), session.err()),
        () -> assertTrue(session.err().contains("too long"), session.err()),
        () -> assertTrue(session.err().length() < 1_000, session.err()));
  }

  @Test
  void aLineThatNoWordCanHoldFailsAlone() {
    var session = exec(lines("a", "x\0y", "b"), "--", "echo");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals("a\nb\n", session.out()),
        () -> assertTrue(session.err().contains("null character"), session.err()));
  }

  @Test
  void whereTheLineIsTheCommandOneThatIsNotThereFailsAlone() {
    var session = exec(lines("true", "no-such-command-here", "true"), "--", "{}");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertTrue(session.err().contains("line 2, no-such-command-here"), session.err()),
        () -> assertTrue(session.err().contains("1 of 3 commands failed"), session.err()));
  }

  @Test
  void aProgramThatMayNotBeRunIsBadInput(@TempDir Path dir) throws Exception {
    var program = Files.writeString(dir.resolve("program"), "echo x");

    assertEquals(2, exec(lines("x", "y"), "--", program.toString()).exitCode());
  }

  @ParameterizedTest
  @EnumSource(Models.class)
  @DisabledIfSystemProperty(
      named = "native.encoding",
      matches = "ISO-.*",
      disabledReason = "all bytes are")
  void aLineThatIsNotInTheLocalesEncodingIsBadInput(Models model) {
    var bytes = "a\n\nb\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    var session =
        exec(new ByteArrayInputStream(bytes), "--model", model.label(), "--", "echo", "{}");

    assertAll(
        () -> assertEquals(2, session.exitCode()),
        () -> assertEquals(1, session.errLines().size(), session.err()),
        () -> assertTrue(session.err().contains("<stdin>, line 3: not "), session.err()));
  }

  @Test
  void aCommandOverItsTimeIsEndedWithWhatItBegan(@TempDir Path dir) {
    var session =
        exec(
            lines(dir.resolve("pid").toString()),
            "--timeout",
            "3s",
            "--",
            "sh",
            "-c",
            "sleep 600 & echo $! > $1; wait",
            "sh",
            "{}");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertTrue(session.err().contains("took too long"), session.err()));
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> Processes.hasEnded(dir.resolve("pid")));
  }

  @Test
  void whatACommandWroteBeforeItsTimeWasUpIsShown() {
    var session =
        exec(
            lines("600", "0"),
            "--timeout",
            "2s",
            "--",
            "sh",
            "-c",
            "echo out; echo err >&2; exec sleep $1",
            "sh",
            "{}");

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals("out\nout\n", session.out()),
        () -> assertTrue(session.err().startsWith("err\nerr\n"), session.err()),
        () -> assertTrue(session.err().contains("line 1, 600: took too long"), session.err()));
  }

  /** Also those of lines before it, whose turn it was. */
  @ParameterizedTest
  @EnumSource(value = Models.class, mode = EnumSource.Mode.EXCLUDE, names = "SEQUENTIAL")
  void failFastEndsTheOthersAtTheFirstFailure(Models model) {
    var session =
        exec(
            lines("600", "1", "600", "600"),
            "--jobs",
            "2",
            "--model",
            model.label(),
            "--fail-fast",
            "--",
            "sh",
            "-c",
            "test $1 = 600 && exec sleep 600; echo its output; exit 7",
            "sh",
            "{}");

    assertEquals(1, session.exitCode());
    assertEquals("its output\n", session.out());
    assertTrue(session.err().contains("line 2, 1: exit code 7"), session.err());
  }

  /** Who does the last has done the one before it. */
  @Test
  void failFastCountsWhatEndedWellAndWasNotShown() {
    var session =
        exec(
            lines("exec sleep 600", "exit 0", "exit 7"),
            "--jobs",
            "2",
            "--fail-fast",
            "--",
            "sh",
            "-c");

    assertEquals(1, session.exitCode());
    assertEquals(
        List.of(
            "quintet: line 3, exit 7: exit code 7",
            "quintet: 1 of 2 commands failed",
            "quintet: 1 ended well, before it was their turn to be shown"),
        session.errLines());
  }

  @Test
  void failFastEndsAtACommandThatTakesTooLong() {
    var session =
        exec(lines("600", "600"), "--jobs", "1", "--fail-fast", "--timeout", "10ms", "--", "sleep");

    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("line 1, 600: took too long"), session.err());
    assertTrue(session.err().contains("1 of 1 commands failed"), session.err());
  }

  @Test
  void theCommandDoesNotReadOurInput() {
    assertEquals(
        "a:\nb:\n", exec(lines("a", "b"), "--", "sh", "-c", "echo $1:$(cat)", "sh", "{}").out());
  }

  @Test
  void anOutputIsShownWhileTheNextLineIsStillAwaited() throws Exception {
    var out = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, out, StandardCharsets.UTF_8);
    CompletableFuture<Integer> ended;
    try (var typed = new PipedOutputStream()) {
      var input = new PipedInputStream(typed);
      var command = new CommandLine(new ExecCommand(terminal, () -> input));
      ended = CompletableFuture.supplyAsync(() -> command.execute("--", "echo", "{}"));
      typed.write("first\n".getBytes(StandardCharsets.UTF_8));
      typed.flush();

      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> out.toString(StandardCharsets.UTF_8).equals("first\n"));
    }
    assertEquals(0, ended.get(30, TimeUnit.SECONDS));
  }

  /** Short commands before it would have the thread that shows outputs run commands, too. */
  @ParameterizedTest
  @EnumSource(names = "SEQUENTIAL", mode = EnumSource.Mode.EXCLUDE)
  void aLongCommandKeepsTheOutputsOfOthersFromNobody(Models model, @TempDir Path dir)
      throws Exception {
    var go = dir.resolve("go");
    var lines = new ArrayList<>(Collections.nCopies(300, "x"));
    lines.set(150, "wait");
    var out = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, out, StandardCharsets.UTF_8);
    var input = lines(lines.toArray(String[]::new));
    var command = new CommandLine(new ExecCommand(terminal, () -> input));
    var script = "test $1 = x || while [ ! -e " + go + " ]; do sleep 0.02; done; echo $1";
    var ended =
        CompletableFuture.supplyAsync(
            () ->
                command.execute(
                    "--jobs",
                    "2",
                    "--unordered",
                    "--model",
                    model.label(),
                    "--",
                    "sh",
                    "-c",
                    script,
                    "sh",
                    "{}"));

    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> out.toString(StandardCharsets.UTF_8).equals("x\n".repeat(299)));
    Files.createFile(go);
    assertEquals(0, ended.get(30, TimeUnit.SECONDS));
  }

  @Test
  void progressIsDrawnOnTerminals() {
    var err = new ByteArrayOutputStream();
    var plain = Terminal.plain(OutputStream.nullOutputStream(), err, StandardCharsets.UTF_8);
    var command = new CommandLine(new ExecCommand(Session.animated(plain), () -> lines("2")));

    assertEquals(1, command.execute("--", "sh", "-c", "sleep $1; exit 3", "sh", "{}"));
    var drawn = err.toString(StandardCharsets.UTF_8);
    assertTrue(drawn.startsWith("\r1 done, 1 failed, "), drawn);
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    var before = temporary();

    exec(lines("0", "1"), "--", "sh", "-c", "echo x; exit $1", "sh", "{}");

    assertFalse(temporary().stream().anyMatch(name -> !before.contains(name)));
  }

  @Test
  void anInterruptEndsItAndDoesNotOutlastIt(@TempDir Path dir) throws Exception {
    var before = temporary();
    var begun = dir.resolve("begun");
    var ended = new CompletableFuture<Boolean>();
    var caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  var session =
                      exec(lines(begun.toString()), "--", "sh", "-c", "> $0; exec sleep 600");
                  var interrupted = Thread.currentThread().isInterrupted();
                  ended.complete(session.exitCode() == 130 && !interrupted);
                });
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(begun));
    caller.interrupt();

    assertTrue(ended.get(30, TimeUnit.SECONDS));
    assertFalse(temporary().stream().anyMatch(name -> !before.contains(name)));
  }

  @Test
  void whatFailedBeforeAnInterruptIsTold(@TempDir Path dir) throws Exception {
    var begun = dir.resolve("begun");
    var failed = dir.resolve("failed");
    var session = new CompletableFuture<Session>();
    var script = "case $1 in wait) > $2; exec sleep 600;; esac; exit 3";
    var caller =
        Thread.ofPlatform()
            .start(
                () ->
                    session.complete(
                        exec(
                            lines("fail", "wait"),
                            "--jobs",
                            "1",
                            "--failed",
                            failed.toString(),
                            "--",
                            "sh",
                            "-c",
                            script,
                            "sh",
                            "{}",
                            begun.toString())));
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> Files.exists(begun) && Files.size(failed) > 0);
    caller.interrupt();

    var told = session.get(30, TimeUnit.SECONDS);
    assertEquals(130, told.exitCode());
    assertEquals(
        List.of(
            "quintet: line 1, fail: exit code 3",
            "quintet: 1 of 1 commands failed",
            "quintet: interrupted"),
        told.errLines());
  }

  // ---- lines to run again

  @Test
  void linesThatFailedAreKeptInAFile(@TempDir Path dir) throws Exception {
    var failed = dir.resolve("failed").toString();

    exec(lines("0", "3", "0", "a 4"), "--failed", failed, "--", "sh", "-c", "exit ${1#* }", "sh");

    assertEquals(List.of("3", "a 4"), Files.readAllLines(Path.of(failed)));
  }

  @Test
  void theFileOfFailedLinesIsNeverOneThatIsThere(@TempDir Path dir) throws Exception {
    var failed = Files.writeString(dir.resolve("failed"), "3\n");

    var session = exec(lines("3"), "--failed", failed.toString(), "--", "false");

    assertEquals(2, session.exitCode());
    assertEquals(
        List.of("quintet: " + failed + ": exists; --failed wants a new file"), session.errLines());
    assertEquals("3\n", Files.readString(failed));
  }

  private static List<String> temporary() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("quintet-exec-" + ProcessHandle.current().pid()))
          .collect(Collectors.toList());
    }
  }
}
