package quintet.suite.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.Models;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcome;
import quintet.workloads.tasks.Task;

/** A worker process is killed while it does a task: no signal handler, no good-bye. */
@Timeout(120)
final class LostMemberTest {

  private static final List<String> SMALL = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
  private static final int TASKS = 60;
  private static final int VICTIM = 20;

  /** At its first beginning, says by which process, and never ends. */
  private static long victim(URI folder) throws IOException, InterruptedException {
    var begun = Files.createTempFile(Path.of(folder), "begun", "");
    var told = Path.of(folder).resolve("process");
    if (!Files.exists(told)) {
      Files.writeString(begun, String.valueOf(ProcessHandle.current().pid()));
      Files.copy(begun, begun.resolveSibling("copy"));
      Files.move(begun.resolveSibling("copy"), told, StandardCopyOption.ATOMIC_MOVE);
      new CountDownLatch(1).await();
    }
    return VICTIM;
  }

  private static long other(int n) {
    return n;
  }

  /** Kills the victim's process when the victim has begun. */
  private static List<Outcome<Long>> outcomes(
      WorkerProcesses workers, Path folder, UnaryOperator<Task<Long>> declared) throws Exception {
    var source =
        IntStream.range(0, TASKS)
            .mapToObj(
                i ->
                    i == VICTIM
                        ? declared.apply(
                            Task.<URI, Long>of(LostMemberTest::victim, folder.toUri())
                                .named("victim"))
                        : declared.apply(Task.<Integer, Long>of(LostMemberTest::other, i)))
            .toList();
    Job<Long> job = Job.<Long>of(source).returningExceptions().placed(workers);
    var run =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Models.THREADPOOL.tasks(Cluster.staff(4)).outcomes(job);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    var told = folder.resolve("process");
    await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(told) || run.isDone());
    long pid = Long.parseLong(Files.readString(told));
    for (var process : workers.processes()) {
      if (process.pid() == pid) {
        assertTrue(process.destroyForcibly());
      }
    }
    return run.get(60, TimeUnit.SECONDS);
  }

  private static long beginnings(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("begun")).count();
    }
  }

  @Test
  void idempotentTasksAreDoneAgainByOthersAndNoneIsLost(@TempDir Path folder) throws Exception {
    try (var workers = WorkerProcesses.start(2, 1, SMALL)) {
      var outcomes = outcomes(workers, folder, Task::asIdempotent);

      assertEquals(
          IntStream.range(0, TASKS).mapToObj(Long::valueOf).toList(),
          outcomes.stream().map(Outcome::value).toList());
      assertTrue(beginnings(folder) >= 2);
      await().atMost(60, TimeUnit.SECONDS).until(() -> workers.cluster().members().size() == 1);
    }
  }

  /**
   * It closes no connection; and it was to hold copies of what the other begins. The others find
   * out after half a minute of patience only, as does the client.
   */
  @Test
  @Tag("nightly")
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are stopped by a Unix signal")
  void aMemberThatHangsHoldsUpNothingForEver(@TempDir Path folder) throws Exception {
    try (var workers = WorkerProcesses.start(2, 1, SMALL)) {
      var stopped = workers.processes().getLast();
      var stop = new ProcessBuilder("kill", "-STOP", String.valueOf(stopped.pid())).start();
      assertEquals(0, stop.waitFor());

      var tasks =
          IntStream.range(0, 4).mapToObj(i -> Task.<Integer, Long>of(LostMemberTest::other, i));
      var values = Models.THREADPOOL.tasks(Cluster.staff(4)).values(Job.of(tasks).placed(workers));

      assertEquals(List.of(0L, 1L, 2L, 3L), values);
    }
  }

  @Test
  void aTaskThatIsNotIdempotentIsNotDoneTwiceAndSaysSo(@TempDir Path folder) throws Exception {
    try (var workers = WorkerProcesses.start(2, 1, SMALL)) {
      var outcomes = outcomes(workers, folder, task -> task);

      var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(VICTIM));
      var cause = assertInstanceOf(PlacementException.class, failed.failure().getCause());
      var message = String.valueOf(cause.getMessage());
      assertTrue(
          message.matches(
              "task 'victim' was under way on 127\\.0\\.0\\.1:\\d+, which left;"
                  + " it is not declared idempotent, so it was not done again"),
          message);
      assertEquals(1, beginnings(folder));
      assertEquals(TASKS - 1, outcomes.stream().filter(Outcome.Done.class::isInstance).count());

      assertNoMemberLeftIsAnErrorAndNoHang(workers);
    }
  }

  private static void assertNoMemberLeftIsAnErrorAndNoHang(WorkerProcesses workers) {
    workers.processes().forEach(ProcessHandle::destroyForcibly);
    var task = workers.place(Task.of(LostMemberTest::other, 1).named("late"));

    for (int i = 0; i < 2; i++) { // while the last connection breaks, and after
      var failure = assertThrows(PlacementException.class, () -> task.body().call());
      assertTrue(
          String.valueOf(failure.getMessage())
              .startsWith("task 'late' has no member left to be done by"),
          failure.getMessage());
    }
  }
}
