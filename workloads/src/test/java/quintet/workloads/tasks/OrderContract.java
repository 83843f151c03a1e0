package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.workloads.Staff;

/** Every task is done once, and its outcome is handed over in its turn. */
public interface OrderContract extends ModelUnderTest {

  @ParameterizedTest
  @CsvSource({
    "1, PLATFORM",
    "2, PLATFORM",
    "3, PLATFORM",
    "16, PLATFORM",
    "1, VIRTUAL",
    "3, VIRTUAL",
    "16, VIRTUAL"
  })
  default void valuesComeInTheOrderOfTheSource(int workers, Staff.Kind kind) throws Exception {
    var model = model(new Staff(workers, kind));

    var values = model.values(Job.of(Bodies.skewed(10_000)));

    assertEquals(Bodies.numbers(10_000), values);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PLATFORM",
    "2, PLATFORM",
    "3, PLATFORM",
    "16, PLATFORM",
    "1, VIRTUAL",
    "3, VIRTUAL",
    "16, VIRTUAL"
  })
  default void unorderedOutcomesHaveEachIndexOnce(int workers, Staff.Kind kind) throws Exception {
    var model = model(new Staff(workers, kind));

    var outcomes = model.outcomes(Job.of(Bodies.skewed(10_000)).unordered());

    assertAll(
        () ->
            assertEquals(
                Bodies.numbers(10_000),
                outcomes.stream().map(outcome -> (int) outcome.index()).sorted().toList()),
        () ->
            assertTrue(outcomes.stream().allMatch(outcome -> outcome.index() == outcome.value())));
  }

  @Test
  default void unorderedValuesAreAllThere() throws Exception {
    var values = model(Staff.of(2)).values(Job.of(Bodies.skewed(10_000)).unordered());

    assertEquals(Bodies.numbers(10_000), values.stream().sorted().toList());
  }

  @Test
  default void outcomesCarryTheirIndices() throws Exception {
    var outcomes = model(Staff.of(2)).outcomes(Job.of(Bodies.skewed(1_000)));

    var expected =
        IntStream.range(0, 1_000).mapToObj(i -> new Outcome.Done<>((long) i, i)).toList();
    assertEquals(expected, outcomes);
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void outcomesAskedForOneByOneAreTheSame(Job.Order order) {
    var seen = new int[1_000];
    try (var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(1_000)).in(order))) {
      while (outcomes.hasNext()) {
        seen[outcomes.next().value()]++;
      }
    }

    assertTrue(Arrays.stream(seen).allMatch(times -> times == 1));
  }

  @Test
  default void nextNeedsNoHasNextBeforeIt() {
    try (var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(3)))) {
      var indices = List.of(outcomes.next(), outcomes.next(), outcomes.next());

      assertAll(
          () -> assertEquals(List.of(0L, 1L, 2L), indices.stream().map(Outcome::index).toList()),
          () -> assertThrows(NoSuchElementException.class, outcomes::next));
    }
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void everyTaskIsDoneOnce(Job.Order order) throws Exception {
    var times = new AtomicIntegerArray(10_000);
    var tasks =
        IntStream.range(0, 10_000).mapToObj(i -> Task.of(() -> times.incrementAndGet(i))).toList();

    var _ = model(Staff.of(3)).values(Job.of(tasks).in(order));

    assertTrue(IntStream.range(0, 10_000).allMatch(i -> times.get(i) == 1));
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void nullIsAValue(Job.Order order) throws Exception {
    var tasks = List.of(giving(null), giving(null));

    var values = model(Staff.of(2)).values(Job.<@Nullable String>of(tasks).in(order));

    assertEquals(Arrays.asList(null, null), values);
  }

  @SuppressWarnings("NullAway") // does not see that the body gives what the task is declared to
  private static Task<@Nullable String> giving(@Nullable String value) {
    return Task.of(() -> value);
  }

  @Test
  default void anEmptySourceHasNoOutcomes() throws Exception {
    var job = Job.of(List.<Task<Integer>>of());

    assertAll(
        () -> assertEquals(List.of(), model(Staff.of(2)).values(job)),
        () -> assertEquals(List.of(), model(Staff.of(2)).outcomes(job.unordered())));
    try (var outcomes = model(Staff.of(2)).start(job)) {
      assertAll(
          () -> assertFalse(outcomes.hasNext()),
          () -> assertThrows(NoSuchElementException.class, outcomes::next));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "16"})
  default void oneTaskGivesItsValue(int workers) throws Exception {
    var values = model(Staff.of(workers)).values(Job.of(List.of(Task.of(() -> "only"))));

    assertEquals(List.of("only"), values);
  }

  @Test
  default void seed004sExampleGivesThreeAndSeven() throws Exception {
    var tasks = List.of(Task.of(Math::addExact, 1, 2), Task.of(Math::addExact, 3, 4));

    assertEquals(List.of(3, 7), model(Staff.of(2)).values(Job.of(tasks)));
  }

  @Test
  default void aMethodWithAnArgumentIsATask() throws Exception {
    var tasks = List.of(Task.of(Integer::parseInt, "12"), Task.of(String::length, "abc"));

    assertEquals(List.of(12, 3), model(Staff.of(2)).values(Job.of(tasks)));
  }

  @Test
  default void aStreamIsASource() throws Exception {
    var tasks = IntStream.range(0, 100).mapToObj(i -> Task.of(() -> i));

    assertEquals(Bodies.numbers(100), model(Staff.of(2)).values(Job.of(tasks)));
  }

  @Test
  default void aCollectionCanBeRunAgain() throws Exception {
    var job = Job.of(Bodies.skewed(100));
    var model = model(Staff.of(2));

    assertEquals(model.values(job), model.values(job));
  }

  @Test
  default void anIteratorCannotBeRunAgain() throws Exception {
    var job = Job.of(Bodies.skewed(100).iterator());
    var model = model(Staff.of(2));
    var _ = model.values(job);

    assertThrows(IllegalStateException.class, () -> model.values(job));
  }

  @Test
  default void tasksAreDoneWhereTheyArePlaced() throws Exception {
    var places = new AtomicIntegerArray(1);
    var placement =
        new Placement() {
          @Override
          public <T extends @Nullable Object> Task<T> place(Task<T> task) {
            return Task.of(
                () -> {
                  places.incrementAndGet(0);
                  return task.body().call();
                });
          }
        };

    var values = model(Staff.of(2)).values(Job.of(Bodies.skewed(100)).placed(placement));

    assertAll(
        () -> assertEquals(Bodies.numbers(100), values), () -> assertEquals(100, places.get(0)));
  }
}
