package quintet.suite.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a task that is not idempotent is begun once, whatever the engine does: it sends a
 * task again when an answer is overdue, and does it again when its member has left or its partition
 * has moved.
 *
 * <pre>
 *   (none) --begun on m--> BEGUN by m --done--> DONE with the reply --the client has it--> (none)
 *                             |
 *                         m leaves: refused
 * </pre>
 *
 * <p>The marks are in a replicated map, in the partition of the task itself: what is known of the
 * task is as durable as the task, and every change of the mark happens before the next thing that
 * the engine does about the task there. A mark is on two members before the body begins. Both must
 * be lost at the same time for it to be lost, and then the task is lost with it.
 *
 * <p>Thread-safe: the map is.
 */
final class Marks {

  private final HazelcastInstance member;
  private final IMap<String, byte[]> marks;

  Marks(HazelcastInstance member) {
    this.member = member;
    marks = member.getMap(Names.MARKS);
  }

  /** Calls the body unless it has begun before; then gives the reply of that time. */
  byte[] once(Parcel parcel, Supplier<byte[]> body) throws InterruptedException {
    if (!begin(parcel.id())) {
      return replyOfOther(parcel);
    }
    byte[] reply;
    try {
      reply = body.get();
    } catch (Throwable e) { // or else the mark would keep who asks again waiting for ever
      reply = Reply.failure(e, parcel.label());
    }
    end(parcel, reply);
    return reply;
  }

  /** The engine's result comes behind it. */
  private void end(Parcel parcel, byte[] reply) {
    try {
      var _ = marks.setAsync(parcel.id(), mark('D', reply));
    } catch (OutOfMemoryError e) {
      var refusal = Reply.refusal(parcel.label() + " was done, but there was no memory to say so");
      var _ = marks.setAsync(parcel.id(), mark('D', refusal));
    }
  }

  private boolean begin(String id) {
    var mine = begunBy(member.getCluster().getLocalMember());
    var found = putIfAbsent(id, mine);
    return found == null || Arrays.equals(found, mine);
  }

  /**
   * Marks, also when the member that was to hold the copy leaves meanwhile, or hangs: each try then
   * takes some seconds, until it is taken for lost and another holds the copies.
   */
  private byte @Nullable [] putIfAbsent(String id, byte[] mine) {
    while (true) {
      try {
        var found = marks.putIfAbsent(id, mine);
        if (Arrays.equals(found, mine)) {
          marks.set(id, mine); // of an earlier try, which made no copy
        }
        return found;
      } catch (IndeterminateOperationStateException e) {
        // marked, as far as is known, but not copied
      }
    }
  }

  /** Waits until the task has ended where it is under way, or that member has left. */
  private byte[] replyOfOther(Parcel parcel) throws InterruptedException {
    var changes = new Semaphore(0);
    var onLeave =
        member
            .getCluster()
            .addMembershipListener(
                new MembershipAdapter() {
                  @Override
                  public void memberRemoved(MembershipEvent event) {
                    changes.release();
                  }
                });
    var onChange = marks.addEntryListener(new OnChange(changes), parcel.id(), false);
    try {
      while (true) {
        var mark = marks.get(parcel.id());
        if (mark == null) {
          return Reply.refusal(parcel.label() + " is not waited for any more");
        }
        if (mark[0] == 'D') {
          return Arrays.copyOfRange(mark, 1, mark.length);
        }
        if (hasLeft(mark)) {
          return Reply.refusal(
              parcel.label()
                  + " was under way on "
                  + addressIn(mark)
                  + ", which left; it is not declared idempotent, so it was not done again");
        }
        changes.acquire();
      }
    } finally {
      var _ = marks.removeEntryListener(onChange);
      var _ = member.getCluster().removeMembershipListener(onLeave);
    }
  }

  private record OnChange(Semaphore changes)
      implements EntryUpdatedListener<String, byte[]>, EntryRemovedListener<String, byte[]> {
    @Override
    public void entryUpdated(EntryEvent<String, byte[]> event) {
      changes.release();
    }

    @Override
    public void entryRemoved(EntryEvent<String, byte[]> event) {
      changes.release();
    }
  }

  // ---- what is in a mark: B, the member, its address, which attempt; or D and the reply

  private static byte[] begunBy(Member member) {
    var text = member.getUuid() + " " + Addresses.of(member) + " " + UUID.randomUUID();
    return mark('B', text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mark(char kind, byte[] content) {
    var bytes = new byte[1 + content.length];
    bytes[0] = (byte) kind;
    System.arraycopy(content, 0, bytes, 1, content.length);
    return bytes;
  }

  private boolean hasLeft(byte[] begun) {
    var uuid = UUID.fromString(wordsOf(begun)[0]);
    return member.getCluster().getMembers().stream().noneMatch(m -> m.getUuid().equals(uuid));
  }

  private static String addressIn(byte[] begun) {
    return wordsOf(begun)[1];
  }

  private static String[] wordsOf(byte[] begun) {
    return new String(begun, 1, begun.length - 1, StandardCharsets.UTF_8).split(" ", -1);
  }
}
