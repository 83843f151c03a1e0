package quintet.suite.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quintet.suite.cli.Session;

@Timeout(60)
final class ServeApiCommandTest {

  private static final Pattern ADDRESS = Pattern.compile("Serving (http://127.0.0.1:\\d+/items/1)");

  @TempDir private Path home;
  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void itAnswersUntilItIsInterruptedAndThenSaysWhatItDid() throws Exception {
    var out = new ByteArrayOutputStream();
    var command = started(out, "serve-api", "--port", 0, "--latency", "1us", "--errors", "0");
    var address = address(out);
    assertEquals(200, get(address).statusCode());
    assertEquals(404, get(address.resolve("/")).statusCode());
    command.thread().interrupt();

    var session = command.session().get();
    assertEquals(130, session.exitCode());
    assertEquals(List.of("quintet: interrupted"), session.errLines());
    assertTrue(session.out().matches("(?s).*requests +2\n.*answered 200 +1\n.*"), session.out());
    assertThrows(ConnectException.class, () -> get(address));
  }

  @Test
  void theOptionsAreWhatTheClientSees() throws Exception {
    var out = new ByteArrayOutputStream();
    var command = started(out, "serve-api", "--port", 0, "--latency", "0ms", "--too-many", 100);
    var answer = get(address(out));
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    command.thread().interrupt();
    assertEquals(130, command.session().get().exitCode());
  }

  @Test
  void theAddressesOfItemsAreForAFile() {
    var session = Session.of(home, "serve-api", "--port", 8081, "--urls", 1000);
    assertEquals(0, session.exitCode());
    assertEquals(1000, session.outLines().size());
    assertEquals("http://127.0.0.1:8081/items/1000", session.outLines().getLast());
  }

  @Test
  void aPortInUseIsOneLine() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var session = Session.of(home, "serve-api", "--port", other.getLocalPort());
      assertEquals(2, session.exitCode());
      assertEquals(
          List.of(
              "quintet: 127.0.0.1, port %d: Address already in use (--port 0 takes any that is free)"
                  .formatted(other.getLocalPort())),
          session.errLines());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --errors 101                | --errors must be 0 to 100 percent, not 101.0
          --hangs -1                  | --hangs must be 0 to 100 percent, not -1.0
          --errors 60 --resets 60     | add up to more than 100 percent
          --slow many                 | 'many' is not a double
          --latency 20                | '20': must be like 20ms, 5ms..50ms or lognormal:20ms,0.5
          --latency 50ms..5ms         | '50ms..5ms': the least latency is over the most
          --latency 999s              | '999s': a latency must be 0 to 1 minute, not PT16M39S
          --latency lognormal:20ms    | 'lognormal:20ms': must be like 20ms
          --latency lognormal:20ms,9  | sigma must be 0 to 5, not 9.0
          --rate-limit 0              | --rate-limit must be at least 1 a second, not 0
          --port 65536                | --port must be 0 to 65535, not 65536
          --urls 1000001              | --urls must be 1 to 1000000, not 1000001
          --urls 5 --port 0           | --urls needs the --port of a server, not 0
          --bind no.such.invalid      | --bind no.such.invalid: no such address
          --bind 192.0.2.1            | --bind 192.0.2.1: not an address of this machine
          """)
  void whatCannotBeIsOneLine(String options, String message) {
    var arguments = ("serve-api " + options).split(" ");
    var session = Session.of(home, (Object[]) arguments);
    assertEquals(2, session.exitCode(), session.err());
    assertTrue(session.errLines().getFirst().contains(message), session.err());
    assertEquals("", session.out());
  }

  private record Started(Thread thread, FutureTask<Session> session) {}

  private Started started(ByteArrayOutputStream out, Object... arguments) {
    Callable<Session> run = () -> Session.of(out, home, arguments);
    var session = new FutureTask<>(run);
    return new Started(Thread.ofPlatform().daemon().start(session), session);
  }

  private static URI address(ByteArrayOutputStream out) {
    var matcher = await().until(() -> matcher(out), Matcher::find);
    return URI.create(matcher.group(1));
  }

  private static Matcher matcher(ByteArrayOutputStream out) {
    return ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
