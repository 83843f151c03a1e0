package quintet.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import quintet.suite.InputException;
import quintet.workloads.catalog.Source;

/**
 * The sources that the arguments of a command name: files, folders, and {@code -}.
 *
 * <p>A file that is named is taken whatever it is called. In a folder, and in the folders below it,
 * the files with a known ending are taken, in the order of their names; hidden ones are not.
 */
public final class Inputs {

  /** The argument that means standard input. */
  public static final String STDIN = "-";

  private static final Set<String> ENDINGS =
      Set.of("mrc", "marc", "marc21", "dat", "bin", "iso", "iso2709");

  private final Terminal terminal;
  private final List<Source> sources = new ArrayList<>();
  private long ignored;

  private Inputs(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The sources, in the order of the arguments.
   *
   * @throws InputException if an argument names nothing that could be read
   * @throws IOException if a folder cannot be read
   */
  public static List<Source> of(List<String> arguments, Terminal terminal) throws IOException {
    var inputs = new Inputs(terminal);
    for (var argument : arguments) {
      inputs.add(argument);
    }
    return List.copyOf(inputs.sources);
  }

  private void add(String argument) throws IOException {
    if (argument.equals(STDIN)) {
      addStdin();
      return;
    }
    var path = path(argument);
    if (!Files.exists(path)) {
      throw new InputException(argument + ": no such file");
    }
    if (Files.isDirectory(path)) {
      addRoot(path);
    } else {
      sources.add(Source.of(path));
    }
  }

  private void addStdin() {
    if (sources.stream().anyMatch(Source.Stream.class::isInstance)) {
      throw new InputException("-: standard input can be read only once");
    }
    sources.add(Source.stdin());
  }

  /**
   * A path as the user typed it.
   *
   * @throws InputException if it cannot be one
   */
  public static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new InputException(argument + ": not a path (" + e.getReason() + ")", e);
    }
  }

  private void addRoot(Path folder) throws IOException {
    int before = sources.size();
    ignored = 0;
    addFolder(folder, List.of());
    int taken = sources.size() - before;
    if (taken == 0) {
      throw new InputException(
          folder
              + ": no MARC file in this folder ("
              + ignored
              + " others); known endings: "
              + String.join(", ", ENDINGS.stream().sorted().toList())
              + ", each also with .gz");
    }
    if (ignored > 0) {
      terminal.note(
          folder + ": " + taken + " files taken, " + ignored + " others ignored by their names");
    }
  }

  /** Links are followed, except into a folder that we are in already. */
  private void addFolder(Path folder, List<Path> above) throws IOException {
    var real = folder.toRealPath();
    if (above.contains(real)) {
      return;
    }
    var inside = new ArrayList<>(above);
    inside.add(real);
    for (var path : listed(folder)) {
      if (path.getFileName().toString().startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(path)) {
        addFolder(path, inside);
      } else if (Files.isRegularFile(path) && isKnown(path)) {
        sources.add(Source.of(path));
      } else {
        ignored++;
      }
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  private static boolean isKnown(Path path) {
    var name = lowerName(path);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - ".gz".length());
    }
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && name.contains(".");
  }

  private static String lowerName(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
