package quintet.suite.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report in words, for the templates.
 *
 * @param name of the run
 * @param facts for its head
 * @param voices what each run has to say, before anything else
 * @param commands that make the runs again
 */
record Page(
    String title,
    String name,
    List<Fact> facts,
    List<Voice> voices,
    List<Section> sections,
    List<Download> downloads,
    List<String> commands) {

  /**
   * The verdict of one run.
   *
   * @param machine null if there is only one
   */
  record Voice(
      @Nullable String machine, List<String> withheld, List<String> doubts, List<String> verdict) {

    boolean isWithheld() {
      return !withheld.isEmpty();
    }

    boolean hasDoubts() {
      return !doubts.isEmpty();
    }
  }

  Page {
    sections = List.copyOf(sections);
  }

  boolean hasDownloads() {
    return !downloads.isEmpty();
  }

  /** Whether the data is in files beside the report, too. */
  boolean hasBeside() {
    return downloads.stream().anyMatch(download -> download.beside() != null);
  }

  List<Figure> figures() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> block.figures().stream())
        .toList();
  }
}
