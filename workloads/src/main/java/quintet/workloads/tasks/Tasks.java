package quintet.workloads.tasks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The piece {@code tasks} in one concurrency model: runs any number of tasks.
 *
 * <pre>{@code
 * List<Integer> sums = tasks.values(Job.of(List.of(Task.of(Math::addExact, 1, 2))));
 *
 * try (var outcomes = tasks.start(Job.of(lines.map(this::task)).unordered().returningExceptions())) {
 *   outcomes.forEachRemaining(outcome -> ...);
 * }
 * }</pre>
 *
 * <p><b>Contract</b>, the same for every model and tested once, in {@code TasksContract}:
 *
 * <ul>
 *   <li>Every task is done exactly once and has one {@link Outcome}, which carries its index in the
 *       source. Outcomes come in the order of the source, or as tasks complete: {@link Job#order}.
 *   <li>The source is pulled lazily. Never are more than {@link Job#window} tasks in flight, from
 *       when they are pulled until their outcome is handed over; so memory is bounded by the
 *       window, however many tasks there are. A run may work ahead within the window while its
 *       consumer does something else. Tasks that take microseconds are done and handed over in
 *       groups: an outcome may have to wait for the tasks behind it.
 *   <li>How large a group is follows from how long the tasks before it took, and is {@code window /
 *       (4 * workers)} at most: 512 tasks for two workers and the usual window. Tasks that are long
 *       all of a sudden are in such groups already. Whoever has begun one does it to its end, task
 *       by task; nobody takes any off it, though others be idle. If that may happen, take a window
 *       of less than 8 tasks a worker: then each task is a group.
 *   <li>A task that throws, whatever it throws, has failed. Unless the job {@linkplain
 *       Job#returningExceptions returns exceptions}, the first failure ends the run: tasks not
 *       begun never begin, running ones are interrupted, and it is thrown with the others
 *       suppressed. By then some of the outcomes before it may have been handed over. (A body that
 *       throws an {@link InterruptedException} in the asking thread, though nobody interrupted it,
 *       is taken for one that was.)
 *   <li>A source that throws ends the run with that exception, after the outcomes of all tasks
 *       before it.
 *   <li>A task over its {@linkplain Job#taskTimeout timeout} is interrupted and has failed; a run
 *       over {@linkplain Job#timeout its own} ends with a {@link TimedOutException}. Timeouts work
 *       by interrupt: a body that ignores it holds up the end of the run.
 *   <li>An interrupt of the thread that asks for outcomes ends the run, and so does closing it:
 *       tasks not begun never begin, running ones are interrupted.
 *   <li>However a run ends, no thread works for it when it is closed. (A model may keep its threads
 *       for a moment, for its next run.) It closes itself when it has handed over all, and when it
 *       throws.
 *   <li>A task may run tasks, with the same object too. Every run has workers of its own, so none
 *       waits for another's; nested runs have so many more threads.
 *   <li>What the starter of a run did before happens-before its tasks; what a task did
 *       happens-before its outcome is handed over.
 * </ul>
 *
 * <p>While it waits for the next outcome, the asking thread may itself do tasks, if they are short.
 * So a body must not count on a thread of its own: no thread-locals left behind. It then takes the
 * place of the last worker, which therefore need not begin before an outcome is asked for.
 *
 * <p>A model has no state between runs that could be seen; several threads may start runs at the
 * same time. Source: seed 004, {@code execute_tasks_in_parallel} and its two sisters; seed 003,
 * "Worker Pool".
 */
public interface Tasks {

  /**
   * Starts a run in the streaming mode: the outcomes are asked for one by one.
   *
   * @return used by one thread, and closed by it
   */
  <T extends @Nullable Object> Outcomes<T> start(Job<T> job);

  /**
   * Runs all tasks and returns their values: in the order of the source, or as they completed.
   *
   * @throws TaskFailedException as soon as a task fails
   * @throws IllegalArgumentException if the job returns exceptions: ask for {@link #outcomes}
   */
  default <T extends @Nullable Object> List<T> values(Job<T> job) throws InterruptedException {
    if (job.returnExceptions()) {
      throw new IllegalArgumentException("exceptions are no values; ask for outcomes");
    }
    var values = new ArrayList<T>();
    try (var outcomes = start(job)) {
      outcomes.drainValuesTo(values);
    } catch (InterruptedRunException e) {
      throw e.asChecked();
    }
    return values;
  }

  /**
   * Runs all tasks and returns their outcomes: in the order of the source, or as they completed.
   *
   * @throws TaskFailedException as soon as a task fails, unless the job returns exceptions
   */
  default <T extends @Nullable Object> List<Outcome<T>> outcomes(Job<T> job)
      throws InterruptedException {
    var list = new ArrayList<Outcome<T>>();
    try (var outcomes = start(job)) {
      outcomes.forEachRemaining(list::add);
    } catch (InterruptedRunException e) {
      throw e.asChecked();
    }
    return list;
  }
}
