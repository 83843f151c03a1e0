package quintet.suite.run;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.suite.cli.DurationConverter;
import quintet.suite.harvest.ApiProcess;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Medium;
import quintet.workloads.harvest.Sheet;

/**
 * The piece {@code harvest}: calls to an embedded API. The sheet is in memory, since a disk would
 * add its own time. The answer is the set of its rows without what took how long.
 */
final class HarvestPiece implements Piece<HarvestPiece.Csv> {

  /**
   * How much is called.
   *
   * @param latency of each answer
   * @param limit of calls in flight
   * @param input the same in words
   */
  record Load(int calls, Duration latency, int limit, String input) {

    /** Seconds of nothing but waiting, in which all places in flight are taken all the time. */
    double waitSeconds() {
      return calls * (latency.toNanos() / 1e9) / limit;
    }
  }

  /** What a play wrote. It is read when it is compared, which takes no part in the time. */
  record Csv(String text) {

    private static final int MILLISECONDS = 3;

    /** How often each row is there, without its milliseconds; the header is one of them. */
    Map<List<String>, Integer> rows() {
      var rows = new HashMap<List<String>, Integer>();
      CsvReader.builder()
          .ofCsvRecord(text)
          .forEach(
              line -> {
                var cells = new ArrayList<>(line.getFields());
                cells.remove(MILLISECONDS);
                rows.merge(cells, 1, Integer::sum);
              });
      return rows;
    }
  }

  private static final Fields FIELDS = Fields.of("/name", "/maker/city");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BiFunction<Models, Staff, Harvest> models;
  private final Staff staff;
  private final ApiProcess api;
  private final Load load;
  private final List<String> urls;

  /** Of each model, how many platform threads its last play started. */
  private final Map<Models, Integer> threads = new EnumMap<>(Models.class);

  /** Closes {@code api} with itself. */
  HarvestPiece(BiFunction<Models, Staff, Harvest> models, Staff staff, ApiProcess api, Load load) {
    this.models = models;
    this.staff = staff;
    this.api = api;
    this.load = load;
    urls =
        IntStream.rangeClosed(1, load.calls()).mapToObj(item -> api.uri(item).toString()).toList();
  }

  @Override
  public String name() {
    return "harvest";
  }

  @Override
  public Csv play(Models model, Progress progress) throws IOException, InterruptedException {
    var bytes = new ByteArrayOutputStream();
    long before = THREADS.getTotalStartedThreadCount();
    try (var sheet = Sheet.on(medium(bytes), "the sheet in memory", FIELDS)) {
      var job =
          Job.of(urls, sheet)
              .withLimit(load.limit())
              .reportingTo(soFar -> progress.at(soFar.rows(), load.calls()));
      var _ = models.apply(model, staff).run(job);
    }
    threads.put(model, Math.toIntExact(THREADS.getTotalStartedThreadCount() - before));
    return new Csv(bytes.toString(StandardCharsets.UTF_8));
  }

  private static Medium medium(ByteArrayOutputStream bytes) {
    return new Medium() {
      @Override
      public void write(byte[] block) {
        bytes.writeBytes(block);
      }

      @Override
      public void truncate(long length) throws IOException {
        throw new IOException("memory does not fail");
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  /**
   * Counted all along: to count costs nothing here. Started, not alive: those of the play before
   * may still be on their way out. And the one that plays.
   */
  @Override
  public int threads(Models model, Progress progress) {
    return Objects.requireNonNullElse(threads.get(model), 0) + 1;
  }

  @Override
  public @Nullable String difference(Csv answer, Csv oracle) {
    var rows = answer.rows();
    var expected = oracle.rows();
    if (rows.equals(expected)) {
      return null;
    }
    int count = count(rows);
    if (count != count(expected)) {
      return "rows " + count + " instead of " + count(expected);
    }
    return rows.keySet().stream()
        .filter(row -> !Objects.equals(rows.get(row), expected.get(row)))
        .findFirst()
        .map(row -> "as many rows, but not this one: " + String.join(",", row))
        .orElse("other rows");
  }

  private static int count(Map<List<String>, Integer> rows) {
    return rows.values().stream().mapToInt(Integer::intValue).sum() - 1;
  }

  @Override
  public List<Measure> measures(Csv oracle) {
    return List.of(
        Measure.rate("calls/s", "callsPerSecond", "%,.0f", load.calls()),
        new Measure("time/wait", "timeOverWait", "%,.2f", seconds -> seconds / load.waitSeconds()));
  }

  @Override
  public String description(Csv oracle) {
    return load.input() + ", the API in a process of its own.";
  }

  @Override
  public List<String> notes(Csv oracle) {
    return List.of(
        String.format(
            Locale.ROOT,
            "Wait is calls x latency / limit = %,d x %s / %,d = %,.1f ms: all places in flight"
                + " always taken,",
            load.calls(),
            DurationConverter.text(load.latency()),
            load.limit(),
            load.waitSeconds() * 1e3),
        "and no time for the processor.",
        "Threads are the platform threads of a run, the HTTP client's among them (sequential's has a",
        "pool of its own); virtual threads are not counted.");
  }

  @Override
  public Staff staff(Staff usual) {
    return staff;
  }

  /** Only async has as many threads as workers. */
  @Override
  public String workforce(Staff staff, int cores) {
    return "A %s thread a call (async: %d for all), %d cores"
        .formatted(staff.kind().name().toLowerCase(Locale.ROOT), staff.workers(), cores);
  }

  @Override
  public Map<String, Object> facts(Csv oracle) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("input", load.input());
    facts.put("calls", load.calls());
    facts.put("latencyMillis", load.latency().toNanos() / 1e6);
    facts.put("limit", load.limit());
    facts.put("waitMillis", load.waitSeconds() * 1e3);
    return facts;
  }

  /** One call after the other takes limit times as long. */
  @Override
  public boolean isBaselineOnce() {
    return true;
  }

  @Override
  public void close() throws IOException {
    api.close();
  }
}
