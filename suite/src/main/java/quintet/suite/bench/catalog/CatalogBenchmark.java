package quintet.suite.bench.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import quintet.sequential.SequentialCatalog;
import quintet.suite.Models;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.Workers;
import quintet.suite.results.Kind;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.Summary;

/**
 * How much faster than the loop is each model of the piece {@code catalog}?
 *
 * <p>One operation is a whole run, from opening the files to the last result delivered. The answer
 * is checked before: as many records as there are, and what the loop finds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.MODEL,
    group = {"work", "input"},
    among = "model",
    baseline = "SEQUENTIAL",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogBenchmark {

  @Param public Models model;

  @Param public Weight work;

  @Param public Input input;

  /** 0 means one a core. */
  @Param("0")
  public int workers;

  @Param("100000")
  public int records;

  /** So much more work than is counted: what a run must be able to see. */
  @Param("0")
  public int plantedPercent;

  private Catalog catalog;
  private Job<?> job;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    catalog = model.catalog(Workers.staff(workers));
    job = Job.of(sources(), work.work());
    Answer.of(catalog, job).mustEqual(Answer.of(new SequentialCatalog(), job));
  }

  private List<Source> sources() {
    var sources = new ArrayList<>(input.sources(records, Input.MARC8_PERCENT));
    if (plantedPercent > 0) {
      sources.addAll(Input.plant(records, plantedPercent));
    }
    return sources;
  }

  @Benchmark
  public Summary run(RecordRate rate) throws IOException, InterruptedException {
    var summary = catalog.run(job, _ -> {});
    rate.records += records;
    return summary;
  }
}
