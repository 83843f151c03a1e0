package quintet.locks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Latency;
import quintet.services.api.Pause;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Sheet;

final class LocksHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new LocksHarvest(staff);
  }

  /** With a limit of one there is one thread: whoever holds a lock now holds it during its call. */
  @Test
  void noLockIsHeldWhileAServerIsWaitedFor(@TempDir Path dir) throws Exception {
    Queue<ReentrantLock> locks = new ConcurrentLinkedQueue<>();
    var heldDuringACall = new AtomicBoolean();
    Pause look =
        _ -> heldDuringACall.compareAndSet(false, locks.stream().anyMatch(ReentrantLock::isLocked));
    var model =
        new LocksHarvest(
            Staff.of(1),
            () -> {
              var lock = new ReentrantLock();
              locks.add(lock);
              return lock;
            });
    var waiting = Behaviour.seeded(1).with(Latency.fixed(Duration.ofMillis(1)));
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    try (var server = ApiServer.start(waiting, anyPort, look, InstantSource.system());
        var sheet = Sheet.create(dir.resolve("out.csv"), Fields.NONE)) {
      var urls =
          IntStream.rangeClosed(1, 50).mapToObj(item -> server.uri(item).toString()).toList();

      var summary = model.run(Job.of(urls, sheet).withLimit(1));

      assertAll(
          () -> assertEquals(50, summary.ok()),
          () -> assertEquals(2, locks.size()),
          () -> assertFalse(heldDuringACall.get()));
    }
  }
}
