package quintet.suite.report;

import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.statistics.MoreRounds;

/**
 * What a report says of a ratio, besides the ratio.
 *
 * @param words why it is not to be quoted; null if it is stated
 */
public record Claim(@Nullable String words) {

  public static Claim of(Comparison comparison) {
    return new Claim(
        switch (comparison.standing()) {
          case FASTER, SLOWER -> null;
          case NOT_SUPPORTED -> "not supported by this run" + need(comparison.moreRounds());
          case UNDER_THRESHOLD -> "under the threshold";
          case WITHHELD -> "withheld";
        });
  }

  private static String need(@Nullable Integer rounds) {
    return rounds == null ? "" : " (needs " + new MoreRounds(rounds) + ")";
  }
}
