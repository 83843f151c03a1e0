package quintet.workloads.harvest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class BodyTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Flow.Subscription subscription =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
          cancelled.set(true);
        }
      };

  private Body begun(Body body) {
    body.onSubscribe(subscription);
    return body;
  }

  private static Content content(Body body) {
    return body.getBody().toCompletableFuture().join();
  }

  @Test
  void aBodyThatIsReadIsKeptWhole() {
    var body = begun(new Body(true));
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {4})));
    body.onComplete();

    assertEquals(4, content(body).length());
    assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), ByteBuffer.wrap(content(body).bytes()));
  }

  @Test
  void aBodyThatIsNotReadIsOnlyCounted() {
    var body = begun(new Body(false));
    for (int i = 0; i < 100; i++) {
      body.onNext(List.of(ByteBuffer.allocate(MEGABYTE)));
    }
    body.onComplete();

    assertEquals(100L * MEGABYTE, content(body).length());
    assertEquals(0, content(body).bytes().length);
  }

  @Test
  void aBodyThatIsTooLongToKeepIsGivenUp() {
    var body = begun(new Body(true));
    for (int i = 0; i < 17; i++) {
      body.onNext(List.of(ByteBuffer.allocate(MEGABYTE)));
    }

    var failure = assertThrows(CompletionException.class, () -> content(body));
    assertInstanceOf(Body.TooLong.class, failure.getCause());
    assertTrue(cancelled.get());
  }

  @Test
  void aBodyWhoseTimeIsOverIsGivenUp() {
    var body = begun(new Body(true).endingAt(System.nanoTime()));

    var failure = assertThrows(CompletionException.class, () -> content(body));
    assertTrue(Body.isTimeout(failure));
    await().atMost(60, TimeUnit.SECONDS).untilTrue(cancelled);
  }
}
