package quintet.suite.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells the members which tasks are not wanted any more. All are told: who has the task may have
 * changed. See {@link Desk} for what they do about it.
 *
 * <p>Who cancels does not wait for the message to leave, for it was interrupted; who closes the
 * client does, for a moment, or else the last bodies would go on.
 *
 * <p><b>Thread-safe.</b> The messages under way are in a concurrent map. A task is in it from
 * before its message can be known to have arrived, so none is missed by a close that comes after
 * its cancellation.
 */
final class Cancellations {

  /** For the members to hear of the last ones. */
  private static final int PATIENCE_MILLIS = 500;

  private final ITopic<byte[]> topic;
  private final Secret secret;
  private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  Cancellations(HazelcastInstance client, Secret secret) {
    topic = client.getTopic(Names.CANCELLATIONS);
    this.secret = secret;
  }

  /** Has the task with this id interrupted, or never begun. Does not wait. */
  void cancel(String id) {
    var content = id.getBytes(StandardCharsets.UTF_8);
    CompletableFuture<Void> told;
    try {
      told = topic.publishAsync(secret.seal(Names.CANCELLATIONS, content)).toCompletableFuture();
    } catch (IllegalStateException e) { // the client has ended, and can tell nobody
      return;
    }
    underWay.put(id, told);
    var _ = told.whenComplete((_, _) -> underWay.remove(id));
  }

  /** Waits until the members have heard of all, but not for long. Not ended by an interrupt. */
  void awaitTold() {
    var _ =
        CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .exceptionally(_ -> null) // who is not there does nothing either
            .join();
  }
}
