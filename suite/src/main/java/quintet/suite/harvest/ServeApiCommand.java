package quintet.suite.harvest;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quintet.services.api.Account;
import quintet.services.api.ApiServer;
import quintet.suite.InputException;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;

/** {@code quintet serve-api}: the API that harvest is tested against, alone, for a workshop. */
@Command(
    name = "serve-api",
    description = {
      "Serve an HTTP API that is slow and fails on demand, until Ctrl-C: something to harvest.",
      "GET /items/N answers a small JSON object."
    })
public final class ServeApiCommand implements Callable<Integer> {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_PORT = 65_535;
  private static final long REDRAW_MILLIS = 250;

  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}; 0 takes any that is free.",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Default: ${DEFAULT-VALUE}, which other machines cannot reach.",
      defaultValue = LOOPBACK)
  private String bind = LOOPBACK;

  @Mixin private final BehaviourOptions options = new BehaviourOptions();

  @Option(
      names = "--urls",
      paramLabel = "N",
      description = "Only print N addresses of a server at this port, a line each.")
  private @Nullable Integer urls;

  public ServeApiCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    range("--port", port, 0, MOST_PORT);
    var address = address();
    if (urls != null) {
      printUrls(address, urls);
      return 0;
    }
    var server = started(address);
    try (server;
        var line = new ProgressLine(terminal)) {
      announce(server);
      while (true) {
        var account = server.totals();
        line.show(progress(account), -1);
        var _ = new CountDownLatch(1).await(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
      }
    } finally {
      print(server.totals());
    }
  }

  private static void range(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(
          String.format(Locale.ROOT, "%s must be %d to %d, not %d", option, least, most, value));
    }
  }

  private InetSocketAddress address() {
    try {
      return new InetSocketAddress(InetAddress.getByName(bind), port);
    } catch (UnknownHostException e) {
      throw new InputException("--bind " + bind + ": no such address", e);
    }
  }

  private void printUrls(InetSocketAddress address, int count) {
    range("--urls", count, 1, ApiServer.ITEMS);
    if (port == 0) {
      throw new InputException("--urls needs the --port of a server, not 0");
    }
    var out = new PrintWriter(terminal.out(), false, terminal.out().charset());
    for (int item = 1; item <= count; item++) {
      out.println(ApiServer.uri(address, item));
    }
    out.flush();
  }

  private ApiServer started(InetSocketAddress address) {
    var behaviour = options.behaviour();
    try {
      return ApiServer.start(behaviour, address);
    } catch (IOException e) {
      throw new InputException(
          "%s, port %d: %s".formatted(bind, port, e.getMessage())
              + " (--port 0 takes any that is free)",
          e);
    }
  }

  private void announce(ApiServer server) {
    int actualPort = server.address().getPort();
    var elsewhere = bind.equals(LOOPBACK) ? "" : " --bind " + bind;
    terminal
        .out()
        .printf(
            """
            Serving %s and up to item %d, until Ctrl-C.
              curl %s
              ./quintet serve-api --port %d%s --urls 1000 > urls.txt
            """,
            server.uri(1), ApiServer.ITEMS, server.uri(1), actualPort, elsewhere);
    if (!server.address().getAddress().isLoopbackAddress()) {
      terminal.note("other machines can reach it at " + bind + ", and nothing keeps them out");
    }
  }

  private static String progress(Account account) {
    return String.format(
        Locale.ROOT,
        "%,d requests, %,d failed, %,d in flight, %,d hanging",
        account.requests(),
        account.failed(),
        account.inFlight(),
        account.hanging());
  }

  /** How often what happened, and nothing about what did not. */
  private void print(Account account) {
    line("requests", account.requests());
    line("most in flight", account.mostInFlight());
    new TreeMap<>(account.answers()).forEach((status, count) -> line("answered " + status, count));
    line("reset", account.resets());
    line("not answered", account.hangs());
    line("cut off", account.cutOff());
  }

  private void line(String what, long count) {
    if (count > 0) {
      terminal.out().println(String.format(Locale.ROOT, "%-14s %,9d", what, count));
    }
  }
}
