package quintet.workloads.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.services.api.Account;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Faults;
import quintet.services.api.Latency;
import quintet.services.api.Pause;
import quintet.workloads.Staff;
import quintet.workloads.testing.FirstFailureEnds;

/**
 * What every model of {@link Harvest} must do. Written once; each model's test class implements it
 * and inherits the tests. The server is real and in this process; pauses between tries are not.
 */
@ExtendWith(FirstFailureEnds.class)
public interface HarvestContract {

  Fields FIELDS = Fields.of("/id", "/maker/name", "/note", "/maker");

  /** Short enough to wait for; longer than an answer takes on a busy machine. */
  Duration SHORT = Duration.ofMillis(400);

  /** The model under test. */
  Harvest model(Staff staff);

  /** How many calls it has in flight when there are enough of them. */
  default int inFlightUnder(int limit) {
    return limit;
  }

  @AfterEach
  default void noThreadOfARunIsLeft() {
    await("threads of the run to end")
        .pollDelay(Duration.ZERO)
        .until(() -> Remains.threads().isEmpty());
  }

  // ---- the same rows as the oracle

  @Test
  default void noUrlGivesASheetWithNothingButItsHeader(@TempDir Path dir) throws Exception {
    var out = dir.resolve("out.csv");

    try (var sheet = Sheet.create(out, FIELDS)) {
      assertEquals(Summary.NOTHING, model(Staff.of(2)).run(Job.of(List.of(), sheet)));
    }

    assertEquals(List.of(), Written.in(out, FIELDS).rows());
  }

  @ParameterizedTest
  @CsvSource({"1, PLATFORM", "3, PLATFORM", "50, PLATFORM", "1, VIRTUAL", "50, VIRTUAL"})
  default void theRowsAreThoseOfTheOracleWhateverTheSchedule(
      int limit, Staff.Kind kind, @TempDir Path dir) throws Exception {
    var flaky = Faults.NONE.withErrors(20).withTooMany(10).withGone(10);
    var behaviour = Behaviour.seeded(limit).with(flaky);

    var expected = harvest(new OracleHarvest(), behaviour, 150, dir, job -> job.withLimit(limit));
    var actual =
        harvest(model(new Staff(2, kind)), behaviour, 150, dir, job -> job.withLimit(limit));

    assertAll(
        () -> assertEquals(expected.written.timeless(), actual.written.timeless()),
        () -> assertEquals(expected.summary, actual.summary));
  }

  @Test
  default void aUrlThatIsGivenThreeTimesHasThreeRows(@TempDir Path dir) throws Exception {
    try (var server = ApiServer.start(Behaviour.seeded(1))) {
      var urls = Collections.nCopies(3, server.uri(7).toString());

      var result = harvest(model(Staff.of(2)), urls, dir, job -> job);

      assertAll(
          () -> assertEquals(urls, result.written.urls()),
          () -> assertEquals(3, server.account().requestsFor(7)));
    }
  }

  @Test
  default void whatCannotBeCalledIsARowThatSaysWhy(@TempDir Path dir) throws Exception {
    var refused = "http://127.0.0.1:" + unusedPort() + "/";
    var urls = List.of("no url", "", "ftp://example.org/x", "http:///nowhere", "items/7", refused);

    var result = harvest(model(Staff.of(2)), urls, dir, job -> job);

    assertAll(
        () -> assertEquals(urls.stream().sorted().toList(), result.written.urls()),
        () -> assertEquals(6, result.summary.failed()),
        () -> assertEquals(0, result.written.ok()),
        () ->
            assertEquals(
                List.of("cannot connect"),
                result.written.rows().stream()
                    .filter(row -> row.url().equals(refused))
                    .map(Row::error)
                    .toList()));
  }

  @Test
  default void anAnswerThatIsNotJsonIsAFailureOnlyIfFieldsAreSelected(@TempDir Path dir)
      throws Exception {
    try (var server = new PlainServer("<html>, \"quoted\"\r\n</html>")) {
      var urls = List.of(server.url());

      var selecting = harvest(model(Staff.of(2)), urls, dir, job -> job).written;
      var out = dir.resolve("plain.csv");
      try (var sheet = Sheet.create(out, Fields.NONE)) {
        var _ = model(Staff.of(2)).run(Job.of(urls, sheet));
      }

      assertAll(
          () -> assertTrue(selecting.errors().getFirst().startsWith("not JSON: ")),
          () -> assertEquals(1, selecting.attempts().getFirst()),
          () -> assertEquals(1, Written.in(out, Fields.NONE).ok()));
    }
  }

