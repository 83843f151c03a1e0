package quintet.suite.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where a client's next task goes: to the member that has the fewest of them. Left to
 * chance, as the engine would, one member waits while another has three.
 *
 * <p>A task's place follows from its id, as everything's place in the engine: so ids are tried
 * until one belongs to that member, as many as there are members on average. What belongs to whom,
 * a client is told some milliseconds after it has come, and what belongs to a member that has just
 * joined, a little later: so long tasks wait. They might take an hour, one behind the other, while
 * another member has nothing to do.
 *
 * <p><b>Thread-safe</b>: the counts are behind this object's monitor, which is free while a task
 * waits; so a member is chosen and counted in one.
 */
final class Balance {

  /** Of an id for a member, from one pause to the next. */
  private static final int MOST_TRIES = 1_000;

  /** All together some seconds; then any member will do. */
  private static final int MOST_PAUSES = 1_000;

  private static final int PAUSE_MILLIS = 5;

  /** An id, and who has the task by it, as far as is known. */
  record Choice(String id, UUID member) {}

  private final Supplier<? extends Collection<UUID>> members;
  private final Function<String, @Nullable UUID> owners;
  private final int mostPauses;
  private final String prefix = UUID.randomUUID() + "-";

  @GuardedBy("this")
  private final Map<UUID, Integer> inFlight = new HashMap<>();

  @GuardedBy("this")
  private long ids;

  /**
   * Of members and owners of ids as they are at the time.
   *
   * @param owners gives null for as long as that is not known
   * @param mostPauses of a task, until any member will do
   */
  Balance(
      Supplier<? extends Collection<UUID>> members,
      Function<String, @Nullable UUID> owners,
      int mostPauses) {
    this.members = members;
    this.owners = owners;
    this.mostPauses = mostPauses;
  }

  static Balance of(HazelcastInstance client) {
    return new Balance(
        () -> client.getCluster().getMembers().stream().map(Member::getUuid).toList(),
        id -> {
          var owner = client.getPartitionService().getPartition(id).getOwner();
          return owner == null ? null : owner.getUuid();
        },
        MOST_PAUSES);
  }

  synchronized Choice next() throws InterruptedException {
    for (int pauses = 0; ; pauses++) {
      var wanted = lightest();
      for (int tries = 0; tries < MOST_TRIES; tries++) {
        var id = prefix + ids++;
        if (wanted.equals(owners.apply(id))) {
          return counted(id, wanted);
        }
      }
      if (pauses == mostPauses) {
        var id = prefix + ids++;
        return counted(id, Objects.requireNonNullElse(owners.apply(id), wanted));
      }
      wait(PAUSE_MILLIS);
    }
  }

  private synchronized Choice counted(String id, UUID member) {
    inFlight.merge(member, 1, Integer::sum);
    return new Choice(id, member);
  }

  private synchronized UUID lightest() {
    UUID lightest = new UUID(0, 0);
    int least = Integer.MAX_VALUE;
    for (var member : members.get()) {
      int count = inFlight.getOrDefault(member, 0);
      if (count < least) {
        lightest = member;
        least = count;
      }
    }
    return lightest;
  }

  synchronized void ended(Choice choice) {
    inFlight.computeIfPresent(choice.member(), (_, count) -> count == 1 ? null : count - 1);
  }
}
