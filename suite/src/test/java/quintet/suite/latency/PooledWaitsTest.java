package quintet.suite.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PooledWaitsTest {

  @Test
  void percentilesAreThoseOfTheHistogramsPutTogether() {
    var random = new SplittableRandom(7);
    var forks = new ArrayList<Latencies>();
    for (int fork = 1; fork <= 4; fork++) {
      var latencies = new Latencies();
      for (int i = 0; i < 997; i++) {
        latencies.record(0, 0, random.nextLong(1_000, 1_000_000L * fork));
      }
      forks.add(latencies);
    }
    var pooled = new PooledWaits(forks);
    var found = pooled.micros(pooled.forks(), 50, 90, 99, 99.9);
    var expected = Latencies.merged(forks).waits();
    assertEquals(expected.p50Micros(), found[0]);
    assertEquals(expected.p90Micros(), found[1]);
    assertEquals(expected.p99Micros(), found[2]);
    assertEquals(expected.p999Micros(), found[3]);
  }

  @Test
  void aForkThatIsDrawnTwiceCountsTwice() {
    var fast = new Latencies();
    var slow = new Latencies();
    fast.record(0, 0, 1_000);
    slow.record(0, 0, 9_000);
    var pooled = new PooledWaits(List.of(fast, slow));
    var forks = pooled.forks();
    assertEquals(1, pooled.micros(List.of(forks.get(0), forks.get(0), forks.get(1)), 60)[0], 0.01);
    assertEquals(9, pooled.micros(List.of(forks.get(0), forks.get(1), forks.get(1)), 60)[0], 0.01);
  }
}
