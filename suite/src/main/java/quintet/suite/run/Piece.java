package quintet.suite.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.workloads.Staff;

/**
 * A piece of work with its input at hand, ready to be played under any model, any number of times.
 * It knows what an answer is and how its speed is told; when to play and what to make of the times
 * is the {@link Comparison}'s.
 *
 * <p>Used by one thread. What it holds (a server) it gives back when it is closed.
 *
 * @param <A> what a play answers; the same for every model
 */
interface Piece<A> extends AutoCloseable {

  /** Its name on the command line and in results. */
  String name();

  /**
   * Plays it once. The time of this call is what is compared, so it does nothing but the work.
   *
   * @throws IOException if the input cannot be read; likewise any exception of the model's
   */
  A play(Models model, Progress progress) throws IOException, InterruptedException;

  /**
   * How many threads were seen at work; 0 if unknown. It may play once more, after the timed
   * rounds, so that looking on costs them nothing.
   */
  int threads(Models model, Progress progress) throws IOException, InterruptedException;

  /** Everything in which the answer is not the oracle's, in words; null if they are the same. */
  @Nullable String difference(A answer, A oracle);

  /** The figures that stand between the time and the speed-up, in this order. */
  List<Measure> measures(A oracle);

  /** One sentence: the input, how much of it, and what was done with it. */
  String description(A oracle);

  /** What else must be known to read the table, a line each. */
  List<String> notes(A oracle);

  /** The description for programs: names and values, in order. */
  Map<String, Object> facts(A oracle);

  /** Who does the work at the same time, where it is not the usual staff. */
  default Staff staff(Staff usual) {
    return usual;
  }

  /** The same in words. */
  default String workforce(Staff staff, int cores) {
    return "%d %s of %d cores"
        .formatted(staff.workers(), staff.workers() == 1 ? "worker" : "workers", cores);
  }

  /**
   * Whether the baseline plays no more than once. True for work that waits: its time depends little
   * on warmth and chance, and one at a time it waits long.
   */
  default boolean isBaselineOnce() {
    return false;
  }

  @Override
  default void close() throws IOException {}
}
