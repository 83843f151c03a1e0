package quintet.suite.bench.tasks;

import static java.util.stream.Collectors.toList;

import com.pivovarit.collectors.ParallelCollectors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import quintet.suite.bench.kit.Labelled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ways to wait for many at a time; in virtual threads, all of them. */
public enum WaitingPeer implements Waiting, Labelled {

  /** The plain JDK: a virtual thread for each task, and a permit for each that may wait. */
  VIRTUAL_THREADS("virtual threads, semaphore") {
    @Override
    public List<Long> list(int calls, int tasks, LongUnaryOperator task) throws Exception {
      var permits = new Semaphore(calls);
      var futures = new ArrayList<Future<Long>>(tasks);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < tasks; i++) {
          long number = i;
          permits.acquire();
          futures.add(
              threads.submit(
                  () -> {
                    try {
                      return task.applyAsLong(number);
                    } finally {
                      permits.release();
                    }
                  }));
        }
      }
      return futures.stream().map(Future::resultNow).toList();
    }
  },

  PARALLEL_COLLECTORS("parallel-collectors") {
    @Override
    public List<Long> list(int calls, int tasks, LongUnaryOperator task) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        return LongStream.range(0, tasks)
            .boxed()
            .collect(
                ParallelCollectors.<Long, Long, List<Long>>parallel(
                    task::applyAsLong, toList(), threads, calls))
            .join();
      }
    }
  },

  REACTOR("Reactor") {
    @Override
    public List<Long> list(int calls, int tasks, LongUnaryOperator task) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var scheduler = Schedulers.fromExecutorService(threads);
        return Flux.range(0, tasks)
            .flatMapSequential(
                number -> Mono.fromCallable(() -> task.applyAsLong(number)).subscribeOn(scheduler),
                calls,
                1)
            .collectList()
            .blockOptional()
            .orElseThrow();
      }
    }
  };

  private final String name;

  WaitingPeer(String name) {
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }
}
