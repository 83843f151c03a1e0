package quintet.suite.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import quintet.suite.results.Bound;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Rival;
import quintet.suite.results.Summary.Row;

/** Names of things, as they are printed. */
final class Words {

  private Words() {}

  /** {@code pipeline, 2}; without the number where there are no workers. */
  static String variant(Row row) {
    return row.workers() == 0 ? row.name() : row.name() + ", " + row.workers();
  }

  /** {@code catalog: entries, one file}. */
  static String group(Group group) {
    return group.piece().isEmpty() ? group.title() : group.piece() + ": " + group.title();
  }

  /**
   * The fastest model beside the variants of a group, if any stands there; where it depends on the
   * number of workers, no name.
   */
  static Optional<String> rival(Group group) {
    var names =
        group.rows().stream()
            .flatMap(row -> Stream.ofNullable(row.rival()))
            .map(Rival::name)
            .distinct()
            .toList();
    return names.stream().findFirst().map(one -> names.size() == 1 ? one : "the fastest model");
  }

  /** Whether its work waits, and so is compared with an ideal that nobody can exceed. */
  static boolean waits(Group group) {
    return group.rows().stream().anyMatch(row -> row.timeOverIdeal() != null);
  }

  /** What the number of workers counts; "workers" if the groups differ in that. */
  static String workers(Collection<Group> groups) {
    var bound = !groups.isEmpty() && groups.stream().allMatch(Words::waits);
    return (bound ? Bound.CALLS : Bound.CORES).counted();
  }

  /** What the others are divided by. */
  static String baseline(Group group) {
    var baseline = group.baseline();
    return baseline == null ? "the baseline" : baseline;
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code 2026-11-20 08:15 UTC}; what is no such time stays as it is. */
  static String time(String utc) {
    return utc.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)[:.\\d]*Z$", "$1 $2 UTC");
  }

  /** Letters, digits and hyphens: for a file, or an anchor. */
  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  static String plural(long count, String one) {
    return Numbers.count(count) + " " + (count == 1 ? one : one + "s");
  }
}
