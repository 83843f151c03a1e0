package quintet.suite.latency;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The waits of several forks, in a form in which they can be put together again and again: for each
 * fork, how often each value was seen.
 */
public final class PooledWaits {

  private static final double NANOS_A_MICRO = 1e3;

  /** All that occur in any of the forks, ascending. */
  private final long[] nanos;

  private final List<long[]> counts;

  /** Takes over what was measured; confined to nobody, because nothing changes any more. */
  public PooledWaits(List<Latencies> forks) {
    var waits = forks.stream().map(Latencies::waitCounts).toList();
    var values = new TreeSet<Long>();
    waits.forEach(fork -> values.addAll(fork.keySet()));
    nanos = values.stream().mapToLong(Long::longValue).toArray();
    counts =
        waits.stream()
            .map(fork -> Arrays.stream(nanos).map(it -> fork.getOrDefault(it, 0L)).toArray())
            .toList();
  }

  /** For each fork, how often each value was seen. */
  public List<long[]> forks() {
    return counts;
  }

  /**
   * Percentiles of all requests of the given forks, in microseconds: the smallest value that so
   * many percent of the requests do not exceed.
   *
   * @param forks some of {@link #forks}, each as often as it is to count
   * @param percents ascending
   */
  public double[] micros(List<long[]> forks, double... percents) {
    var sums = new long[nanos.length];
    for (var fork : forks) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += fork[i];
      }
    }
    long total = Arrays.stream(sums).sum();
    var found = new double[percents.length];
    long seen = 0;
    int next = 0;
    for (int i = 0; i < sums.length && next < percents.length; i++) {
      seen += sums[i];
      while (next < percents.length && seen >= percents[next] / 100 * total) {
        found[next++] = nanos[i] / NANOS_A_MICRO;
      }
    }
    return found;
  }
}
