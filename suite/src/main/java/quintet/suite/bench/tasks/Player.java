package quintet.suite.bench.tasks;

import quintet.suite.Models;

/**
 * Who plays the piece, and first the loop that all are compared with. Our own sequential model is
 * not among them: it has nothing to be swept over.
 */
@SuppressWarnings("ImmutableEnumChecker") // ways have no state
public enum Player {
  LOOP(new Loop()),
  THREADPOOL(new WithModel(Models.THREADPOOL)),
  PIPELINE(new WithModel(Models.PIPELINE)),
  ASYNC(new WithModel(Models.ASYNC)),
  LOCKS(new WithModel(Models.LOCKS));

  private final Way way;

  Player(Way way) {
    this.way = way;
  }

  Way way() {
    return way;
  }
}
