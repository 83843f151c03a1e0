package quintet.services.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers one request, or does not. Its thread is a virtual one of the {@link ApiServer}; what is
 * shared is in the {@link Ledger}. An exception that leaves {@link #handle} makes the JDK's server
 * close the connection: this is how a reset and a hang end.
 */
final class ItemHandler implements HttpHandler {

  /** A slow body's pieces. */
  private static final int PIECES = 8;

  /** The server cannot see that a client has gone, so a hang must end by itself some time. */
  private static final long MOST_HANG_MINUTES = 10;

  private final Behaviour behaviour;
  private final Items items;
  private final Ledger ledger;
  private final Pause pause;
  private final InstantSource clock;

  ItemHandler(Behaviour behaviour, Ledger ledger, Pause pause, InstantSource clock) {
    this.behaviour = behaviour;
    this.items = new Items(behaviour.seed());
    this.ledger = ledger;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var item = Items.number(exchange.getRequestURI().getPath());
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      ledger.stray(405);
      exchange.sendResponseHeaders(405, -1);
    } else if (item.isEmpty()) {
      ledger.stray(404);
      var body = error(404, "there are " + Items.path(1) + " to " + Items.path(Items.MOST));
      begin(exchange, 404, body.length);
      end(exchange, body);
    } else {
      serve(exchange, item.getAsInt());
    }
  }

  private void serve(HttpExchange exchange, int item) throws IOException {
    try (var visit = ledger.arrive(item)) {
      if (visit.isRefused()) {
        var advice = behaviour.advice(Chance.of(behaviour.seed(), item));
        refuse(exchange, visit, 429, advice);
      } else {
        meet(behaviour.fate(item, visit.attempt()), exchange, visit, item);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server was stopped");
    }
  }

  private void meet(Fate fate, HttpExchange exchange, Ledger.Visit visit, int item)
      throws IOException, InterruptedException {
    switch (fate) {
      case Fate.Answer answer -> {
        waitFor(answer.latency());
        answer(exchange, visit, items.json(item), answer.body());
      }
      case Fate.Refusal refusal -> {
        waitFor(refusal.latency());
        refuse(exchange, visit, refusal.status(), refusal.retryAfter());
      }
      case Fate.Reset reset -> {
        waitFor(reset.latency());
        reset(exchange, visit, items.json(item));
      }
      case Fate.Hang() -> {
        visit.hang();
        var _ = new CountDownLatch(1).await(MOST_HANG_MINUTES, TimeUnit.MINUTES);
        throw new IOException("hung on purpose");
      }
    }
  }

  private void waitFor(Duration latency) throws InterruptedException {
    if (latency.isPositive()) {
      pause.pause(latency);
    }
  }

  private void answer(HttpExchange exchange, Ledger.Visit visit, byte[] body, Duration duration)
      throws IOException, InterruptedException {
    begin(exchange, 200, body.length);
    int sent = 0;
    if (duration.isPositive()) {
      int piece = body.length / PIECES;
      for (int i = 1; i < PIECES; i++, sent += piece) {
        exchange.getResponseBody().write(body, sent, piece);
        exchange.getResponseBody().flush();
        pause.pause(duration.dividedBy(PIECES - 1));
      }
    }
    visit.answered(200);
    end(exchange, body, sent);
  }

  private void refuse(
      HttpExchange exchange, Ledger.Visit visit, int status, @Nullable RetryAfter retryAfter)
      throws IOException {
    if (retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter.value(clock.instant()));
    }
    var body = error(status, "on purpose");
    begin(exchange, status, body.length);
    visit.answered(status);
    end(exchange, body);
  }

  /** Half of what was promised, so that no client takes it for a connection that was idle. */
  private static void reset(HttpExchange exchange, Ledger.Visit visit, byte[] body)
      throws IOException {
    begin(exchange, 200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    visit.reset();
    throw new IOException("reset on purpose");
  }

  private static byte[] error(int status, String message) {
    return "{\"error\":\"%d, %s\"}\n".formatted(status, message).getBytes(StandardCharsets.UTF_8);
  }

  private static void begin(HttpExchange exchange, int status, int bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes);
  }

  private static void end(HttpExchange exchange, byte[] body) throws IOException {
    end(exchange, body, 0);
  }

  private static void end(HttpExchange exchange, byte[] body, int from) throws IOException {
    exchange.getResponseBody().write(body, from, body.length - from);
    exchange.close();
  }
}
