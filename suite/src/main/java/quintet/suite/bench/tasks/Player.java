package quintet.suite.bench.tasks;

/** Who plays the piece, and first the loop that all are compared with. */
@SuppressWarnings("ImmutableEnumChecker") // ways have no state
public enum Player {
  LOOP(new Loop());

  private final Way way;

  Player(Way way) {
    this.way = way;
  }

  Way way() {
    return way;
  }
}
