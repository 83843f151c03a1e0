package quintet.suite.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Group;
import quintet.suite.statistics.Interval;

/**
 * How far the axes of a speed-up figure reach: the same for figures that stand side by side.
 *
 * @param workers the most that were measured or published
 * @param lowest speed-up that was measured, with its interval; 1 at most
 * @param highest speed-up or ceiling that was measured, with its interval; 1 at least
 */
record Extent(int workers, double lowest, double highest) {

  static Extent of(List<Group> groups) {
    var values = new ArrayList<Double>();
    values.add(1.0);
    int workers = 1;
    for (var group : groups) {
      for (var published : Published.of(group.piece()).points()) {
        workers = Math.max(workers, published.workers());
      }
      for (var row : group.rows()) {
        workers = Math.max(workers, row.workers());
        var speedUp = row.speedUp();
        if (speedUp != null) {
          values.add(speedUp.ratio());
          add(values, speedUp.interval());
        }
        var ceiling = row.ceiling();
        if (ceiling != null) {
          values.add(ceiling.value());
          add(values, ceiling.interval());
        }
      }
    }
    return new Extent(workers, Collections.min(values), Collections.max(values));
  }

  private static void add(List<Double> values, @Nullable Interval interval) {
    if (interval != null) {
      values.add(interval.low());
      values.add(interval.high());
    }
  }
}
