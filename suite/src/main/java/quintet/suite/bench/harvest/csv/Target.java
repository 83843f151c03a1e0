package quintet.suite.bench.harvest.csv;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where formatted rows go: one file, or more. A file that is there is written over; it was as long.
 * Thread-safe, but for {@link #close}, which comes when all threads are done.
 */
interface Target extends AutoCloseable {

  /** For rows that come one by one: as many as come in a block otherwise. */
  int BUFFER_BYTES = 8_192;

  /**
   * Takes whole rows.
   *
   * @param thread whose they are, counted from 0
   */
  void accept(int thread, byte[] rows) throws IOException, InterruptedException;

  /** Returns when all is in the files. */
  @Override
  void close() throws IOException;

  private static FileChannel open(Path folder, int number) throws IOException {
    var file = folder.resolve(number + ".csv");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static OutputStream stream(Path folder, int bufferBytes) throws IOException {
    var stream = Channels.newOutputStream(open(folder, 0));
    return bufferBytes == 0 ? stream : new BufferedOutputStream(stream, bufferBytes);
  }

  private static void write(FileChannel channel, byte[] rows) throws IOException {
    for (var left = ByteBuffer.wrap(rows); left.hasRemaining(); ) {
      var _ = channel.write(left);
    }
  }

  /** A file for each thread: nothing is shared. */
  record FilePerThread(List<FileChannel> files) implements Target {

    static FilePerThread in(Path folder, int threads) throws IOException {
      var files = new ArrayList<FileChannel>();
      for (int i = 0; i < threads; i++) {
        files.add(open(folder, i));
      }
      return new FilePerThread(files);
    }

    @Override
    public void accept(int thread, byte[] rows) throws IOException {
      write(files.get(thread), rows);
    }

    @Override
    public void close() throws IOException {
      for (var file : files) {
        file.close();
      }
    }
  }

  /** One file; who has rows takes the next place for them, and writes there beside the others. */
  record ReservedOffset(FileChannel file, AtomicLong end) implements Target {

    static ReservedOffset in(Path folder) throws IOException {
      return new ReservedOffset(open(folder, 0), new AtomicLong());
    }

    @Override
    public void accept(int thread, byte[] rows) throws IOException {
      long position = end.getAndAdd(rows.length);
      for (var left = ByteBuffer.wrap(rows); left.hasRemaining(); ) {
        position += file.write(left, position);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** One file, behind a lock. */
  static final class Locked implements Target {

    private final ReentrantLock lock;

    @GuardedBy("lock")
    private final OutputStream file;

    private Locked(ReentrantLock lock, OutputStream file) {
      this.lock = lock;
      this.file = file;
    }

    static Locked forBlocks(Path folder) throws IOException {
      return new Locked(new ReentrantLock(), stream(folder, 0));
    }

    static Locked forRows(Path folder, boolean fair) throws IOException {
      return new Locked(new ReentrantLock(fair), stream(folder, BUFFER_BYTES));
    }

    @Override
    public void accept(int thread, byte[] rows) throws IOException {
      lock.lock();
      try {
        file.write(rows);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() throws IOException {
      lock.lock();
      try {
        file.close();
      } finally {
        lock.unlock();
      }
    }
  }

  /** One file, and a thread that alone writes what comes through a queue. */
  static final class Queued implements Target {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> queue;
    private final FutureTask<Boolean> writing;

    private Queued(int slots, OutputStream file) {
      queue = new ArrayBlockingQueue<>(slots);
      writing = new FutureTask<>(() -> writeAll(file));
      Thread.ofPlatform().daemon().name("csv-writer").start(writing);
    }

    static Queued forBlocks(Path folder) throws IOException {
      return new Queued(16, stream(folder, 0));
    }

    /** As many rows as the other has in its blocks. */
    static Queued forRows(Path folder) throws IOException {
      return new Queued(16 * CsvForm.BLOCK_ROWS, stream(folder, BUFFER_BYTES));
    }

    private boolean writeAll(OutputStream file) throws IOException, InterruptedException {
      try (file) {
        for (var rows = queue.take(); rows.length > 0; rows = queue.take()) {
          file.write(rows);
        }
        return true;
      } catch (IOException e) {
        while (queue.take().length > 0) {
          // nobody must wait for a place in the queue
        }
        throw e;
      }
    }

    @Override
    public void accept(int thread, byte[] rows) throws InterruptedException {
      queue.put(rows);
    }

    @Override
    public void close() throws IOException {
      try {
        queue.put(END);
        var _ = writing.get();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }
}
