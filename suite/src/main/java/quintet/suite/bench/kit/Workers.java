package quintet.suite.bench.kit;

import quintet.workloads.Staff;

/**
 * The benchmarks' parameter {@code workers}: a constant in an annotation cannot ask the machine.
 */
public final class Workers {

  private Workers() {}

  /** So many platform threads; 0 means one a core. */
  public static Staff staff(int workers) {
    return workers == 0 ? Staff.perCore() : Staff.of(workers);
  }

  public static int count(int workers) {
    return staff(workers).workers();
  }
}
