package quintet.suite.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What needs no member. */
final class SenderTest {

  @Test
  void triesAreFurtherAndFurtherApartForSomeSeconds() {
    var pauses = IntStream.range(1, Sender.MOST_TRIES).mapToObj(Sender::pause).toList();

    assertEquals(Duration.ofMillis(1), pauses.getFirst());
    assertEquals(pauses.stream().sorted().toList(), pauses);
    var all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(all.toSeconds() >= 2 && all.toSeconds() < 5, all.toString());
  }
}
