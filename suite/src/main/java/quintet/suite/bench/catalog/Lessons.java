package quintet.suite.bench.catalog;

import java.nio.file.Path;
import java.util.List;
import quintet.sequential.SequentialCatalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;

/** All lessons, and first the loop that they are compared with. */
public enum Lessons {
  SEQUENTIAL,
  QUEUE_HOP_PER_RECORD,
  UNBOUNDED_QUEUE,
  COUNT_BOUNDED_WINDOW,
  VIRTUAL_THREAD_PER_RECORD,
  FUTURE_PER_RECORD;

  /** Works on all records of a well-formed file, as {@link Lesson#run} says. */
  Answer run(Path file, Weight weight, int workers) throws Exception {
    return switch (this) {
      case SEQUENTIAL -> Answer.of(new SequentialCatalog(), job(file, weight));
      case QUEUE_HOP_PER_RECORD -> new QueueHopPerRecord().run(file, weight, workers);
      case UNBOUNDED_QUEUE -> Answer.of(new UnboundedQueue(), job(file, weight));
      case COUNT_BOUNDED_WINDOW -> new CountBoundedWindow().run(file, weight, workers);
      case VIRTUAL_THREAD_PER_RECORD -> new VirtualThreadPerRecord().run(file, weight, workers);
      case FUTURE_PER_RECORD -> new FuturePerRecord().run(file, weight, workers);
    };
  }

  private static Job<?> job(Path file, Weight weight) {
    return Job.of(List.of(Source.of(file)), weight.work());
  }
}
