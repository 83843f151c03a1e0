package quintet.suite.bench.tasks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import quintet.suite.bench.kit.Cache;
import quintet.suite.bench.kit.Preparation;
import quintet.suite.environment.Environment;

/**
 * How many rounds of the {@link Kernel} this machine does in a millisecond. Measured once, by the
 * process that starts the forks, and kept in the cache: all forks of a run, and all runs of a
 * machine, do the same work. What a task really took, the rate of the loop says.
 */
public final class Calibration implements Preparation {

  private static final String FILE = "tasks-calibration.properties";
  private static final String MACHINE = "machine";
  private static final String ROUNDS = "roundsPerMilli";

  private static final int BATCH_ROUNDS = 1_000_000;
  private static final long WARM_UP_NANOS = Duration.ofMillis(300).toNanos();
  private static final int BATCHES = 50;

  /** Two calibrations of one machine should agree: more digits would be noise. */
  private static final MathContext TWO_DIGITS = new MathContext(2);

  /** Asked for once: to ask a machine for its name takes a while. */
  private static final class Here {
    static final String MACHINE = machine();

    private static String machine() {
      var here = Environment.ofThisMachine(List.of(), Path.of(""));
      return here.cpu().model() + ", " + here.jvm().version();
    }
  }

  @Override
  public void prepare(Map<String, String> parameters) throws IOException {
    if (!Here.MACHINE.equals(read().getProperty(MACHINE))) {
      Files.createDirectories(Cache.folder());
      Files.writeString(
          file(), MACHINE + "=" + Here.MACHINE + "\n" + ROUNDS + "=" + measured() + "\n");
    }
  }

  /** What was measured. */
  static int roundsPerMilli() {
    try {
      return Integer.parseInt(read().getProperty(ROUNDS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read() throws IOException {
    var properties = new Properties();
    if (Files.exists(file())) {
      properties.load(new StringReader(Files.readString(file())));
    }
    return properties;
  }

  private static Path file() {
    return Cache.folder().resolve(FILE);
  }

  /** The fastest of many batches is the one that nothing disturbed. */
  private static int measured() {
    long hash = 1;
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
      hash += Kernel.hash(hash, BATCH_ROUNDS);
    }
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      long start = System.nanoTime();
      hash += Kernel.hash(hash, BATCH_ROUNDS);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    if (hash == 0) { // it never is, but the compiler cannot know
      throw new IllegalStateException("no hash");
    }
    double rounds = 1e6 * BATCH_ROUNDS / fastest;
    return new BigDecimal(rounds).round(TWO_DIGITS).intValueExact();
  }
}
