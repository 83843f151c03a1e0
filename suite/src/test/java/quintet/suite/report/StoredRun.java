package quintet.suite.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quintet.suite.environment.Cpu;
import quintet.suite.environment.Environment;
import quintet.suite.results.Circumstances;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;

/** Writes a run's folder as {@code quintet bench} leaves it, without measuring anything. */
final class StoredRun {

  private StoredRun() {}

  /** The raw data, JMH's own words and the environment; the rest is for the command to write. */
  static Path write(Path path, RawRun raw) throws IOException {
    return write(path, raw, environment("Some CPU"));
  }

  static Path write(Path path, RawRun raw, Environment environment) throws IOException {
    var folder = new RunFolder(Files.createDirectories(path));
    RunFolder.write(folder.raw(), raw);
    RunFolder.write(folder.jmhJson(), jmh(raw));
    RunFolder.write(folder.environment(), new Circumstances(environment, null, null));
    return path;
  }

  static Environment environment(String cpu) {
    return new Environment(
        new Cpu("Somebody", cpu, null, 1, 2, 4, null, null, null),
        new Environment.Limits(4, null, null),
        8L << 30,
        null,
        new Environment.Os("Linux", null, "6.12", "amd64"),
        new Environment.Jvm("A JVM", "25", "Somebody", List.of("-Xmx2g"), "parallel"),
        new Environment.Build("0.1.0", null, null));
  }

  /** As far as it is read. */
  private static ArrayNode jmh(RawRun raw) {
    var forks = new ObjectMapper().createArrayNode();
    for (var fork : raw.forks()) {
      var result = forks.addObject().put("benchmark", "B.run");
      var iterations = result.putObject("primaryMetric").putArray("rawData").addArray();
      fork.rates().forEach(iterations::add);
      var secondary = result.putObject("secondaryMetrics");
      var allocated = secondary.putObject("gc.alloc.rate.norm").putArray("rawData").addArray();
      fork.allocatedBytes().forEach(allocated::add);
      var cpu = secondary.putObject("cpu.time.norm").putArray("rawData").addArray();
      fork.cpuNanos().forEach(nanos -> cpu.add(nanos / 1e6));
    }
    return forks;
  }

  /** Replaces the first occurrence of a text in a file. */
  static void replace(Path file, String old, String other) throws IOException {
    var text = Files.readString(file);
    int at = text.indexOf(old);
    if (at < 0) {
      throw new AssertionError(old + " is not in " + file);
    }
    Files.write(
        file,
        (text.substring(0, at) + other + text.substring(at + old.length()))
            .getBytes(StandardCharsets.UTF_8));
  }
}
