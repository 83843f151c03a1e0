package quintet.suite.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quintet.locks.LocksTasks;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcome;
import quintet.workloads.tasks.Task;

/** What the README shows of the API. */
final class TasksExampleTest {

  private final List<String> printed = new ArrayList<>();

  private void print(String line) {
    printed.add(line);
  }

  @Test
  void theReadmesExampleDoesWhatItSays() throws InterruptedException {
    var words = List.of("7", "eleven", "13");

    // [example]
    var tasks = new LocksTasks(Staff.perCore()); // or forWaiting(wait, compute), for calls

    // All values, in order; the first failure ends it.
    List<Integer> lengths =
        tasks.values(Job.of(words.stream().map(word -> Task.of(String::length, word))));

    // One by one as they complete, failures too, however many there are: the source is lazy.
    Stream<Task<Integer>> source = words.stream().map(word -> Task.of(Integer::parseInt, word));
    try (var outcomes = tasks.start(Job.of(source).unordered().returningExceptions())) {
      while (outcomes.hasNext()) {
        switch (outcomes.next()) {
          case Outcome.Done<Integer>(long index, Integer value) -> print(index + ": " + value);
          case Outcome.Failed<Integer>(long index, var failure) ->
              print(index + ": " + failure.getCause());
        }
      }
    } // closed early, it cancels the rest
    // [/example]

    assertEquals(List.of(1, 6, 2), lengths);
    printed.sort(null);
    assertEquals("0: 7", printed.get(0));
    assertEquals(
        "1: java.lang.NumberFormatException: For input string: \"eleven\"", printed.get(1));
    assertEquals("2: 13", printed.get(2));
  }
}
