package quintet.suite.latency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;
import quintet.suite.InputException;

/**
 * How long requests took, as three distributions. They are kept whole, each value to three digits,
 * because percentiles cannot be averaged: those of several forks are the percentiles of all their
 * requests, put together by {@link #merged}.
 *
 * <p>What counts is {@link #waits}. A load generator that waits for an answer before it sends the
 * next request sends none while the system stalls, and so a long stall is one bad value among many
 * good ones: <i>coordinated omission</i> (Gil Tene, "How NOT to Measure Latency", 2013; the
 * difference of open and closed loads: Schroeder et al., "Open Versus Closed: A Cautionary Tale",
 * NSDI 2006). Here a request counts from the moment when it was due, whether it could be sent or
 * not.
 *
 * <p>Recording is thread-safe and wait-free; the rest is for after it.
 */
public final class Latencies {

  private static final int DIGITS = 3;

  private final Histogram waits = named("waits");
  private final Histogram service = named("service");
  private final Histogram pacing = named("pacing");

  /** From when the request was due until its answer: what its caller waits. */
  public Quantiles waits() {
    return Quantiles.of(waits);
  }

  /** From when the request was sent until its answer: what a closed load would show. */
  public Quantiles service() {
    return Quantiles.of(service);
  }

  /**
   * How much too late a requester woke up that had waited for a request to be due. It is a part of
   * {@link #waits} that is the fault of the load generator.
   */
  public Quantiles pacing() {
    return Quantiles.of(pacing);
  }

  /** How many requests waited so long, in nanoseconds, as exactly as it is known. */
  public NavigableMap<Long, Long> waitCounts() {
    var counts = new TreeMap<Long, Long>();
    waits
        .recordedValues()
        .forEach(
            value -> counts.put(value.getValueIteratedTo(), value.getCountAtValueIteratedTo()));
    return counts;
  }

  /** Records a request by its three moments, in nanoseconds of one clock. */
  public void record(long dueNanos, long sentNanos, long answeredNanos) {
    waits.recordValue(Math.max(0, answeredNanos - dueNanos));
    service.recordValue(Math.max(0, answeredNanos - sentNanos));
  }

  public void recordPacing(long lateNanos) {
    pacing.recordValue(Math.max(0, lateNanos));
  }

  /** The latencies of all requests of all parts. */
  public static Latencies merged(Collection<Latencies> parts) {
    var merged = new Latencies();
    for (var part : parts) {
      merged.waits.add(part.waits);
      merged.service.add(part.service);
      merged.pacing.add(part.pacing);
    }
    return merged;
  }

  /**
   * Writes them in HdrHistogram's log format, one line for each distribution, in nanoseconds:
   * compressed, in Base64. Other tools read it too.
   */
  public void write(Path file) throws IOException {
    try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      var log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputComment("[nanoseconds; latencies are from when a request was due]");
      log.outputLegend();
      log.outputIntervalHistogram(waits);
      log.outputIntervalHistogram(service);
      log.outputIntervalHistogram(pacing);
      if (out.checkError()) {
        throw new IOException(file + ": cannot be written");
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file is not there or is not whole
   */
  public static Latencies read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads what {@link #write} wrote to a file, from the text that was in it.
   *
   * @throws InputException if it is not whole
   */
  public static Latencies parse(String text) {
    try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return read(in, "latencies");
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Latencies read(InputStream in, String name) throws IOException {
    var latencies = new Latencies();
    try (var log = new HistogramLogReader(in)) {
      for (var part : new Histogram[] {latencies.waits, latencies.service, latencies.pacing}) {
        if (!(log.nextIntervalHistogram() instanceof Histogram found)
            || !part.getTag().equals(found.getTag())) {
          throw new IOException(name + ": has no latencies named " + part.getTag());
        }
        part.add(found);
      }
    } catch (NoSuchElementException | IllegalArgumentException e) {
      throw new IOException(name + ": cannot be read", e);
    }
    return latencies;
  }

  /** It grows with its values: no latency is too long for it. */
  private static Histogram named(String name) {
    var histogram = new ConcurrentHistogram(DIGITS);
    histogram.setTag(name);
    histogram.setStartTimeStamp(0); // the log has a column for it, and nobody asks when
    return histogram;
  }
}
