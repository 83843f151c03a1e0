package quintet.suite.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Chooses where a client's next task goes: to the member that has the fewest of them. Left to
 * chance, as the engine would, one member waits while another has three.
 *
 * <p>A task's place follows from its id, as everything's place in the engine: so ids are tried
 * until one belongs to that member, as many as there are members on average.
 *
 * <p><b>Thread-safe</b>: the counts are behind this object's monitor.
 */
final class Balance {

  /** Then any member will do: the engine has not said yet what belongs to whom. */
  private static final int MOST_TRIES = 1_000;

  /** An id, and who has the task by it, as far as is known. */
  record Choice(String id, UUID member) {}

  private final HazelcastInstance client;
  private final String prefix = UUID.randomUUID() + "-";

  @GuardedBy("this")
  private final Map<UUID, Integer> inFlight = new HashMap<>();

  @GuardedBy("this")
  private long ids;

  Balance(HazelcastInstance client) {
    this.client = client;
  }

  synchronized Choice next() {
    var members = client.getCluster().getMembers();
    var wanted = lightest(members);
    var partitions = client.getPartitionService();
    String id;
    int tries = 0;
    Member owner;
    do {
      id = prefix + ids++;
      owner = partitions.getPartition(id).getOwner();
      tries++;
    } while (tries < MOST_TRIES && (owner == null || !owner.getUuid().equals(wanted)));
    inFlight.merge(wanted, 1, Integer::sum);
    return new Choice(id, wanted);
  }

  private synchronized UUID lightest(Collection<Member> members) {
    UUID lightest = new UUID(0, 0);
    int least = Integer.MAX_VALUE;
    for (var member : members) {
      int count = inFlight.getOrDefault(member.getUuid(), 0);
      if (count < least) {
        lightest = member.getUuid();
        least = count;
      }
    }
    return lightest;
  }

  synchronized void ended(Choice choice) {
    inFlight.computeIfPresent(choice.member(), (_, count) -> count == 1 ? null : count - 1);
  }
}
