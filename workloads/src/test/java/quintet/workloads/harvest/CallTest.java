package quintet.workloads.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTest {

  private static final String URL = "http://example.org/1";
  private static final Fields NAME = Fields.of("/name");

  private final TestTime time = new TestTime();
  private Sheet sheet;

  @BeforeEach
  void open(@TempDir Path dir) throws IOException {
    sheet = Sheet.create(dir.resolve("out.csv"), NAME);
  }

  @AfterEach
  void close() throws IOException {
    sheet.close();
  }

  private Job job() {
    return Job.of(List.of(URL), sheet).timedBy(time);
  }

  private static Call first(Job job) {
    return Objects.requireNonNull(new Calls(job).next());
  }

  private static Call begun(Job job) {
    var call = first(job);
    assertInstanceOf(Step.Send.class, call.begin());
    return call;
  }

  private static Content json(String text) {
    return new Content(text.length(), text.getBytes(UTF_8));
  }

  private static Row row(Step step) {
    return assertInstanceOf(Step.Done.class, step).row();
  }

  private static Duration pause(Step step) {
    return assertInstanceOf(Step.Pause.class, step).duration();
  }

  @Test
  void aGoodAnswerIsARowWithItsFields() {
    var call = begun(job());
    time.advance(Duration.ofMillis(12));

    var step = call.answered(200, Optional.empty(), json("{\"name\":\"a\"}"));

    assertEquals(new Row(URL, 200, 1, 12, 12, "", List.of("a")), row(step));
  }

  @Test
  void theTimeOfARowIncludesThePauses() {
    var call = begun(job());
    var unused = call.answered(503, Optional.of("9"), json(""));
    time.advance(Duration.ofSeconds(9));
    unused = call.begin();

    var row = row(call.answered(404, Optional.empty(), json("")));

    assertEquals(new Row(URL, 404, 2, 9_000, 0, "HTTP 404", List.of("")), row);
    assertInstanceOf(Step.Send.class, unused);
  }

  @Test
  void retryAfterIsObeyedOnAnyStatusThatIsRepeated() {
    assertEquals(
        Duration.ofSeconds(9), pause(begun(job()).answered(503, Optional.of("9"), json(""))));
  }

  @Test
  void whoIsAskedToWaitForTooLongDoesNotComeSooner() {
    assertEquals(
        "HTTP 429, with a pause of 3600 s asked for; the longest is 60 s",
        row(begun(job()).answered(429, Optional.of("3600"), json(""))).error());
  }

  @Test
  void theLongestPauseIsTheUsers() {
    var impatient = job().retrying(RetryPolicy.USUAL.withLongestPause(Duration.ofMillis(1_500)));
    var patient = job().retrying(RetryPolicy.USUAL.withLongestPause(Duration.ofHours(1)));

    assertEquals(
        "HTTP 503, with a pause of 2 s asked for; the longest is 1500 ms",
        row(begun(impatient).answered(503, Optional.of("2"), json(""))).error());
    assertEquals(
        Duration.ofHours(1), pause(begun(patient).answered(503, Optional.of("3600"), json(""))));
  }

  @Test
  void aRetryAfterThatIsNotUnderstoodIsReplacedByOurOwnPause() {
    var pause = pause(begun(job()).answered(429, Optional.of("soon"), json("")));

    assertTrue(pause.compareTo(RetryPolicy.USUAL.base()) <= 0, pause::toString);
  }

  @Test
  void theSameSeedGivesTheSamePauses() {
    var first = pause(begun(job().seededBy(5)).failed(new IOException("reset")));
    var second = pause(begun(job().seededBy(5)).failed(new IOException("reset")));

    assertEquals(first, second);
  }

  @Test
  void aPauseThatWouldEndAfterTheDeadlineIsNotBegunAndTheRowSaysSo() {
    var job = job().withDeadline(Duration.ofSeconds(5));
    var noPause = new RetryPolicy(4, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
    var late = begun(job.retrying(noPause));
    time.advance(Duration.ofSeconds(5));

    assertEquals(
        "HTTP 503; the deadline leaves no time for another try",
        row(begun(job).answered(503, Optional.of("9"), json(""))).error());
    assertEquals(
        "reset; the deadline leaves no time for another try",
        row(late.failed(new IOException("reset"))).error());
  }

  @Test
  void theLastTryBeforeTheDeadlineHasLessTime() {
    var job = job().withDeadline(Duration.ofSeconds(5));
    var call = first(job);
    time.advance(Duration.ofSeconds(3));

    var send = assertInstanceOf(Step.Send.class, call.begin());

    assertEquals(Duration.ofSeconds(2), send.timeout());
    assertEquals("deadline", row(call.failed(new HttpTimeoutException("late"))).error());
  }

  @Test
  void aDeadlineWhileAPauseLastsEndsTheCallWithoutAnotherTry() {
    var call = begun(job().withDeadline(Duration.ofSeconds(5)));
    assertEquals(Duration.ofSeconds(4), pause(call.answered(503, Optional.of("4"), json(""))));
    time.advance(Duration.ofSeconds(6));

    var row = row(call.begin());

    assertEquals("deadline", row.error());
    assertEquals(503, row.status());
    assertEquals(1, row.attempts());
  }

  @Test
  void allKindsOfTimeoutAreTriedAgain() {
    for (var failure :
        List.of(
            new HttpTimeoutException("headers"),
            new HttpConnectTimeoutException("connect"),
            new TimeoutException(),
            new IOException("wrapped", new TimeoutException()),
            new CompletionException(new TimeoutException()))) {
      assertTrue(begun(job()).failed(failure) instanceof Step.Pause, failure::toString);
    }
  }

  @Test
  void failuresAreToldByTheirInnermostReasonInOneLine() {
    var job = job().retrying(RetryPolicy.NONE);
    var reset = new IOException("Connection\n  reset");

    assertEquals("Connection reset", row(begun(job).failed(reset)).error());
    assertEquals(
        "Connection reset", row(begun(job).failed(new CompletionException(reset))).error());
    assertEquals(
        "Connection reset", row(begun(job).failed(new IOException("outer", reset))).error());
    assertEquals("cannot connect", row(begun(job).failed(new ConnectException())).error());
    var unknown = new ConnectException();
    unknown.initCause(new UnresolvedAddressException());
    assertEquals("unknown host", row(begun(job).failed(unknown)).error());
    assertEquals("no answer in 30000 ms", row(begun(job).failed(new TimeoutException())).error());
  }

  @Test
  void whatNoRetryCanMendIsNotTriedAgain() {
    assertEquals(
        "invalid redirect",
        row(begun(job()).failed(new IllegalArgumentException("invalid redirect"))).error());
    assertEquals(
        "a body of more than 16777216 bytes",
        row(begun(job()).failed(new IOException("wrapped", new Body.TooLong()))).error());
  }

  @Test
  void aFailedTryForgetsTheAnswerBefore() {
    var call = begun(job().retrying(RetryPolicy.USUAL.withTries(2)));
    pause(call.answered(503, Optional.of("1"), json("busy")));
    assertInstanceOf(Step.Send.class, call.begin());

    var row = row(call.failed(new IOException("reset")));

    assertEquals(0, row.status());
    assertEquals(0, row.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no url", "ftp://example.org", "http:///x", "//example.org", "%"})
  void whatCannotBeCalledIsARowAtOnce(String url) {
    var row = row(first(Job.of(List.of(url), sheet)).begin());

    assertTrue(row.error().startsWith("cannot be called: "), row::toString);
    assertEquals(0, row.attempts());
  }
}
