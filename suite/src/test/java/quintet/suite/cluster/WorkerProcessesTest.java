package quintet.suite.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.suite.Models;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcome;
import quintet.workloads.tasks.Task;

/** Tasks in real worker processes, two that stay. */
@Timeout(120)
final class WorkerProcessesTest {

  private static final List<String> SMALL = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

  @SuppressWarnings("NullAway.Init")
  private static WorkerProcesses workers;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    workers = WorkerProcesses.start(2, 1, SMALL);
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  private static int square(int n) {
    return n * n;
  }

  private static int failAt7(int n) {
    if (n == 7) {
      throw new IllegalStateException("seven");
    }
    return n;
  }

  @ParameterizedTest
  @EnumSource
  void everyModelGivesTheValuesOfTheLoop(Models model) throws InterruptedException {
    var job =
        Job.of(
            IntStream.range(0, 40).mapToObj(i -> Task.of(WorkerProcessesTest::square, i)).toList());
    var oracle = Models.SEQUENTIAL.tasks(Cluster.staff(1)).values(job);

    assertEquals(oracle, model.tasks(Cluster.staff(2)).values(job.placed(workers)));
  }

  @Test
  void bodiesAreDoneInTheProcessesOfAll() throws InterruptedException {
    var job =
        Job.of(IntStream.range(0, 20).mapToObj(_ -> Task.of(() -> ProcessHandle.current().pid())));
    var pids = Models.THREADPOOL.tasks(Cluster.staff(2)).values(job.placed(workers));

    var expected = workers.processes().stream().map(ProcessHandle::pid).toList();
    assertEquals(new HashSet<>(expected), new HashSet<>(pids));
  }

  // ---- failures

