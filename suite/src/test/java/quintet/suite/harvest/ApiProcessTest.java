package quintet.suite.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ApiProcessTest {

  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  private int status(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void itAnswersUntilItIsClosed() throws Exception {
    URI item;
    try (var api = ApiProcess.start(Duration.ofMillis(1), 1)) {
      item = api.uri(7);
      assertEquals(200, status(item));
    }
    await().until(() -> isGone(item));
  }

  @Test
  void anInterruptEndsTheStartAndTheProcess() throws Exception {
    Thread.currentThread().interrupt();

    assertThrows(
        InterruptedException.class, () -> ApiProcess.start(Duration.ofMillis(1), 47_114_711));

    await().until(() -> ProcessHandle.current().children().noneMatch(ApiProcessTest::isThatOne));
  }

  private static boolean isThatOne(ProcessHandle child) {
    return child.isAlive() && child.info().commandLine().orElse("").endsWith(" 47114711");
  }

  private boolean isGone(URI address) throws InterruptedException {
    try {
      var _ = status(address);
      return false;
    } catch (ConnectException nobodyListens) {
      return true;
    } catch (IOException cutOff) {
      return false;
    }
  }
}
