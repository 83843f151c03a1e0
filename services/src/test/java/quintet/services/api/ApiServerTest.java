package quintet.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of each behaviour. No test waits for a time to pass. */
@Timeout(60)
final class ApiServerTest {

  private static final Behaviour CALM = Behaviour.seeded(7);
  private static final Instant NOW = Instant.parse("2026-11-02T08:59:59.5Z");

  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void anItemHasTheSameBytesEachTimeAndInEachServer() throws Exception {
    try (var one = ApiServer.start(CALM);
        var other = ApiServer.start(CALM.with(Latency.fixed(Duration.ofNanos(1))))) {
      var body = get(one, 3).body();
      assertTrue(body.startsWith("{\"id\":3,\"name\":\""), body);
      assertEquals(body, get(one, 3).body());
      assertEquals(body, get(other, 3).body());
      assertEquals("application/json", get(one, 3).headers().firstValue("Content-Type").get());
    }
  }

  @Test
  void anErrorIsOneOfThreeAndSomeSayWhenToComeAgain() throws Exception {
    var seen = new HashSet<String>();
    try (var server = ApiServer.start(CALM.with(Faults.NONE.withErrors(100)))) {
      for (int item = 1; item <= 60; item++) {
        var answer = get(server, item);
        var advised = answer.headers().firstValue("Retry-After").isPresent();
        seen.add(answer.statusCode() + (advised ? " with advice" : ""));
      }
    }
    assertEquals(Set.of("500", "502", "503", "503 with advice"), seen);
  }

