package quintet.suite.proofs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quintet.suite.ChildJava;

/** One launch of the harness, in a process and a folder of its own. */
final class ProofRun {

  private static final String OUTCOMES = "outcomes.json";

  /**
   * Silence after which the forks are killed; the harness reports that and goes on with the next.
   * It gives up a hanging test itself after 30 s, but not in its check before the measurement.
   */
  private static final Duration LONGEST_FORK = Duration.ofSeconds(45);

  private final Path folder;
  private final Watch watch;

  ProofRun(Path folder, Watch watch) {
    this.folder = folder;
    this.watch = watch;
  }

  /** Where all that the harness printed is. */
  Path log() {
    return folder.resolve("log.txt");
  }

  /**
   * Runs the tests; returns what was observed, by the name of the test. Tests that did not run are
   * not in it, and a harness that broke leaves it empty.
   */
  Map<String, Observation> observe(Stream<String> tests, List<String> testList, Depth depth)
      throws IOException, InterruptedException {
    var list = folder.resolve("META-INF").resolve("TestList");
    Files.createDirectories(list.getParent());
    Files.write(list, testList);
    var child =
        new ProcessBuilder(command(tests, depth))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var killer = new Thread(() -> kill(child), "quintet-prove-killer");
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      var reader =
          Thread.ofPlatform().daemon().name("quintet-prove-log").start(() -> follow(child));
      while (!child.waitFor(1, TimeUnit.SECONDS)) {
        if (watch.quiet().compareTo(LONGEST_FORK) > 0) {
          watch.note("a test hangs; its process is killed");
          forksOf(child).forEach(ProcessHandle::destroyForcibly);
        }
      }
      reader.join();
    } finally {
      kill(child);
      watch.erase();
      removeHook(killer);
    }
    return outcomes();
  }

  private List<String> command(Stream<String> tests, Depth depth) {
    var command = new ArrayList<String>();
    command.add(ChildJava.launcher());
    command.add("--enable-native-access=ALL-UNNAMED"); // for the harness, to bind threads to cores
    command.add("-cp");
    command.add(folder + File.pathSeparator + absoluteClassPath());
    command.add(Harness.class.getName());
    command.add(OUTCOMES);
    command.addAll(depth.options());
    // The harness's probe for this flag breaks on class files in a folder.
    command.addAll(List.of("-jvmArgsPrepend", "-XX:-RestrictContended"));
    command.addAll(List.of("-v", "-r", "report", "-t", exactly(tests)));
    return command;
  }

  private static String exactly(Stream<String> tests) {
    return tests.distinct().map(Pattern::quote).collect(Collectors.joining("|", "^(?:", ")$"));
  }

  /** The child works in its own folder. */
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void follow(Process child) {
    try (BufferedReader lines = child.inputReader();
        var log = Files.newBufferedWriter(log())) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line);
        log.newLine();
        log.flush(); // so that it can be read meanwhile
        watch.read(line);
      }
    } catch (IOException e) {
      if (child.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Map<String, Observation> outcomes() throws IOException {
    var file = folder.resolve(OUTCOMES).toFile();
    if (!file.exists()) {
      return Map.of();
    }
    return new JsonMapper()
        .readValue(file, new TypeReference<List<Observation>>() {}).stream()
            .collect(Collectors.toMap(Observation::test, Function.identity()));
  }

  /** The harness's forks are processes of their own, and outlive it. */
  private static void kill(Process child) {
    forksOf(child).forEach(ProcessHandle::destroyForcibly);
    child.destroyForcibly();
  }

  private static List<ProcessHandle> forksOf(Process child) {
    return child.descendants().toList();
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // it has run, or will
    }
  }
}
