package quintet.suite.bench.tasks;

import java.util.function.LongConsumer;
import quintet.workloads.tasks.data.Kernel;

/** A fingerprint of results that depends on their order. Used by one thread at a time. */
final class Digest implements LongConsumer {

  private long value;
  private long results;

  @Override
  public void accept(long result) {
    value = 31 * value + result;
    results++;
  }

  long value() {
    return value + results;
  }

  /** Of the results as {@code way} gives them in this mode. */
  static Digest of(Way way, Mode mode, Crew crew, int tasks, Kernel task) throws Exception {
    var digest = new Digest();
    switch (mode) {
      case ORDERED -> way.list(crew, tasks, task).forEach(digest::accept);
      case STREAMED -> way.stream(crew, tasks, task, digest);
    }
    return digest;
  }

  /** Fails unless the other is of the same results: what is wrong is not worth timing. */
  void mustEqual(Digest expected) {
    if (value != expected.value || results != expected.results) {
      throw new IllegalStateException("wrong results: " + results + " of " + expected.results);
    }
  }
}
