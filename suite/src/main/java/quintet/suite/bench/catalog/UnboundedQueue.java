package quintet.suite.bench.catalog;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.Summary;

/**
 * One thread reads blocks, and hands them to the thread that parses over a queue without a bound.
 * Reading is many times faster than parsing, so the queue comes to hold the whole file: every block
 * is new memory instead of an old block reused, the collector copies what nobody is ready for, and
 * a file larger than the heap ends the program. A bound is what makes the reader wait.
 */
final class UnboundedQueue implements Catalog {

  private static final Block END = new Block(0);

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var queue = new LinkedBlockingQueue<Block>();
    var delivery = new Delivery<T>(job, consumer);
    var parser = new BlockParser<T>(job.work());
    try (var readers = Executors.newSingleThreadExecutor()) {
      readers.execute(() -> read(job.sources(), job.blockBytes(), queue));
      for (var block = queue.take(); block != END; block = queue.take()) {
        delivery.accept(parser.parse(block));
      }
    }
    return delivery.summary();
  }

  /** A failure to read is a block too, so the end is never reached by mistake. */
  private static void read(List<Source> sources, int blockBytes, BlockingQueue<Block> queue) {
    try (var reader = new BlockReader(sources)) {
      for (var block = new Block(blockBytes); reader.fill(block); block = new Block(blockBytes)) {
        queue.add(block);
      }
    } finally {
      queue.add(END);
    }
  }
}
