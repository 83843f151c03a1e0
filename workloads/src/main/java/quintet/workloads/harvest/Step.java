package quintet.workloads.harvest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;

/** What a {@link Call} wants next. */
public sealed interface Step {

  /**
   * This request is to be sent; then {@link Call#answered} or {@link Call#failed}.
   *
   * @param request has a timeout, which ends with the response's headers
   * @param timeout for the request and the whole response
   * @param bodyIsRead whether anybody will look at the body
   */
  record Send(HttpRequest request, Duration timeout, boolean bodyIsRead) implements Step {

    /** For a model that sees to the timeout itself. */
    public BodyHandler<Content> body() {
      return _ -> new Body(bodyIsRead);
    }

    /** For a model that just waits. The time runs from this call on. */
    public BodyHandler<Content> timedBody() {
      long end = System.nanoTime() + timeout.toNanos();
      return _ -> new Body(bodyIsRead).endingAt(end);
    }
  }

  /** Nothing is to be done for this long; then {@link Call#begin}. */
  record Pause(Duration duration) implements Step {}

  /** The call has ended, and this is its row. */
  record Done(Row row) implements Step {}
}
