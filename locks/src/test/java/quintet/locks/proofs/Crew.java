package quintet.locks.proofs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import quintet.locks.ReorderBuffer;
import quintet.locks.SharedReader;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;
import quintet.workloads.proof.TinyCatalogue;

/** What the threads of a proof share: the reader and the buffer of the model, and its two loops. */
final class Crew {

  static final int ENDED = 1;
  static final int FAILED = 2;

  private final Job<Integer> job;
  private final SharedReader reader;
  private final ReorderBuffer<Batch<Integer>> buffer = new ReorderBuffer<>(4);
  private final AtomicInteger delivered = new AtomicInteger();

  Crew(List<Source> sources) {
    job = Job.of(sources, TinyCatalogue.NUMBER).inBlocksOf(TinyCatalogue.BLOCK_BYTES);
    reader = new SharedReader(job.sources());
  }

  /** What a worker of the model does, from its first block to the end of the input. */
  void work() {
    var block = new Block(job.blockBytes());
    var parser = new BlockParser<>(job.work());
    try {
      while (true) {
        buffer.reserve();
        long number = reader.claim(block);
        if (number < 0) {
          buffer.endAt(SharedReader.blocksBefore(number));
          return;
        }
        buffer.put(number, parser.parse(block));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Delivers all; returns how that ended. */
  int deliver() {
    var delivery = new Delivery<Integer>(job, _ -> delivered.incrementAndGet());
    try {
      for (var batch = buffer.take(); batch != null; batch = buffer.take()) {
        delivery.accept(batch);
      }
      return ENDED;
    } catch (IOException brokenOnPurpose) {
      return FAILED;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int delivered() {
    return delivered.get();
  }
}
