package quintet.workloads.catalog;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import quintet.workloads.catalog.data.CatalogGenerator;

/** What the contract's tests read: small files made by hand, generated ones, and odd streams. */
final class Inputs {

  private static final AtomicInteger FILES = new AtomicInteger();

  private Inputs() {}

  static List<Source> file(Path dir, String name, byte[]... records) throws IOException {
    var path = dir.resolve(name);
    Files.write(path, MarcBuilder.concat(records));
    return List.of(Source.of(path));
  }

  static List<Source> generated(Path dir, CatalogGenerator generator) throws IOException {
    var path = dir.resolve("generated-" + FILES.incrementAndGet() + ".mrc");
    try (var out = Files.newOutputStream(path)) {
      generator.write(out, _ -> {});
    }
    return List.of(Source.of(path));
  }

  static byte[][] manyTitled(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> MarcBuilder.titled("Title " + i))
        .toArray(byte[][]::new);
  }

  /** The titles of {@link #manyTitled} from one number to before another. */
  static List<String> titles(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "Title " + i).toList();
  }

  static long lengthOf(List<byte[]> records) {
    return records.stream().mapToLong(record -> record.length).sum();
  }

  /** A record whose one entry has no digits, so that not even its terminators help. */
  static byte[] withBrokenDirectory() {
    var record = MarcBuilder.titled("Never seen");
    record[Iso2709.LEADER_BYTES + 3] = 'x';
    record[Iso2709.LEADER_BYTES + 7] = 'x';
    return record;
  }

  /** A record of exactly so many bytes, in fields of at most 9,999. */
  static byte[] ofLength(int bytes) {
    var builder = new MarcBuilder().field("245", "10", "$aThe longest");
    int missing = bytes - builder.build().length;
    while (missing > 0) {
      int field = Math.min(9_000, missing);
      if (missing - field < 100 && missing > field) {
        field -= 100; // what is left must hold a field and its directory entry
      }
      builder.field("500", "  ", "$a" + "n".repeat(field - 12 - 2 - 2 - 1));
      missing -= field;
    }
    return builder.build();
  }

  /** A stream that gives its bytes and then fails. */
  static final class FailingStream extends InputStream {
    private final InputStream good;

    FailingStream(byte[] good) {
      this.good = new ByteArrayInputStream(good);
    }

    @Override
    public int read() throws IOException {
      return orFail(good.read());
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      return orFail(good.read(target, from, length));
    }

    private static int orFail(int read) throws IOException {
      if (read < 0) {
        throw new IOException("the disk is gone");
      }
      return read;
    }
  }

  /** A stream that fails once in its middle, and would go on. */
  static final class FailingOnceStream extends InputStream {
    private final InputStream good;
    private int left;
    private boolean failed;

    FailingOnceStream(byte[] good, int failsAfter) {
      this.good = new ByteArrayInputStream(good);
      left = failsAfter;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (left == 0 && !failed) {
        failed = true;
        throw new IOException("the disk is gone");
      }
      int read = good.read(target, from, failed ? length : Math.min(left, length));
      left -= failed ? 0 : read;
      return read;
    }
  }

  /** Throws a checked exception where none is declared, as code in other languages may. */
  @SuppressWarnings("unchecked") // nothing is cast: the type is erased
  static <E extends Throwable> void throwUndeclared(Throwable failure) throws E {
    throw (E) failure;
  }

  /** A stream that knows whether it was closed. */
  static class ClosableStream extends FilterInputStream {
    private volatile boolean closed;

    ClosableStream(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }

    boolean isClosed() {
      return closed;
    }
  }

  /** One record over and over, and a count of the bytes read. */
  static final class EndlessStream extends ClosableStream {
    private final byte[] record = MarcBuilder.titled("Again");
    private final AtomicLong bytesRead = new AtomicLong();

    EndlessStream() {
      super(new byte[0]);
    }

    @Override
    public int read() {
      return record[(int) (bytesRead.getAndIncrement() % record.length)];
    }

    @Override
    public int read(byte[] target, int from, int length) {
      for (int i = 0; i < length; i++) {
        target[from + i] = (byte) read();
      }
      return length;
    }

    long bytesRead() {
      return bytesRead.get();
    }
  }

  /** A stream that never gives a byte, like a pipe whose writer thinks. */
  static final class SilentStream extends ClosableStream {
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    SilentStream() {
      super(new byte[0]);
    }

    void awaitReader() throws InterruptedException {
      reading.await();
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      reading.countDown();
      try {
        never.await();
        return -1;
      } catch (InterruptedException e) {
        throw new InterruptedIOException("interrupted");
      }
    }
  }
}