  @Test
  void tooManyRequestsComesWithSecondsOrWithADate() throws Exception {
    var behaviour = CALM.with(Faults.NONE.withTooMany(100)).withRetryAfter(Duration.ofSeconds(3));
    var forms = new HashSet<String>();
    try (var server = start(behaviour, Pause.REAL, InstantSource.fixed(NOW))) {
      for (int item = 1; item <= 20; item++) {
        var answer = get(server, item);
        assertEquals(429, answer.statusCode());
        forms.add(answer.headers().firstValue("Retry-After").orElseThrow());
      }
    }
    assertEquals(Set.of("3", "Mon, 02 Nov 2026 09:00:03 GMT"), forms);
    var date = forms.stream().filter(form -> form.length() > 1).findFirst().orElseThrow();
    assertEquals(
        Instant.parse("2026-11-02T09:00:03Z"),
        ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  @Test
  void aSlowBodyArrivesWholeAndTakesItsTime() throws Exception {
    var pauses = new ConcurrentLinkedQueue<Duration>();
    var behaviour = CALM.with(Faults.NONE.withSlow(100)).withSlowBody(Duration.ofSeconds(7));
    try (var calm = ApiServer.start(CALM);
        var slow = start(behaviour, pauses::add, InstantSource.system())) {
      assertEquals(get(calm, 5).body(), get(slow, 5).body());
    }
    assertEquals(Duration.ofSeconds(7), pauses.stream().reduce(Duration.ZERO, Duration::plus));
    assertEquals(7, pauses.size());
  }

  @Test
  void aResetEndsTheConnectionInTheMiddleOfTheAnswer() throws Exception {
    try (var server = ApiServer.start(CALM.with(Faults.NONE.withResets(100)))) {
      assertThrows(IOException.class, () -> get(server, 1));
      assertEquals(1, server.account().resets());
      assertEquals(1, server.account().requestsFor(1), "the client has not retried by itself");
    }
  }

  @Test
  void aHangHasNoAnswerUntilTheServerCloses() throws Exception {
    CompletableFuture<HttpResponse<String>> answer;
    var server = ApiServer.start(CALM.with(Faults.NONE.withHangs(100)));
    try (server) {
      answer = getLater(server, 1);
      await().atMost(60, SECONDS).until(() -> server.account().hanging() == 1);
      assertFalse(answer.isDone());
      assertEquals(0, server.account().inFlight());
    }
    var failure = assertThrows(CompletionException.class, answer::join);
    assertInstanceOf(IOException.class, failure.getCause());
    assertEquals(0, server.account().hanging());
    assertEquals(1, server.account().hangs());
  }

  @Test
  void anItemThatIsGoneStaysGone() throws Exception {
    try (var server = ApiServer.start(CALM.with(Faults.NONE.withGone(100).inTheFirst(1)))) {
      for (int attempt = 1; attempt <= 3; attempt++) {
        assertEquals(404, get(server, 1).statusCode());
      }
    }
  }

  @Test
  void whoTriesOnceMoreThanFaultsLastSucceeds() throws Exception {
    try (var server = ApiServer.start(CALM.with(Faults.NONE.withErrors(100).inTheFirst(2)))) {
      assertTrue(get(server, 1).statusCode() >= 500);
      assertTrue(get(server, 1).statusCode() >= 500);
      assertEquals(200, get(server, 1).statusCode());
      assertTrue(get(server, 2).statusCode() >= 500, "each item has its own count");
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    try (var server = ApiServer.start(CALM)) {
      for (var path :
          List.of(
              "/", "/items", "/items/", "/items/0", "/items/1000001", "/items/x", "/items/1/")) {
        var request = HttpRequest.newBuilder(server.uri(1).resolve(path)).build();
        assertEquals(404, client.send(request, BodyHandlers.ofString()).statusCode(), path);
      }
      assertEquals(200, get(server, ApiServer.ITEMS).statusCode());
    }
  }

  @Test
  void onlyGetIsAllowed() throws Exception {
    try (var server = ApiServer.start(CALM)) {
      var post = HttpRequest.newBuilder(server.uri(1)).POST(BodyPublishers.ofString("{}")).build();
      var answer = client.send(post, BodyHandlers.ofString());
      assertEquals(405, answer.statusCode());
      assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow());
    }
  }

  @Test
  void mostInFlightIsHowManyWereThereAtOnce() throws Exception {
    var release = new CountDownLatch(1);
    var slow = CALM.with(Latency.fixed(Duration.ofSeconds(1)));
    try (var server = start(slow, _ -> release.await(), InstantSource.system())) {
      var answers = IntStream.rangeClosed(1, 20).mapToObj(item -> getLater(server, item)).toList();
      await().atMost(60, SECONDS).until(() -> server.account().inFlight() == 20);
      release.countDown();
      for (var answer : answers) {
        assertEquals(200, answer.join().statusCode());
      }
      get(server, 1);
      assertEquals(20, server.account().mostInFlight());
      assertEquals(0, server.account().inFlight());
    }
  }

  @Test
  void aClientThatAsksOneByOneIsNeverSeenTwiceAtOnce() throws Exception {
    try (var server = ApiServer.start(CALM)) {
      for (int item = 1; item <= 200; item++) {
        get(server, item);
      }
      assertEquals(1, server.account().mostInFlight());
    }
  }

  @Test
  void moreThanTheLimitInFlightIsRefused() throws Exception {
    var release = new CountDownLatch(1);
    var limited = CALM.with(Latency.fixed(Duration.ofSeconds(1))).with(RateLimit.inFlight(5));
    try (var server = start(limited, _ -> release.await(), InstantSource.system())) {
      var answers = IntStream.rangeClosed(1, 5).mapToObj(item -> getLater(server, item)).toList();
      await().atMost(60, SECONDS).until(() -> server.account().inFlight() == 5);
      var refused = get(server, 6);
      assertEquals(429, refused.statusCode());
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      release.countDown();
      answers.forEach(CompletableFuture::join);
      assertEquals(200, get(server, 6).statusCode());
      assertEquals(5, server.account().mostInFlight());
      assertEquals(2, server.account().requestsFor(6));
    }
  }

  @Test
  void moreThanTheLimitInASecondIsRefusedUntilTheNext() throws Exception {
    var now = new AtomicReference<>(NOW);
    var limited = CALM.with(RateLimit.perSecond(2));
    try (var server = start(limited, Pause.REAL, now::get)) {
      assertEquals(List.of(200, 200, 429), statuses(server, 3));
      now.updateAndGet(instant -> instant.plusSeconds(1));
      assertEquals(List.of(200, 200, 429), statuses(server, 3));
    }
  }

  @Test
  void aRequestThatTheLimitRefusesIsNoAttempt() throws Exception {
    var now = new AtomicReference<>(NOW);
    var behaviour =
        CALM.with(Faults.NONE.withErrors(100).inTheFirst(1)).with(RateLimit.perSecond(1));
    try (var server = start(behaviour, Pause.REAL, now::get)) {
      assertTrue(get(server, 1).statusCode() >= 500);
      assertEquals(429, get(server, 1).statusCode());
      now.updateAndGet(instant -> instant.plusSeconds(1));
      assertEquals(200, get(server, 1).statusCode());
    }
  }

  @Test
  void everyRequestIsInTheAccountOnce() throws Exception {
    var mixed = Faults.NONE.withErrors(20).withTooMany(10).withResets(10).withGone(10);
    try (var server = ApiServer.start(CALM.with(mixed))) {
      for (int item = 1; item <= 200; item++) {
        try {
          get(server, item);
        } catch (IOException reset) {
          // is in the account
        }
      }
      var account = server.account();
      long answered = account.answers().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(200, account.requests());
      assertEquals(200, account.requestsByItem().size());
      assertEquals(200, answered + account.resets());
      assertTrue(account.resets() > 0 && account.answered(200) > 0, account.toString());
    }
  }

  @Test
  void aServerThatRestartsHasTheSamePortAndGoesOnCounting() throws Exception {
    try (var server = ApiServer.start(CALM.with(Faults.NONE.withErrors(100).inTheFirst(1)))) {
      var address = server.address();
      assertTrue(get(server, 1).statusCode() >= 500);
      server.restart();
      assertEquals(address, server.address());
      assertEquals(200, get(server, 1).statusCode());
      assertEquals(2, server.account().requestsFor(1));
    }
  }

  @Test
  void aServerThatIsStoppedRefusesConnections() throws Exception {
    try (var server = ApiServer.start(CALM)) {
      get(server, 1);
      server.stop();
      assertThrows(ConnectException.class, () -> get(server, 1));
      server.restart();
      assertEquals(200, get(server, 1).statusCode());
    }
  }

  @Test
  void aRestartCutsOffWhatIsInFlight() throws Exception {
    var arrived = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    Pause untilCut =
        _ -> {
          arrived.countDown();
          never.await();
        };
    var slow = CALM.with(Latency.fixed(Duration.ofSeconds(1)));
    try (var server = start(slow, untilCut, InstantSource.system());
        var socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write("GET /items/1 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
      arrived.await();
      server.restart();
      assertEquals(-1, socket.getInputStream().read());
      assertEquals(1, server.account().cutOff());
      assertEquals(0, server.account().inFlight());
    }
  }

  @Test
  void closingLeavesNoThreadBehind() throws Exception {
    var never = new CountDownLatch(1);
    var behaviour = CALM.with(Latency.fixed(Duration.ofSeconds(1))).with(Faults.NONE.withHangs(50));
    var server = start(behaviour, _ -> never.await(), InstantSource.system());
    try (server) {
      for (int item = 1; item <= 40; item++) {
        var _ = getLater(server, item);
      }
      await().atMost(60, SECONDS).until(() -> server.account().requests() == 40);
      assertTrue(server.account().hanging() > 0 && server.account().inFlight() > 0);
      assertTrue(Threads.ofServers(folder).size() > 40, "the dump shows virtual threads");
    }
    await().atMost(60, SECONDS).until(() -> Threads.ofServers(folder).isEmpty());
  }

  @Test
  void anInterruptOfWhoClosesIsKept() throws Exception {
    var server = ApiServer.start(CALM);
    Thread.currentThread().interrupt();
    server.close();
    assertTrue(Thread.interrupted());
  }

  @Test
  void aPortIsForOneServer() throws Exception {
    try (var server = ApiServer.start(CALM)) {
      assertThrows(BindException.class, () -> ApiServer.start(CALM, server.address()));
    }
  }

  @Test
  void theAddressOfAnItemIsOneThatAClientCanUse() throws Exception {
    assertEquals(
        URI.create("http://127.0.0.1:80/items/2"), ApiServer.uri(new InetSocketAddress(80), 2));
    var six = new InetSocketAddress(InetAddress.ofLiteral("::1"), 80);
    assertTrue(ApiServer.uri(six, 2).toString().startsWith("http://[0:0:0:0:0:0:0:1]:80/"));
  }

  private List<Integer> statuses(ApiServer server, int requests)
      throws IOException, InterruptedException {
    var statuses = new ArrayList<Integer>();
    for (int item = 1; item <= requests; item++) {
      statuses.add(get(server, item).statusCode());
    }
    return statuses;
  }

  private HttpResponse<String> get(ApiServer server, int item)
      throws IOException, InterruptedException {
    return client.send(request(server, item), BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> getLater(ApiServer server, int item) {
    return client.sendAsync(request(server, item), BodyHandlers.ofString());
  }

  private static HttpRequest request(ApiServer server, int item) {
    return HttpRequest.newBuilder(server.uri(item)).build();
  }

  private static ApiServer start(Behaviour behaviour, Pause pause, InstantSource clock)
      throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return ApiServer.start(behaviour, anyPort, pause, clock);
  }
}
