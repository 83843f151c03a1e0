package quintet.sequential;

import java.io.IOException;
import java.util.function.Consumer;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

/**
 * One thread reads, works and delivers, one block at a time. What every other model must equal.
 *
 * <pre>
 *   read block --> parse --> deliver --+
 *       ^------------------------------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing. There is no other thread, so nothing needs a guard, and program order
 * (JLS 17.4.5) is the only order there is.
 *
 * <p><b>Stops</b> at the end of the input, at the first exception, and, when interrupted, after the
 * block in hand.
 *
 * <p><b>Costs</b> one block of memory. <b>Choose it</b> first: for small inputs, on a machine that
 * has other work for its cores, and to know what the others must beat. Source: seed 000, "Reading a
 * Single File".
 */
public final class SequentialCatalog implements Catalog {

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var delivery = new Delivery<T>(job, consumer);
    var parser = new BlockParser<T>(job.work());
    var block = new Block(job.blockBytes());
    try (var reader = new BlockReader(job.sources())) {
      while (reader.fill(block)) {
        delivery.accept(parser.parse(block));
      }
    }
    return delivery.summary();
  }
}
