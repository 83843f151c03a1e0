package quintet.workloads.catalog;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.workloads.Staff;
import quintet.workloads.catalog.data.CatalogGenerator;
import quintet.workloads.testing.Background;
import quintet.workloads.testing.FirstFailureEnds;
import quintet.workloads.testing.LiveThreads;

/**
 * What every model of {@link Catalog} must do. Written once; each model's test class implements it
 * and inherits the tests.
 */
@ExtendWith(FirstFailureEnds.class)
public interface CatalogContract {

  int SMALL_BLOCK_BYTES = 16 * 1024;

  /** The model under test, with so many workers. */
  Catalog model(Staff staff);

  @AfterEach
  default void noThreadOfTheModelIsLeft() {
    await("threads of the model to end")
        .pollDelay(Duration.ZERO)
        .until(() -> LiveThreads.ofModels().isEmpty());
  }

  // ---- the same answer as the oracle

  @Test
  default void anEmptyFileGivesAnEmptyAccount(@TempDir Path dir) throws Exception {
    assertSameAsOracle(Job.of(Inputs.file(dir, "empty.mrc"), Work.ENTRIES), Staff.of(2));
  }

  @Test
  default void noFileGivesAnEmptyAccount() throws Exception {
    assertSameAsOracle(Job.of(List.of(), Work.ENTRIES), Staff.of(2));
  }

  @Test
  default void oneRecordGivesOneResult(@TempDir Path dir) throws Exception {
    var sources = Inputs.file(dir, "one.mrc", MarcBuilder.titled("Only one"));

    assertEquals(
        List.of("Only one"), Run.of(model(Staff.of(2)), Job.of(sources, Work.TITLES)).results());
  }

