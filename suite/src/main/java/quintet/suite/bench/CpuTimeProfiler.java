package quintet.suite.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the line {@value #LABEL} to each iteration: how much CPU time the whole process took, in
 * milliseconds per operation. A model that is twice as fast by keeping two cores busy takes as much
 * CPU time as before; what it takes more is the price of being concurrent.
 *
 * <p>It counts all threads of the process: those of the garbage collector and of the compiler too,
 * in warm-up above all, and JMH's own. It is read before and after the iteration, outside of what
 * is timed, so it has all operations of the iteration and not only those that JMH counts in the
 * score. Its resolution is the system's: 10 ms on Linux, about 15 ms on Windows. An iteration of
 * half a second has it to a few percent.
 *
 * <p>JMH makes one in each fork and calls it from one thread.
 */
public final class CpuTimeProfiler implements InternalProfiler {

  /** The name of the result. */
  public static final String LABEL = "cpu.time.norm";

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final LongSupplier cpuNanos;
  private long before;

  /** For JMH, which finds it by its class name. */
  public CpuTimeProfiler() {
    this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
  }

  /** With another clock: nanoseconds of CPU time, or negative if the system does not tell. */
  CpuTimeProfiler(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  @Override
  public String getDescription() {
    return "CPU time of the whole process per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = cpuNanos.getAsLong();
  }

  /** Nothing, if the system does not tell the time or no operation has ended. */
  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long after = cpuNanos.getAsLong();
    long operations = result.getMetadata().getAllOps();
    if (before < 0 || after < 0 || operations == 0) {
      return List.of();
    }
    double millis = (after - before) / NANOS_PER_MILLI / operations;
    return List.of(new ScalarResult(LABEL, millis, "ms/op", AggregationPolicy.AVG));
  }
}