  @Test
  default void twoRunsOfOneModelDoNotDisturbEachOther(@TempDir Path dir) throws Exception {
    var model = model(Staff.of(2));
    var behaviour = Behaviour.seeded(3).with(Faults.NONE.withErrors(20));
    var mine = Files.createDirectory(dir.resolve("mine"));
    var others = Files.createDirectory(dir.resolve("others"));
    var other = Background.start(() -> harvest(model, behaviour, 100, others, job -> job));

    var result = harvest(model, behaviour, 100, mine, job -> job);

    assertEquals(result.written.timeless(), other.result().written.timeless());
  }

  // ---- the limit

  /** The server answers one call at a time: each is followed by one more, and never by two. */
  @ParameterizedTest
  @EnumSource
  default void asManyCallsAreInFlightAsTheLimitAllowsAndNeverMore(
      Staff.Kind kind, @TempDir Path dir) throws Exception {
    int expected = inFlightUnder(7);
    var answers = new Semaphore(0);
    var waiting = Behaviour.seeded(4).with(Latency.fixed(Duration.ofMillis(1)));
    try (var server = start(waiting, _ -> answers.acquire())) {
      var urls = urls(server, 100);
      var run =
          Background.start(
              () -> harvest(model(new Staff(2, kind)), urls, dir, job -> job.withLimit(7)));
      for (int answered = 0; answered < 50; answered++) {
        int arrived = expected + answered;
        soon().until(() -> server.account().requests() >= arrived);
        soon().until(() -> server.account().inFlight() == expected);
        answers.release();
      }
      answers.release(50);

      assertEquals(100, run.result().summary.ok());
      assertEquals(expected, server.account().mostInFlight());
    }
  }

  @Test
  default void retriesKeepToTheLimitToo(@TempDir Path dir) throws Exception {
    var flaky = Faults.NONE.withErrors(40);
    var waiting = Latency.fixed(Duration.ofMillis(2));
    try (var server = ApiServer.start(Behaviour.seeded(5).with(flaky).with(waiting))) {
      var result = harvest(model(Staff.of(2)), urls(server, 200), dir, job -> job.withLimit(5));

      assertAll(
          () -> assertEquals(200, result.written.rows().size()),
          () -> assertTrue(server.account().mostInFlight() <= 5, server.account()::toString));
    }
  }

  /** Sequential is the exception: its calls wait for each other, and so do their rows. */
  @Test
  default void aRowIsWrittenWhileOtherCallsAreInFlight(@TempDir Path dir) throws Exception {
    int others = (inFlightUnder(2) - 1) * 49;
    var isFirst = new AtomicBoolean(true);
    var goOn = new CountDownLatch(1);
    Pause holdTheFirst =
        _ -> {
          if (isFirst.getAndSet(false)) {
            goOn.await();
          }
        };
    var written = new AtomicLong();
    var waiting = Behaviour.seeded(25).with(Latency.fixed(Duration.ofMillis(1)));
    try (var server = start(waiting, holdTheFirst)) {
      var urls = urls(server, 50);
      var run =
          Background.start(
              () ->
                  harvest(
                      model(Staff.of(2)),
                      urls,
                      dir,
                      job -> job.withLimit(2).reportingTo(all -> written.set(all.rows()))));

      await().until(() -> written.get() == others);
      goOn.countDown();

      assertEquals(50, run.result().summary.ok());
    }
  }

  /** As when another program finds the URLs, or somebody types them. */
  @Test
  default void rowsAreWrittenWhileTheSourceWaits(@TempDir Path dir) throws Exception {
    var out = dir.resolve("out.csv");
    var goOn = new CountDownLatch(1);
    var written = new AtomicLong();
    try (var server = ApiServer.start(Behaviour.seeded(26));
        var sheet = Sheet.create(out, FIELDS)) {
      var source =
          new Source(
              5,
              number -> {
                if (number == 4) {
                  passed(goOn);
                }
                return server.uri((int) number).toString();
              });
      var job = Job.of(source, sheet).reportingTo(soFar -> written.set(soFar.rows()));
      var run = Background.start(() -> model(Staff.of(2)).run(job));

      try {
        await().until(() -> written.get() == 3);
        assertEquals(3, Written.in(out, FIELDS).ok());
      } finally {
        goOn.countDown();
      }

      assertEquals(5, run.result().ok());
    }
  }

