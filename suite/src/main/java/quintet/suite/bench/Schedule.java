package quintet.suite.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import quintet.suite.results.Variant;

/**
 * In which order a round measures its variants: shuffled anew for each, and the same again for the
 * same seed. JMH would run all forks of one benchmark in a row, and whatever else the machine did
 * meanwhile would fall on that benchmark alone.
 *
 * @param variants all that is measured
 * @param seed of the orders
 * @param blocks rather as JMH does, all rounds of a variant in a row: to see what that costs
 */
record Schedule(List<Variant> variants, long seed, boolean blocks) {

  /** A fork to be run. */
  record Turn(Variant variant, int round) {}

  /** The turns of a round, counted from 1. */
  List<Turn> round(int round) {
    var order = new ArrayList<>(variants);
    Collections.shuffle(order, new Random(31 * seed + round));
    return order.stream().map(variant -> new Turn(variant, round)).toList();
  }

  /** The turns of so many rounds, in the order in which they are measured. */
  List<Turn> rounds(int rounds) {
    var turns = new ArrayList<Turn>();
    if (blocks) {
      for (var first : round(1)) {
        for (int round = 1; round <= rounds; round++) {
          turns.add(new Turn(first.variant(), round));
        }
      }
      return turns;
    }
    for (int round = 1; round <= rounds; round++) {
      turns.addAll(round(round));
    }
    return turns;
  }
}
