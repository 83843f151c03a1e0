package quintet.workloads.harvest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one URL, from the first try to its row: a state machine that sends nothing and
 * waits for nothing, and so is the same under every model.
 *
 * <pre>
 *   begin -> Send -> answered -> Done
 *     ^         \--> failed --/    a row
 *     |                 |
 *     +---- Pause <-----+          again, after this long
 * </pre>
 *
 * <p>Not thread-safe: one thread at a time, each step happens-before the next.
 */
public final class Call {

  private final Job job;
  private final String url;
  private final long number;
  private final long endNanos;

  private int attempts;
  private boolean isCutByDeadline;
  private long startNanos;
  private int status;
  private long bytes;

  /**
   * @param number of the call in its run; the jitter depends on it
   * @param endNanos when the run's time is over
   */
  Call(Job job, String url, long number, long endNanos) {
    this.job = job;
    this.url = url;
    this.number = number;
    this.endNanos = endNanos;
  }

  public String url() {
    return url;
  }

  /** The first step, and the one after each pause. */
  public Step begin() {
    long left = endNanos - job.time().nanos();
    if (left <= 0) {
      return failedWith(attempts == 0 ? "deadline: not called" : "deadline");
    }
    isCutByDeadline = left < job.timeout().toNanos();
    var timeout = isCutByDeadline ? Duration.ofNanos(left) : job.timeout();
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout).build();
    } catch (IllegalArgumentException e) {
      return failedWith("cannot be called: " + oneLine(e.getMessage()));
    }
    if (attempts == 0) {
      startNanos = job.time().nanos();
    }
    attempts++;
    return new Step.Send(request, timeout, !job.sheet().fields().isEmpty());
  }

  /** The step after a response. */
  public Step answered(HttpResponse<Content> response) {
    return answered(
        response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
  }

  Step answered(int status, Optional<String> retryAfter, Content content) {
    this.status = status;
    bytes = content.length();
    if (status >= 200 && status <= 299) {
      return succeededWith(content);
    }
    var error = "HTTP " + status;
    if (!RetryPolicy.mayGoBetter(status)) {
      return failedWith(error);
    }
    var now = job.time().now();
    return again(retryAfter.flatMap(value -> job.retries().asked(value, now)), error);
  }

  /** The step after a try without a response, or without a whole one. */
  public Step failed(Throwable failure) {
    status = 0;
    bytes = 0;
    if (Body.isTimeout(failure)) {
      return isCutByDeadline
          ? failedWith("deadline")
          : again(Optional.empty(), "no answer in " + job.timeout().toMillis() + " ms");
    }
    var reason = reasonOf(failure);
    var error = oneLine(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    return reason instanceof IOException && !(reason instanceof Body.TooLong)
        ? again(Optional.empty(), error)
        : failedWith(error);
  }

  private Step again(Optional<Duration> asked, String error) {
    if (attempts >= job.retries().tries()) {
      return failedWith(error);
    }
    var pause = asked.orElseGet(this::backoff);
    if (asked.isPresent() && job.retries().isTooLong(pause)) {
      return failedWith(
          "%s, with a pause of %d s asked for; the longest is %s"
              .formatted(error, pause.toSeconds(), text(job.retries().longestAsked())));
    }
    return pause.toNanos() >= endNanos - job.time().nanos()
        ? failedWith(error + "; the deadline leaves no time for another try")
        : new Step.Pause(pause);
  }

  private static String text(Duration pause) {
    long millis = pause.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  private Duration backoff() {
    return job.retries()
        .backoff(attempts, new SplittableRandom(job.seed() + 31 * number + attempts));
  }

  private Step succeededWith(Content content) {
    var fields = job.sheet().fields();
    if (fields.isEmpty()) {
      return done("", List.of());
    }
    try {
      return done("", fields.of(content.bytes()));
    } catch (IOException e) {
      return failedWith(oneLine(e.getMessage()));
    }
  }

  private Step failedWith(String error) {
    return done(error, job.sheet().fields().ofNothing());
  }

  private Step done(String error, List<String> fields) {
    long nanos = attempts == 0 ? 0 : job.time().nanos() - startNanos;
    long millis = Duration.ofNanos(nanos).toMillis();
    return new Step.Done(new Row(url, status, attempts, millis, bytes, error, fields));
  }

  /** Futures and the client wrap what happened, and say less than it does. */
  private static Throwable reasonOf(Throwable failure) {
    var cause = failure.getCause();
    if (failure instanceof ConnectException) {
      var why = cause instanceof ConnectException ? cause.getCause() : cause;
      return new ConnectException(
          why instanceof UnresolvedAddressException ? "unknown host" : "cannot connect");
    }
    boolean isWrapper = failure instanceof RuntimeException || cause instanceof IOException;
    return cause != null && isWrapper ? reasonOf(cause) : failure;
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "no reason given" : message.replaceAll("\\s+", " ").strip();
  }
}
