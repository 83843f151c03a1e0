package quintet.suite.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.net.InetSocketAddress;
import java.util.List;
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
 * task that cannot be is refused before it is sent ({@link Serialisability}). So a body must not
 * capture a placement or what runs tasks: the engine's client and a model's threads stay here. A
 * body that needs to run tasks makes a model of its own.
 *
 * <p><b>Semantics.</b> A member that dies, even by {@code kill -9}, loses no task and hangs
 * nothing: its tasks are done by others. Unless it is {@linkplain Task#idempotent idempotent}, a
 * task is never begun twice: one that was under way on a lost member fails with a {@link
 * PlacementException} that names both. That is said of one sending: who listens on the network can
 * record a task and send it once more ({@link Secret}). All that holds while no two members are
 * lost within the moment that it takes to copy what the first had. A member that hangs without
 * closing its connections is taken for lost after 30 seconds. When all members are gone, tasks fail
 * with a {@link PlacementException}.
 *
 * <p>A body's exception comes back as itself if it is serialisable, else as a {@link
 * RemoteFailureException}. An interrupt of the waiting thread ends the wait at once, and tells the
 * members to interrupt the body, or not to begin it: as far as the message reaches them.
 *
 * <p>A thread of the model waits for every task that is in flight, and a member does several at
 * once: {@link #staff} has enough threads. Each task costs a few messages: those worth sending take
 * ten milliseconds or more (the run {@code two-cores-processes} among the committed ones). Who may
 * send, see {@link Secret}.
 *
 * <p><b>Thread-safe.</b> Its state is the engine's, {@link Sender}'s and {@link Cancellations}'.
 * Source: seed 004, {@code use_processes=True}.
 */
public final class Cluster implements Placement, AutoCloseable {

  /** Threads a task done at the same time: the next is there when one is done. */
  private static final int IN_FLIGHT_PER_TASK_AT_ONCE = 2;

  private final HazelcastInstance client;
  private final Cancellations cancellations;
  private final Sender sender;

  private Cluster(HazelcastInstance client, List<InetSocketAddress> addresses, Secret secret) {
    this.client = client;
    cancellations = new Cancellations(client, secret);
    sender = new Sender(client, addresses, secret, cancellations);
    var _ = client.getMap(Names.MARKS).size(); // makes the engine say what belongs to whom
  }

  /**
   * Uses the members at these addresses, and those that they know.
   *
   * @throws InputException if none is there, or none knows the secret
   */
  public static Cluster join(List<InetSocketAddress> addresses, Secret secret) {
    var client = Door.open(addresses, secret);
    try {
      return new Cluster(client, addresses, secret);
    } catch (RuntimeException e) {
      client.shutdown();
      throw e;
    }
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
    return Reply.valueOf(sender.reply(label, idempotent, body), label);
  }

  /**
   * Ends the use of the members, not the members. Tasks that wait fail; of those that were
   * cancelled the members hear first. May be called twice.
   */
  @Override
  public void close() {
    cancellations.awaitTold();
    client.shutdown();
  }
}
