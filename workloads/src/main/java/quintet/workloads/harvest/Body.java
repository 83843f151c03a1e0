package quintet.workloads.harvest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Receives one body: counts it, keeps it if it is read, and gives up when it is too long or too
 * late. {@link java.net.http.HttpRequest#timeout} would not: it ends with the headers, and a body
 * that never comes would be waited for.
 *
 * <p>The one class of the piece that touches java.util.concurrent, because the client's interface
 * for bodies is made of it. The client calls the subscriber's methods one after the other; whoever
 * completes the future first, the client or the timer, decides.
 */
final class Body implements BodySubscriber<Content> {

  /** More than any answer of an API; the calls in flight times this must fit into memory. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final long NEVER = Long.MAX_VALUE;

  /** Not worth another try: it will be as long again. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("a body of more than " + MOST_BYTES + " bytes");
    }
  }

  private final boolean isRead;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private final CompletableFuture<Content> content = new CompletableFuture<>();
  private long endNanos = NEVER;
  private long length;

  Body(boolean isRead) {
    this.isRead = isRead;
  }

  /** Gives up at this value of {@link System#nanoTime}. Call before the body is used. */
  Body endingAt(long nanos) {
    endNanos = nanos;
    return this;
  }

  /** Whether a call failed because its time was over, headers or body. */
  static boolean isTimeout(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof HttpTimeoutException
            || failure instanceof TimeoutException
            || isTimeout(failure.getCause()));
  }

  @Override
  public CompletionStage<Content> getBody() {
    return content;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (endNanos != NEVER) {
      var _ = content.orTimeout(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    var _ =
        content.whenComplete(
            (_, failure) -> {
              if (failure != null) { // closes the connection: the rest is not wanted
                subscription.cancel();
              }
            });
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      length += buffer.remaining();
      if (isRead && length > MOST_BYTES) {
        content.completeExceptionally(new TooLong());
        return;
      }
      if (isRead) {
        var part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    content.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    content.complete(new Content(length, bytes.toByteArray()));
  }
}
