package quintet.suite.bench.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.Workers;
import quintet.suite.results.Kind;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;

/**
 * How much faster can so many threads be on this machine, at this moment, with this work?
 *
 * <p>The blocks are in memory, each thread takes the next one by incrementing a number, and the
 * results are dropped: no input, no order, nothing to wait for. A model that comes near this has
 * nothing left to gain, whatever the number is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.CEILING,
    group = "work",
    among = "workers",
    baseline = "1",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogCeiling {

  @Param public Weight work;

  /** 0 means one a core. */
  @Param({"1", "0"})
  public int workers;

  @Param("100000")
  public int records;

  private final List<Block> blocks = new ArrayList<>();
  private ExecutorService pool;

  @Setup
  public void checkAnswer() throws InterruptedException, ExecutionException {
    var sources = Input.ONE.sources(records, Input.MARC8_PERCENT);
    try (var reader = new BlockReader(sources)) {
      var block = new Block(Block.DEFAULT_BYTES);
      while (reader.fill(block)) {
        blocks.add(block);
        block = new Block(Block.DEFAULT_BYTES);
      }
    }
    pool = Executors.newFixedThreadPool(Workers.count(workers));
    long found = parseAll();
    if (found != records) {
      throw new IllegalStateException(found + " records parsed of " + records);
    }
  }

  @TearDown
  public void stop() {
    pool.close();
  }

  @Benchmark
  public long run(RecordRate rate) throws InterruptedException, ExecutionException {
    long found = parseAll();
    rate.records += found;
    return found;
  }

  private long parseAll() throws InterruptedException, ExecutionException {
    var cursor = new AtomicInteger();
    var crew = new ArrayList<Callable<Long>>();
    for (int i = 0; i < Workers.count(workers); i++) {
      crew.add(() -> parse(cursor));
    }
    long total = 0;
    for (Future<Long> found : pool.invokeAll(crew)) {
      total += found.get();
    }
    return total;
  }

  private long parse(AtomicInteger cursor) {
    var parser = new BlockParser<>(work.work());
    long found = 0;
    for (int i = cursor.getAndIncrement(); i < blocks.size(); i = cursor.getAndIncrement()) {
      found += parser.parse(blocks.get(i)).size();
    }
    return found;
  }
}
