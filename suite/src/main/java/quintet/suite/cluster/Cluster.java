package quintet.suite.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.durableexecutor.DurableExecutorService;
import com.hazelcast.durableexecutor.DurableExecutorServiceFuture;
import com.hazelcast.map.IMap;
import com.hazelcast.topic.ITopic;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Placement;
import quintet.workloads.tasks.Serialisability;
import quintet.workloads.tasks.Task;

/**
 * Tasks done by the members of a cluster, other processes on this machine or on others.
 *
 * <pre>{@code
 * try (var cluster = Cluster.join(Addresses.parse("10.0.0.5:5701,10.0.0.6:5701"), secret)) {
 *   tasks.values(Job.of(source).placed(cluster));
 * }
 *
 *   model's thread --seal--> | member: check, mark, call the body, seal |
 *          ^                 |        copy on another member            |
 *          +---- reply ------+------------------------------------------+
 * }</pre>
 *
 * <p>The code of the tasks must be on the members' class path. Bodies and values are serialised; a
 * task that cannot be is refused before it is sent ({@link Serialisability}).
 *
 * <p><b>Semantics.</b> A member that dies, even by {@code kill -9}, loses no task and hangs
 * nothing: its tasks are done by others. Unless it is {@linkplain Task#idempotent idempotent}, a
 * task is never begun twice: one that was under way on a lost member fails with a {@link
 * PlacementException} that names both. All that holds while no two members are lost within the
 * moment that it takes to copy what the first had. A member that hangs without closing its
 * connections is taken for lost after 30 seconds. When all members are gone, tasks fail with a
 * {@link PlacementException}.
 *
 * <p>A body's exception comes back as itself if it is serialisable, else as a {@link
 * RemoteFailureException}. An interrupt of the waiting thread ends the wait at once, and tells the
 * members to interrupt the body, or not to begin it: as far as the message reaches them.
 *
 * <p>A thread of the model waits for every task that is in flight, and a member does several at
 * once: {@link #staff} has enough threads. Each task costs a few messages: tasks worth sending take
 * a millisecond or more. Who may send, see {@link Secret}.
 *
 * <p><b>Thread-safe.</b> Its state is the engine's and {@link Balance}'s. In flight are at most so
 * many tasks as one partition of the engine holds, so that none is ever full because of one client.
 * Source: seed 004, {@code use_processes=True}.
 */
public final class Cluster implements Placement, AutoCloseable {

  /** Threads a task done at the same time: the next is there when one is done. */
  private static final int IN_FLIGHT_PER_TASK_AT_ONCE = 2;

  /** Then no more rounds of asking all members to be let in; the first one always ends. */
  private static final int CONNECT_MILLIS = 2_000;

  /** For the members to hear of the last cancellations. */
  private static final int CANCEL_MILLIS = 500;

  /** Of sending a task that other clients leave no room for, or whose sending went wrong. */
  static final int MOST_TRIES = 20;

  /** So all tries together take two seconds and more: time for others' tasks to make room. */
  private static final int LONGEST_PAUSE_MILLIS = 200;

  private final HazelcastInstance client;
  private final Secret secret;
  private final List<InetSocketAddress> addresses;
  private final DurableExecutorService tasks;
  private final IMap<String, byte[]> marks;
  private final ITopic<byte[]> cancellations;
  private final Balance balance;
  private final Map<String, CompletableFuture<Void>> cancelling = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(ClusterMember.CAPACITY);

  private Cluster(HazelcastInstance client, List<InetSocketAddress> addresses, Secret secret) {
    this.client = client;
    this.addresses = List.copyOf(addresses);
    this.secret = secret;
    tasks = client.getDurableExecutorService(Names.TASKS);
    marks = client.getMap(Names.MARKS);
    cancellations = client.getTopic(Names.CANCELLATIONS);
    balance = new Balance(client);
    var _ = marks.size(); // makes the engine say what belongs to whom
  }

  /**
   * Uses the members at these addresses, and those that they know.
   *
   * @throws InputException if none is there, or none knows the secret
   */
  public static Cluster join(List<InetSocketAddress> addresses, Secret secret) {
    Addresses.requireOneListening(addresses);
    Names.silence();
    var config = new ClientConfig().setClusterName(secret.clusterName());
    config.setProperty(
        "hazelcast.client.heartbeat.timeout", ClusterMember.PATIENCE_SECONDS + "000");
    config.getMetricsConfig().setEnabled(false);
    config
        .getSerializationConfig()
        .addDataSerializableFactory(Envelope.FACTORY, Envelope.factory());
    for (var address : addresses) {
      config.getNetworkConfig().addAddress(Addresses.of(address));
    }
    config
        .getConnectionStrategyConfig()
        .setReconnectMode(ReconnectMode.OFF) // or else tasks would wait for members that are gone
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(CONNECT_MILLIS);
    HazelcastInstance client;
    try {
      client = HazelcastClient.newHazelcastClient(config);
    } catch (IllegalStateException e) {
      throw new InputException(
          "not let in by " + listed(addresses) + ": another secret, or no member of ours", e);
    }
    try {
      return new Cluster(client, addresses, secret);
    } catch (RuntimeException e) {
      client.shutdown();
      throw e;
    }
  }