  @Test
  default void aRunWhoseSourceWaitsEndsByAnInterrupt(@TempDir Path dir) throws Exception {
    try (var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var waits = new CountDownLatch(1);
      var source =
          new Source(
              1,
              _ -> {
                waits.countDown();
                throw interrupted();
              });
      var run = Background.start(() -> model(Staff.of(2)).run(Job.of(source, sheet)));
      waits.await();

      run.interrupt();

      var thrown = assertThrows(Exception.class, run::result);
      assertTrue(
          thrown instanceof InterruptedException
              || thrown.getCause() instanceof InterruptedException, // the source's own failure
          thrown::toString);
    }
  }

  @Test
  default void noMoreUrlsArePulledThanTheWindowHasRoomFor(@TempDir Path dir) throws Exception {
    var written = new AtomicLong();
    var tooMany = new AtomicBoolean();
    var out = dir.resolve("out.csv");
    try (var sheet = Sheet.create(out, Fields.NONE)) {
      int limit = 3;
      var source =
          new Source(
              5_000,
              number -> {
                tooMany.compareAndSet(false, number - written.get() > 2L * limit);
                return "not to be called " + number;
              });
      var job =
          Job.of(source, sheet).withLimit(limit).reportingTo(soFar -> written.set(soFar.rows()));

      var summary = model(Staff.of(2)).run(job);

      assertAll(() -> assertEquals(5_000, summary.failed()), () -> assertFalse(tooMany.get()));
    }
  }

  /** The server answers one call at a time: each row is room for one more URL, and none before. */
  @Test
  default void aServerThatDoesNotAnswerHoldsTheSourceBackAtTheWindow(@TempDir Path dir)
      throws Exception {
    int limit = 4;
    var written = new AtomicLong();
    var tooMany = new AtomicBoolean();
    var answers = new Semaphore(0);
    var waiting = Behaviour.seeded(6).with(Latency.fixed(Duration.ofMillis(1)));
    try (var server = start(waiting, _ -> answers.acquire());
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var source =
          new Source(
              1_000_000,
              number -> {
                tooMany.compareAndSet(false, number - written.get() > 2L * limit);
                return server.uri((int) number).toString();
              });
      var job =
          Job.of(source, sheet).withLimit(limit).reportingTo(soFar -> written.set(soFar.rows()));
      var run = Background.start(() -> model(Staff.of(2)).run(job));
      for (int answered = 0; answered < 20; answered++) {
        long rows = answered;
        soon().until(() -> written.get() == rows);
        answers.release();
      }

      assertFalse(tooMany.get());

      run.interrupt();
      assertThrows(InterruptedException.class, run::result);
    }
  }

  // ---- retries

  @Test
  default void anAnswerThatMayGoBetterIsAskedForAgain(@TempDir Path dir) throws Exception {
    var behaviour = Behaviour.seeded(7).with(Faults.NONE.withErrors(100).inTheFirst(2));

    var result = harvest(model(Staff.of(2)), behaviour, 30, dir, job -> job);

    assertAll(
        () -> assertEquals(new Summary(30, 0, 30, 0, 90, result.summary.bytes()), result.summary),
        () -> assertEquals(List.of(3), result.written.attempts()));
  }

  @Test
  default void nothingIsTriedMoreOftenThanThePolicySays(@TempDir Path dir) throws Exception {
    var behaviour = Behaviour.seeded(8).with(Faults.NONE.withErrors(100));

    var result = harvest(model(Staff.of(2)), behaviour, 30, dir, job -> job);

    assertAll(
        () -> assertEquals(30, result.summary.failed()),
        () -> assertEquals(List.of("HTTP 500", "HTTP 502", "HTTP 503"), result.written.errors()),
        () -> assertEquals(List.of(4), result.written.attempts()));
  }

  @Test
  default void aRequestThatIsWrongIsNotRepeated(@TempDir Path dir) throws Exception {
    try (var server = ApiServer.start(Behaviour.seeded(9).with(Faults.NONE.withGone(100)))) {
      var result = harvest(model(Staff.of(2)), urls(server, 30), dir, job -> job);

      assertAll(
          () -> assertEquals(30, server.account().requests()),
          () -> assertEquals(List.of("HTTP 404"), result.written.errors()));
    }
  }

