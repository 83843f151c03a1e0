package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.Models;
import quintet.suite.cli.Marc;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

final class RunCommandTest {

  @TempDir private Path home;
  private Path file = Path.of("");

  @BeforeEach
  void makeFile() throws IOException {
    file = Marc.file(home.resolve("two.mrc"), "one", "two");
  }

  @Test
  void everyModelHasARowAndTheSameAnswer() {
    var session = Session.of(home, "run", "catalog", file, "--rounds", 2, "--warm-up", 0);
    assertEquals(0, session.exitCode(), session.err());
    for (var model : Models.labels()) {
      assertTrue(session.out().contains("\n" + model) || session.out().startsWith(model));
    }
    assertFalse(session.out().contains("NO"), session.out());
    assertTrue(session.out().contains("The measurement is 'quintet bench'"), session.out());
  }

  @Test
  void jsonHasTheSameInNumbers() throws IOException {
    var session =
        Session.of(
            home,
            "run",
            "catalog",
            file,
            "--json",
            "--rounds",
            3,
            "--warm-up",
            0,
            "--workers",
            2,
            "--threads",
            "virtual",
            "--work",
            "titles");
    assertEquals(0, session.exitCode(), session.err());
    var json = new ObjectMapper().readTree(session.out());
    assertEquals(2, json.get("records").asInt());
    assertEquals("titles", json.get("work").asText());
    assertEquals("virtual", json.get("threadKind").asText());
    assertTrue(json.get("agreed").asBoolean());
    assertEquals(Models.labels(), json.get("models").findValuesAsText("model"));
    for (var model : json.get("models")) {
      assertEquals(3, model.get("roundMillis").size());
      assertEquals(1, model.get("threadsUsed").asInt(), "one block keeps one thread busy");
      assertTrue(model.get("medianMillis").asDouble() > 0);
    }
  }

  @Test
  void onlyTheChosenModelsRunBesideTheBaseline() throws IOException {
    var session =
        Session.of(
            home,
            "run",
            "catalog",
            file,
            "--json",
            "--rounds",
            1,
            "--warm-up",
            0,
            "--model",
            "locks,async",
            "--model",
            "LOCKS");
    var json = new ObjectMapper().readTree(session.out());
    assertEquals(
        List.of("sequential", "locks", "async"), json.get("models").findValuesAsText("model"));
  }

  @Test
  void anotherAnswerIsALoudFailure() {
    var session = withAsync((model, staff) -> new Doctored(model.catalog(staff)));
    assertEquals(1, session.exitCode());
    assertTrue(session.out().contains("NO"), session.out());
    assertTrue(session.err().contains("async DISAGREES with sequential in round 1"), session.err());
    assertTrue(session.err().contains("records 3 instead of 2"), session.err());
  }

  @Test
  void aModelThatFailsOnInputThatTheBaselineCouldReadDisagrees() {
    var session = withAsync((model, staff) -> new Failing());
    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("async DISAGREES"), session.err());
    assertTrue(session.err().contains("planted"), session.err());
  }

  /** Runs the command with another model in the place of async. */
  private Session withAsync(BiFunction<Models, Staff, Catalog> other) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var catalog =
        new RunCatalog(
            (model, staff) ->
                model == Models.ASYNC ? other.apply(model, staff) : model.catalog(staff));
    int exitCode =
        RunCommand.commandLine(
                Terminal.plain(out, err, StandardCharsets.UTF_8), home, List.of(catalog))
            .execute("catalog", file.toString(), "--rounds", "1", "--warm-up", "0");
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Counts a record too many. */
  private record Doctored(Catalog catalog) implements Catalog {
    @Override
    public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
        throws IOException, InterruptedException {
      var right = catalog.run(job, consumer);
      return new Summary(
          right.records() + 1,
          right.results(),
          right.bytes(),
          right.skipped(),
          right.recovered(),
          right.places(),
          right.digest());
    }
  }

  private record Failing() implements Catalog {
    @Override
    public <T> Summary run(Job<T> job, Consumer<? super T> consumer) {
      throw new IllegalStateException("planted");
    }
  }

  @Test
  void inputThatCanBeReadOnlyOnceIsRefused() {
    var session = Session.of(home, "run", "catalog", "-");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("only once"), session.err());
  }

  @Test
  void aFileInThePlaceOfThePieceGetsAHint() {
    var session = Session.of(home, "run", file);
    assertEquals(2, session.exitCode());
    assertEquals(1, session.errLines().size(), session.err());
    assertTrue(session.err().contains("quintet run catalog " + file), session.err());
  }

  @Test
  void anotherWordInThePlaceOfThePieceIsToldWhatThereIs() {
    var session = Session.of(home, "run", "juggling");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("no piece of work 'juggling'; there are: catalog"));
  }

  @Test
  void anOptionOfOnePieceIsRefusedByTheOthers() {
    var session = Session.of(home, "run", "--records=5");
    assertEquals(2, session.exitCode());
    assertEquals(
        "quintet: --records is not for 'quintet run', but for: quintet run catalog",
        session.errLines().getFirst());
  }

  @Test
  void commonOptionsMayStandBeforeThePiece() throws IOException {
    var session =
        Session.of(
            home,
            "run",
            "--rounds",
            3,
            "--json",
            "--model",
            "locks",
            "catalog",
            file,
            "--warm-up",
            0);
    assertEquals(0, session.exitCode(), session.err());
    var json = new ObjectMapper().readTree(session.out());
    assertEquals(3, json.get("rounds").asInt());
    assertEquals(0, json.get("warmUpRounds").asInt());
    assertEquals(List.of("sequential", "locks"), json.get("models").findValuesAsText("model"));
  }

  @Test
  void unusableNumbersAreBadInput() {
    for (var option : List.of("--workers", "--rounds", "--records")) {
      var session = Session.of(home, "run", "catalog", option, 0);
      assertEquals(2, session.exitCode());
      assertTrue(session.err().contains(option + " must be"), session.err());
    }
    assertEquals(2, Session.of(home, "run", "catalog", file, "--records", 5).exitCode());
    assertEquals(2, Session.of(home, "run", "--model", "magic").exitCode());
  }

  @Test
  void brokenInputIsReportedOnceInLenientModeAndBadInputInStrictMode() throws IOException {
    Files.write(file, Marc.BROKEN, StandardOpenOption.APPEND);
    var strict = Session.of(home, "run", "catalog", file, "--rounds", 1, "--warm-up", 0);
    assertEquals(2, strict.exitCode());
    assertEquals(1, strict.errLines().size(), strict.err());
    var lenient =
        Session.of(home, "run", "catalog", file, "--lenient", "--rounds", 1, "--warm-up", 0);
    assertEquals(0, lenient.exitCode(), lenient.err());
    assertEquals(1, lenient.outLines().stream().filter(s -> s.startsWith("1 skipped")).count());
  }

  @Test
  void generatedDataIsMadeOnce() throws IOException {
    Object[] arguments = {"run", "catalog", "--records", 50, "--rounds", 1, "--warm-up", 0};
    assertEquals(0, Session.of(home, arguments).exitCode());
    var first = generated();
    assertEquals(1, first.size());
    var again = Session.of(home, arguments);
    assertEquals("", again.err());
    assertEquals(first, generated());
  }

  private List<Path> generated() throws IOException {
    try (var files = Files.list(home.resolve(".quintet").resolve("data"))) {
      return files.toList();
    }
  }
}
