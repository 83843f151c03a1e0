package quintet.suite.bench.kit;

import java.nio.file.Path;

/** The folder where inputs are kept from run to run. A fork is told by its parent where it is. */
public final class Cache {

  /** The system property that names the folder. */
  public static final String FOLDER = "quintet.bench.cache";

  private Cache() {}

  /** The folder; it may not be there yet. */
  public static Path folder() {
    return Path.of(System.getProperty(FOLDER)).toAbsolutePath();
  }
}
