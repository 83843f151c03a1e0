package quintet.suite.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.hazelcast.core.HazelcastInstance;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import quintet.workloads.tasks.Task;

/**
 * Where a member takes tasks in and does them: checks the seal, marks that it begins, calls the
 * body, seals the reply.
 *
 * <p><b>Thread-safe.</b> The engine's threads call {@link #take}, one for each task that is done at
 * the same time; others call {@link #cancel}. What they share are the bodies under way and the
 * sendings not wanted any more, behind this object's monitor. An interrupt is sent within it, and
 * the flag is cleared within it when the body has ended; so no interrupt hits the next body.
 */
final class Desk {

  /** In the member's user context. */
  static final String KEY = "quintet.desk";

  /**
   * So many cancelled tasks are remembered, in case they have not begun: more than can be queued.
   */
  private static final int MOST_CANCELLED = 16_384;

  private final Secret secret;

  @GuardedBy("this")
  private final Map<String, Thread> underWay = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, Boolean> cancelled =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_CANCELLED;
        }
      };

  Desk(Secret secret) {
    this.secret = secret;
  }

  /** Hears of cancellations from now on. */
  void listen(HazelcastInstance member) {
    var _ =
        member
            .<byte[]>getTopic(Names.CANCELLATIONS)
            .addMessageListener(message -> cancel(message.getMessageObject()));
  }

  /** Does the task in this envelope, unless it must not be done. */
  byte[] take(byte[] sealed, HazelcastInstance member) throws InterruptedException {
    var address = Addresses.of(member.getCluster().getLocalMember());
    var content = secret.open(Parcel.PURPOSE, sealed);
    if (content == null) {
      return Reply.refusal("refused by " + address + ": not sealed with the secret of its cluster");
    }
    var parcel = Parcel.of(content);
    var reply =
        parcel.idempotent()
            ? call(parcel, address)
            : new Marks(member).once(parcel, () -> call(parcel, address));
    return secret.seal(replyTo(parcel.id()), reply);
  }

  static String replyTo(String id) {
    return "reply to " + id;
  }

  /** Throws nothing: whatever happens is a reply. */
  private byte[] call(Parcel parcel, String address) {
    Task.Body<?> body;
    try {
      body = (Task.Body<?>) Objects.requireNonNull(Reply.read(parcel.body()));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return Reply.refusal(
          parcel.label()
              + ": "
              + address
              + " does not know the class "
              + e.getMessage()
              + "; the task's code must be on its class path");
    } catch (Throwable e) { // reading runs code of the body
      return Reply.refusal(
          parcel.label()
              + " cannot be read by "
              + address
              + ": "
              + RemoteFailureException.described(e));
    }
    if (!begin(parcel.id())) {
      return Reply.refusal(parcel.label() + " was cancelled");
    }
    byte[] reply;
    try {
      reply = Reply.value(body.call(), parcel.label());
    } catch (Throwable e) { // whatever a task throws is its failure
      reply = Reply.failure(e, parcel.label());
    } finally {
      end(parcel.id());
    }
    return reply;
  }

  /** Tasks that were cancelled, and have not come to begin yet. */
  synchronized int cancelledInAdvance() {
    return cancelled.size();
  }

  /** Tasks whose bodies have begun and not ended. */
  synchronized int underWay() {
    return underWay.size();
  }

  private synchronized boolean begin(String id) {
    if (cancelled.remove(id) != null) {
      return false;
    }
    underWay.put(id, Thread.currentThread());
    return true;
  }

  private synchronized void end(String id) {
    underWay.remove(id);
    Thread.interrupted();
  }

  /** Interrupts the body, or keeps it from beginning. */
  private void cancel(byte[] sealed) {
    var content = secret.open(Names.CANCELLATIONS, sealed);
    if (content == null) {
      return;
    }
    var id = new String(content, StandardCharsets.UTF_8);
    synchronized (this) {
      var thread = underWay.get(id);
      if (thread == null) {
        cancelled.put(id, true);
      } else {
        thread.interrupt();
      }
    }
  }
}
