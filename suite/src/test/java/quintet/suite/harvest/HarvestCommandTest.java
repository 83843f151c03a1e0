package quintet.suite.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Faults;
import quintet.suite.ChildJava;
import quintet.suite.Models;
import quintet.suite.Quintet;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Summary;

@Timeout(60)
final class HarvestCommandTest {

  private static final Behaviour GOOD = Behaviour.seeded(1);

  @TempDir private Path folder;
  private Path urls = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void nameFiles() {
    urls = folder.resolve("urls.txt");
    out = folder.resolve("out.csv");
  }

  private Session harvest(Object... options) {
    var arguments = new ArrayList<Object>(List.of("harvest", urls, "-o", out));
    arguments.addAll(Arrays.asList(options));
    return Session.of(folder, arguments.toArray());
  }

  private void ask(ApiServer server, int items) throws IOException {
    Files.write(
        urls,
        IntStream.rangeClosed(1, items).mapToObj(item -> server.uri(item).toString()).toList());
  }

  static List<String> models() {
    return Models.labels();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyAddressIsOneRow(String model) throws IOException {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 30);
      var session = harvest("--model", model, "--limit", 5);
      assertEquals(0, session.exitCode(), session.err());
      assertEquals("", session.err());
      assertTrue(
          session.outLines().getFirst().startsWith("30 ok, 0 failed, 0 retried; 30 tries in "),
          session.out());
      assertEquals(out + ": 30 rows.", session.outLines().getLast());
      assertEquals(31, Files.readAllLines(out).size());
    }
  }

  @Test
  void fieldsOfTheAnswersAreColumns() throws IOException {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 1);
      assertEquals(0, harvest("--field", "/id", "--field", "/maker/name").exitCode());
      var lines = Files.readAllLines(out);
      assertEquals(
          "url,status,attempts,milliseconds,bytes,error,/id,/maker/name", lines.getFirst());
      assertTrue(
          lines.getLast().matches(server.uri(1) + ",200,1,\\d+,\\d+,,1,.+"), lines.getLast());
    }
  }

  @Test
  void oneFailureIsTheExitCodeAndItsRowSaysWhy() throws IOException {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 2);
      Files.writeString(urls, Files.readString(urls) + server.uri(1) + "/nothing\n");
      var session = harvest();
      assertEquals(1, session.exitCode());
      assertTrue(session.out().startsWith("2 ok, 1 failed, 0 retried; 3 tries"), session.out());
      assertTrue(Files.readString(out).contains("HTTP 404"));
    }
  }

  @Test
  void anErrorThatPassesIsTriedAgain() throws IOException {
    var flaky = GOOD.with(Faults.NONE.withResets(100).inTheFirst(1));
    try (var server = ApiServer.start(flaky)) {
      ask(server, 3);
      assertTrue(harvest("--tries", 2).out().startsWith("3 ok, 0 failed, 3 retried; 6 tries"));
    }
  }

  @Test
  void aServerThatAsksForALongerPauseIsNotAskedAgain() throws IOException {
    var busy = Faults.NONE.withTooMany(100).inTheFirst(1);
    try (var server = ApiServer.start(GOOD.with(busy).withRetryAfter(Duration.ofSeconds(7)))) {
      ask(server, 1);
      assertEquals(1, harvest("--longest-pause", "1s").exitCode());
      assertTrue(Files.readString(out).contains("a pause of "), Files.readString(out));
      assertTrue(Files.readString(out).contains(" s asked for; the longest is 1 s"));
    }
  }

  @ParameterizedTest
  @CsvSource({"'', VIRTUAL", "--threads=virtual, VIRTUAL", "--threads=platform, PLATFORM"})
  void threadsThatWaitAreVirtualUnlessOthersAreAskedFor(String option, Staff.Kind expected)
      throws IOException {
    Files.writeString(urls, "");
    var kinds = new ArrayList<Staff.Kind>();
    var terminal =
        Terminal.plain(
            new ByteArrayOutputStream(), new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    var command =
        new HarvestCommand(
            terminal,
            (_, staff) -> {
              kinds.add(staff.kind());
              return _ -> Summary.NOTHING;
            });
    var words = Stream.of(urls.toString(), "-o", out.toString(), option);
    int exitCode =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(words.filter(word -> !word.isEmpty()).toArray(String[]::new));
    assertEquals(0, exitCode);
    assertEquals(List.of(expected), kinds);
  }

  @Test
  void triesEndWhereTheyAreToldTo() throws IOException {
    try (var server = ApiServer.start(GOOD.with(Faults.NONE.withErrors(100)))) {
      ask(server, 3);
      var session = harvest("--tries", 1);
      assertEquals(1, session.exitCode());
      assertTrue(session.out().startsWith("0 ok, 3 failed, 0 retried; 3 tries"), session.out());
    }
  }

  @Test
  void anAnswerThatTakesTooLongIsAFailure() throws IOException {
    try (var server = ApiServer.start(GOOD.with(Faults.NONE.withHangs(100)))) {
      ask(server, 1);
      assertEquals(1, harvest("--tries", 1, "--timeout", "50ms").exitCode());
      assertTrue(Files.readString(out).contains("no answer in 50 ms"));
    }
  }

  @Test
  void afterTheDeadlineTheRestHasFailed() throws IOException {
    try (var server = ApiServer.start(GOOD.with(Faults.NONE.withHangs(100)))) {
      ask(server, 5);
      assertEquals(1, harvest("--limit", 1, "--deadline", "50ms").exitCode());
      assertTrue(Files.readString(out).contains("deadline: not called"));
      assertEquals(6, Files.readAllLines(out).size());
    }
  }

  @Test
  void anOutputThatIsThereIsLeftAlone() throws IOException {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 1);
      Files.writeString(out, "precious");
      var session = harvest();
      assertEquals(2, session.exitCode());
      assertEquals(
          List.of("quintet: " + out + ": exists; --resume goes on with it, --force replaces it"),
          session.errLines());
      assertEquals("precious", Files.readString(out));
      assertEquals(2, harvest("--resume").exitCode(), "it is no sheet");
      assertEquals("precious", Files.readString(out));
      assertEquals(0, harvest("--force").exitCode());
      assertEquals(2, Files.readAllLines(out).size());
    }
  }

  @Test
  void aResumedHarvestCallsWhatIsNotYetDone() throws IOException {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 2);
      assertEquals(0, harvest("--resume").exitCode(), "there is nothing yet");
      ask(server, 5);
      var session = harvest("--resume");
      assertEquals(0, session.exitCode(), session.err());
      assertTrue(session.out().startsWith("3 ok, 0 failed, 0 retried, 2 skipped; 3 tries"));
      assertEquals(out + ": 5 rows.", session.outLines().getLast());
      assertEquals(1, server.account().requestsFor(1));
    }
  }

  /** In processes of their own: within one, the JVM itself would see to it. */
  @Test
  void twoDoNotWriteTheSameFile() throws Exception {
    try (var server = ApiServer.start(GOOD)) {
      ask(server, 1);
      try (var _ = OutputLock.of(out)) {
        var said = folder.resolve("said.txt");
        int exitCode =
            new ProcessBuilder(
                    ChildJava.command(
                        List.of(),
                        Quintet.class,
                        "harvest",
                        urls.toString(),
                        "-o",
                        out.toString(),
                        "--resume"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertEquals(
            List.of("quintet: " + out + ": another harvest is writing it"),
            Files.readAllLines(said));
        assertEquals(2, exitCode);
      }
      assertFalse(Files.exists(out));
      assertEquals(0, server.account().requests());
      assertEquals(0, harvest("--resume").exitCode());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anInterruptKeepsWhatIsDone(String model) throws Exception {
    try (var good = ApiServer.start(GOOD);
        var bad = ApiServer.start(GOOD.with(Faults.NONE.withHangs(100)))) {
      Files.write(urls, List.of(good.uri(1).toString(), bad.uri(2).toString()));
      Callable<Session> run = () -> harvest("--model", model, "--limit", 2);
      var session = new FutureTask<>(run);
      var thread = Thread.ofPlatform().daemon().start(session);
      await().until(() -> bad.account().hanging() == 1 && lines() == 2);
      thread.interrupt();

      assertEquals(130, session.get().exitCode(), session.get().err());
      assertEquals(
          List.of("quintet: " + out + ": 1 row; --resume goes on with it", "quintet: interrupted"),
          session.get().errLines());
      assertEquals(2, lines());
      assertEquals(
          2, folder.toFile().list((_, name) -> !name.equals(".quintet")).length, "no lock is left");
    }
  }

  private int lines() throws IOException {
    return Files.exists(out) ? Files.readAllLines(out).size() : 0;
  }

  @Test
  void theAddressesAreNotOverwritten() throws IOException {
    Files.writeString(urls, "http://127.0.0.1/\n");
    out = urls;
    var session = harvest("--force");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("is the file of the addresses"), session.err());
  }

  @Test
  void addressesThatAreNoTextAreBadInputAndLeaveNoOutput() throws IOException {
    Files.write(urls, new byte[] {'a', '\n', (byte) 0xff, '\n'});
    var session = harvest();
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("not UTF-8"), session.err());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --limit 0              | --limit must be 1 to 10000, not 0
          --tries 0              | --tries must be 1 to 1000, not 0
          --timeout 0s           | --timeout must be over 0 and under 100 years, not 0ns
          --longest-pause 0s     | --longest-pause must be over 0 and under 100 years, not 0ns
          --deadline soon        | 'soon' is no duration
          --field id             | --field: Invalid input: JSON Pointer expression must start with
          --field /a --field /a  | --field: the field /a is given twice
          --model magic          | no model 'magic'
          --resume --force       | not both
          """)
  void whatCannotBeIsOneLine(String options, String message) throws IOException {
    Files.writeString(urls, "http://127.0.0.1/\n");
    var session = harvest((Object[]) options.split(" +"));
    assertEquals(2, session.exitCode(), session.err());
    assertTrue(session.errLines().getFirst().contains(message), session.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void filesThatCannotBeAreOneLine() {
    assertTrue(harvest().err().contains(urls + ": no such file"));
    urls = folder;
    assertTrue(harvest().err().contains(folder + ": is a folder"));
    out = folder.resolve("nowhere").resolve("out.csv");
    assertTrue(harvest().err().contains("there is no such folder to write it into"));
    assertEquals(2, Session.of(folder, "harvest", urls, "-o", "-").exitCode());
  }
}
