package quintet.suite.bench.tasks;

import java.util.List;
import java.util.function.LongUnaryOperator;

/** A way to run tasks that wait: many more of them at the same time than there are cores. */
interface Waiting {

  /**
   * All results in order.
   *
   * @param calls so many tasks may wait at the same time
   */
  List<Long> list(int calls, int tasks, LongUnaryOperator task) throws Exception;
}
