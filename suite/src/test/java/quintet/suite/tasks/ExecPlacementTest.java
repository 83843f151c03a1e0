package quintet.suite.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import quintet.suite.ChildJava;
import quintet.suite.Quintet;
import quintet.suite.cli.Failures;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;

/** Commands in worker processes, and by two members that users would start. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are a Unix shell's")
final class ExecPlacementTest {

  /** The shell writes its number into the file, and stays. */
  private static final List<String> STAY =
      List.of("--", "sh", "-c", "echo $$ > $1.new; mv $1.new $1; sleep 600", "sh", "{}");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path shared;

  private static final List<Process> members = new ArrayList<>();
  private static final List<String> addresses = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static Path secret;

  /** The members' own. */
  @SuppressWarnings("NullAway.Init")
  private static Path temporary;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path dir;

  @BeforeAll
  static void startMembers() throws IOException {
    secret = Files.writeString(shared.resolve("secret"), "correct horse battery staple");
    temporary = Files.createDirectory(shared.resolve("temporary"));
    startMember();
    startMember("--join", addresses.getFirst());
  }

  private static void startMember(String... more) throws IOException {
    var command = new ArrayList<String>();
    command.addAll(
        ChildJava.command(
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary),
            Quintet.class,
            "member"));
    command.addAll(List.of("--port", "0", "--tasks", "1", "--secret-file", secret.toString()));
    command.addAll(List.of(more));
    var member = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    members.add(member);
    var line = String.valueOf(member.inputReader(StandardCharsets.UTF_8).readLine());
    assertTrue(line.contains("is up"), line);
    addresses.add(line.split(" ", -1)[1]);
  }

  @AfterAll
  static void endMembers() {
    members.forEach(Process::destroyForcibly);
  }

  private static Session exec(List<String> lines, List<String> options, List<String> command) {
    return exec(new ByteArrayOutputStream(), lines, options, command);
  }

  private static Session exec(
      ByteArrayOutputStream out, List<String> lines, List<String> options, List<String> command) {
    var err = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, err, StandardCharsets.UTF_8);
    var failures = new Failures(terminal, () -> false);
    var input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    var words = Stream.concat(options.stream(), command.stream()).toArray(String[]::new);
    int exitCode =
        new CommandLine(new ExecCommand(terminal, () -> new ByteArrayInputStream(input)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures)
            .execute(words);
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static List<String> byMembers() {
    return List.of("--cluster", String.join(",", addresses), "--secret-file", secret.toString());
  }

  // ---- what comes back

  @Test
  void workerProcessesRunTheCommandsAndTheirOutputsComeInOrder() {
    var lines = IntStream.range(0, 12).mapToObj(String::valueOf).toList();
    var session =
        exec(
            lines,
            List.of("--processes", "2"),
            List.of("--", "sh", "-c", "echo $PPID >&2; echo got $1; exit $(($1 / 11))", "sh"));

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals(lines.stream().map("got "::concat).toList(), session.outLines()),
        () -> assertTrue(session.err().contains("line 12, 11: exit code 1"), session.err()),
        () -> assertTrue(session.err().contains("1 of 12 commands failed"), session.err()),
        () ->
            assertEquals(
                2,
                session.err().lines().filter(line -> line.matches("\\d+")).distinct().count(),
                session.err()));
  }

  @Test
  void bytesComeBackAsTheyAreWhetherFewOrMany() {
    var few = new ByteArrayOutputStream();
    var many = new ByteArrayOutputStream();
    exec(few, List.of("\\377\\000\\n"), byMembers(), List.of("--", "printf", "{}"));
    exec(many, List.of("100000"), byMembers(), List.of("--", "sh", "-c", "head -c $0 /dev/zero"));

    assertAll(
        () -> assertArrayEquals(new byte[] {(byte) 0xff, 0, '\n'}, few.toByteArray()),
        () -> assertArrayEquals(new byte[100_000], many.toByteArray()));
  }

  @Test
  void bothMembersRunCommands() {
    var lines = IntStream.range(0, 20).mapToObj(String::valueOf).toList();
    var session = exec(lines, byMembers(), List.of("--", "sh", "-c", "echo $PPID"));

    assertAll(
        () -> assertEquals(0, session.exitCode(), session.err()),
        () ->
            assertEquals(
                new TreeSet<>(members.stream().map(m -> String.valueOf(m.pid())).toList()),
                new TreeSet<>(session.outLines())));
  }

  @Test
  void tooLongAnOutputFailsAloneAndSaysSo() {
    var session =
        exec(
            List.of("1", "16777217", "2"),
            byMembers(),
            List.of("--", "head", "/dev/zero", "-c", "{}"));

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals(3, session.out().length()),
        () ->
            assertTrue(
                session
                    .err()
                    .contains(
                        "line 2, 16777217: wrote 16,777,217 bytes to standard output; from another"
                            + " process come at most 16,777,216"),
                session.err()),
        () -> assertEquals(2, session.errLines().size(), session.err()));
  }

  // ---- the end of commands

  @Test
  void aCommandOverItsTimeIsEndedOnItsMember() {
    var pid = dir.resolve("pid");
    var options = Stream.concat(byMembers().stream(), Stream.of("--timeout", "2s")).toList();
    var session =
        exec(
            List.of(pid.toString()),
            options,
            List.of("--", "sh", "-c", "echo so far; echo $$ > $1; exec sleep 600", "sh", "{}"));

    assertAll(
        () -> assertEquals(1, session.exitCode()),
        () -> assertEquals("so far\n", session.out()),
        () -> assertTrue(session.err().contains("took too long"), session.err()));
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Processes.hasEnded(pid));
  }

  @Test
  void anInterruptEndsTheCommandsOfMembers() throws Exception {
    assertInterruptEnds(byMembers());
  }

  @Test
  void anInterruptEndsTheCommandsOfWorkerProcesses() throws Exception {
    assertInterruptEnds(List.of("--processes", "2"));
  }

  @Test
  void aMemberThatIsEndedEndsItsCommands() throws Exception {
    startMember();
    var member = members.removeLast();
    var address = addresses.removeLast();
    var options = List.of("--cluster", address, "--secret-file", secret.toString());
    var pid = dir.resolve("pid");
    var caller = Thread.ofPlatform().start(() -> exec(List.of(pid.toString()), options, STAY));
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(pid));
    member.destroy(); // the polite way
    caller.join();
    member.waitFor();

    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Processes.hasEnded(pid));
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(ExecPlacementTest::nothingIsLeft);
  }

  private static boolean nothingIsLeft() throws IOException {
    try (var files = Files.list(temporary)) {
      return files.noneMatch(file -> file.getFileName().toString().startsWith("quintet-exec"));
    }
  }

  private void assertInterruptEnds(List<String> options) throws InterruptedException {
    var files = Stream.of("a", "b").map(dir::resolve).toList();
    var caller =
        Thread.ofPlatform()
            .start(() -> exec(files.stream().map(Path::toString).toList(), options, STAY));
    try {
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> files.stream().allMatch(Files::exists));
    } finally { // or else what is left would be in the way of other tests
      caller.interrupt();
      caller.join();
    }
    for (var file : files) {
      Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Processes.hasEnded(file));
    }
  }

  // ---- what cannot be

  private static void assertRefused(String message, String... options) {
    var session = exec(List.of("x"), List.of(options), List.of("--", "echo"));

    assertAll(
        () -> assertEquals(2, session.exitCode()),
        () -> assertEquals(1, session.errLines().size(), session.err()),
        () -> assertTrue(session.err().contains(message), session.err()),
        () -> assertEquals("", session.out()));
  }

  @Test
  void anotherSecretIsTold() throws IOException {
    var other = Files.writeString(dir.resolve("other"), "another horse battery staple");
    assertRefused(
        "not let in by " + addresses.getFirst() + ": another secret, or no member of ours",
        "--cluster",
        addresses.getFirst(),
        "--secret-file",
        other.toString());
  }

  @Test
  void membersThatAreNotThereAreTold() throws IOException {
    int free;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = closed.getLocalPort();
    }
    assertRefused(
        "no member there: 127.0.0.1:" + free,
        "--cluster",
        "127.0.0.1:" + free,
        "--secret-file",
        secret.toString());
  }

  @Test
  void aCommandThatMembersDoNotHaveIsTold() {
    var session = exec(List.of("x", "y"), byMembers(), List.of("--", "no-such-command-here"));

    assertAll(
        () -> assertEquals(2, session.exitCode()),
        () -> assertEquals(1, session.errLines().size(), session.err()),
        () -> assertTrue(session.err().contains("no-such-command-here"), session.err()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--processes=0",
        "--processes=3 --jobs=2",
        "--processes=2 --placement=threads",
        "--processes=2 --cluster=127.0.0.1",
        "--cluster=127.0.0.1 --placement=virtual",
        "--secret-file=x",
      })
  void optionsThatContradictAreRefused(String options) {
    var words = options.split(" ", -1);
    assertRefused(words[0].substring(0, words[0].indexOf('=')), words);
  }
}
