package quintet.workloads.tasks;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a run in the streaming mode, asked for one by one. See {@link Tasks} for what to
 * rely on. Closing it early ends the run.
 *
 * <p><b>Not thread-safe:</b> used by one thread. Its methods throw
 *
 * <ul>
 *   <li>{@link TaskFailedException} when a task failed, unless the job returns exceptions;
 *   <li>{@link TimedOutException} when the run took too long;
 *   <li>{@link InterruptedRunException} when the thread is interrupted;
 *   <li>what the source threw;
 * </ul>
 *
 * and the run is closed then.
 *
 * @param <T> the type of the values
 */
public final class Outcomes<T extends @Nullable Object>
    implements Iterator<Outcome<T>>, AutoCloseable {

  private final Supervision supervision;
  private final Run<T> run;
  private final Watch watch;

  private @Nullable Chunk<T> chunk;
  private int next;
  private boolean closed;

  /**
   * What a model's {@link Tasks#start} returns: the run's outcomes, and the run's timeouts. Begins
   * the run; if that fails, with an error for want of threads perhaps, the run is closed again.
   */
  public Outcomes(Supervision supervision, Run<T> run) {
    this.supervision = supervision;
    this.run = run;
    try {
      run.begin();
      watch = Watch.over(supervision);
    } catch (Throwable e) {
      supervision.stop();
      run.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return current() != null;
  }

  @Override
  public Outcome<T> next() {
    var current = current();
    if (current == null) {
      throw new NoSuchElementException("all outcomes were handed over");
    }
    return current.outcome(next++);
  }

  /** The same outcomes as a stream; closing it closes the run. */
  public Stream<Outcome<T>> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    var spliterator = Spliterators.spliteratorUnknownSize(this, characteristics);
    return StreamSupport.stream(spliterator, false).onClose(this::close);
  }

  /** Without an object for each outcome. The job does not return exceptions. */
  void drainValuesTo(List<? super T> values) {
    for (var current = current(); current != null; current = current()) {
      while (next < current.done()) {
        values.add(current.value(next++));
      }
    }
  }

  /** The chunk that has the next outcome; null after the last. */
  private @Nullable Chunk<T> current() {
    while (chunk == null || next >= chunk.done()) {
      if (closed) {
        return null;
      }
      next = 0;
      chunk = fetch();
      if (chunk == null) {
        end();
      }
    }
    return chunk;
  }

  private @Nullable Chunk<T> fetch() {
    Chunk<T> fetched = null;
    boolean interrupted = Thread.interrupted();
    if (!interrupted) {
      var seat = supervision.consumer();
      seat.sit(Seat.FOREVER);
      try {
        fetched = supervision.stopped() ? null : run.next();
        interrupted = fetched == null && Thread.interrupted(); // a source that waited has ended
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (Throwable e) {
        close();
        throw e;
      } finally {
        interrupted &= !seat.getUp();
      }
    }
    if (interrupted || supervision.stopped()) {
      close();
      throw interrupted ? new InterruptedRunException() : failure();
    }
    return fetched;
  }

  /** What ended the run, which is closed, before its last outcome. */
  private RuntimeException failure() {
    var cause = supervision.cause();
    if (cause == null) {
      return new InterruptedRunException();
    }
    supervision.addLaterFailuresTo(cause);
    return cause;
  }

  /** After the last outcome. */
  private void end() {
    close();
    switch (supervision.sourceFailure()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e); // an iterator throws nothing else
    }
  }

  /** Ends the run, if it has not ended, and waits until its threads have. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      chunk = null;
      supervision.stop();
      run.close();
      watch.end();
    }
  }
}
