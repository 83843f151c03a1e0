package quintet.suite.bench.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import quintet.workloads.tasks.Job;

/**
 * A way to run many tasks in parallel and to get their results in order. A task is a function of
 * its number, counted from 0.
 */
interface Way {

  /** Tasks in flight with a bounded window: started, and not yet handed over. As many as ours. */
  int WINDOW = Job.USUAL_WINDOW;

  /** The window of a way that holds all results. */
  int ALL = Integer.MAX_VALUE;

  /** Hands the results over in order, one at a time, by whatever thread. */
  void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) throws Exception;

  /** All results in order. */
  default List<Long> list(Crew crew, int tasks, LongUnaryOperator task) throws Exception {
    var results = new ArrayList<Long>(tasks);
    stream(crew, tasks, task, results::add);
    return results;
  }

  /** The most tasks that are in flight when results are streamed; or {@link #ALL}. */
  int window();

  /** With a remark where results are streamed and nevertheless all held: a reader must know. */
  default String labelled(String name, Map<String, String> parameters) {
    boolean streamed = Mode.STREAMED.name().equals(parameters.get("mode"));
    return streamed && window() == ALL ? name + ", holds all" : name;
  }
}
