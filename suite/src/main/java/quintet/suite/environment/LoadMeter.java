package quintet.suite.environment;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/**
 * Tells how busy the machine was since the last sample, so that a report can show that something
 * else ran beside a measurement. A sample reads counters that the kernel keeps anyway, in a
 * millisecond or so; samples within 300 ms of each other may see the same counters. Not
 * thread-safe.
 */
public final class LoadMeter {

  private final Supplier<Ticks> ticks;
  private final DoubleSupplier loadAverage;
  private Ticks last;

  /**
   * Counters since the machine was started, in milliseconds, all processors together.
   *
   * @param own time of this process and of its children that have ended; null where unknown
   */
  record Ticks(long idle, long busy, long stolen, int processors, @Nullable Long own) {

    private long total() {
      return idle + busy + stolen;
    }
  }

  LoadMeter(Supplier<Ticks> ticks, DoubleSupplier loadAverage) {
    this.ticks = ticks;
    this.loadAverage = loadAverage;
    last = ticks.get();
  }

  /** The first period begins now. */
  public static LoadMeter ofThisMachine() {
    var processor = Probe.thisSystem().getHardware().getProcessor();
    var files = SystemFiles.ofThisMachine();
    return new LoadMeter(
        () -> ticks(processor, files.ownCpuMillis()), () -> processor.getSystemLoadAverage(1)[0]);
  }

  /** What the machine did since the last call, or since this meter was made. */
  public MachineLoad sinceLastSample() {
    var now = ticks.get();
    var before = last;
    double average = loadAverage.getAsDouble();
    var known = average < 0 ? null : Double.valueOf(rounded(average));
    long elapsed = now.total() - before.total();
    if (elapsed <= 0) { // and the period goes on
      return new MachineLoad(0, null, null, null, known);
    }
    last = now;
    long busy = now.busy() - before.busy();
    return new MachineLoad(
        elapsed / now.processors(),
        percent(busy, elapsed),
        percent(now.stolen() - before.stolen(), elapsed),
        now.own() == null || before.own() == null
            ? null
            : percent(busy - (now.own() - before.own()), elapsed),
        known);
  }

  private static Ticks ticks(CentralProcessor processor, Optional<Long> own) {
    var ticks = processor.getSystemCpuLoadTicks();
    long stolen = ticks[TickType.STEAL.getIndex()];
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
    long busy = LongStream.of(ticks).sum() - idle - stolen;
    return new Ticks(idle, busy, stolen, processor.getLogicalProcessorCount(), own.orElse(null));
  }

  /** Counters are read one after the other and rounded, so a difference may be a little below 0. */
  private static double percent(long part, long whole) {
    return rounded(Math.max(0, 100.0 * part / whole));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