  @Test
  default void retryAfterIsObeyedAsSecondsAndAsADate(@TempDir Path dir) throws Exception {
    var time = new TestTime();
    var busy = Faults.NONE.withTooMany(100).inTheFirst(1);
    var behaviour = Behaviour.seeded(10).with(busy).withRetryAfter(Duration.ofSeconds(7));
    try (var server = ApiServer.start(behaviour, anyPort(), Pause.REAL, time::now)) {
      long ok = 0;
      for (var url : urls(server, 20)) { // alone: the pauses of others would put its clock forward
        ok += harvest(model(Staff.of(2)), List.of(url), dir, job -> job.timedBy(time)).summary.ok();
      }

      assertEquals(20, ok);
      assertEquals(Collections.nCopies(20, Duration.ofSeconds(7)), time.pauses());
    }
  }

  /** What {@link Harvest} says of a try. It is the client's doing, and the same in all models. */
  @Test
  default void whatTheClientSendsAgainByItselfBelongsToItsTry(@TempDir Path dir) throws Exception {
    try (var server = new ClosingServer()) {
      var urls = List.of(server.url() + "first", server.url() + "second");

      var result =
          harvest(
              model(Staff.of(2)), urls, dir, job -> job.withLimit(1).retrying(RetryPolicy.NONE));

      assertAll(
          () -> assertEquals(2, result.summary.ok()),
          () -> assertEquals(2, result.summary.tries()),
          () -> assertEquals(3, server.requests()));
    }
  }

  // ---- time

  @Test
  default void aCallThatHangsEndsAtItsTimeoutAndIsTriedAgain(@TempDir Path dir) throws Exception {
    var behaviour = Behaviour.seeded(11).with(Faults.NONE.withHangs(100).inTheFirst(1));

    var result =
        harvest(model(Staff.of(2)), behaviour, 4, dir, job -> job.withTimeout(SHORT).withLimit(4));

    assertAll(
        () -> assertEquals(4, result.summary.ok()),
        () -> assertEquals(4, result.summary.retried()));
  }

  @Test
  default void aBodyThatDribblesEndsAtTheTimeout(@TempDir Path dir) throws Exception {
    var behaviour =
        Behaviour.seeded(12).with(Faults.NONE.withSlow(100)).withSlowBody(Duration.ofMinutes(1));

    var result =
        harvest(
            model(Staff.of(2)),
            behaviour,
            3,
            dir,
            job -> job.withTimeout(SHORT).withLimit(3).retrying(RetryPolicy.NONE));

    assertEquals(List.of("no answer in 400 ms"), result.written.errors());
  }

  @Test
  default void aCallThatTimedOutLeavesNothingBehindAtTheServer(@TempDir Path dir) throws Exception {
    var behaviour =
        Behaviour.seeded(24).with(Faults.NONE.withSlow(100)).withSlowBody(Duration.ofSeconds(4));
    try (var server = ApiServer.start(behaviour)) {
      var result =
          harvest(
              model(Staff.of(2)),
              urls(server, 1),
              dir,
              job ->
                  job.withTimeout(Duration.ofSeconds(1))
                      .retrying(RetryPolicy.NONE)
                      .reportingTo(_ -> await().until(() -> server.account().cutOff() == 1)));

      assertEquals(1, result.summary.failed());
    }
  }

  @Test
  default void nothingIsCalledAfterTheDeadlineButEveryUrlHasItsRow(@TempDir Path dir)
      throws Exception {
    var time = new TestTime();
    try (var server = ApiServer.start(Behaviour.seeded(13));
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var source =
          new Source(
              500,
              number -> {
                if (number == 5) {
                  time.advance(Duration.ofHours(1));
                }
                return server.uri((int) number).toString();
              });
      var job = Job.of(source, sheet).timedBy(time).withDeadline(Duration.ofMinutes(1));

      var summary = model(Staff.of(2)).run(job);

      var rows = Written.in(dir.resolve("out.csv"), FIELDS).rows();
      assertAll(
          () -> assertEquals(500, rows.size()),
          () -> assertTrue(summary.failed() >= 496, summary::toString),
          () -> assertTrue(server.account().requests() < 5, server.account()::toString),
          () ->
              assertTrue(
                  rows.stream().filter(row -> row.error().equals("deadline: not called")).count()
                      >= 496));
    }
  }

