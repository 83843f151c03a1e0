package quintet.suite.bench.harvest;

import com.pivovarit.collectors.ParallelCollectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quintet.suite.bench.kit.Labelled;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Step;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Libraries that make many calls under a limit. Each is used as its documentation shows, with the
 * client, the calls and the rows of our models; a row is written when its call has ended.
 */
public enum Peer implements Harvest, Labelled {

  /** A virtual thread for each call; they hand their rows to the caller. */
  PARALLEL_COLLECTORS("parallel-collectors") {
    @Override
    public Summary run(Job job) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor();
          var wire = new Wire(job, Wire.client().executor(threads).build());
          var rows =
              calls(job)
                  .collect(
                      ParallelCollectors.parallelToStream(
                          call -> fetched(wire, call), threads, job.limit()))) {
        var writer = new Writer(job);
        rows.forEach(writer);
        return writer.delivery.summary(0);
      }
    }
  },

  /**
   * Futures of the client, merged; whoever completes one writes its row. No retries here, and none
   * are needed. The client has virtual threads: with its own, or with one a core, it did worse.
   */
  REACTOR("Reactor") {
    @Override
    public Summary run(Job job) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var client = Wire.client().executor(threads).build();
        try {
          var writer = new Writer(job);
          Flux.fromStream(calls(job))
              .flatMap(call -> row(client, call), job.limit())
              .doOnNext(writer)
              .blockLast();
          return writer.delivery.summary(0);
        } finally {
          Wire.close(client);
        }
      }
    }

    private Mono<Row> row(HttpClient client, Call call) {
      var send = (Step.Send) call.begin();
      return Mono.fromFuture(() -> client.sendAsync(send.request(), send.timedBody()))
          .map(answer -> ((Step.Done) call.answered(answer)).row());
    }
  };

  private final String name;

  Peer(String name) {
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }

  private static Stream<Call> calls(Job job) {
    var calls = new Calls(job);
    return Stream.iterate(calls.next(), call -> call != null, _ -> calls.next());
  }

  private static Row fetched(Wire wire, Call call) {
    try {
      return wire.fetch(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes each row as it comes. Called by one thread at a time. */
  private static final class Writer implements Consumer<Row> {

    private final Delivery delivery;
    private final Rows rows = new Rows();

    Writer(Job job) {
      delivery = new Delivery(job);
    }

    @Override
    public void accept(Row row) {
      rows.add(row);
      try {
        delivery.accept(rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
