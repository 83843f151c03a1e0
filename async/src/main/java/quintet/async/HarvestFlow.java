package quintet.async;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Step;
import quintet.workloads.harvest.Summary;

/**
 * The steps of one run of {@link AsyncHarvest}.
 *
 * <p><b>Shared:</b> the {@link PermitPool}, whose proof is {@code PermitPoolProof}, and the future
 * of the end. The fields that change are the clerk's: only its one thread touches them. The calls
 * are the puller's, a thread that may wait for the source; the clerk asks them for the skipped URLs
 * after the puller's last errand has told it so. What one does before it tells another something
 * happens-before what that does then, as an executor promises (java.util.concurrent, "Memory
 * Consistency Properties"). There is no other race to put to the proof. How it all ends, and that a
 * row is written before its chain goes on, is shown by the contract's tests, each against a
 * mutation.
 */
final class HarvestFlow {

  private final Job job;
  private final HttpClient client;
  private final Executor steps;
  private final ScheduledExecutorService clerk;
  private final Executor puller;
  private final PermitPool permits;
  private final Calls calls;
  private final Delivery delivery;
  private final Rows rows = new Rows();
  private final CompletableFuture<Summary> finished = new CompletableFuture<>();

  /** Chains that have not come to the end of the source. */
  private int chains;

  /** Chains whose row is in {@link #rows}. */
  private int unwritten;

  HarvestFlow(
      Job job, HttpClient client, Executor steps, ScheduledExecutorService clerk, Executor puller) {
    this.job = job;
    this.client = client;
    this.steps = steps;
    this.clerk = clerk;
    this.puller = puller;
    chains = job.window();
    permits = new PermitPool(job.limit(), steps);
    calls = new Calls(job);
    delivery = new Delivery(job);
  }

  /** Begins the run. The future completes with its account, or with what prevented it. */
  CompletableFuture<Summary> start() {
    goOn(job.window());
    return finished;
  }

  /** So many chains have room for the next URL. */
  private void goOn(int count) {
    for (int i = 0; i < count; i++) {
      tell(puller, this::pull);
    }
  }

  /** Puller only. */
  private void pull() {
    var call = calls.next();
    if (call != null) {
      tell(steps, () -> begin(call)); // to send is work, and others can do it meanwhile
    } else {
      tell(clerk, this::endChain);
    }
  }

  /**
   * Clerk only. After the last chain the puller pulls no more: its count of skipped URLs is final.
   */
  private void endChain() {
    if (--chains == 0) {
      finished.complete(delivery.summary(calls.skipped()));
    }
  }

  private void begin(Call call) {
    var _ =
        attempt(call)
            .whenComplete(
                (row, failure) -> {
                  if (failure != null) {
                    finished.completeExceptionally(failure);
                  } else {
                    tell(clerk, () -> deliver(row));
                  }
                });
  }

  /** All tries of a call, from now on. Its permit is free while it pauses. */
  private CompletableFuture<Row> attempt(Call call) {
    return permits
        .acquire()
        .thenCompose(_ -> tried(call))
        .whenComplete((_, _) -> permits.release())
        .thenCompose(
            step ->
                switch (step) {
                  case Step.Done done -> CompletableFuture.completedFuture(done.row());
                  case Step.Pause pause -> over(pause).thenComposeAsync(_ -> attempt(call), steps);
                  case Step.Send send -> throw new IllegalStateException(send + " after a try");
                });
  }

  private CompletableFuture<Step> tried(Call call) {
    var step = call.begin();
    return step instanceof Step.Send send
        ? answered(call, send)
        : CompletableFuture.completedFuture(step);
  }

  /** The timeout is on a copy: a future that has timed out can no longer cancel the exchange. */
  private CompletableFuture<Step> answered(Call call, Step.Send send) {
    var response = client.sendAsync(send.request(), send.body());
    return response
        .copy()
        .orTimeout(send.timeout().toNanos(), NANOSECONDS)
        .handleAsync(
            (answer, failure) -> {
              if (failure == null) {
                return call.answered(answer);
              }
              response.cancel(true);
              return call.failed(failure);
            },
            steps);
  }

  private CompletableFuture<@Nullable Void> over(Step.Pause pause) {
    var over = new CompletableFuture<@Nullable Void>();
    var wait = job.time().toPass(pause.duration());
    var _ = clerk.schedule(() -> over.complete(null), wait.toNanos(), NANOSECONDS);
    return over;
  }

  /** Formats a row; those that come before the clerk gets to it are written with it. Clerk only. */
  private void deliver(Row row) {
    rows.add(row);
    if (unwritten++ == 0) {
      tell(clerk, this::write);
    }
  }

  /** Clerk only. */
  private void write() throws IOException {
    delivery.accept(rows);
    int chainsToGoOn = unwritten;
    unwritten = 0;
    goOn(chainsToGoOn);
  }

  /** What the clerk or the puller does, or begins. */
  private interface Errand {
    void run() throws IOException;
  }

  private void tell(Executor whom, Errand errand) {
    whom.execute(
        () -> {
          try {
            errand.run();
          } catch (IOException | RuntimeException | Error e) {
            finished.completeExceptionally(e);
          }
        });
  }
}
