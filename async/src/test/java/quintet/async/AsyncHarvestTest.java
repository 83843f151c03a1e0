package quintet.async;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Faults;
import quintet.services.api.Latency;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.ManyCalls;
import quintet.workloads.harvest.RetryPolicy;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Time;

final class AsyncHarvestTest implements HarvestContract {

  private static final List<String> BLOCKING =
      List.of(
          "jdk.ThreadPark",
          "jdk.ThreadSleep",
          "jdk.JavaMonitorWait",
          "jdk.FileWrite",
          "jdk.SocketRead",
          "jdk.SocketWrite");

  @Override
  public Harvest model(Staff staff) {
    return new AsyncHarvest(staff);
  }

  @Test
  void aThousandCallsInFlightNeedFewThreads(@TempDir Path dir) throws Exception {
    int threads = ManyCalls.peakThreads(model(Staff.of(2)), 1_000, dir);

    assertTrue(threads < 160, () -> threads + " threads");
  }

  @Test
  void nobodyBlocksInTheModelsCodeButTheCallerAndTheClerk(@TempDir Path dir) throws Exception {
    var blocked = blockedDuringAHarvest(Time.SYSTEM, dir);

    assertAll(
        () -> assertTrue(blocked.contains("caller"), blocked::toString),
        () -> assertTrue(blocked.contains("quintet-async-clerk"), blocked::toString),
        () -> assertEquals(2, blocked.size(), blocked::toString));
  }

  @Test
  void aStepThatBlocksWouldBeSeen(@TempDir Path dir) throws Exception {
    var parking =
        new Time() {
          @Override
          public Instant now() {
            return Instant.now();
          }

          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public Duration toPass(Duration pause) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            return Duration.ZERO;
          }
        };

    var blocked = blockedDuringAHarvest(parking, dir);

    assertFalse(
        blocked.stream().filter(name -> name.equals("quintet-async")).toList().isEmpty(),
        blocked::toString);
  }

  /**
   * The names, without numbers, of the threads that blocked in our code: recorded by JFR. The first
   * run loads the classes, which blocks whoever comes to them.
   */
  private List<String> blockedDuringAHarvest(Time time, Path dir) throws Exception {
    harvestAsCaller(time, dir);
    var file = dir.resolve("harvest.jfr");
    try (var recording = new Recording()) {
      BLOCKING.forEach(event -> recording.enable(event).withoutThreshold().withStackTrace());
      recording.start();
      harvestAsCaller(time, dir);
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> isInOurCode(event) && !isTurnAtALock(event))
        .map(AsyncHarvestTest::thread)
        .distinct()
        .sorted()
        .toList();
  }

  private void harvestAsCaller(Time time, Path dir) throws Exception {
    var harvest = new FutureTask<>(() -> harvest(time, dir));
    Thread.ofPlatform().name("caller").start(harvest);
    assertEquals(200, harvest.get().ok());
  }

  private Summary harvest(Time time, Path dir) throws Exception {
    var faults = Faults.NONE.withErrors(20).withSlow(10).withResets(5).inTheFirst(2);
    var behaviour =
        Behaviour.seeded(30)
            .with(faults)
            .with(Latency.fixed(Duration.ofMillis(2)))
            .withSlowBody(Duration.ofMillis(20))
            .withRetryAfter(Duration.ZERO);
    var aMoment = Duration.ofMillis(5);
    try (var server = ApiServer.start(behaviour);
        var sheet = Sheet.create(dir.resolve("out.csv"), Fields.of("/id"))) {
      var urls =
          IntStream.rangeClosed(1, 200).mapToObj(item -> server.uri(item).toString()).toList();
      var job =
          Job.of(urls, sheet)
              .withLimit(20)
              .timedBy(time)
              .retrying(new RetryPolicy(9, aMoment, aMoment, Duration.ofSeconds(2)));
      return model(Staff.of(2)).run(job);
    }
  }

  /** The one thread that runs the steps is not the one that waits for a name to be looked up. */
  @Test
  void aSlowNameHoldsUpNoOtherCall(@TempDir Path dir) throws Exception {
    try (var server = ApiServer.start(Behaviour.seeded(30));
        var sheet = Sheet.create(dir.resolve("out.csv"), Fields.NONE)) {
      var urls =
          List.of(
              "http://" + SlowNames.SLOW + "/", server.uri(1).toString(), server.uri(2).toString());
      var othersAreDone = new CountDownLatch(1);
      var job =
          Job.of(urls, sheet)
              .withLimit(2)
              .retrying(RetryPolicy.NONE)
              .reportingTo(
                  soFar -> {
                    if (soFar.ok() == 2) {
                      othersAreDone.countDown();
                    }
                  });
      var run = new FutureTask<>(() -> model(Staff.of(1)).run(job));
      Thread.ofPlatform().start(run);
      boolean inTime = othersAreDone.await(30, TimeUnit.SECONDS);
      SlowNames.ANSWERED.countDown();

      assertTrue(inTime, "the others waited for the slow name");
      assertEquals(1, run.get().failed());
    }
  }

  private static boolean isInOurCode(RecordedEvent event) {
    var stack = event.getStackTrace();
    return stack != null
        && stack.getFrames().stream()
            .map(frame -> frame.getMethod().getType().getName())
            .anyMatch(
                type ->
                    (type.startsWith("quintet.async.") && !type.contains("Test"))
                        || type.startsWith("quintet.workloads.harvest."));
  }

  /** A moment at the queue of an executor: the JDK's own lock, and soon over. */
  private static boolean isTurnAtALock(RecordedEvent event) {
    return event.hasField("parkedClass")
        && event.getClass("parkedClass") != null
        && event.getClass("parkedClass").getName().contains("ReentrantLock$");
  }

  private static String thread(RecordedEvent event) {
    var name = event.getThread().getJavaName();
    return name == null ? "unknown" : name.replaceAll("-?[0-9]+$", "");
  }
}
