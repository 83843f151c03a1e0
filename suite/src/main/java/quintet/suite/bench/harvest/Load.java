package quintet.suite.bench.harvest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import quintet.suite.harvest.ApiProcess;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Sheet;

/**
 * What is called, and what must be in the sheet afterwards. An immutable value.
 *
 * @param urls of the items, each once
 * @param limit of calls in flight
 */
record Load(List<String> urls, int limit) {

  /** How long the API takes for an answer. */
  static final Duration LATENCY = Duration.ofMillis(20);

  static final String TITLE = "calls of 20 ms";
  static final Fields FIELDS = Fields.of("/name", "/maker/city");
  static final long SEED = 2709;

  /** So many calls for each in flight make a run that takes 0.8 s, if all goes well. */
  private static final int ROUNDS = 40;

  /**
   * The first items of the API.
   *
   * @param most how many there are if the limit is high. With a low one there are fewer, or else
   *     the run would take a minute: 1,000 calls, one after the other, wait for 20 s. A rate in
   *     calls a second does not depend on it
   * @param plantedPercent so many more
   */
  static Load of(ApiProcess api, int most, int limit, int plantedPercent) {
    int calls = calls(most, limit);
    int all = calls + calls * plantedPercent / 100;
    var urls = IntStream.rangeClosed(1, all).mapToObj(item -> api.uri(item).toString()).toList();
    return new Load(urls, limit);
  }

  /** How many calls are counted. */
  static int calls(int most, int limit) {
    return Math.min(most, ROUNDS * limit);
  }

  /** Makes all calls; throws if one of them fails, because a failed call is a fast one. */
  void play(Harvest harvest, Path csv) throws IOException, InterruptedException {
    try (var sheet = Sheet.create(csv, FIELDS)) {
      var summary = harvest.run(Job.of(urls, sheet).withLimit(limit));
      if (summary.ok() != urls.size() || summary.tries() != urls.size()) {
        throw new IllegalStateException("not all is well: " + summary);
      }
    }
  }

  /** Throws unless the sheet has an ok row of each URL, and nothing else. */
  void check(Path csv) throws IOException {
    var missing = new HashSet<>(urls);
    try (var reader = CsvReader.builder().ofNamedCsvRecord(csv, StandardCharsets.UTF_8)) {
      for (var row : reader) {
        if (!isOk(row) || !missing.remove(row.getField("url"))) {
          throw new IllegalStateException("a wrong row, or one too many: " + row);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(missing.size() + " rows are missing");
    }
  }

  private static boolean isOk(NamedCsvRecord row) {
    return row.getField("status").equals("200")
        && row.getField("error").isEmpty()
        && !row.getField("/name").isEmpty()
        && !row.getField("/maker/city").isEmpty();
  }
}
