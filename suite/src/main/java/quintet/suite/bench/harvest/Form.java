package quintet.suite.bench.harvest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import quintet.suite.bench.kit.Labelled;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/** The forms that the textbooks teach. */
public enum Form implements Harvest, Labelled {

  /**
   * The plain JDK: a virtual thread for each call, a permit for each in flight. The rows wait until
   * all calls have ended: memory for all of them, and nothing is kept of a run that fails.
   */
  VIRTUAL_THREADS("virtual threads, semaphore, rows at the end") {
    @Override
    public Summary run(Job job) throws IOException, InterruptedException {
      var calls = new Calls(job);
      var permits = new Semaphore(job.limit());
      var futures = new ArrayList<Future<Row>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor();
          var wire = new Wire(job, Wire.client().executor(threads).build())) {
        for (var call = calls.next(); call != null; call = calls.next()) {
          var next = call;
          permits.acquire();
          futures.add(threads.submit(() -> fetched(wire, next, permits)));
        }
        return delivered(futures, job);
      }
    }

    private Row fetched(Wire wire, Call call, Semaphore permits) throws InterruptedException {
      try {
        return wire.fetch(call);
      } finally {
        permits.release();
      }
    }

    private Summary delivered(Iterable<Future<Row>> futures, Job job)
        throws IOException, InterruptedException {
      var delivery = new Delivery(job);
      var rows = new Rows();
      for (var future : futures) {
        rows.add(result(future));
      }
      delivery.accept(rows);
      return delivery.summary(0);
    }

    private Row result(Future<Row> future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  };

  private final String name;

  Form(String name) {
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }
}