  @Test
  void aFailureIsTheOutcomeOfItsTask() throws InterruptedException {
    var job = Job.of(IntStream.range(0, 9).mapToObj(i -> Task.of(WorkerProcessesTest::failAt7, i)));
    var outcomes =
        Models.LOCKS.tasks(Cluster.staff(2)).outcomes(job.returningExceptions().placed(workers));

    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(7));
    var cause = assertInstanceOf(IllegalStateException.class, failed.failure().getCause());
    assertEquals("seven", cause.getMessage());
    assertEquals(8, outcomes.get(8).value());
  }

  @Test
  void anErrorComesBackAsItself() {
    var task =
        Task.of(
            () -> {
              throw new StackOverflowError("deep");
            });

    var error = assertThrows(StackOverflowError.class, () -> done(task));
    assertEquals("deep", error.getMessage());
  }

  @SuppressWarnings("serial") // that is what it is about
  static final class OpenException extends Exception {
    final Object connection = new Object();

    OpenException(Throwable cause) {
      super("still open", cause);
    }
  }

  @Test
  void anExceptionThatCannotBeSentIsDescribed() {
    var task =
        Task.of(
            () -> {
              throw new OpenException(new IOException("broken"));
            });

    var failure = assertThrows(RemoteFailureException.class, () -> done(task));
    assertEquals(OpenException.class.getName(), failure.className());
    assertEquals(
        OpenException.class.getName()
            + ": still open (it.connection (java.lang.Object) is not serialisable)",
        failure.getMessage());
    assertInstanceOf(IOException.class, failure.getCause());
  }

  @Test
  void aTaskThatCannotBeSentIsRefusedBeforeItIs() {
    var thing = new Object();
    var task = Task.of(() -> thing.hashCode()).named("page 7");

    var refusal = assertThrows(IllegalArgumentException.class, () -> workers.place(task));
    assertTrue(
        message(refusal)
            .startsWith("task 'page 7': body.captured[0] (java.lang.Object) is not serialisable"),
        message(refusal));
  }

  @Test
  void aBodyThatHoldsItsPlacementIsRefused() {
    var placement = workers;
    var cluster = workers.cluster();
    var ofWorkers = Task.of(() -> placement.hashCode());
    var ofCluster = Task.of(() -> cluster.hashCode());

    assertRefused(WorkerProcesses.class, ofWorkers);
    assertRefused(Cluster.class, ofCluster);
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatHoldsWhatRunsTasksIsRefused(Models model) {
    var tasks = model.tasks(Cluster.staff(2));

    assertRefused(tasks.getClass(), Task.of(() -> tasks.hashCode()));
  }

  private static void assertRefused(Class<?> captured, Task<?> task) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> workers.place(task));
    assertTrue(
        message(refusal)
            .startsWith("task: body.captured[0] (" + captured.getName() + ") is not serialisable"),
        message(refusal));
  }

  record Answer(String text, Object source) implements Serializable {}

  @Test
  void aValueThatCannotBeSentIsNamedWithItsPath() {
    var task = Task.of(() -> new Answer("42", new Object())).named("page 7");

    var refusal = assertThrows(PlacementException.class, () -> done(task));
    assertEquals(
        "task 'page 7' was done, but its result cannot be sent:"
            + " result.source (java.lang.Object) is not serialisable",
        refusal.getMessage());
  }

  @Test
  void aTaskOfAClassThatTheMembersDoNotKnowIsRefusedByName(@TempDir Path folder) throws Exception {
    var source =
        Files.writeString(
            folder.resolve("Unknown.java"),
            "public record Unknown() implements quintet.workloads.tasks.Task.Body<Integer> {"
                + " public Integer call() { return 1; } }");
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(
        0,
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            source.toString()));
    try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
      var body = (Task.Body<?>) loader.loadClass("Unknown").getConstructor().newInstance();

      var refusal =
          assertThrows(PlacementException.class, () -> done(new Task<>("page 7", body, false)));
      assertTrue(
          message(refusal)
              .matches(
                  "task 'page 7': 127\\.0\\.0\\.1:\\d+ does not know the class Unknown;"
                      + " the task's code must be on its class path"),
          message(refusal));
    }
  }

  // ---- cancellation

  private static String waitToBeInterrupted(URI folder) throws IOException {
    Files.createFile(Path.of(folder).resolve("begun"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Files.createFile(Path.of(folder).resolve("interrupted"));
    }
    return "";
  }

  @Test
  void anInterruptEndsTheWaitAndReachesTheBody(@TempDir Path folder)
      throws InterruptedException, ExecutionException, TimeoutException {
    var ended = new CompletableFuture<Throwable>();
    var waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    var _ = done(Task.of(WorkerProcessesTest::waitToBeInterrupted, folder.toUri()));
                  } catch (Exception e) {
                    ended.complete(e);
                  }
                });
    awaitFile(folder.resolve("begun"));
    waiting.interrupt();

    assertInstanceOf(InterruptedException.class, ended.get(60, TimeUnit.SECONDS));
    awaitFile(folder.resolve("interrupted"));
  }

  private static void awaitFile(Path file) {
    await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(file));
  }

  // ---- the end

  @Test
  void aWorkerEndsWithItsParent() throws IOException, InterruptedException {
    var process = WorkerProcesses.launch(null, 1, SMALL);
    var _ = WorkerProcesses.handOver(process, Secret.random());
    assertTrue(process.isAlive());

    process.getOutputStream().close(); // as the system does when the parent has died

    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
  }

  @Test
  void aWorkerThatCannotStartIsToldAndNoneIsLeft() {
    var failure =
        assertThrows(IOException.class, () -> WorkerProcesses.start(1, 1, List.of("-Xmx1x")));

    assertEquals("a worker process did not start: exit code 1", failure.getMessage());
    assertFalse(
        ProcessHandle.current()
            .children()
            .anyMatch(
                child ->
                    !workers.processes().contains(child)
                        && child.isAlive()
                        && child.info().commandLine().orElse("").contains("-Xmx1x")));
  }

  private static Object done(Task<?> task) throws Exception {
    return Objects.requireNonNullElse(workers.place(task).body().call(), "null");
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
