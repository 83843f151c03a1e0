package quintet.services.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What the API offers: items by number, as JSON. The same seed and number give the same bytes. Some
 * texts hold what a CSV writer must quote: commas, quotes and line breaks.
 */
final class Items {

  /** Bounds the counters, which are kept for each item. */
  static final int MOST = 1_000_000;

  private static final String PATH = "/items/";

  private static final List<String> KINDS = List.of("lamp", "chair", "kettle", "radio", "clock");
  private static final List<String> COLOURS = List.of("red", "green", "blue", "grey", "white");

  /** JSON already: two backslashes here are one in the answer. */
  private static final List<String> MAKERS =
      List.of("Nordlicht", "M\u00fcller, S\u00f6hne", "The \\\"Old\\\" Works", "\u5bb6\u5177");

  private static final List<String> CITIES = List.of("Malm\u00f6", "K\u00f6ln", "Porto", "Brno");

  private static final List<String> NOTES =
      List.of(
          "in stock",
          "light, but solid",
          "called \\\"the best\\\" by some",
          "first line\\nsecond line",
          "a, \\\"b\\\",\\r\\nand c",
          "");

  private final long seed;

  Items(long seed) {
    this.seed = seed;
  }

  static String path(int item) {
    return PATH + item;
  }

  /** The number in a path, or empty if there is no such item. */
  static OptionalInt number(String path) {
    var digits = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    if (!digits.matches("[1-9][0-9]{0,6}")) {
      return OptionalInt.empty();
    }
    int item = Integer.parseInt(digits);
    return item <= MOST ? OptionalInt.of(item) : OptionalInt.empty();
  }

  /** The item in UTF-8. */
  byte[] json(int item) {
    var random = Chance.of(seed, item, Long.MIN_VALUE);
    var text =
        String.format(
            Locale.ROOT,
            """
            {"id":%d,"name":"%s %s","maker":{"name":"%s","city":"%s","since":%d},\
            "price":{"amount":%d.%02d,"currency":"EUR"},"stock":%d,"note":"%s"}
            """,
            item,
            pick(COLOURS, random),
            pick(KINDS, random),
            pick(MAKERS, random),
            pick(CITIES, random),
            random.nextInt(1850, 2020),
            random.nextInt(1, 500),
            random.nextInt(100),
            random.nextInt(1000),
            pick(NOTES, random));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
