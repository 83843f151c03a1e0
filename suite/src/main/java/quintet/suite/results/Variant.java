package quintet.suite.results;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured once in each round. An immutable value.
 *
 * @param id unique in a run, and the same in every run of the same thing
 * @param group what it has in common with those that it is compared with, such as "entries, one
 *     file"
 * @param name what it has for itself, such as "pipeline"
 * @param workers threads at work, or calls in flight; 0 where there is no such thing
 * @param bound which of the two
 * @param baseline the id of what it is compared with; null for a baseline, and where nothing is
 *     compared
 * @param unit what its rate counts in a second, such as "records"
 * @param plantedPercent more work than the baseline does, on purpose; usually 0
 * @param benchmark the full name, as JMH has it
 * @param parameters as JMH has them
 */
public record Variant(
    String id,
    String piece,
    Kind kind,
    String group,
    String name,
    int workers,
    Bound bound,
    @Nullable String baseline,
    String unit,
    double plantedPercent,
    String benchmark,
    Map<String, String> parameters) {

  public Variant {
    requireNonNull(id, "no id");
    requireNonNull(piece, "no piece");
    requireNonNull(kind, "no kind");
    requireNonNull(group, "no group");
    requireNonNull(name, "no name");
    requireNonNull(bound, "no bound");
    requireNonNull(unit, "no unit");
    requireNonNull(benchmark, "no benchmark");
    requireNonNull(parameters, "no parameters");
    parameters = Map.copyOf(parameters);
  }

  /** Whether this ceiling, say, is that of a group: of the same work, whatever the input. */
  public boolean isForGroup(String otherPiece, String otherGroup) {
    var parts = List.of(otherGroup.split(", "));
    return piece.equals(otherPiece) && parts.containsAll(List.of(group.split(", ")));
  }
}
