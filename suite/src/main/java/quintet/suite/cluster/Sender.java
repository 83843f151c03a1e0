package quintet.suite.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.durableexecutor.DurableExecutorService;
import com.hazelcast.durableexecutor.DurableExecutorServiceFuture;
import com.hazelcast.map.IMap;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Sends a client's tasks, and waits for the replies: one call for each task.
 *
 * <pre>
 *   room --> id, by Balance --> sent --reply--> opened
 *                                |  ^
 *                             failed, sent again with the same id, and so begun once: Marks
 *
 *   however that ends: reply and mark are taken away from the members, then there is room again
 * </pre>
 *
 * <p>In flight are at most so many tasks as one partition of the engine holds, so that none is ever
 * full because of one client.
 *
 * <p><b>Thread-safe.</b> A task's own state is on the stack of the thread that waits for it. Shared
 * are the engine's objects, {@link Balance}, {@link Cancellations} and the semaphore.
 */
final class Sender {

  /** Of sending a task that other clients leave no room for, or whose sending went wrong. */
  static final int MOST_TRIES = 20;

  /** So all tries together take two seconds and more: time for others' tasks to make room. */
  private static final int LONGEST_PAUSE_MILLIS = 200;

  private final HazelcastInstance client;
  private final List<InetSocketAddress> addresses;
  private final Secret secret;
  private final Cancellations cancellations;
  private final DurableExecutorService tasks;
  private final IMap<String, byte[]> marks;
  private final Balance balance;
  private final Semaphore room = new Semaphore(ClusterMember.CAPACITY);

  Sender(
      HazelcastInstance client,
      List<InetSocketAddress> addresses,
      Secret secret,
      Cancellations cancellations) {
    this.client = client;
    this.addresses = List.copyOf(addresses);
    this.secret = secret;
    this.cancellations = cancellations;
    tasks = client.getDurableExecutorService(Names.TASKS);
    marks = client.getMap(Names.MARKS);
    balance = Balance.of(client);
  }

  /**
   * What a member replied about this task. An interrupt ends the wait and cancels the task.
   *
   * @throws PlacementException if no member can be made to reply
   */
  byte[] reply(String label, boolean idempotent, byte[] body) throws InterruptedException {
    room.acquire();
    Balance.Choice choice;
    try {
      choice = chosen(label);
    } catch (Throwable e) { // or else there would be less room for ever
      room.release();
      throw e;
    }
    DurableExecutorServiceFuture<byte[]> sent = null;
    CompletableFuture<byte[]> reply = null;
    try {
      var parcel = new Parcel(choice.id(), label, idempotent, body);
      for (int tries = 1; ; tries++) {
        try {
          sent = tasks.submitToKeyOwner(new Envelope(parcel.sealed(secret)), choice.id());
          reply = copyOf(sent);
          return opened(parcel, reply.get());
        } catch (ExecutionException | IllegalStateException e) {
          checkWorthAnotherTry(label, tries, e); // with the same id, and so begun once
          Thread.sleep(pause(tries));
        }
      }
    } catch (InterruptedException e) {
      cancellations.cancel(choice.id());
      throw e;
    } finally {
      balance.ended(choice);
      cleanUp(choice.id(), sent, reply);
    }
  }

  private Balance.Choice chosen(String label) throws InterruptedException {
    try {
      return balance.next();
    } catch (IllegalStateException e) { // the client has ended
      throw noMember(label, e);
    }
  }

  private byte[] opened(Parcel parcel, byte @Nullable [] sealed) {
    if (sealed == null) {
      throw new PlacementException(
          parcel.label() + " was lost with several members at once; it may have been begun");
    }
    var reply = secret.open(Desk.replyTo(parcel.id()), sealed);
    if (reply == null) {
      throw new PlacementException(
          parcel.label() + ": the reply is not sealed with the cluster's secret");
    }
    return reply;
  }

  // ---- when sending fails

  private void checkWorthAnotherTry(String label, int tries, Exception e) {
    var cause = e.getCause() == null ? e : e.getCause();
    if (!client.getLifecycleService().isRunning()) {
      throw noMember(label, cause);
    }
    if (tries == MOST_TRIES) {
      throw new PlacementException(label + " could not be placed: " + cause, cause);
    }
  }

  /** After a first failure almost none: most often a member was lost, and another is there. */
  static Duration pause(int tries) {
    return Duration.ofMillis(Math.min(1L << Math.min(tries - 1, 30), LONGEST_PAUSE_MILLIS));
  }

  private PlacementException noMember(String label, Throwable cause) {
    return new PlacementException(
        label + " has no member left to be done by, of " + Addresses.listed(addresses), cause);
  }

  // ---- afterwards

  /** An interrupt of who waits for the engine's own future would end it, reply or not. */
  private static CompletableFuture<byte[]> copyOf(DurableExecutorServiceFuture<byte[]> sent) {
    var copy = new CompletableFuture<byte[]>();
    var _ =
        sent.whenCompleteAsync(
            (reply, failure) -> {
              if (failure == null) {
                copy.complete(reply);
              } else {
                copy.completeExceptionally(failure);
              }
            },
            Runnable::run);
    return copy;
  }

  /**
   * Takes the reply and the mark away from the members, when there is a reply, and makes room.
   * Nobody waits for that: it would be another message's time for each task.
   */
  private void cleanUp(
      String id,
      @Nullable DurableExecutorServiceFuture<byte[]> sent,
      @Nullable CompletableFuture<byte[]> reply) {
    if (sent == null || reply == null) {
      room.release();
      return;
    }
    var _ =
        reply.whenComplete(
            (_, failure) -> Thread.startVirtualThread(() -> dispose(id, sent, failure == null)));
  }

  /** Without a reply the mark must stay: the body may be under way. It expires. */
  private void dispose(String id, DurableExecutorServiceFuture<byte[]> sent, boolean replied) {
    try {
      if (replied) {
        tasks.disposeResult(sent.getTaskId());
        var _ = marks.removeAsync(id);
      }
    } catch (RuntimeException lost) {
      // with its member, or the client is closed; results are overwritten, marks expire
    } finally {
      room.release();
    }
  }
}
