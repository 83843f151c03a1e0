package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.sequential.SequentialHarvest;
import quintet.suite.Models;
import quintet.suite.cli.Session;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Summary;

@Timeout(60)
final class RunHarvestTest {

  @TempDir private Path home;

  /** Of the threads that the models were to have. */
  private final Set<Staff.Kind> kinds = EnumSet.noneOf(Staff.Kind.class);

  @Test
  void everyModelWritesTheSameRows() throws IOException {
    var session =
        Session.of(
            home,
            "run",
            "harvest",
            "--calls",
            30,
            "--latency",
            "1ms",
            "--limit",
            5,
            "--rounds",
            2,
            "--warm-up",
            0,
            "--json");
    assertEquals(0, session.exitCode(), session.err());
    var json = new ObjectMapper().readTree(session.out());
    assertTrue(json.get("agreed").asBoolean());
    assertEquals(30, json.get("calls").asInt());
    assertEquals(6.0, json.get("waitMillis").asDouble());
    assertEquals("virtual", json.get("threadKind").asText());
    assertEquals(Models.labels(), json.get("models").findValuesAsText("model"));
    var rounds =
        StreamSupport.stream(json.get("models").spliterator(), false)
            .map(model -> model.get("roundMillis").size())
            .toList();
    assertEquals(List.of(1, 2, 2, 2, 2), rounds, "the baseline waits only once");
    for (var model : json.get("models")) {
      assertTrue(model.get("timeOverWait").asDouble() >= 1, model.toString());
      assertTrue(model.get("threadsUsed").asInt() >= 1);
    }
  }

  @Test
  void aMissingRowIsAnotherAnswer() {
    var session = withLocks(new Forgetful(), 3);
    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("rows 2 instead of 3"), session.err());
    assertTrue(session.out().contains("time/wait"), session.out());
  }

  private Session withLocks(Harvest other, int calls) {
    return with(model -> model == Models.LOCKS ? other : new SequentialHarvest(), calls);
  }

  private Session with(Function<Models, Harvest> models, int calls, String... options) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var harvest =
        new RunHarvest(
            (model, staff) -> {
              kinds.add(staff.kind());
              return models.apply(model);
            });
    int exitCode =
        RunCommand.commandLine(
                Terminal.plain(out, err, StandardCharsets.UTF_8), home, List.of(harvest))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                Stream.concat(
                        Stream.of(
                            "--model=locks",
                            "--rounds=2",
                            "--warm-up=0",
                            "harvest",
                            "--latency=1ms",
                            "--calls=" + calls),
                        Stream.of(options))
                    .toArray(String[]::new));
    return new Session(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void threadsThatWaitAreVirtualUnlessOthersAreAskedFor() {
    var usual = with(_ -> new SequentialHarvest(), 3, "--workers=3", "--limit=2");
    assertEquals(Set.of(Staff.Kind.VIRTUAL), kinds);
    kinds.clear();
    var platform = with(_ -> new SequentialHarvest(), 3, "--threads=platform");
    assertEquals(Set.of(Staff.Kind.PLATFORM), kinds);

    assertTrue(usual.out().contains("A virtual thread a call (async: 3 for all), "), usual.out());
    assertTrue(usual.out().contains("calls x latency / limit = 3 x 1ms / 2 = 1.5 ms"), usual.out());
    assertTrue(platform.out().contains("A platform thread a call "), platform.out());
  }

  /** Leaves out the first address. */
  private static final class Forgetful implements Harvest {
    @Override
    public Summary run(Job job) throws IOException, InterruptedException {
      var urls = StreamSupport.stream(job.urls().spliterator(), false).skip(1).toList();
      return new SequentialHarvest().run(Job.of(urls, job.sheet()));
    }
  }

  @Test
  void aThreadThatLeavesMeanwhileHidesNoneThatIsStarted() {
    Harvest noCalls = job -> new SequentialHarvest().run(Job.of(List.of(), job.sheet()));
    var relay = new Relay(noCalls);
    var session = with(model -> model == Models.LOCKS ? relay : noCalls, 3);
    var locks = session.outLines().stream().filter(line -> line.startsWith("locks")).findFirst();
    assertTrue(locks.orElseThrow().matches(".* 3 +yes"), session.out());
  }

  /**
   * Each run starts one thread, beside the one of a client without a call, and the one of the run
   * before leaves.
   */
  private static final class Relay implements Harvest {
    private final Harvest harvest;
    private CountDownLatch end = new CountDownLatch(0);
    private Thread runner = new Thread();

    Relay(Harvest harvest) {
      this.harvest = harvest;
    }

    @Override
    public Summary run(Job job) throws IOException, InterruptedException {
      end.countDown();
      runner.join();
      var next = new CountDownLatch(1);
      runner = Thread.ofPlatform().daemon().start(() -> awaitQuietly(next));
      end = next;
      return harvest.run(job);
    }

    private static void awaitQuietly(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--calls=0", "--limit=0", "--latency=11s"})
  void unusableOptionsAreBadInput(String option) {
    var session = Session.of(home, "run", "harvest", option);
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains(option.substring(0, option.indexOf('='))), session.err());
  }
}
