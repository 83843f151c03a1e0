package quintet.suite.bench.catalog;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import quintet.sequential.SequentialCatalog;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Kind;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;

/**
 * What can no parser do faster than, in one thread? Three limits, each of which does a little more;
 * and the mapping of the file, to see what the reader does without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.LIMIT,
    title = "one thread",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogLimits {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  @Param("100000")
  public int records;

  private Path file;
  private ByteBuffer block;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    file = Input.ONE.files(records, Input.MARC8_PERCENT).getFirst();
    block = ByteBuffer.allocate(Block.DEFAULT_BYTES);
    long found = frames();
    if (found != records) {
      throw new IllegalStateException(found + " records framed of " + records);
    }
  }

  /** The bytes are copied out of the page cache, and none is looked at. */
  @Benchmark
  public long pageCacheRead(RecordRate rate) throws IOException {
    return read(rate, false);
  }

  /** The same, and each byte is looked at. */
  @Benchmark
  public long memoryRead(RecordRate rate) throws IOException {
    return read(rate, true);
  }

  /** Each byte is looked at where it is mapped, without a copy; but each page must be mapped. */
  @Benchmark
  public long mappedMemoryRead(RecordRate rate) throws IOException {
    long value = 0;
    try (var channel = FileChannel.open(file);
        var arena = Arena.ofConfined()) {
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      for (long i = 0; i <= mapped.byteSize() - Long.BYTES; i += Long.BYTES) {
        value ^= mapped.get(ValueLayout.JAVA_LONG_UNALIGNED, i);
      }
    }
    rate.records += records;
    return value;
  }

  /** The sequential model, with a work that does nothing: records are found, and not entered. */
  @Benchmark
  public long framing(RecordRate rate) throws IOException, InterruptedException {
    long frames = frames();
    rate.records += frames;
    return frames;
  }

  private long frames() throws IOException, InterruptedException {
    var job = Job.of(List.of(Source.of(file)), _ -> null);
    return new SequentialCatalog().run(job, _ -> {}).records();
  }

  private long read(RecordRate rate, boolean look) throws IOException {
    long value = 0;
    try (var channel = FileChannel.open(file)) {
      while (channel.read(block.clear()) >= 0) {
        value ^= look ? exclusiveOr(block.array(), block.position()) : block.position();
      }
    }
    rate.records += records;
    return value;
  }

  /** The few bytes after the last whole word are left out. */
  private static long exclusiveOr(byte[] bytes, int length) {
    long value = 0;
    for (int i = 0; i <= length - Long.BYTES; i += Long.BYTES) {
      value ^= (long) LONG.get(bytes, i);
    }
    return value;
  }
}