  private static String listed(List<InetSocketAddress> addresses) {
    return String.join(", ", addresses.stream().map(Addresses::of).toList());
  }

  /** The addresses of the members there are now, the oldest first. */
  public List<String> members() {
    return client.getCluster().getMembers().stream().map(Addresses::of).toList();
  }

  /** How many tasks the members there are now do at the same time, together; at least one. */
  public int tasksAtOnce() {
    int sum = 0;
    for (var member : client.getCluster().getMembers()) {
      sum += Integer.parseInt(member.getAttributes().getOrDefault(Names.AT_ONCE, "1"));
    }
    return Math.max(1, sum);
  }

  /**
   * Threads that wait for the members, and keep them busy.
   *
   * @param tasksAtOnce how many tasks all members together do at the same time
   */
  public static Staff staff(int tasksAtOnce) {
    int threads = Math.min(IN_FLIGHT_PER_TASK_AT_ONCE * tasksAtOnce, Staff.MOST_WORKERS);
    return new Staff(threads, Staff.Kind.VIRTUAL);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // what the body returned there is a T, or null if T
  public <T extends @Nullable Object> Task<T> place(Task<T> task) {
    var body = Serialisability.bytesOf(task);
    var label = task.name().isEmpty() ? "the task" : "task '" + task.name() + "'";
    return new Task<>(
        task.name(), () -> (T) done(label, task.idempotent(), body), task.idempotent());
  }

  private @Nullable Object done(String label, boolean idempotent, byte[] body) throws Exception {
    return Reply.valueOf(reply(label, idempotent, body), label);
  }

  private byte[] reply(String label, boolean idempotent, byte[] body) throws InterruptedException {
    room.acquire();
    Balance.Choice choice;
    try {
      choice = balance.next();
    } catch (IllegalStateException e) { // the client has ended
      room.release();
      throw noMember(label, e);
    }
    var parcel = new Parcel(choice.id(), label, idempotent, body);
    DurableExecutorServiceFuture<byte[]> sent = null;
    try {
      for (int tries = 1; ; tries++) {
        try {
          sent = tasks.submitToKeyOwner(new Envelope(parcel.sealed(secret)), choice.id());
          return opened(parcel, sent.get());
        } catch (ExecutionException | IllegalStateException e) {
          checkWorthAnotherTry(label, tries, e); // with the same id, and so begun once
          Thread.sleep(pause(tries));
        }
      }
    } catch (InterruptedException e) {
      cancel(choice.id());
      throw e;
    } finally {
      balance.ended(choice);
      cleanUp(choice.id(), sent);
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
        label + " has no member left to be done by, of " + listed(addresses), cause);
  }

  private void cancel(String id) {
    var content = id.getBytes(StandardCharsets.UTF_8);
    var told =
        cancellations.publishAsync(secret.seal(Names.CANCELLATIONS, content)).toCompletableFuture();
    cancelling.put(id, told);
    var _ = told.whenComplete((_, _) -> cancelling.remove(id));
  }

  /**
   * Takes the reply and the mark away from the members, when there is a reply, and makes room.
   * Nobody waits for that: it would be another message's time for each task.
   */
  private void cleanUp(String id, @Nullable DurableExecutorServiceFuture<byte[]> sent) {
    if (sent == null) {
      room.release();
      return;
    }
    var _ =
        sent.whenComplete(
            (_, failure) -> Thread.startVirtualThread(() -> dispose(id, sent, failure == null)));
  }

  private void dispose(String id, DurableExecutorServiceFuture<byte[]> sent, boolean replied) {
    try {
      if (replied) {
        tasks.disposeResult(sent.getTaskId());
      }
      var _ = marks.removeAsync(id);
    } catch (RuntimeException lost) {
      // with its member, or the client is closed; results are overwritten, marks expire
    } finally {
      room.release();
    }
  }

  /**
   * Ends the use of the members, not the members. Tasks that wait fail; of those that were
   * cancelled the members hear first. May be called twice.
   */
  @Override
  public void close() {
    var _ =
        CompletableFuture.allOf(cancelling.values().toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, CANCEL_MILLIS, TimeUnit.MILLISECONDS)
            .exceptionally(_ -> null) // who is not there does nothing either
            .join();
    client.shutdown();
  }
}
