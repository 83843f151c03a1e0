package quintet.suite.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"quintet " + number(), "JDK " + Runtime.version()};
  }

  /** The project's version, which the build writes into a resource. */
  static String number() throws IOException {
    try (var resource = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version");
    }
  }
}
