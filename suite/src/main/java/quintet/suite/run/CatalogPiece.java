package quintet.suite.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.suite.cli.SkipReport;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;
import quintet.workloads.catalog.Work;

/**
 * The piece {@code catalog}: every record of some sources. Its answer is the account of the run,
 * which holds a digest of all results in their order.
 *
 * @param <T> the type of the results
 */
final class CatalogPiece<T> implements Piece<Summary> {

  private final Job<T> job;
  private final Function<Models, Catalog> catalogs;
  private final String input;
  private final String work;

  /**
   * A job for all models.
   *
   * @param input what is read, in words
   * @param work what is done with it, in a word
   */
  CatalogPiece(Job<T> job, Function<Models, Catalog> catalogs, String input, String work) {
    this.job = job;
    this.catalogs = catalogs;
    this.input = input;
    this.work = work;
  }

  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public Summary play(Models model, Progress progress) throws IOException, InterruptedException {
    return play(model, job.work(), progress);
  }

  private Summary play(Models model, Work<T> work, Progress progress)
      throws IOException, InterruptedException {
    var watched =
        new Job<>(
            job.sources(),
            work,
            job.mode(),
            job.blockBytes(),
            (records, bytes) -> progress.at(bytes, -1));
    return catalogs.apply(model).run(watched, result -> {});
  }

  /** A second kind of work, which would make the call of the work harder to compile well. */
  @Override
  public int threads(Models model, Progress progress) throws IOException, InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var work = job.work();
    play(
        model,
        record -> {
          seen.add(Thread.currentThread());
          return work.on(record);
        },
        progress);
    return seen.size();
  }

  @Override
  public @Nullable String difference(Summary answer, Summary oracle) {
    if (answer.agreesWith(oracle)) {
      return null;
    }
    var parts = new ArrayList<String>();
    differ(parts, "records", answer.records(), oracle.records());
    differ(parts, "results", answer.results(), oracle.results());
    differ(parts, "bytes", answer.bytes(), oracle.bytes());
    differ(parts, "skipped", answer.skipped(), oracle.skipped());
    differ(parts, "recovered", answer.recovered(), oracle.recovered());
    if (parts.isEmpty()) {
      parts.add("as many results, but others or in another order");
    }
    return String.join("; ", parts);
  }

  private static void differ(List<String> parts, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      parts.add(what + " " + found + " instead of " + expected);
    }
  }

  @Override
  public List<Measure> measures(Summary oracle) {
    return List.of(
        Measure.rate("records/s", "recordsPerSecond", "%,.0f", (double) oracle.records()),
        Measure.rate("MB/s", "megabytesPerSecond", "%,.1f", oracle.bytes() / 1e6));
  }

  @Override
  public String description(Summary oracle) {
    return String.format(
        Locale.ROOT,
        "%s: %,d records, %,.1f MB; work: %s.",
        input,
        oracle.records(),
        oracle.bytes() / 1e6,
        work);
  }

  @Override
  public List<String> notes(Summary oracle) {
    var lines = new ArrayList<String>();
    lines.add("Threads are those seen at work on records; one that only reads is not counted.");
    lines.addAll(new SkipReport(oracle).lines());
    return lines;
  }

  @Override
  public Map<String, Object> facts(Summary oracle) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("work", work);
    facts.put("input", input);
    facts.put("records", oracle.records());
    facts.put("results", oracle.results());
    facts.put("bytes", oracle.bytes());
    facts.put("flaws", flaws(oracle));
    facts.put(
        "firstFlaws", oracle.places().stream().map(place -> place.error().getMessage()).toList());
    return facts;
  }

  private static Map<String, Long> flaws(Summary summary) {
    var counts = new TreeMap<String, Long>();
    summary.skipped().forEach((reason, count) -> counts.put("skipped " + reason, count));
    summary.recovered().forEach((reason, count) -> counts.put("recovered " + reason, count));
    return counts;
  }
}
