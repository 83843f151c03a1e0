package quintet.suite.bench.tasks;

import quintet.suite.bench.kit.Labelled;

/** Where tasks are done, and first the loop that the others are compared with. */
public enum Site implements Labelled {
  ONE_THREAD("one thread"),
  TWO_THREADS("two threads"),
  TWO_PROCESSES("two processes of one core");

  private final String name;

  Site(String name) {
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }
}
