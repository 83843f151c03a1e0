package quintet.suite.bench.harvest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Latency;
import quintet.services.api.Pause;
import quintet.suite.ChildJava;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Sheet;

/**
 * What calls take that wait, all of a run at the same time.
 *
 * <p>The run is in a process of its own, and this one is the API: it holds back its answers until
 * it has all requests, asks the other process what it uses now, and answers. So nothing of the API
 * is counted, and no time has to be guessed after which all calls wait.
 *
 * @param platformThreads the most of them at the same time, from the process's start to the run's
 *     end; the JVM's own among them
 * @param usedBytes of the heap and of direct buffers, after a collection. The stacks of platform
 *     threads are in neither; those of virtual threads are in the heap
 */
record WaitingCalls(int platformThreads, long usedBytes) {

  private static final long MOST_SECONDS = 60;

  /**
   * Measures so many calls in flight.
   *
   * @throws IOException if they do not come to wait
   */
  static WaitingCalls of(Player player, int calls) throws IOException, InterruptedException {
    var arrived = new CountDownLatch(calls);
    var answer = new CountDownLatch(1);
    Pause pause =
        _ -> {
          arrived.countDown();
          answer.await();
        };
    var behaviour = Behaviour.seeded(Load.SEED).with(Latency.fixed(Duration.ofNanos(1)));
    var anyPort = address(0);
    try (var api = ApiServer.start(behaviour, anyPort, pause, InstantSource.system())) {
      var process = start(player, calls, api.address().getPort());
      try (var said = process.inputReader(StandardCharsets.US_ASCII)) {
        if (!arrived.await(MOST_SECONDS, TimeUnit.SECONDS)) {
          throw new IOException(arrived.getCount() + " of " + calls + " calls never came");
        }
        process.outputWriter().append("now\n").flush();
        long used = number(said);
        answer.countDown();
        return new WaitingCalls((int) number(said), used);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process start(Player player, int calls, int port) throws IOException {
    return new ProcessBuilder(
            ChildJava.command(
                List.of("-Xmx512m", "-XX:+UseParallelGC"),
                WaitingCalls.class,
                player.name(),
                String.valueOf(calls),
                String.valueOf(port)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private static long number(BufferedReader said) throws IOException {
    var line = said.readLine();
    if (line == null) {
      throw new IOException("the measured process has ended");
    }
    return Long.parseLong(line);
  }

  // ---- the process that is measured

  /** Model, calls, port. Says how much memory is used when asked, and in the end its threads. */
  public static void main(String[] arguments) throws Exception {
    int calls = Integer.parseInt(arguments[1]);
    var address = address(Integer.parseInt(arguments[2]));
    Thread.ofPlatform().daemon().start(WaitingCalls::answerOnce);
    var csv = Files.createTempFile("quintet-waiting", ".csv");
    try (var sheet = Sheet.create(csv, Load.FIELDS)) {
      var urls =
          IntStream.rangeClosed(1, calls)
              .mapToObj(item -> ApiServer.uri(address, item).toString())
              .toList();
      var job = Job.of(urls, sheet).withLimit(calls);
      var _ = Player.valueOf(arguments[0]).harvest().run(job);
    } finally {
      Files.delete(csv);
    }
    System.out.println(ManagementFactory.getThreadMXBean().getPeakThreadCount());
  }

  private static void answerOnce() {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try {
      var _ = in.readLine();
    } catch (IOException e) {
      return; // nobody asks any more
    }
    System.gc();
    System.out.println(used());
  }

  private static long used() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return heap
        + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
  }
}
