package quintet.suite.bench.catalog;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.Workers;
import quintet.suite.results.Kind;

/**
 * Does a slow parser scale better than a fast one? Here marc4j parses, alone and in an ordered
 * pipeline; compare the ratio with that of our pipeline, and then the records a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.LESSON,
    title = "a slow parser",
    group = "work",
    among = "design",
    baseline = "ALONE",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogSlowParser {

  /** Where marc4j runs. */
  public enum Design {
    ALONE,
    PIPELINE;

    Answer run(Path file, Weight weight, int workers) throws Exception {
      return switch (this) {
        case ALONE -> Parser.MARC4J.run(file, weight);
        case PIPELINE -> new Marc4jPipeline().run(file, weight, workers);
      };
    }
  }

  @Param public Design design;

  @Param("ENTRIES")
  public Weight work;

  /** 0 means one a core. */
  @Param("0")
  public int workers;

  @Param("100000")
  public int records;

  private Path file;

  @Setup
  public void checkAnswer() throws Exception {
    file = Input.utf8(records);
    run().mustEqual(Parser.QUINTET.run(file, work));
  }

  @Benchmark
  public Answer run(RecordRate rate) throws Exception {
    var answer = run();
    rate.records += answer.records();
    return answer;
  }

  private Answer run() throws Exception {
    return design.run(file, work, Workers.count(workers));
  }
}
