package quintet.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further Java processes. Thread-safe: it has no state. */
public final class ChildJava {

  private ChildJava() {}

  /** The {@code java} that runs this process. */
  public static String launcher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs a class with the {@code java} and the class path of this process.
   *
   * @param flags for the virtual machine, such as {@code -Xmx1g}
   */
  public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(launcher());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
