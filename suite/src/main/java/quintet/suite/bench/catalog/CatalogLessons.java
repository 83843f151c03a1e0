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
 * What do the designs that come to mind first cost, beside the loop? Each {@link Lesson} is one,
 * and says what is to be learned from it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "catalog",
    kind = Kind.LESSON,
    group = "work",
    among = "lesson",
    baseline = "SEQUENTIAL",
    preparation = CatalogInputs.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogLessons {

  @Param public Lessons lesson;

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
    file = Input.ONE.files(records, Input.MARC8_PERCENT).getFirst();
    run().mustEqual(Lessons.SEQUENTIAL.run(file, work, 1));
  }

  @Benchmark
  public Answer run(RecordRate rate) throws Exception {
    var answer = run();
    rate.records += answer.records();
    return answer;
  }

  private Answer run() throws Exception {
    return lesson.run(file, work, Workers.count(workers));
  }
}
