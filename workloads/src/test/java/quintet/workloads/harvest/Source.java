package quintet.workloads.harvest;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** URLs made as they are pulled, and counted. */
final class Source implements Iterable<String> {

  private final long length;
  private final LongFunction<String> url;
  private final AtomicLong pulled = new AtomicLong();

  /**
   * @param url of each number, from 1
   */
  Source(long length, LongFunction<String> url) {
    this.length = length;
    this.url = url;
  }

  long pulled() {
    return pulled.get();
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pulled.get() < length;
      }

      @Override
      public String next() {
        return url.apply(pulled.incrementAndGet());
      }
    };
  }
}
