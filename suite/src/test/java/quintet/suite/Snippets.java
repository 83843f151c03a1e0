package quintet.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Kind;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Check;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Row;

/** What the documents quote: output of commands, sections of reports, tables of results. */
record Snippets(Path project) {

  /**
   * The text between the markers.
   *
   * @param source a text file that a command wrote; or a report and one of its headings, as {@code
   *     report.md#Peers}; or a Java source and the name of a part of it, which stands between
   *     {@code // [name]} and {@code // [/name]}; or a folder of runs, for a table of what became
   *     of their controls
   */
  String of(String source) throws IOException {
    if (source.endsWith(".txt")) {
      return "```text\n" + Files.readString(project.resolve(source)).stripTrailing() + "\n```\n";
    }
    int heading = source.indexOf('#');
    if (heading < 0) {
      return experiments(project.resolve(source));
    }
    var file = project.resolve(source.substring(0, heading));
    var name = source.substring(heading + 1);
    return file.toString().endsWith(".java") ? code(file, name) : section(file, name);
  }

  private static String code(Path file, String name) throws IOException {
    var lines = Files.readString(file).lines().toList();
    int from = lines.indexOf("    // [" + name + "]");
    int to = lines.indexOf("    // [/" + name + "]");
    if (from < 0 || to < from) {
      throw new IOException(file + ": no part '" + name + "'");
    }
    var part = String.join("\n", lines.subList(from + 1, to)).stripIndent();
    return "```java\n" + part + "\n```\n";
  }

  private static String section(Path report, String heading) throws IOException {
    var found = new ArrayList<String>();
    boolean inside = false;
    for (var line : Files.readAllLines(report)) {
      if (line.startsWith("## ")) {
        inside = line.substring(3).replace(' ', '-').equals(heading);
      } else if (inside) {
        found.add(line);
      }
    }
    if (found.isEmpty()) {
      throw new IOException(report + ": no section '" + heading + "'");
    }
    return String.join("\n", found).strip() + "\n";
  }

  // ---- experiments

  private static String experiments(Path folder) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(
        "| run | control, 1 is right | its spread | pipeline, 2 workers | its spread | claims |");
    lines.add("|---|---|---|---|---|---|");
    for (var run : runs(folder)) {
      var summary = RunFolder.read(run.summary(), Summary.class);
      var control =
          summary.trust().checks().stream()
              .filter(check -> check.kind() == Kind.CONTROL)
              .map(Check::row)
              .findFirst()
              .orElse(null);
      var row =
          summary.groups().getFirst().rows().stream()
              .filter(it -> it.name().equals("pipeline") && it.workers() == 2)
              .findFirst()
              .orElse(null);
      lines.add(
          "| ["
              + run.name()
              + "]("
              + folder.getFileName()
              + "/"
              + run.name()
              + "/report.md) | "
              + cells(control)
              + " | "
              + cells(row)
              + " | "
              + (summary.trust().isWithheld() ? "withheld" : "stand")
              + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<RunFolder> runs(Path folder) throws IOException {
    try (Stream<Path> runs = Files.list(folder)) {
      return runs.filter(Files::isDirectory).sorted().map(RunFolder::existing).toList();
    }
  }

  private static String cells(@Nullable Row row) {
    if (row == null || row.speedUp() == null) {
      return "| ";
    }
    return inWords(row.speedUp()) + " | " + spread(row.speedUp());
  }

  private static String inWords(Comparison comparison) {
    var interval = comparison.interval();
    return interval == null
        ? String.format(Locale.ROOT, "%.3f", comparison.ratio())
        : String.format(
            Locale.ROOT,
            "%.3f (%.3f to %.3f)",
            comparison.ratio(),
            interval.low(),
            interval.high());
  }

  /** Relative to the mean. */
  private static String spread(Comparison comparison) {
    var ratios = comparison.rounds().stream().mapToDouble(Double::doubleValue).toArray();
    double relative = StandardDeviation.of(ratios).getAsDouble() / Mean.of(ratios).getAsDouble();
    return String.format(Locale.ROOT, "%.1f %%", 100 * relative);
  }
}
