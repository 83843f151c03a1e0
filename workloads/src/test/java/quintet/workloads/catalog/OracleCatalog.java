package quintet.workloads.catalog;

import java.io.IOException;
import java.util.function.Consumer;

/** The expected answer: every source is read whole, and its records are taken one by one. */
final class OracleCatalog implements Catalog {

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var delivery = new Delivery<T>(job, consumer);
    for (var source : job.sources()) {
      try (var stream = source.open()) {
        var bytes = stream.readAllBytes();
        var block = new Block(bytes.length);
        block.locate(source, 0);
        System.arraycopy(bytes, 0, block.bytes(), 0, bytes.length);
        block.setLength(bytes.length);
        delivery.accept(new BlockParser<T>(job.work()).parse(block));
      }
    }
    return delivery.summary();
  }
}