  @Test
  default void aRecordOfTheGreatestLengthIsRead(@TempDir Path dir) throws Exception {
    var longest = Inputs.ofLength(99_999);
    var sources = Inputs.file(dir, "longest.mrc", longest, MarcBuilder.titled("After it"));

    assertSameAsOracle(Job.of(sources, Work.ENTRIES).inBlocksOf(SMALL_BLOCK_BYTES), Staff.of(2));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PLATFORM",
    "2, PLATFORM",
    "3, PLATFORM",
    "16, PLATFORM",
    "1, VIRTUAL",
    "3, VIRTUAL"
  })
  default void tenThousandRecordsComeInOrder(int workers, Staff.Kind kind, @TempDir Path dir)
      throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(10_000, 1, 20, 0));
    var staff = new Staff(workers, kind);

    assertAll(
        () -> assertSameAsOracle(Job.of(sources, Work.ENTRIES), staff),
        () ->
            assertSameAsOracle(Job.of(sources, Work.TITLES).inBlocksOf(SMALL_BLOCK_BYTES), staff));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 100})
  default void titlesAreThoseOfMarc4j(int marc8Percent, @TempDir Path dir) throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(1_000, 2, marc8Percent, 0));
    var job = Job.of(sources, Work.TITLES).inBlocksOf(SMALL_BLOCK_BYTES);

    assertEquals(Marc4jOracle.titles(sources), Run.of(model(Staff.of(2)), job).results());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 16 * 1024, 512 * 1024})
  default void aBrokenFileGivesTheSameAccountInBlocksOfAnySize(int blockBytes, @TempDir Path dir)
      throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(3_000, 3, 20, 10));

    assertSameAsOracle(Job.of(sources, Work.ENTRIES).lenient().inBlocksOf(blockBytes), Staff.of(3));
  }

  @Test
  default void aStrictRunOfABrokenFileEndsWhereTheOracleEnds(@TempDir Path dir) throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(200, 12, 20, 10));
    var job = Job.of(sources, Work.ENTRIES).inBlocksOf(SMALL_BLOCK_BYTES);
    var expected = new ArrayList<CatalogEntry>();
    var actual = new ArrayList<CatalogEntry>();

    var expectedEnd =
        assertThrows(MarcException.class, () -> new OracleCatalog().run(job, expected::add));
    var actualEnd =
        assertThrows(MarcException.class, () -> model(Staff.of(2)).run(job, actual::add));

    assertAll(
        () -> assertEquals(expectedEnd.getMessage(), actualEnd.getMessage()),
        () -> assertEquals(expected, actual));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  default void manyFilesComeInTheOrderGiven(int workers, @TempDir Path dir) throws Exception {
    var sources = new ArrayList<Source>();
    for (int i = 0; i < 40; i++) {
      sources.addAll(Inputs.generated(dir, new CatalogGenerator(i * 5L, i, 10, i % 4)));
    }

    assertSameAsOracle(
        Job.of(sources, Work.ENTRIES).lenient().inBlocksOf(SMALL_BLOCK_BYTES), Staff.of(workers));
  }

  @Test
  default void theSameFileTwiceIsReadTwice(@TempDir Path dir) throws Exception {
    var once = Inputs.generated(dir, new CatalogGenerator(100, 5, 0, 10));
    var twice = List.of(once.getFirst(), once.getFirst());

    assertSameAsOracle(Job.of(twice, Work.ENTRIES).lenient(), Staff.of(2));
  }

  @Test
  default void compressedFilesAndStreamsAreReadLikePlainOnes(@TempDir Path dir) throws Exception {
    var plain = Inputs.generated(dir, new CatalogGenerator(5_000, 6, 20, 5));
    var bytes = Files.readAllBytes(Path.of(plain.getFirst().name()));
    var compressed = dir.resolve("same.mrc.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(bytes);
    }
    var job = Job.of(plain, Work.ENTRIES).lenient().inBlocksOf(SMALL_BLOCK_BYTES);
    var expected = Run.of(model(Staff.of(2)), job);

    for (var source :
        List.of(
            Source.of(compressed), new Source.Stream("bytes", new ByteArrayInputStream(bytes)))) {
      var again =
          new Job<>(List.of(source), job.work(), job.mode(), job.blockBytes(), job.progress());
      var actual = Run.of(model(Staff.of(3)), again);
      assertAll(
          () -> assertEquals(expected.results(), actual.results()),
          () -> assertTrue(expected.summary().agreesWith(actual.summary())));
    }
  }

  @Test
  default void twoRunsOfOneModelDoNotDisturbEachOther(@TempDir Path dir) throws Exception {
    var job =
        Job.of(Inputs.generated(dir, new CatalogGenerator(3_000, 7, 10, 0)), Work.ENTRIES)
            .inBlocksOf(SMALL_BLOCK_BYTES);
    var model = model(Staff.of(2));
    var other = Background.start(() -> Run.of(model, job));

    var mine = Run.of(model, job);

    assertEquals(mine, other.result());
  }

  // ---- order and exclusion

  @Test
  default void theConsumerIsNeverCalledByTwoThreadsAtOnce(@TempDir Path dir) throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(5_000, 8, 0, 0));
    var inside = new AtomicBoolean();
    var overlapped = new AtomicBoolean();

    model(Staff.of(3))
        .run(
            Job.of(sources, Work.TITLES).inBlocksOf(SMALL_BLOCK_BYTES),
            _ -> {
              if (inside.getAndSet(true)) {
                overlapped.set(true);
              }
              inside.set(false);
            });

    assertFalse(overlapped.get());
  }

  @ParameterizedTest
  @CsvSource({"1, PLATFORM", "2, PLATFORM", "3, VIRTUAL"})
  default void noMoreThreadsWorkThanThereAreWorkers(int workers, Staff.Kind kind, @TempDir Path dir)
      throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(3_000, 9, 0, 0));
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    Work<String> work =
        record -> {
          seen.add(Thread.currentThread());
          return record.title();
        };

    model(new Staff(workers, kind))
        .run(Job.of(sources, work).inBlocksOf(SMALL_BLOCK_BYTES), _ -> {});

    assertTrue(seen.size() <= workers, () -> workers + " workers, but " + seen);
  }

  @Test
  default void progressIsReportedInOrderAndUpToTheEnd(@TempDir Path dir) throws Exception {
    var sources = Inputs.generated(dir, new CatalogGenerator(2_000, 10, 0, 0));
    var bytesSeen = new ArrayList<Long>();
    var job =
        Job.of(sources, Work.TITLES)
            .inBlocksOf(SMALL_BLOCK_BYTES)
            .reportingTo((records, bytes) -> bytesSeen.add(bytes));

    var summary = model(Staff.of(2)).run(job, _ -> {});

    assertAll(
        () -> assertEquals(bytesSeen.stream().sorted().toList(), bytesSeen),
        () -> assertEquals(summary.bytes(), bytesSeen.getLast()));
  }

  // ---- failures

  @Test
  default void inStrictModeAFlawEndsTheRunAfterTheResultsBeforeIt(@TempDir Path dir)
      throws Exception {
    var records = new ArrayList<byte[]>();
    for (int i = 0; i < 500; i++) {
      records.add(MarcBuilder.titled("Title " + i));
    }
    records.set(300, Inputs.withBrokenDirectory());
    var sources = Inputs.file(dir, "flawed.mrc", records.toArray(byte[][]::new));
    var results = new ArrayList<String>();
    var job = Job.of(sources, Work.TITLES).inBlocksOf(1_000);

    var error = assertThrows(MarcException.class, () -> model(Staff.of(3)).run(job, results::add));

    assertAll(
        () -> assertEquals(301, error.recordNumber()),
        () -> assertEquals(sources.getFirst().name(), error.source()),
        () -> assertEquals(Inputs.lengthOf(records.subList(0, 300)), error.offset()),
        () -> assertEquals(Inputs.titles(0, 300), results));
  }

  @Test
  default void aWorkThatThrowsEndsTheRunAfterTheResultsBeforeIt(@TempDir Path dir)
      throws Exception {
    var sources = Inputs.file(dir, "good.mrc", Inputs.manyTitled(500));
    var failure = new IllegalStateException("the work failed");
    Work<String> work =
        record -> {
          var title = record.title();
          if ("Title 200".equals(title)) {
            throw failure;
          }
          return title;
        };
    var results = new ArrayList<String>();

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () -> model(Staff.of(3)).run(Job.of(sources, work).inBlocksOf(1_000), results::add));

    assertAll(
        () -> assertSame(failure, thrown), () -> assertEquals(Inputs.titles(0, 200), results));
  }

  @Test
  default void aConsumerThatThrowsEndsTheRunAndIsNotCalledAgain(@TempDir Path dir)
      throws Exception {
    var sources = Inputs.file(dir, "good.mrc", Inputs.manyTitled(500));
    var failure = new IllegalStateException("the consumer failed");
    var results = new ArrayList<String>();

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                model(Staff.of(3))
                    .run(
                        Job.of(sources, Work.TITLES).inBlocksOf(1_000),
                        title -> {
                          results.add(title);
                          if (title.equals("Title 200")) {
                            throw failure;
                          }
                        }));

    assertAll(
        () -> assertSame(failure, thrown), () -> assertEquals(Inputs.titles(0, 201), results));
  }

  @Test
  default void aSourceThatFailsIsNotTakenForTheEndOfTheInput() throws Exception {
    var good = MarcBuilder.concat(Inputs.manyTitled(300));
    var source = new Source.Stream("flaky", new Inputs.FailingStream(good));
    var results = new ArrayList<String>();
    var job = Job.of(List.<Source>of(source), Work.TITLES).inBlocksOf(1_000);

    var error = assertThrows(IOException.class, () -> model(Staff.of(3)).run(job, results::add));

    assertAll(
        () ->
            assertEquals(
                "flaky: at byte " + good.length + ": the disk is gone", error.getMessage()),
        () -> assertEquals(Inputs.titles(0, 300), results));
  }

  @Test
  default void aSourceThatFailsOnceIsNotReadAgain() throws Exception {
    var good = MarcBuilder.concat(Inputs.manyTitled(300));
    var source = new Source.Stream("once", new Inputs.FailingOnceStream(good, 5_000));
    var results = new ArrayList<String>();
    var job = Job.of(List.<Source>of(source), Work.TITLES).inBlocksOf(1_000);

    var error = assertThrows(IOException.class, () -> model(Staff.of(3)).run(job, results::add));

    assertAll(
        () -> assertEquals("once: at byte 5000: the disk is gone", error.getMessage()),
        () -> assertEquals(Inputs.titles(0, results.size()), results),
        () -> assertTrue(results.size() < 300, () -> results.size() + " results"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 299})
  default void whatAWorkThrowsWithoutDeclaringItEndsTheRunToo(int place, @TempDir Path dir)
      throws Exception {
    var sources = Inputs.file(dir, "good.mrc", Inputs.manyTitled(300));
    var failure = new IOException("not declared");
    Work<String> work =
        record -> {
          var title = record.title();
          if (("Title " + place).equals(title)) {
            Inputs.throwUndeclared(failure);
          }
          return title;
        };
    var results = new ArrayList<String>();
    var job = Job.of(sources, work).inBlocksOf(1_000);

    var thrown = assertThrows(IOException.class, () -> model(Staff.of(3)).run(job, results::add));

    assertAll(
        () -> assertSame(failure, thrown), () -> assertEquals(Inputs.titles(0, place), results));
  }

  @Test
  default void aConsumersOwnCompletionExceptionIsThrownAsItIs(@TempDir Path dir) throws Exception {
    var sources = Inputs.file(dir, "good.mrc", Inputs.manyTitled(10));
    var failure = new CompletionException(new IllegalStateException("inner"));

    var thrown =
        assertThrows(
            CompletionException.class,
            () ->
                model(Staff.of(2))
                    .run(
                        Job.of(sources, Work.TITLES),
                        _ -> {
                          throw failure;
                        }));

    assertSame(failure, thrown);
  }

  @Test
  default void aDamagedSecondMemberOfACompressedFileIsNotTheEndOfTheInput(@TempDir Path dir)
      throws Exception {
    var member = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(member)) {
      out.write(MarcBuilder.concat(Inputs.manyTitled(10)));
    }
    var damaged = member.toByteArray();
    damaged[0] = 'X';
    var file = dir.resolve("two.mrc.gz");
    Files.write(file, MarcBuilder.concat(member.toByteArray(), damaged));
    var results = new ArrayList<String>();

    assertThrows(
        IOException.class,
        () -> model(Staff.of(2)).run(Job.of(List.of(Source.of(file)), Work.TITLES), results::add));

    assertEquals(Inputs.titles(0, 10), results);
  }

  @Test
  default void aMissingFileEndsTheRunWithItsName(@TempDir Path dir) throws Exception {
    var sources = new ArrayList<>(Inputs.file(dir, "good.mrc", Inputs.manyTitled(10)));
    sources.add(Source.of(dir.resolve("missing.mrc")));
    var results = new ArrayList<String>();

    var error =
        assertThrows(
            IOException.class,
            () -> model(Staff.of(2)).run(Job.of(sources, Work.TITLES), results::add));

    assertAll(
        () -> assertEquals(dir.resolve("missing.mrc") + ": no such file", error.getMessage()),
        () -> assertEquals(Inputs.titles(0, 10), results));
  }

  // ---- cancellation and resources

  @Test
  default void anInterruptEndsARunThatWouldNeverEnd() throws Exception {
    var endless = new Inputs.EndlessStream();
    var delivered = new CountDownLatch(1_000);
    var job =
        Job.of(List.<Source>of(new Source.Stream("endless", endless)), Work.TITLES)
            .inBlocksOf(SMALL_BLOCK_BYTES);
    var run = Background.start(() -> model(Staff.of(3)).run(job, _ -> delivered.countDown()));
    delivered.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
    assertTrue(endless.isClosed());
  }

  @Test
  default void anInterruptEndsARunWhoseSourceIsSilent() throws Exception {
    var silent = new Inputs.SilentStream();
    var job = Job.of(List.<Source>of(new Source.Stream("silent", silent)), Work.TITLES);
    var run = Background.start(() -> model(Staff.of(3)).run(job, _ -> {}));
    silent.awaitReader();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
    assertTrue(silent.isClosed());
  }

  @Test
  default void anInterruptReachesAWorkThatWaits(@TempDir Path dir) throws Exception {
    var sources = Inputs.file(dir, "good.mrc", Inputs.manyTitled(500));
    var waiting = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    Work<String> work =
        _ -> {
          waiting.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return null;
        };
    var run =
        Background.start(
            () -> model(Staff.of(3)).run(Job.of(sources, work).inBlocksOf(1_000), _ -> {}));
    waiting.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
  }

  @Test
  default void everySourceIsClosedHoweverTheRunEnds() throws Exception {
    var atItsEnd = new Inputs.ClosableStream(MarcBuilder.concat(Inputs.manyTitled(100)));
    var atAFailure = new Inputs.ClosableStream(MarcBuilder.concat(Inputs.manyTitled(100)));
    var job = Job.of(List.<Source>of(new Source.Stream("good", atItsEnd)), Work.TITLES);
    var failing = Job.of(List.<Source>of(new Source.Stream("good", atAFailure)), Work.TITLES);

    model(Staff.of(2)).run(job, _ -> {});
    assertThrows(
        IllegalStateException.class,
        () ->
            model(Staff.of(2))
                .run(
                    failing,
                    _ -> {
                      throw new IllegalStateException();
                    }));

    assertAll(() -> assertTrue(atItsEnd.isClosed()), () -> assertTrue(atAFailure.isClosed()));
  }

  @Test
  default void aConsumerThatWaitsHoldsTheReaderBackAtTheWindow() throws Exception {
    var endless = new Inputs.EndlessStream();
    var staff = Staff.of(3);
    var job =
        Job.of(List.<Source>of(new Source.Stream("endless", endless)), Work.TITLES)
            .inBlocksOf(SMALL_BLOCK_BYTES);
    var never = new CountDownLatch(1);
    var called = new CountDownLatch(1);
    var interrupted = new AtomicReference<InterruptedException>();
    var run =
        Background.start(
            () ->
                model(staff)
                    .run(
                        job,
                        _ -> {
                          called.countDown();
                          try {
                            never.await();
                          } catch (InterruptedException e) {
                            interrupted.set(e);
                            Thread.currentThread().interrupt();
                          }
                        }));
    called.await();

    long bound = (job.window(staff) + 1L) * SMALL_BLOCK_BYTES;
    await().during(Duration.ofMillis(200)).until(() -> endless.bytesRead() <= bound);

    run.interrupt();
    assertThrows(InterruptedException.class, run::result);
  }

  private <T> void assertSameAsOracle(Job<T> job, Staff staff) throws Exception {
    var expected = Run.of(new OracleCatalog(), job);
    var actual = Run.of(model(staff), job);
    assertAll(
        () -> assertEquals(expected.results(), actual.results()),
        () -> assertEquals(expected.summary().records(), actual.summary().records()),
        () -> assertEquals(expected.summary().skipped(), actual.summary().skipped()),
        () -> assertEquals(expected.summary().recovered(), actual.summary().recovered()),
        () -> assertEquals(Run.placesOf(expected), Run.placesOf(actual)),
        () -> assertTrue(expected.summary().agreesWith(actual.summary())));
  }

  /** The results and the account of a run. */
  record Run<T>(List<T> results, Summary summary) {
    static <T> Run<T> of(Catalog model, Job<T> job) throws IOException, InterruptedException {
      var results = new ArrayList<T>();
      var summary = model.run(job, results::add);
      return new Run<>(results, summary);
    }

    static List<String> placesOf(Run<?> run) {
      return run.summary().places().stream().map(place -> place.error().getMessage()).toList();
    }
  }
}