  @Test
  default void aCallInFlightEndsAtTheDeadline(@TempDir Path dir) throws Exception {
    var behaviour = Behaviour.seeded(14).with(Faults.NONE.withHangs(100));
    try (var server = ApiServer.start(behaviour)) {
      var result =
          harvest(
              model(Staff.of(2)),
              urls(server, 2),
              dir,
              job -> job.withLimit(2).withDeadline(SHORT));

      assertTrue(result.written.errors().contains("deadline"), result.written::toString);
      assertEquals(2, result.written.rows().size());
    }
  }

  // ---- the end

  @Test
  default void anInterruptEndsCallsThatWouldWaitForEver(@TempDir Path dir) throws Exception {
    var before = Files.createDirectory(dir.resolve("before")); // the JDK keeps one for itself
    var _ = harvest(model(Staff.of(1)), Behaviour.seeded(15), 1, before, job -> job);
    long socketsBefore = Remains.sockets();
    var never = new CountDownLatch(1);
    Pause onlyTheFirstAnswer =
        duration -> {
          if (duration.toMillis() > 100) {
            never.await();
          }
        };
    var latency = Latency.logNormal(Duration.ofMillis(60), 1.5);
    try (var server = start(Behaviour.seeded(15).with(latency), onlyTheFirstAnswer);
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var job = Job.of(urls(server, 1_000), sheet).withLimit(10);
      var run = Background.start(() -> model(Staff.of(2)).run(job));
      await().until(() -> server.account().inFlight() == inFlightUnder(10));

      run.interrupt();

      assertThrows(InterruptedException.class, run::result);
      var rows = Written.in(dir.resolve("out.csv"), FIELDS).rows();
      assertEquals(sheet.rows(), rows.size());
      assertTrue(rows.stream().allMatch(Row::ok), rows::toString);
    }
    await("the sockets to be closed").until(() -> Remains.sockets() <= socketsBefore);
  }

  @Test
  default void anInterruptEndsAPause(@TempDir Path dir) throws Exception {
    var anHour = Duration.ofHours(1);
    var behaviour = Behaviour.seeded(16).with(Faults.NONE.withErrors(100));
    try (var server = ApiServer.start(behaviour);
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var job =
          Job.of(urls(server, 3), sheet)
              .withLimit(3)
              .retrying(new RetryPolicy(4, anHour, anHour, anHour));
      var run = Background.start(() -> model(Staff.of(2)).run(job));
      await().until(() -> server.account().requests() >= inFlightUnder(3));

      run.interrupt();

      assertThrows(InterruptedException.class, run::result);
    }
  }

  @Test
  default void aSourceThatFailsEndsTheRun(@TempDir Path dir) throws Exception {
    var failure = new IllegalStateException("the source failed");
    try (var server = ApiServer.start(Behaviour.seeded(17));
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var source =
          new Source(
              100,
              number -> {
                if (number == 30) {
                  throw failure;
                }
                return server.uri((int) number).toString();
              });

      var thrown =
          assertThrows(
              IllegalStateException.class,
              () -> model(Staff.of(2)).run(Job.of(source, sheet).withLimit(4)));

      assertSame(failure, thrown);
      assertEquals(sheet.rows(), Written.in(dir.resolve("out.csv"), FIELDS).rows().size());
    }
  }

  /** Seed 003's run_pipeline waits for ever when its consumer throws. */
  @Test
  default void unlikeRunPipelineOfSeed003ARunDoesNotHangWhenItsConsumerThrows(@TempDir Path dir)
      throws Exception {
    var failure = new IllegalStateException("the listener failed");
    try (var server = ApiServer.start(Behaviour.seeded(18));
        var sheet = Sheet.create(dir.resolve("out.csv"), FIELDS)) {
      var source = new Source(1_000_000, number -> server.uri((int) number).toString());
      var job =
          Job.of(source, sheet)
              .withLimit(4)
              .reportingTo(
                  _ -> {
                    throw failure;
                  });
      var run = Background.start(() -> model(Staff.of(2)).run(job));

      assertSame(failure, assertThrows(IllegalStateException.class, run::result));
    }
  }

