package quintet.suite.harvest;

import java.io.PrintWriter;
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

  private static final long REDRAW_MILLIS = 250;

  private final Terminal terminal;

  @Mixin private final ListenOptions listen = new ListenOptions();
  @Mixin private final BehaviourOptions behaviour = new BehaviourOptions();

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
    if (urls != null) {
      printUrls(urls);
      return 0;
    }
    var server = listen.start(behaviour.behaviour());
    try (server;
        var line = new ProgressLine(terminal)) {
      announce(server);
      while (true) {
        line.show(progress(server.totals()), -1);
        var _ = new CountDownLatch(1).await(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
      }
    } finally {
      print(server.totals());
    }
  }

  private void printUrls(int count) {
    if (count < 1 || count > ApiServer.ITEMS) {
      throw new InputException("--urls must be 1 to " + ApiServer.ITEMS + ", not " + count);
    }
    var address = listen.address();
    if (address.getPort() == 0) {
      throw new InputException("--urls needs the --port of a server, not 0");
    }
    var out = new PrintWriter(terminal.out(), false, terminal.out().charset());
    for (int item = 1; item <= count; item++) {
      out.println(ApiServer.uri(address, item));
    }
    out.flush();
  }

  private void announce(ApiServer server) {
    var address = server.address();
    terminal
        .out()
        .printf(
            """
            Serving %s and up to item %d, until Ctrl-C.
              curl %s
              ./quintet serve-api %s --urls 1000 > urls.txt
            """,
            server.uri(1), ApiServer.ITEMS, server.uri(1), listen.words(address.getPort()));
    if (!address.getAddress().isLoopbackAddress()) {
      terminal.note("other machines can reach it, and nothing keeps them out");
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
