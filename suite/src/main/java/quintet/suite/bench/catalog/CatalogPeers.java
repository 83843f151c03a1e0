package quintet.suite.bench.catalog;

import java.io.IOException;
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
import quintet.suite.results.Kind;

/**
 * How fast is our parser beside libraries that do the same job in one thread?
 *
 * <p>The records are all in UTF-8, because neither peer's reader decodes MARC-8, so that the
 * answers must be equal to the last character.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.PEER,
    group = "work",
    among = "parser",
    baseline = "MARC4J",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogPeers {

  @Param public Parser parser;

  @Param public Weight work;

  @Param("20000")
  public int records;

  private Path file;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    file = Input.utf8(records);
    parser.check(file, work);
  }

  @Benchmark
  public Answer run(RecordRate rate) throws IOException, InterruptedException {
    var answer = parser.run(file, work);
    rate.records += answer.records();
    return answer;
  }
}
