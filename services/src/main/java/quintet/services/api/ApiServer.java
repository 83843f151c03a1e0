package quintet.services.api;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP/1.1 server that behaves as it is told. {@code GET /items/N} answers item N, a small
 * JSON object; N is 1 to {@value #ITEMS}.
 *
 * <pre>{@code
 * try (var server = ApiServer.start(Behaviour.seeded(7).with(Faults.NONE.withErrors(10)))) {
 *   client.send(HttpRequest.newBuilder(server.uri(1)).build(), BodyHandlers.ofString());
 * }
 * }</pre>
 *
 * <p>The JDK's server accepts, and each request has a virtual thread. A <b>reset</b> is half of an
 * answer and then the end of the connection (FIN, not RST: the JDK does not let us at its sockets);
 * were it the end before any byte, {@link java.net.http.HttpClient} would ask again by itself,
 * unseen by its user. A <b>hang</b> lasts until the server stops, or ten minutes: the JDK's server
 * does not see that a client has gone.
 *
 * <p><b>Thread-safe.</b> {@link #stop} and {@link #close} cut all connections, interrupt what
 * waits, and return when the last of the server's threads has let go.
 */
public final class ApiServer implements AutoCloseable {

  /** How many items there are. */
  public static final int ITEMS = Items.MOST;

  /** Connections that the system keeps for us until we accept them. */
  private static final int BACKLOG = 1024;

  static {
    // The JDK reads these once, before its first server. Without them small answers wait for the
    // client's delayed ACK, and a burst of over 200 connections that were idle is closed.
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private final Ledger ledger;
  private final ItemHandler handler;
  private final InetSocketAddress address;

  @GuardedBy("this")
  private @Nullable Running running;

  private ApiServer(Behaviour behaviour, InetSocketAddress wanted, Pause pause, InstantSource clock)
      throws IOException {
    ledger = new Ledger(behaviour.rateLimit(), clock);
    handler = new ItemHandler(behaviour, ledger, pause, clock);
    var started = Running.start(wanted, handler);
    running = started;
    address = started.http().getAddress();
  }

  /** A server on 127.0.0.1, at any free port. */
  public static ApiServer start(Behaviour behaviour) throws IOException {
    return start(behaviour, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
  }

  /**
   * A server at this address; port 0 is any free one.
   *
   * @throws java.net.BindException if the port is taken, or the address is not this machine's
   */
  public static ApiServer start(Behaviour behaviour, InetSocketAddress address) throws IOException {
    return start(behaviour, address, Pause.REAL, InstantSource.system());
  }

  /** The same with another way to wait, and another clock for dates and for limits per second. */
  public static ApiServer start(
      Behaviour behaviour, InetSocketAddress address, Pause pause, InstantSource clock)
      throws IOException {
    return new ApiServer(behaviour, address, pause, clock);
  }

  /** Where it listens, also while it is stopped. */
  public InetSocketAddress address() {
    return address;
  }

  /** The address of an item. */
  public URI uri(int item) {
    return uri(address, item);
  }

  /** The address of an item at a server that listens there; at 127.0.0.1 if it does everywhere. */
  public static URI uri(InetSocketAddress address, int item) {
    var host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    try {
      return new URI("http", null, host, address.getPort(), Items.path(item), null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What has happened so far. */
  public Account account() {
    return ledger.account();
  }

  /** The same without the requests by item, whose copy takes time: for a display. */
  public Account totals() {
    return ledger.totals();
  }

  /** Ends all that it does. The counts stay. Without effect if it is stopped already. */
  public synchronized void stop() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }

  /**
   * Stops, and listens at the same port again. The counts go on.
   *
   * @throws java.net.BindException if another has taken the port meanwhile
   */
  public synchronized void restart() throws IOException {
    stop();
    running = Running.start(address, handler);
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  /** One life of the server: the JDK's cannot be started again. */
  private record Running(HttpServer http, ExecutorService threads) {

    static Running start(InetSocketAddress address, ItemHandler handler) throws IOException {
      var http = HttpServer.create(address, BACKLOG);
      var factory = Thread.ofVirtual().name("quintet-api-", 0).factory();
      var threads = Executors.newThreadPerTaskExecutor(factory);
      http.setExecutor(threads);
      http.createContext("/", handler);
      http.start();
      return new Running(http, threads);
    }

    /** First the threads: one that writes would make the JDK wait for its client to read. */
    void stop() {
      boolean interrupted = Thread.interrupted(); // the JDK's stop would swallow it
      try {
        threads.shutdownNow();
        http.stop(0);
        threads.close();
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
