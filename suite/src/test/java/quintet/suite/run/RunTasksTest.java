package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.locks.LocksTasks;
import quintet.sequential.SequentialTasks;
import quintet.suite.Models;
import quintet.suite.cli.Failures;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.Tasks;

final class RunTasksTest {

  private static Tasks right(Models model, Staff staff) {
    return model == Models.LOCKS ? new LocksTasks(staff) : new SequentialTasks();
  }

  private static Session run(BiFunction<Models, Staff, Tasks> models, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal = Terminal.plain(out, err, StandardCharsets.UTF_8);
    var failures = new Failures(terminal, () -> false);
    var words =
        new ArrayList<>(List.of("--warm-up", "0", "--rounds", "2", "--model", "locks", "tasks"));
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    int exitCode =
        RunCommand.commandLine(terminal, Path.of(""), List.of(new RunTasks(models)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures)
            .execute(words.toArray(String[]::new));
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Object... arguments) throws IOException {
    var words = new ArrayList<>(Arrays.asList(arguments));
    words.add("--json");
    var session = run(RunTasksTest::right, words.toArray());
    assertEquals(0, session.exitCode(), session.err());
    return new ObjectMapper().readTree(session.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordered", "unordered", "streaming"})
  void modelsAgreeInEveryMode(String mode) throws IOException {
    var json = json("--mode", mode, "--size", "100ns", "--count", 5_000, "--workers", 2);
    assertTrue(json.get("agreed").asBoolean());
    assertEquals("tasks", json.get("piece").asText());
    assertEquals(mode, json.get("mode").asText());
    assertEquals(5_000, json.get("tasks").asLong());
    assertEquals(2, json.get("rounds").asInt(), "not those of the hash");
    assertTrue(json.get("hashRounds").asInt() > 0);
    for (var model : json.get("models")) {
      assertTrue(model.get("tasksPerSecond").asDouble() > 0);
      assertTrue(model.get("threadsUsed").asInt() >= 1);
    }
  }

  @Test
  void longerTasksAreFewer() throws IOException {
    assertEquals(100, json("--size", "1ms", "--rounds", 1).get("tasks").asLong());
  }

  @Test
  void theTableTellsTasksInASecond() {
    var session = run(RunTasksTest::right, "--count", 1_000, "--skewed");
    assertEquals(0, session.exitCode(), session.err());
    assertTrue(session.outLines().getFirst().contains("tasks/s"), session.out());
    assertTrue(
        session.out().contains("seed 1: 1,000 of about 1us, one in 100 a hundred times longer;"),
        session.out());
  }

  @Test
  void resultsInAnotherOrderAreAnotherAnswer() {
    var session = run(RunTasksTest::swapped, "--count", 2);
    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("locks DISAGREES"), session.err());
    assertTrue(session.err().contains("in another order"), session.err());
  }

  /** With locks doing the second task before the first. */
  private static Tasks swapped(Models model, Staff staff) {
    return model == Models.LOCKS ? new Swapping() : right(model, staff);
  }

  private static final class Swapping implements Tasks {
    @Override
    public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
      Iterator<? extends Task<? extends T>> source = job.source().iterator();
      var first = source.next();
      var second = source.next();
      return new SequentialTasks().start(Job.<T>of(List.of(second, first)));
    }
  }

  @Test
  void workerProcessesGiveTheAnswerOfTheLoopHere() throws IOException {
    var json = json("--processes", 2, "--size", "1ms", "--count", 60, "--mode", "streaming");

    assertTrue(json.get("agreed").asBoolean());
    assertEquals("processes", json.get("placement").asText());
    assertEquals(2, json.get("members").size());
    assertEquals(2, json.get("workers").asInt());
    assertEquals(1, json.get("models").get(0).get("threadsUsed").asInt());
    assertEquals(2, json.get("models").get(1).get("threadsUsed").asInt());
  }

  @Test
  void virtualThreadsAreAPlacement() throws IOException {
    var json = json("--placement", "virtual", "--count", 1_000);

    assertEquals("virtual", json.get("threadKind").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--workers=2 --processes=2",
        "--threads=virtual --processes=2",
        "--threads=platform --placement=virtual",
        "--processes=2 --placement=threads",
        "--cluster=127.0.0.1 --processes=1",
      })
  void whoIsToWorkIsSaidOnce(String options) {
    var words = options.split(" ", -1);
    var session = run(RunTasksTest::right, (Object[]) words);

    assertEquals(2, session.exitCode());
    assertEquals(1, session.errLines().size(), session.err());
    assertTrue(session.err().contains(words[0].substring(0, words[0].indexOf('='))), session.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--size=0s", "--size=2h", "--size=fast", "--count=0", "--mode=magic"})
  void unusableOptionsAreBadInput(String option) {
    var session = run(RunTasksTest::right, option);
    assertEquals(2, session.exitCode());
    assertTrue(
        session.errLines().getFirst().contains(option.substring(0, option.indexOf('='))),
        session.err());
  }
}
