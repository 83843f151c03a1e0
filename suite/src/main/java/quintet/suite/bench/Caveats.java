package quintet.suite.bench;

import java.util.ArrayList;
import java.util.List;
import quintet.suite.results.Bound;
import quintet.suite.results.Variant;
import quintet.suite.statistics.RoundBootstrap;
import quintet.workloads.Staff;

/** What a run cannot support, said before it begins. */
final class Caveats {

  private Caveats() {}

  static List<String> of(List<Variant> variants, int rounds, String depth) {
    var caveats = new ArrayList<String>();
    if (rounds < RoundBootstrap.FEWEST_ROUNDS) {
      caveats.add(
          "under "
              + RoundBootstrap.FEWEST_ROUNDS
              + " rounds: no interval, and so nothing is claimed.");
    }
    if (depth.equals(Depth.QUICK.label())) {
      caveats.add(
          "quick: few and short forks, one weight of the work, one number of workers. Large");
      caveats.add(
          "differences show. A small one does not, nor does what the compiler does late, nor");
      caveats.add("how anything scales.");
    }
    int cores = Staff.perCore().workers();
    if (variants.stream().anyMatch(v -> v.bound() == Bound.CORES && v.workers() > cores)) {
      caveats.add(
          "more workers than the "
              + cores
              + " cores: those rows show what that costs, not scaling.");
    }
    return caveats;
  }
}
