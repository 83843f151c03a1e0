package quintet.suite.bench.harvest.csv;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** What a thread puts its rows into. */
interface Lines {

  /** Formats a row, sooner or later to be written. */
  void add(int number) throws IOException, InterruptedException;

  /** Hands over what is left. */
  void end() throws IOException, InterruptedException;

  /** Confined to one thread, which hands over so many rows at a time. */
  final class Own implements Lines {

    private final Target target;
    private final int thread;
    private final int blockRows;
    private final RowText text = new RowText();
    private int rows;

    Own(Target target, int thread, int blockRows) {
      this.target = target;
      this.thread = thread;
      this.blockRows = blockRows;
    }

    @Override
    public void add(int number) throws IOException, InterruptedException {
      text.add(number);
      if (++rows == blockRows) {
        end();
      }
    }

    @Override
    public void end() throws IOException, InterruptedException {
      if (rows > 0) {
        target.accept(thread, text.take());
        rows = 0;
      }
    }
  }

  /** The same lines for all threads, which format while they have the lock. */
  final class Shared implements Lines {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Own lines;

    Shared(Own lines) {
      this.lines = lines;
    }

    @Override
    public void add(int number) throws IOException, InterruptedException {
      lock.lock();
      try {
        lines.add(number);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void end() throws IOException, InterruptedException {
      lock.lock();
      try {
        lines.end();
      } finally {
        lock.unlock();
      }
    }
  }
}
