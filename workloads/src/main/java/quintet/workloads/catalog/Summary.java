package quintet.workloads.catalog;

import java.util.List;
import java.util.Map;

/**
 * The account of a run: nothing that was read is missing in it.
 *
 * @param records read, those recovered included
 * @param results handed to the consumer; a record without a title has none under {@link
 *     Work#TITLES}
 * @param bytes of input, after decompression
 * @param skipped how often something was given up, by reason
 * @param recovered how often a malformed record had a result all the same, by reason
 * @param places the first of the skipped and recovered, in order; at most {@value #MOST_PLACES}
 * @param digest depends on every result and on their order
 */
public record Summary(
    long records,
    long results,
    long bytes,
    Map<Reason, Long> skipped,
    Map<Reason, Long> recovered,
    List<Place> places,
    long digest) {

  /** Enough to see what is wrong with a file, few enough to print. */
  public static final int MOST_PLACES = 20;

  /** A flaw that did not end the run. */
  public record Place(MarcException error, boolean recovered) {}

  public Summary {
    skipped = Map.copyOf(skipped);
    recovered = Map.copyOf(recovered);
    places = List.copyOf(places);
  }

  public long totalSkipped() {
    return sum(skipped);
  }

  public long totalRecovered() {
    return sum(recovered);
  }

  /** Whether the other run gave the same results in the same order, and the same account. */
  public boolean agreesWith(Summary other) {
    return records == other.records
        && results == other.results
        && bytes == other.bytes
        && digest == other.digest
        && skipped.equals(other.skipped)
        && recovered.equals(other.recovered)
        && descriptions(places).equals(descriptions(other.places));
  }

  /** Whatever the source is called: the same bytes may be read from a file and from a stream. */
  private static List<String> descriptions(List<Place> places) {
    return places.stream()
        .map(Place::error)
        .map(e -> e.recordNumber() + " at " + e.offset() + ": " + e.reason())
        .toList();
  }

  private static long sum(Map<Reason, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
