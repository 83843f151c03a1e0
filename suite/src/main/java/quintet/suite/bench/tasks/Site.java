package quintet.suite.bench.tasks;

import quintet.suite.bench.kit.Labelled;

/** Where tasks are done, and first the loop that the others are compared with. */
public enum Site implements Labelled {
  ONE_THREAD("one thread"),
  TWO_THREADS("two threads"),
  TWO_PROCESSES("two processes, tasks may be repeated"),
  TWO_PROCESSES_ONCE("two processes, each task once");

  private final String name;

  Site(String name) {
    this.name = name;
  }

  /** Whether there must be other processes. */
  boolean processes() {
    return this == TWO_PROCESSES || this == TWO_PROCESSES_ONCE;
  }

  @Override
  public String label() {
    return name;
  }
}
