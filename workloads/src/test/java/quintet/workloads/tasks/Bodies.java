package quintet.workloads.tasks;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Tasks for tests. */
final class Bodies {

  private Bodies() {}

  /** Numbers 0 to {@code count} - 1. One in a hundred takes a hundred times as long. */
  static List<Task<Integer>> skewed(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> Task.of(Bodies::workedOut, number))
        .toList();
  }

  static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Gives the number back, after a while. */
  static int workedOut(int number) {
    int rounds = number % 100 == 0 ? 10_000 : 100;
    int hash = number;
    for (int i = 0; i < rounds; i++) {
      hash = hash * 31 + (hash >>> 7);
    }
    return hash == number - 1 && number < 0 ? hash : number; // keeps the loop alive
  }

  /** Tasks without end, made as they are pulled. */
  static <T> Iterable<Task<T>> endless(LongFunction<Task<T>> task) {
    return () -> LongStream.iterate(0, index -> index + 1).mapToObj(task).iterator();
  }

  /** A task that ends only when it is interrupted, and says when it begins. */
  static <T> Task<T> hanging(CountDownLatch begun) {
    var never = new CountDownLatch(1);
    return Task.of(
        () -> {
          begun.countDown();
          never.await();
          throw new AssertionError("nobody opens the latch");
        });
  }

  /** The given elements, and then this exception, which no iterator should throw. */
  static <E> Iterable<E> failingAfter(List<E> elements, Throwable failure) {
    return () ->
        new Iterator<>() {
          private final Iterator<E> good = elements.iterator();

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public E next() {
            if (!good.hasNext()) {
              throw Bodies.<RuntimeException>undeclared(failure);
            }
            return good.next();
          }
        };
  }

  /** Throws what the compiler would not let through. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // that is the trick
  static <X extends Throwable> X undeclared(Throwable failure) throws X {
    throw (X) failure;
  }
}
