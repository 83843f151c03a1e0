package quintet.suite.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.HazelcastInstance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What needs no member. */
@Timeout(20)
final class SenderTest {

  /** An engine's client that fails in a way that nobody foresees. */
  private static HazelcastInstance broken() {
    return (HazelcastInstance)
        Proxy.newProxyInstance(
            SenderTest.class.getClassLoader(),
            new Class<?>[] {HazelcastInstance.class},
            (_, method, _) -> {
              if (method.getName().equals("getCluster")) {
                throw new UnsupportedOperationException("broken");
              }
              return null;
            });
  }

  @Test
  void aTaskForWhichNoMemberCanBeChosenTakesNoRoom() {
    var client = broken();
    var secret = Secret.random();
    var sender = new Sender(client, List.of(), secret, new Cancellations(client, secret));

    for (int i = 0; i <= ClusterMember.CAPACITY; i++) { // the last would wait for ever
      assertThrows(
          UnsupportedOperationException.class, () -> sender.reply("a task", true, new byte[0]));
    }
  }

  @Test
  void triesAreFurtherAndFurtherApartForSomeSeconds() {
    var pauses = IntStream.range(1, Sender.MOST_TRIES).mapToObj(Sender::pause).toList();

    assertEquals(Duration.ofMillis(1), pauses.getFirst());
    assertEquals(pauses.stream().sorted().toList(), pauses);
    var all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(all.toSeconds() >= 2 && all.toSeconds() < 5, all.toString());
  }
}
