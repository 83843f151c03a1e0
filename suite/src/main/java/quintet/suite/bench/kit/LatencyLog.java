package quintet.suite.bench.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import quintet.suite.latency.Latencies;

/**
 * The latencies of one fork: those of all its measured iterations, put together. JMH could only
 * average the percentiles of the iterations. At the end of the fork they go to the file that the
 * system property {@value #FILE} names, where its parent finds them; without the property, nowhere.
 *
 * <p>Shared by the benchmark's threads. Fields change between iterations only; JMH sees to it that
 * no thread is in the benchmark then.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class LatencyLog {

  /** The system property that names the file. */
  public static final String FILE = "quintet.bench.latencies";

  private final Latencies measured = new Latencies();
  private Latencies current;

  /** The warm-up's are recorded too, or else it would warm up less; and then dropped. */
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    current = iteration.getType() == IterationType.MEASUREMENT ? measured : new Latencies();
  }

  @TearDown
  public void handOver() throws IOException {
    var file = System.getProperty(FILE);
    if (file != null) {
      measured.write(Path.of(file));
    }
  }

  /** Where this iteration's latencies are to be recorded. */
  public Latencies latencies() {
    return current;
  }
}
