package quintet.workloads.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Latency;
import quintet.services.api.Pause;

/** Very many calls at the same time, and what they take. */
public final class ManyCalls {

  private ManyCalls() {}

  /**
   * The most platform threads of this process, the server's included, while so many calls are in
   * flight: none is answered before all have arrived.
   */
  public static int peakThreads(Harvest model, int limit, Path dir) throws Exception {
    var allIn = new CountDownLatch(limit);
    Pause untilAllAreIn =
        _ -> {
          allIn.countDown();
          allIn.await();
        };
    var threads = ManagementFactory.getThreadMXBean();
    var waiting = Behaviour.seeded(1).with(Latency.fixed(Duration.ofMillis(1)));
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    try (var server = ApiServer.start(waiting, anyPort, untilAllAreIn, InstantSource.system());
        var sheet = Sheet.create(dir.resolve("out.csv"), Fields.NONE)) {
      var urls = new Source(limit, number -> server.uri((int) number).toString());
      threads.resetPeakThreadCount();

      var summary = model.run(Job.of(urls, sheet).withLimit(limit));

      assertEquals(limit, summary.ok());
      assertEquals(limit, server.account().mostInFlight());
      return threads.getPeakThreadCount();
    }
  }
}
