package quintet.workloads.harvest;

import java.io.IOException;
import java.net.http.HttpClient;

/**
 * The way to the servers, for a model whose threads wait: one thread makes one call, from its first
 * request to its row. Thread-safe, as its client is.
 *
 * <p>A call that pauses before its next try keeps its thread, and with it the thread's place under
 * the limit: there is nobody else who would wake it.
 */
public final class Wire implements AutoCloseable {

  private final Job job;
  private final HttpClient client;

  /**
   * @param client closed with this
   */
  public Wire(Job job, HttpClient client) {
    this.job = job;
    this.client = client;
  }

  /**
   * A client as this work needs it, without its executor, which is the model's choice. HTTP/1.1: an
   * upgrade to HTTP/2 without TLS would cost each server a header and each connection a trip.
   * Redirects are followed, and belong to their try, as does what the client sends again by itself
   * ({@link Harvest}).
   */
  public static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL);
  }

  /** Makes the call, however many tries it takes. */
  public Row fetch(Call call) throws InterruptedException {
    var step = call.begin();
    while (true) {
      switch (step) {
        case Step.Send send -> step = send(call, send);
        case Step.Pause pause -> {
          Thread.sleep(job.time().toPass(pause.duration()));
          step = call.begin();
        }
        case Step.Done done -> {
          return done.row();
        }
      }
    }
  }

  private Step send(Call call, Step.Send send) throws InterruptedException {
    try {
      return call.answered(client.send(send.request(), send.timedBody()));
    } catch (IOException | RuntimeException e) {
      return call.failed(e);
    }
  }

  /**
   * Ends the calls in flight and closes the connections; returns when the client's thread ended.
   */
  @Override
  public void close() {
    close(client);
  }

  /** The same for a model that uses the client itself. */
  public static void close(HttpClient client) {
    client.shutdownNow();
    client.close();
  }
}
