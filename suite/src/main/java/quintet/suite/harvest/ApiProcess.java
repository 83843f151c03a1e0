package quintet.suite.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Latency;
import quintet.suite.ChildJava;

/**
 * The embedded API in a process of its own, so that its threads and its garbage are not those of
 * its client. Every answer takes the same time, and none fails.
 *
 * <p>It ends when it is closed, and when its standard input does: so it does not outlive whoever
 * started it, however that ends.
 */
public final class ApiProcess implements Closeable {

  /** More than it needs at 1,000 calls in flight. */
  private static final String HEAP = "-Xmx128m";

  /** It takes a second or two, and longer where others are at work. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final long END_SECONDS = 5;

  private final Process process;
  private final InetSocketAddress address;

  private ApiProcess(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, and returns when it answers.
   *
   * @param latency of each answer
   * @param seed of what the items are
   * @throws IOException if it does not start within a minute; it is gone then, as it is after an
   *     interrupt
   */
  public static ApiProcess start(Duration latency, long seed)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                ChildJava.command(
                    List.of(HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                    ApiProcess.class,
                    Long.toString(latency.toNanos()),
                    Long.toString(seed)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean complete = false;
    try {
      var api = new ApiProcess(process, address(port(process)));
      complete = true;
      return api;
    } finally {
      if (!complete) {
        process.destroyForcibly();
      }
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private static int port(Process process) throws IOException, InterruptedException {
    String line;
    try {
      line = ChildJava.firstLine(process, START);
    } catch (IOException e) {
      throw new IOException("the embedded API did not start: " + e.getMessage(), e);
    }
    if (line == null) {
      throw new IOException("the embedded API did not start: exit code " + process.waitFor());
    }
    return Integer.parseInt(line);
  }

  /** The address of an item. */
  public URI uri(int item) {
    return ApiServer.uri(address, item);
  }

  /**
   * Ends it, and returns when it has ended: the system then counts its processor time as that of a
   * child of this process, and not as a stranger's.
   */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
    var _ = process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    var _ = process.onExit().join();
  }

  /** The process itself: latency in nanoseconds, seed. Says its port, and waits for its end. */
  public static void main(String[] arguments) throws IOException {
    var latency = Duration.ofNanos(Long.parseLong(arguments[0]));
    var behaviour = Behaviour.seeded(Long.parseLong(arguments[1])).with(Latency.fixed(latency));
    try (var server = ApiServer.start(behaviour)) {
      System.out.println(server.address().getPort());
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    }
    System.exit(0);
  }
}