  // ---- faults

  @Test
  default void aFullDiskEndsTheRunClearlyAndAResumedRunCompletesTheSheet(@TempDir Path dir)
      throws Exception {
    var out = dir.resolve("out.csv");
    try (var server = ApiServer.start(Behaviour.seeded(19))) {
      var urls = urls(server, 100);
      var disk = new FillingDisk(Medium.file(out), 4_000);
      long rowsInTheSheet;
      try (var sheet = Sheet.on(disk, "out.csv", FIELDS)) {
        var error =
            assertThrows(
                IOException.class, () -> model(Staff.of(2)).run(Job.of(urls, sheet).withLimit(5)));

        rowsInTheSheet = sheet.rows();
        assertEquals(
            "out.csv: cannot be written after " + rowsInTheSheet + " rows: No space left on device",
            error.getMessage());
      }
      assertEquals(rowsInTheSheet, Written.in(out, FIELDS).ok());

      var summary = resume(out, urls, job -> job);

      assertAll(
          () -> assertEquals(rowsInTheSheet, summary.skipped()),
          () -> assertEquals(100 - rowsInTheSheet, summary.ok()),
          () -> assertEquals(urls.stream().sorted().toList(), Written.in(out, FIELDS).urls()));
    }
  }

  @Test
  default void errorsHangsAndResetsTogetherLoseNothingAndDoubleNothing(@TempDir Path dir)
      throws Exception {
    var faults = Faults.NONE.withErrors(10).withHangs(5).withResets(3).inTheFirst(2);
    try (var server = ApiServer.start(Behaviour.seeded(20).with(faults))) {
      var urls = urls(server, 100);

      var result =
          harvest(
              model(Staff.of(2)),
              urls,
              dir,
              job ->
                  job.withLimit(20).withTimeout(SHORT).retrying(RetryPolicy.USUAL.withTries(20)));

      assertAll(
          () -> assertTrue(errors(server.account()) > 0, server.account()::toString),
          () -> assertTrue(server.account().hangs() > 0, server.account()::toString),
          () -> assertTrue(server.account().resets() > 0, server.account()::toString),
          () -> assertEquals(100, result.summary.ok()),
          () -> assertEquals(urls.stream().sorted().toList(), result.written.urls()));
    }
  }

  private static long errors(Account account) {
    return account.answered(500) + account.answered(502) + account.answered(503);
  }

  /** It is back only when somebody has found it gone. */
  @Test
  default void aServerThatRestartsInTheMiddleLosesNothing(@TempDir Path dir) throws Exception {
    var waiting = Latency.fixed(Duration.ofMillis(2));
    try (var server = ApiServer.start(Behaviour.seeded(21).with(waiting))) {
      var urls = urls(server, 100);
      var stopped = new AtomicBoolean();
      var restarted = new AtomicBoolean();
      var aMoment = Duration.ofMillis(50);

      var result =
          harvest(
              model(Staff.of(2)),
              urls,
              dir,
              job ->
                  job.timedBy(
                          pausing(
                              () -> {
                                if (!restarted.getAndSet(true)) {
                                  restart(server);
                                }
                              }))
                      .retrying(new RetryPolicy(100, aMoment, aMoment, aMoment))
                      .reportingTo(
                          soFar -> {
                            if (soFar.rows() >= 30 && !stopped.getAndSet(true)) {
                              server.stop();
                            }
                          }));

      assertAll(
          () -> assertTrue(restarted.get(), "nobody found the server gone"),
          () -> assertTrue(result.summary.retried() > 0, result.summary::toString),
          () -> assertEquals(100, result.summary.ok()),
          () -> assertEquals(urls.stream().sorted().toList(), result.written.urls()));
    }
  }

  /** Real time, and something to do at each pause. */
  private static Time pausing(Runnable first) {
    return new Time() {
      @Override
      public java.time.Instant now() {
        return Time.SYSTEM.now();
      }

      @Override
      public long nanos() {
        return Time.SYSTEM.nanos();
      }

      @Override
      public Duration toPass(Duration pause) {
        first.run();
        return pause;
      }
    };
  }

