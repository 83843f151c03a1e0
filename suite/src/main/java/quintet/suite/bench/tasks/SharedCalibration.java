package quintet.suite.bench.tasks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import quintet.suite.bench.kit.Cache;
import quintet.suite.bench.kit.Preparation;
import quintet.suite.environment.Environment;
import quintet.workloads.tasks.data.Calibration;
import quintet.workloads.tasks.data.Kernel;

/**
 * How many rounds of the {@link Kernel} this machine does in a millisecond. Measured once, by the
 * process that starts the forks, and kept in the cache: all forks of a run, and all runs of a
 * machine, do the same work. What a task really took, the rate of the loop says.
 */
public final class SharedCalibration implements Preparation {

  /** Of the tasks: another seed, other results. */
  static final long SEED = 2709;

  private static final String FILE = "tasks-calibration.properties";
  private static final String MACHINE = "machine";
  private static final String ROUNDS = "roundsPerMilli";

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

  private static int measured() {
    var rounds = new BigDecimal(Calibration.ofThisMachine().roundsPerMilli());
    return rounds.round(TWO_DIGITS).intValueExact();
  }
}
