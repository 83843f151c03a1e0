package quintet.suite.bench.tasks;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Project Reactor. Results are handed over by whichever worker has the next one.
 *
 * @param portion so many tasks go to a worker at a time
 */
record WithReactor(int portion) implements Way {

  @Override
  public List<Long> list(Crew crew, int tasks, LongUnaryOperator task) {
    return results(crew, tasks, task).collectList().blockOptional().orElseThrow();
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) {
    results(crew, tasks, task).doOnNext(consumer::accept).blockLast();
  }

  private Flux<Long> results(Crew crew, int tasks, LongUnaryOperator task) {
    return portion == 1 ? oneByOne(crew, tasks, task) : inPortions(crew, tasks, task);
  }

  private static Flux<Long> oneByOne(Crew crew, int tasks, LongUnaryOperator task) {
    var scheduler = Schedulers.fromExecutorService(crew.pool());
    return Flux.range(0, tasks)
        .flatMapSequential(
            number -> Mono.fromCallable(() -> task.applyAsLong(number)).subscribeOn(scheduler),
            WINDOW,
            1);
  }

  /** Of one portion ahead, and not of 256 as is usual: they would be in flight too. */
  private Flux<Long> inPortions(Crew crew, int tasks, LongUnaryOperator task) {
    var scheduler = Schedulers.fromExecutorService(crew.pool());
    return Flux.range(0, tasks)
        .buffer(portion)
        .flatMapSequential(
            numbers -> Mono.fromCallable(() -> results(numbers, task)).subscribeOn(scheduler),
            WINDOW / portion,
            1)
        .concatMapIterable(results -> results, 1);
  }

  private static List<Long> results(List<Integer> numbers, LongUnaryOperator task) {
    return numbers.stream().map(task::applyAsLong).toList();
  }

  /** Two more portions: the one that is handed over, and the one that is next. */
  @Override
  public int window() {
    return WINDOW + 2 * portion;
  }
}