  @Test
  default void aResumedRunCallsOnlyWhatIsNotOkYet(@TempDir Path dir) throws Exception {
    var out = dir.resolve("out.csv");
    var behaviour = Behaviour.seeded(22).with(Faults.NONE.withErrors(40).inTheFirst(1));
    try (var server = ApiServer.start(behaviour)) {
      var urls = new ArrayList<>(urls(server, 60));
      urls.addAll(urls(server, 5));
      Summary first;
      try (var sheet = Sheet.create(out, FIELDS)) {
        first = model(Staff.of(2)).run(Job.of(urls, sheet).retrying(RetryPolicy.NONE));
      }

      var second = resume(out, urls, job -> job);

      assertAll(
          () -> assertTrue(first.failed() > 0, first::toString),
          () -> assertEquals(first.ok(), second.skipped()),
          () -> assertEquals(first.failed(), second.ok()),
          () -> assertEquals(65 + first.failed(), server.account().requests()),
          () -> assertEquals(65, Written.in(out, FIELDS).ok()),
          () -> assertEquals(urls.stream().sorted().toList(), Written.in(out, FIELDS).urls()));
    }
  }

  @Test
  default void aRunThatWasInterruptedIsCompletedByAResumedOne(@TempDir Path dir) throws Exception {
    var out = dir.resolve("out.csv");
    var never = new CountDownLatch(1);
    var answers = new AtomicInteger();
    Pause onlyTheFirstAnswers =
        _ -> {
          if (answers.incrementAndGet() > 30) {
            never.await();
          }
        };
    var behaviour = Behaviour.seeded(23).with(Latency.fixed(Duration.ofMillis(2)));
    try (var server = start(behaviour, onlyTheFirstAnswers)) {
      var urls = urls(server, 200);
      try (var sheet = Sheet.create(out, FIELDS)) {
        var someRows = new CountDownLatch(10);
        var job = Job.of(urls, sheet).withLimit(4).reportingTo(_ -> someRows.countDown());
        var run = Background.start(() -> model(Staff.of(2)).run(job));
        someRows.await();
        run.interrupt();
        assertThrows(InterruptedException.class, run::result);
      }
      never.countDown();

      var summary = resume(out, urls, job -> job);

      assertAll(
          () -> assertEquals(200, summary.skipped() + summary.ok()),
          () -> assertEquals(urls.stream().sorted().toList(), Written.in(out, FIELDS).urls()));
    }
  }

  // ---- what the tests are made of

  /** Looks often: it is waited for many times. */
  private static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  /** The account of a run, and its sheet read back. */
  record Result(Summary summary, Written written) {}

  private static Result harvest(
      Harvest model, Behaviour behaviour, int items, Path dir, UnaryOperator<Job> with)
      throws Exception {
    try (var server = ApiServer.start(behaviour)) {
      return harvest(model, urls(server, items), dir, with);
    }
  }

  private static Result harvest(
      Harvest model, Iterable<String> urls, Path dir, UnaryOperator<Job> with) throws Exception {
    var out = dir.resolve("out.csv");
    try (var sheet = Sheet.create(out, FIELDS)) {
      var summary = model.run(with.apply(Job.of(urls, sheet).timedBy(TestTime.fromNow())));
      var written = Written.in(out, FIELDS);
      assertEquals(sheet.rows(), written.rows().size());
      return new Result(summary, written);
    }
  }

  private Summary resume(Path out, Iterable<String> urls, UnaryOperator<Job> with)
      throws Exception {
    try (var sheet = Sheet.resume(out, FIELDS)) {
      return model(Staff.of(2)).run(with.apply(Job.of(urls, sheet).timedBy(TestTime.fromNow())));
    }
  }

  private static List<String> urls(ApiServer server, int items) {
    return IntStream.rangeClosed(1, items).mapToObj(item -> server.uri(item).toString()).toList();
  }

  private static ApiServer start(Behaviour behaviour, Pause pause) throws IOException {
    return ApiServer.start(behaviour, anyPort(), pause, java.time.InstantSource.system());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  private static int unusedPort() throws IOException {
    try (var server = ApiServer.start(Behaviour.seeded(0))) {
      return server.address().getPort();
    }
  }

  private static void passed(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for an interrupt. */
  private static IllegalStateException interrupted() {
    try {
      new CountDownLatch(1).await();
      throw new AssertionError("a latch that nobody opens is open");
    } catch (InterruptedException e) {
      return new IllegalStateException(e);
    }
  }

  private static void restart(ApiServer server) {
    try {
      server.restart();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
